"""The worksheets of New Oriental's problems: what each method of analysis has shown so far."""

from __future__ import annotations

from accountkit.model import Worksheet
from tools.samples.story import Story


def worksheets(story: Story) -> dict[str, dict[str, Worksheet]]:
    """The filled worksheets by problem and method."""
    return {
        "p-margin": {
            "composition": _composition(story),
            "trace_back": _trace_back(story),
            "difference": _difference(story),
        },
        "p-cities": {"simulation": _simulation(story)},
        "p-users": {"clarify_goal": _goal(story), "preconditions": _preconditions(story)},
    }


def _composition(story: Story) -> Worksheet:
    """Change of the margin since fiscal 2020 or 2023 in points, by part; what was not found stays open."""
    say = story.say
    return Worksheet(
        rows={
            "r1": {
                "part": say("Learning centres, spring quarter", "教学中心（春季学期）"),
                "level": 1,
                "healthy": "no",
            },
            "r2": {"part": say("Overseas study consulting", "留学咨询"), "level": 1, "healthy": "unknown"},
            "r3": {
                "part": say("East Buy, change in gross margin (points)", "东方甄选，毛利率变动（百分点）"),
                "level": 1,
                "value": -12.3,
                "healthy": "no",
            },
        },
        conclusion=say(
            "East Buy's gross margin fell 12.3 points, but it is another business. Ask for the centres' "
            "margin.",
            "东方甄选毛利率下降12.3个百分点，但属另一业务，应询问教学中心的利润率。",
        ),
    )


def _trace_back(story: Story) -> Worksheet:
    say = story.say
    return Worksheet(
        rows={
            "r1": {
                "date": "2021-07-24",
                "event": say("Tutoring rules", "“双减”政策"),
                "possible": "no",
                "test": say(
                    "Explains the loss of fiscal 2022, not the margin of 2024",
                    "可解释2022财年亏损，不能解释2024年利润率",
                ),
            },
            "r2": {
                "date": "2024-05-31",
                "event": say("Centres up 37 % in a year", "一年内教学中心增加37%"),
                "possible": "yes",
                "test": say(
                    "Spring-quarter operating income fell from US$ 48.1 m to US$ 10.5 m",
                    "春季季度营业利润由4,810万美元降至1,050万美元",
                ),
            },
            "r3": {
                "date": "2025-05-31",
                "event": say("Kindergarten goodwill impaired", "幼儿园商誉减值"),
                "possible": "yes",
                "test": say("One-off, in the last quarter of fiscal 2025", "一次性，发生在2025财年末季"),
            },
        },
        conclusion=say(
            "The break falls between May 2023 and May 2024: the expansion.",
            "转折发生在2023年5月至2024年5月，源于扩张。",
        ),
    )


def _difference(story: Story) -> Worksheet:
    say = story.say
    return Worksheet(
        rows={
            "r1": {
                "aspect": say("Age of the centre", "教学中心开业时长"),
                "sick": say("Under one year", "不足一年"),
                "healthy": say("Three years or more", "三年及以上"),
                "possible": "unknown",
            },
            "r2": {
                "aspect": say("Who sets the timetable", "课表由谁制定"),
                "sick": say("Each centre", "各中心"),
                "healthy": say("Unknown", "未知"),
                "possible": "unknown",
            },
        },
        conclusion=say(
            "To be completed with operations: compare two centres.", "待与运营部门填写：对比两家中心。"
        ),
    )


def _simulation(story: Story) -> Worksheet:
    say = story.say
    return Worksheet(
        rows={
            "r1": {
                "event": say("One of the ten cities closes classes for a term", "十城之一停课一个学期"),
                "probability": 0.15,
                "loss": 60_000_000,
                "reserve": 4_775_000_000,
            },
        },
        conclusion=say(
            "No threat to the company, but it would cost the line a year's growth.",
            "不危及公司，但会抵消该业务一年的增长。",
        ),
    )


def _goal(story: Story) -> Worksheet:
    say = story.say
    return Worksheet(
        rows={
            "r1": {
                "aim": say("Paid users in the autumn quarter", "秋季季度付费用户"),
                "from": 323_000,
                "to": 360_000,
                "date": "2026-11-30",
            },
            "r2": {
                "aim": say("Paid users in the spring quarter", "春季季度付费用户"),
                "from": 255_000,
                "to": 400_000,
                "date": "2027-05-31",
            },
        },
        conclusion=say("The target has a date but no owner.", "目标有期限，尚无负责人。"),
    )


def _preconditions(story: Story) -> Worksheet:
    say = story.say
    return Worksheet(
        rows={
            "r1": {
                "condition": say("Parents consent to the use of study data", "家长同意使用学习数据"),
                "met": "unknown",
                "who": say("Legal department", "法务部"),
            },
            "r2": {
                "condition": say("Tutors have time for calls", "辅导老师有回访时间"),
                "met": "unknown",
                "who": say("Head of learning products", "学习产品负责人"),
            },
        },
        conclusion=say(
            "Consent comes first; the rules on minors' data are in force.",
            "须先取得同意：未成年人数据规定已生效。",
        ),
    )

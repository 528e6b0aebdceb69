"""Who at New Oriental would be moved to act. Roles, not names; what they think is our assumption until they say it."""

from __future__ import annotations

import datetime as dt

from accountkit.model import Commitment, Motive, Objective, Rating, Stakeholder
from tools.samples.story import Story


def _assumption(story: Story) -> tuple[str, ...]:
    return story.assumed(
        "d-people",
        "Our assumption for this sample: nobody at the company was asked.",
        "本示例的假设：未向该公司任何人求证。",
    )


def stakeholders(story: Story) -> dict[str, Stakeholder]:
    """Three roles: who pays, who runs the centres, who owns the learning system."""
    say, ours = story.say, _assumption(story)
    return {
        "s-cfo": Stakeholder(
            role_title=say("Chief financial officer", "首席财务官"),
            function=say("Finance", "财务"),
            layer="top",
            decision_stage=say("Compares ways to bring costs down", "比较各种降本方案"),
            adopter="deliberate",
            admits=("p-margin", "p-overseas"),
            evidence=ours + story.facts("EDU-31"),
            order=1,
        ),
        "s-operations": Stakeholder(
            role_title=say("Head of learning centres", "教学中心负责人"),
            function=say("Operations", "运营"),
            layer="middle",
            decision_stage=say("Looks for a way to plan the autumn term", "正寻找秋季排课的办法"),
            adopter="opinion_leader",
            admits=("p-margin",),
            evidence=ours,
            order=2,
        ),
        "s-product": Stakeholder(
            role_title=say("Head of learning products", "学习产品负责人"),
            function=say("Products and technology", "产品与技术"),
            layer="middle",
            decision_stage=say("Not yet looking", "尚未开始考虑"),
            adopter="deliberate",
            evidence=ours,
            order=3,
        ),
    }


def motives(story: Story) -> dict[str, Motive]:
    """One per person and need; all ten factors rated, money where it could be estimated."""
    ours = _assumption(story)
    return {
        "v-operations": Motive(
            stakeholder_id="s-operations",
            problem_id="p-margin",
            need_id="n-plan",
            ratings=_operations(story),
            degree="fundamental",
            gain=9_000_000,
            years=3,
            outlay=4_000_000,
            opportunity_cost=500_000,
            change_cost=1_000_000,
            skill_cost=500_000,
            appetite="normal",
            interest="yes",
            deadline=dt.date(2026, 8, 31),
            time_resource="yes",
            evidence=ours,
            order=1,
        ),
        "v-cfo": Motive(
            stakeholder_id="s-cfo",
            problem_id="p-margin",
            need_id="n-plan",
            ratings=_cfo(story),
            degree="fundamental",
            gain=9_000_000,
            years=5,
            outlay=4_000_000,
            opportunity_cost=500_000,
            change_cost=1_000_000,
            skill_cost=500_000,
            appetite="normal",
            evidence=ours,
            order=2,
        ),
        "v-product": Motive(
            stakeholder_id="s-product",
            problem_id="p-users",
            need_id="n-renewal",
            ratings=_product(story),
            degree="temporary",
            evidence=ours,
            order=3,
        ),
    }


def _operations(story: Story) -> dict[str, Rating]:
    rated = story.rated
    return {
        "vision": rated(3, "a timetable that follows enrolments", "按报名编排的课表"),
        "unsolved_long": rated(
            5, "hours paid and not taught, more with each new centre", "每开一家中心就多一批付薪而未授的课时"
        ),
        "unsolved_spread": rated(
            4, "questions of investors about the spring quarter", "投资者对春季学期的追问"
        ),
        "solved_long": rated(4, "savings in every term", "每个学期都能节省"),
        "solved_spread": rated(3, "steadier timetables for teachers", "教师课表更稳定"),
        "urgency": rated(4, "the autumn timetable is set in August", "秋季课表八月确定"),
        "risk": rated(3, "a wrong plan that shows in full classrooms", "计划出错会立刻反映在课堂上"),
        "obstacle": rated(4, "cities that guard their own timetables", "各城市不愿交出排课权"),
        "process_change": rated(2, "another tool for the planners", "排课人员换用新工具"),
        "skill": rated(2, "two days of training", "两天培训"),
    }


def _cfo(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "vision": rated(4, "a point of margin and what it is worth", "一个百分点利润率的价值"),
        "unsolved_long": rated(4, "a margin below what the year was to bring", "全年利润率低于预期"),
        "unsolved_spread": rated(4, "the market's doubt about the expansion", "市场对扩张的质疑"),
        "solved_long": rated(
            4, "more to return to shareholders, as promised", "兑现股东回报承诺", facts("EDU-23")
        ),
        "solved_spread": rated(3, "a way of planning for other lines, too", "其他业务线可照此规划"),
        "urgency": rated(3, "the budget of the new year is being set", "正在编制新财年预算"),
        "risk": rated(2, "a pilot that shows no saving", "试点未见节省"),
        "obstacle": rated(
            2, "other projects that ask for the same money", "其他项目争用同一笔资金", facts("EDU-36")
        ),
        "process_change": rated(2, "one more report beside those of finance", "财务报告之外多一份报表"),
        "skill": rated(1, "nothing new for finance", "财务无需学习"),
    }


def _product(story: Story) -> dict[str, Rating]:
    rated = story.rated
    return {
        "vision": rated(2, "an idea of features rather than of families", "关注功能多于家庭"),
        "unsolved_long": rated(3, "autumn's growth that is lost each spring", "秋季增长每到春季流失"),
        "unsolved_spread": rated(2, "a loss that only the product team sees", "仅产品团队察觉的流失"),
        "solved_long": rated(4, "renewals that come back every year", "逐年续费"),
        "solved_spread": rated(3, "more devices sold to families that stay", "留下的家庭带动设备销售"),
        "urgency": rated(2, "no date yet", "尚无时限"),
        "risk": rated(2, "calls that annoy parents", "回访打扰家长"),
        "obstacle": rated(3, "the parent's consent that minors' data need", "未成年人数据须家长同意"),
        "process_change": rated(3, "calls that tutors did not make before", "辅导老师新增回访"),
        "skill": rated(2, "a short script to learn", "一份简短话术"),
    }


def commitments(story: Story) -> dict[str, Commitment]:
    """What we ask the customer to do next; the second one hangs on no motive yet."""
    say, ours = story.say, _assumption(story)
    return {
        "c-data": Commitment(
            stakeholder_id="s-operations",
            motive_id="v-operations",
            action=say(
                "Give enrolment and room data of two cities for a joint review",
                "提供两个城市的报名和教室数据，共同分析",
            ),
            level="mid",
            due=dt.date(2026, 5, 20),
            place=say("Beijing", "北京"),
            manner=say("Half a day with planning and finance", "与排课、财务共同半天"),
            milestone=say("Unused teaching hours are known", "掌握闲置课时"),
            status="asked",
            evidence=ours,
            order=1,
        ),
        "c-pilot": Commitment(
            stakeholder_id="s-cfo",
            action=say(
                "Decide on a pilot in ten centres for the autumn term", "决定秋季学期在十个教学中心试点"
            ),
            level="high",
            due=dt.date(2026, 6, 30),
            milestone=say("Pilot agreed with a measure of success", "试点及成功标准确定"),
            status="planned",
            evidence=ours,
            order=2,
        ),
    }


def objective(story: Story) -> Objective:
    """What we would sell, to whom, for how much, by when."""
    return Objective(
        who=story.say("New Oriental, learning centres", "新东方教学中心"),
        what=story.say(
            "Enrolment-based planning for its 60 cities, three years", "覆盖60个城市的按报名排课服务，三年"
        ),
        how_much=4_000_000,
        when=dt.date(2026, 9, 30),
        guided_by="us",
        commitment_ids=("c-data", "c-pilot"),
        evidence=_assumption(story),
    )

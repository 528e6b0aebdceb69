"""The worksheets of Walmart's problems: what each method of analysis has shown so far."""

from __future__ import annotations

from accountkit.model import Worksheet
from tools.samples.story import Story


def worksheets(story: Story) -> dict[str, dict[str, Worksheet]]:
    """The filled worksheets by problem and method."""
    return {
        "p-claims": {"trace_back": _trace_back(story)},
        "p-margin": {"composition": _composition(story)},
        "p-stock": {"preconditions": _preconditions(story), "path": _path(story)},
        "p-shrink": {"lessons": _lessons(story)},
    }


def _trace_back(story: Story) -> Worksheet:
    say = story.say
    return Worksheet(
        rows={
            "r1": {
                "date": "2025-05-21",
                "event": say("1,500 corporate jobs cut", "裁减1,500个总部岗位"),
                "possible": "no",
                "test": say("Cost reported separately from claims", "费用与赔付分列"),
            },
            "r2": {
                "date": "2025-07-31",
                "event": say("Claims up US$ 450 m on the year before", "赔付同比增加4.5亿美元"),
                "possible": "yes",
                "test": say("Type of accident to be asked", "事故类型待询问"),
            },
        },
        conclusion=say("The amount is known, the cause is not.", "金额已知，原因未知。"),
    )


def _composition(story: Story) -> Worksheet:
    """Change of each part in points of revenue, fiscal 2022 to fiscal 2025, from the lines of the filings.

    Cost of revenue 429,000 / 572,754 = 74.90 % → 511,753 / 680,985 = 75.15 %: −0.25 points of margin. Membership and
    other income 4,992 / 572,754 = 0.87 % → 6,447 / 680,985 = 0.95 %: +0.08 points.
    """
    say = story.say
    return Worksheet(
        rows={
            "r1": {
                "part": say("Cost of revenue (points of margin)", "营业成本（影响利润率百分点）"),
                "level": 1,
                "value": -0.25,
                "healthy": "no",
            },
            "r2": {
                "part": say(
                    "Membership and other income (points of margin)", "会员及其他收入（影响利润率百分点）"
                ),
                "level": 1,
                "value": 0.08,
                "healthy": "yes",
            },
        },
        conclusion=say(
            "Gross margin fell; new income offset part of it.",
            "毛利率下降，新增收入抵消一部分。",
        ),
    )


def _preconditions(story: Story) -> Worksheet:
    say = story.say
    return Worksheet(
        rows={
            "r1": {
                "condition": say("Automation serves 65 % of stores", "自动化服务65%的门店"),
                "met": "unknown",
                "who": say("Supply chain", "供应链"),
            },
            "r2": {
                "condition": say("One forecast for stores and online", "门店与电商统一预测"),
                "met": "unknown",
                "who": say("Supply chain", "供应链"),
            },
            "r3": {
                "condition": say("E-commerce covers its costs", "电商覆盖自身成本"),
                "met": "met",
                "who": say("E-commerce", "电商部门"),
            },
        },
        conclusion=say("First ask about the progress of automation.", "先询问自动化进展。"),
    )


def _path(story: Story) -> Worksheet:
    """Durations are our estimate."""
    say = story.say
    clean, pilot, rollout = (
        say("Clean inventory data", "清理库存数据"),
        say("Pilot in two regions", "两个区域试点"),
        say("Roll-out", "全面推广"),
    )
    return Worksheet(
        rows={
            "r1": {"step": clean, "months": 2, "staffed": "unknown"},
            "r2": {"step": pilot, "months": 3, "after": clean, "staffed": "no"},
            "r3": {"step": rollout, "months": 6, "after": pilot, "staffed": "unknown"},
        },
        conclusion=say(
            "The plan takes eleven months and nine are left: start the pilot now or in more regions.",
            "计划需十一个月，仅余九个月：试点须立即启动或扩大区域。",
        ),
    )


def _lessons(story: Story) -> Worksheet:
    say = story.say
    return Worksheet(
        rows={
            "r1": {
                "case": say(
                    "In December 2022 the chief executive warned that prices could rise or stores close",
                    "2022年12月首席执行官警告可能涨价或关店",
                ),
                "cause": say("Theft higher than in the past", "盗窃高于以往"),
                "check": say("Shrink of two regions measured", "掌握两个区域的损耗"),
                "met": "unknown",
            },
        },
        conclusion=say(
            "The risk cannot be sized without the customer's own figure.", "没有客户自有数据，无法量化风险。"
        ),
    )

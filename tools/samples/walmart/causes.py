"""Why Walmart's problems exist: the trees of causes (why? what else?)."""

from __future__ import annotations

from accountkit.model import Node
from tools.samples.story import Story


def trees(story: Story) -> dict[str, dict[str, Node]]:
    """The nodes of each problem's tree."""
    return {
        "p-claims": _claims(story),
        "p-margin": _margin(story),
        "p-stock": _stock(story),
        "p-shrink": _shrink(story),
    }


def _guess(story: Story) -> tuple[str, ...]:
    return story.assumed(
        "d-causes", "Likely cause, to be confirmed with the customer.", "可能的原因，待与客户确认。"
    )


def _claims(story: Story) -> dict[str, Node]:
    say, facts = story.say, story.facts
    return {
        "k-cost": Node(
            text=say("Each claim costs more to settle", "单笔赔付成本上升"),
            evidence=facts("WMT-39"),
            addressable="no",
            order=1,
        ),
        "k-number": Node(
            text=say("Similar accidents recur", "同类事故重复发生"),
            move="what_else",
            evidence=_guess(story),
            addressable="part",
            order=2,
        ),
        "k-late": Node(
            text=say("Reports reach the responsible team weeks later", "报告数周后才到责任部门"),
            parent="k-number",
            evidence=_guess(story),
            addressable="yes",
            smart=True,
            order=3,
        ),
        "k-legal": Node(
            text=say(
                "Legal and restructuring costs fell in the same quarter", "法律事项与重组费用发生在同一季度"
            ),
            move="what_else",
            evidence=facts("WMT-39"),
            addressable="no",
            order=4,
        ),
    }


def _margin(story: Story) -> dict[str, Node]:
    say, facts = story.say, story.facts
    return {
        "g-mix": Node(
            text=say("Food is almost 60 % of US sales", "食品占美国业务近60%"),
            evidence=facts("WMT-10"),
            addressable="no",
            order=1,
        ),
        "g-goods": Node(
            text=say("Shoppers buy higher-margin goods elsewhere", "顾客在别处购买高毛利商品"),
            parent="g-mix",
            evidence=_guess(story),
            addressable="part",
            order=2,
        ),
        "g-tariff": Node(
            text=say("Tariffs are not fully passed on", "关税未能完全转嫁"),
            move="what_else",
            evidence=facts("WMT-11"),
            addressable="part",
            order=3,
        ),
        "g-cost": Node(
            text=say("Landed cost is known only after the sale", "售出后才知到岸成本"),
            parent="g-tariff",
            evidence=_guess(story),
            addressable="yes",
            order=4,
        ),
        "g-wages": Node(
            text=say("Wages rose by US$ 2 an hour", "时薪上涨2美元"),
            move="what_else",
            evidence=facts("WMT-14"),
            addressable="no",
            order=5,
        ),
    }


def _stock(story: Story) -> dict[str, Node]:
    say, facts = story.say, story.facts
    return {
        "t-aim": Node(
            text=say("Automated sites supply two thirds of stores", "三分之二门店由自动化仓供货"),
            evidence=facts("WMT-29"),
            addressable="no",
            smart=True,
            order=1,
        ),
        "t-store": Node(
            text=say("Stores order by day, not by pallet", "门店按日而非按托盘订货"),
            parent="t-aim",
            evidence=_guess(story),
            addressable="yes",
            smart=True,
            order=2,
        ),
        "t-season": Node(
            text=say("Seasonal goods are bought six months ahead", "季节性商品提前半年采购"),
            move="what_else",
            evidence=_guess(story),
            addressable="part",
            order=3,
        ),
        "t-2022": Node(
            text=say("Orders worth billions were cancelled in 2022", "2022年曾取消数十亿美元订单"),
            parent="t-season",
            evidence=facts("WMT-37"),
            addressable="part",
            order=4,
        ),
    }


def _shrink(story: Story) -> dict[str, Node]:
    say, facts = story.say, story.facts
    return {
        "s-theft": Node(
            text=say("Theft in large cities", "大城市盗窃"),
            evidence=facts("WMT-38"),
            addressable="part",
            order=1,
        ),
        "s-checkout": Node(
            text=say("Errors at self-checkout", "自助收银差错"),
            move="what_else",
            evidence=_guess(story),
            addressable="part",
            order=2,
        ),
    }

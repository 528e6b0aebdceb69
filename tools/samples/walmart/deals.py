"""The deals with Walmart: how it buys, which deal comes first, what it does for whom, and who has influence on it."""

from __future__ import annotations

import datetime as dt

from accountkit.model import Answer, Opportunity, Value
from accountkit.model.versions import FIRST_OPPORTUNITY
from tools.samples.story import Story

ORDERING = "o2"


def opportunities(story: Story) -> dict[str, Opportunity]:
    """What we would sell: incident reporting first; ordering by day is a large project for later."""
    say, ours = story.say, story.of_people()
    return {
        FIRST_OPPORTUNITY: Opportunity(
            who=say("Walmart U.S., safety and claims", "沃尔玛美国安全与理赔部"),
            what=say(
                "Incident reporting for all US stores for three years", "覆盖全美门店的事故上报服务，三年"
            ),
            how_much=20_000_000,
            when=dt.date(2026, 10, 31),
            guided_by="customer",
            stage="internal_brew",
            need_ids=("n-incidents",),
            commitment_ids=("c-sample",),
            evidence=ours,
        ),
        ORDERING: Opportunity(
            who=say("Walmart U.S., supply chain", "沃尔玛美国供应链部"),
            what=say("Daily ordering for two regions", "两个区域按日订货"),
            how_much=40_000_000,
            when=dt.date(2027, 6, 30),
            stage="find_need",
            need_ids=("n-order",),
            commitment_ids=("c-region",),
            evidence=ours,
            order=1,
        ),
    }


def answers(story: Story) -> dict[str, Answer]:
    """Buying process, ranking and canvas."""
    ours = story.of_people()
    return {
        f"buying_process.{FIRST_OPPORTUNITY}": story.values(
            ours, users=("s-risk",), decision=("s-cfo",), finance=("s-cfo",), step="approach"
        ),
        f"buying_process.{ORDERING}": story.values(ours, users=("s-supply",), step="analyse"),
        "opportunity_ranking": story.values(ours, capacity=250),
        f"opportunity_ranking.{FIRST_OPPORTUNITY}": story.ranked(
            (4, 4, 2), (4, 4, 3), effort=120, share_limit=0.4
        ),
        f"opportunity_ranking.{ORDERING}": story.ranked((3, 2, 3), (5, 3, 5), effort=300, share_limit=0.2),
        "business_model_canvas": Answer(values=_canvas(story)),
    }


def private_answers(story: Story) -> dict[str, Answer]:
    """Influence of the three roles, invented for this sample."""
    return {
        "influence_score.s-cfo": story.influence((2, 4, 2, 4), (5, 5, 5, 2, 4)),
        "influence_score.s-risk": story.influence((5, 3, 5, 3), (3, 3, 4, 4, 3)),
        "influence_score.s-supply": story.influence((4, 5, 4, 5), (4, 4, 3, 4, None)),
    }


def _canvas(story: Story) -> dict[str, Value]:
    note, facts, ours = story.noted, story.facts, story.of_people()
    return {
        "unit": note("Walmart's stores in the United States", "沃尔玛美国门店业务", ours),
        "customer_segments": note(
            "Households that buy groceries every week, more of them with high incomes",
            "每周采购食品的家庭，其中高收入家庭增多",
            facts("WMT-10", "WMT-16"),
        ),
        "value_propositions": note("Low prices every day, in stores and online", "线上线下天天低价", ours),
        "channels": note(
            "Stores, and e-commerce with 18 % of net sales", "门店，以及占净销售额18%的电商", facts("WMT-19")
        ),
        "customer_relationships": note(
            "Memberships and the shopping assistant", "会员与购物助手", facts("WMT-08", "WMT-18")
        ),
        "revenue_streams": note(
            "Goods, membership fees, advertising and the marketplace",
            "商品、会员费、广告和第三方平台",
            facts("WMT-08", "WMT-09", "WMT-36"),
        ),
        "key_activities": note(
            "Buying, and moving goods through automated sites",
            "采购，以及经自动化仓配送商品",
            facts("WMT-29"),
        ),
        "key_resources": note(
            "Stores and automated distribution centres", "门店与自动化配送中心", facts("WMT-29")
        ),
        "key_partners": note(
            "Suppliers such as Kraft Heinz, and Symbotic for automation",
            "卡夫亨氏等供应商，以及自动化伙伴 Symbotic",
            facts("WMT-25", "WMT-30"),
        ),
        "cost_structure": note(
            "Goods, wages, tariffs and liability claims",
            "商品、工资、关税和责任赔付",
            facts("WMT-14", "WMT-11", "WMT-39"),
        ),
    }

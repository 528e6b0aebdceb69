"""Walmart's problems with their trees of causes, the needs at the leaves, and the levers that answer them."""

from __future__ import annotations

import datetime as dt

from accountkit.model import Lever, Need, Problem, Span
from tools.samples.story import Story
from tools.samples.walmart.causes import trees
from tools.samples.walmart.methods import worksheets


def problems(story: Story) -> dict[str, Problem]:
    """Two to restore, one to pursue, one to prevent."""
    nodes, sheets = trees(story), worksheets(story)
    told = {
        "p-claims": _claims(story),
        "p-margin": _margin(story),
        "p-stock": _stock(story),
        "p-shrink": _shrink(story),
    }
    return {
        key: problem.model_copy(update={"nodes": nodes[key], "worksheets": sheets.get(key, {})})
        for key, problem in told.items()
    }


def _claims(story: Story) -> Problem:
    say, facts = story.say, story.facts
    return Problem(
        statement=say("Liability claims cost a quarter's profit growth", "责任赔付抵消了季度利润增长"),
        measure="operating_income",
        metric=say("Operating income of the summer quarter", "夏季季度营业利润"),
        unit="USD",
        past_best=7_940_000_000,
        current=7_286_000_000,
        expected=7_900_000_000,
        expected_by=dt.date(2026, 7, 31),
        tolerance=200_000_000,
        risk_trend=4,
        layer="operations",
        scope=say("Stores and fleet in the United States", "美国门店与车队"),
        driver="margin",
        canvas_blocks=("cost_structure",),
        finding_ids=("f-claims",),
        felt_by=("s-cfo", "s-risk"),
        admitted="yes",
        worth=450_000_000,
        evidence=facts("WMT-39"),
        order=1,
    )


def _margin(story: Story) -> Problem:
    say, facts = story.say, story.facts
    return Problem(
        statement=say("Operating margin is below fiscal 2022", "营业利润率低于2022财年"),
        measure="operating_margin",
        metric=say("Operating margin on revenue", "营业利润占收入比"),
        unit="%",
        past_best=4.53,
        current=4.18,
        expected=4.5,
        expected_by=dt.date(2027, 1, 31),
        risk_trend=3,
        layer="financial",
        scope=say("Whole group", "全集团"),
        driver="margin",
        canvas_blocks=("cost_structure",),
        finding_ids=("f-margin", "f-tariffs", "f-wages", "f-inflation"),
        felt_by=("s-cfo",),
        evidence=facts("WMT-02")
        + story.assumed(
            "d-margin",
            "The target of 4.5 % is our assumption; the company guides income, not margin.",
            "4.5%为我方假设；公司只给出利润指引，未给出利润率。",
        ),
        order=2,
    )


def _stock(story: Story) -> Problem:
    say, facts = story.say, story.facts
    return Problem(
        statement=say("Inventory: 40.1 days; 36.5 is within reach", "存货周转40.1天，可降至36.5天"),
        measure="inventory_days",
        metric=say("Inventory days", "存货周转天数"),
        unit=say("days", "天"),
        direction="lower",
        past_best=39.0,
        current=40.1,
        expected=36.5,
        expected_by=dt.date(2027, 1, 31),
        risk_trend=2,
        rival_id="amazon",
        rival=say("Amazon: 38.3 days", "亚马逊：38.3天"),
        layer="operations",
        scope=say("General merchandise first", "先从百货开始"),
        driver="turnover",
        canvas_blocks=("key_activities",),
        finding_ids=("f-stock", "f-automation", "f-online"),
        felt_by=("s-supply",),
        admitted="yes",
        worth=210_000_000,
        evidence=facts("WMT-04", "WMT-40")
        + story.assumed(
            "d-stock",
            "The target of 36.5 days is our assumption; 3.6 days of inventory are US$ 5.3 bn, or US$ 210 m a "
            "year at 4 %.",
            "36.5天为我方假设；3.6天存货约53亿美元，按4%计每年约2.1亿美元。",
        ),
        order=3,
    )


def _shrink(story: Story) -> Problem:
    say, facts = story.say, story.facts
    return Problem(
        statement=say("Theft and loss may rise again", "盗损可能再度上升"),
        measure="other",
        metric=say("Shrink as a share of sales", "损耗占销售额比"),
        unit="%",
        direction="lower",
        current=1.0,
        risk_trend=4,
        layer="operations",
        scope=say("Stores in large cities", "大城市门店"),
        driver="margin",
        probability=0.3,
        loss=900_000_000,
        evidence=facts("WMT-38")
        + story.assumed(
            "d-shrink",
            "1 % is a figure of 2015; probability and loss are our estimate. Walmart has not published an "
            "amount.",
            "1%为2015年数字；概率和损失为我方估算，沃尔玛未公布金额。",
        ),
        order=4,
    )


def needs(story: Story) -> dict[str, Need]:
    """The needs, each at a leaf of its problem's tree; shrink has none yet."""
    say = story.say
    ours = story.assumed(
        "d-needs", "Derived from the causes; to be confirmed with the customer.", "由原因得出，待与客户确认。"
    )
    return {
        "n-incidents": Need(
            problem_id="p-claims",
            node_id="k-late",
            statement=say(
                "See accidents on the same day and remove the cause within a week",
                "当日掌握门店事故，一周内消除原因",
            ),
            smart=True,
            indicators=say(
                "Days from incident to action; claims per million visits",
                "从事故到处置的天数；每百万客流赔付件数",
            ),
            evidence=ours,
            order=1,
        ),
        "n-order": Need(
            problem_id="p-stock",
            node_id="t-store",
            statement=say(
                "Order by store and day, based on deliveries from automated sites",
                "结合自动化仓配送，按店、按日订货",
            ),
            smart=True,
            indicators=say("Inventory days by category; out-of-stock rate", "各品类存货周转天数；缺货率"),
            evidence=ours + story.facts("WMT-29"),
            order=2,
        ),
        "n-price": Need(
            problem_id="p-margin",
            node_id="g-cost",
            statement=say(
                "Know the tariff cost of each item before reordering", "补货前掌握每件商品的关税成本"
            ),
            addressable="part",
            indicators=say("Share of items with a known landed cost", "已知到岸成本的商品占比"),
            evidence=ours,
            order=3,
        ),
    }


def levers(story: Story) -> dict[str, Lever]:
    """What our answers change in Walmart's accounts; amounts are our estimates."""
    say = story.say
    estimate = story.assumed(
        "d-levers", "Our estimate, to be measured in two regions.", "我方估算，待在两个区域实测。"
    )
    no_case = say("No reference case yet; to be shown by the pilot.", "暂无参考案例，待试点验证。")
    return {
        "l-incidents": Lever(
            need_id="n-incidents",
            problem_id="p-claims",
            statement=say(
                "Same-day incident reports with cause and remedy", "当日事故上报，附原因与整改措施"
            ),
            driver="margin",
            kind="operating_expense_percent",
            change=Span(low=-0.05, base=-0.1, high=-0.15),
            share=1.0,
            ramp_years=1,
            one_off=Span(low=15_000_000, base=20_000_000, high=30_000_000),
            running_cost=Span(low=8_000_000, base=10_000_000, high=14_000_000),
            use_of_cash="return",
            case=no_case,
            evidence=estimate,
            order=1,
        ),
        "l-order": Lever(
            need_id="n-order",
            problem_id="p-stock",
            statement=say("Ordering by store and day, based on one forecast", "基于统一预测的按店按日订货"),
            driver="turnover",
            kind="days_inventory_outstanding",
            change=Span(low=-1, base=-2, high=-3),
            share=0.4,
            ramp_years=2,
            one_off=Span(low=30_000_000, base=40_000_000, high=60_000_000),
            running_cost=Span(low=10_000_000, base=12_000_000, high=18_000_000),
            use_of_cash="repay",
            case=no_case,
            evidence=estimate,
            order=2,
        ),
    }

"""New Oriental's problems with their trees of causes, the needs at the leaves, and the levers that answer them."""

from __future__ import annotations

import datetime as dt

from accountkit.model import Lever, Need, Problem, Span
from tools.samples.new_oriental.causes import trees
from tools.samples.new_oriental.methods import worksheets
from tools.samples.story import Story


def problems(story: Story) -> dict[str, Problem]:
    """Two to restore, one to prevent, one to pursue."""
    nodes, sheets = trees(story), worksheets(story)
    told = {
        "p-margin": _margin(story),
        "p-overseas": _overseas(story),
        "p-cities": _cities(story),
        "p-users": _users(story),
    }
    return {
        key: problem.model_copy(update={"nodes": nodes[key], "worksheets": sheets.get(key, {})})
        for key, problem in told.items()
    }


def _margin(story: Story) -> Problem:
    say, facts = story.say, story.facts
    return Problem(
        statement=say("Operating margin is below its level before the rules", "营业利润率低于政策前水平"),
        measure="operating_margin",
        metric=say("Operating margin", "营业利润率"),
        unit="%",
        past_best=11.15,
        current=8.7,
        expected=11.1,
        expected_by=dt.date(2026, 5, 31),
        risk_trend=3,
        layer="financial",
        scope=say("All lines, learning centres first", "各业务线，以教学中心为先"),
        driver="margin",
        canvas_blocks=("cost_structure",),
        finding_ids=("f-margin", "f-centres", "f-efficiency"),
        felt_by=("s-cfo", "s-operations"),
        admitted="yes",
        evidence=facts("EDU-38", "EDU-31"),
        order=1,
    )


def _overseas(story: Story) -> Problem:
    say, facts = story.say, story.facts
    return Problem(
        statement=say("Overseas test preparation has stopped growing", "出国考试培训停止增长"),
        measure="revenue_growth",
        metric=say("Growth of overseas test preparation", "出国考试培训收入增速"),
        unit="%",
        past_best=52,
        current=1,
        expected=5,
        expected_by=dt.date(2026, 5, 31),
        risk_trend=4,
        layer="customer",
        scope=say("Overseas test preparation and study consulting", "出国考试培训与留学咨询"),
        canvas_blocks=("revenue_streams", "customer_segments"),
        finding_ids=("f-overseas",),
        felt_by=("s-cfo",),
        admitted="yes",
        evidence=facts("EDU-10"),
        order=2,
    )


def _cities(story: Story) -> Problem:
    say, facts = story.say, story.facts
    return Problem(
        statement=say("New business depends on ten cities", "新业务依赖十个城市"),
        measure="other",
        metric=say("Top ten cities' share of non-academic tutoring", "十大城市占素养类培训收入比重"),
        unit="%",
        direction="lower",
        current=60,
        risk_trend=4,
        layer="customer",
        scope=say("Non-academic tutoring and learning devices", "素养类培训与学习设备"),
        driver="margin",
        canvas_blocks=("revenue_streams",),
        finding_ids=("f-rules", "f-births"),
        probability=0.15,
        loss=60_000_000,
        evidence=facts("EDU-40")
        + story.assumed(
            "d-cities",
            "Probability and loss are our estimate: one of the ten cities closes classes for a term.",
            "概率和损失为我方估算：十城之一停课一个学期。",
        ),
        order=3,
    )


def _users(story: Story) -> Problem:
    say, facts = story.say, story.facts
    return Problem(
        statement=say("The learning system can retain more families", "智能学习系统可留住更多家庭"),
        measure="other",
        metric=say("Active paid users of the learning system", "智能学习系统活跃付费用户"),
        unit=say("a quarter", "人/季度"),
        past_best=323_000,
        current=255_000,
        expected=400_000,
        expected_by=dt.date(2027, 5, 31),
        risk_trend=3,
        layer="customer",
        scope=say("Learning system and devices, 60 cities", "智能学习系统与设备，60个城市"),
        driver="margin",
        canvas_blocks=("customer_relationships",),
        finding_ids=("f-tablets", "f-devices", "f-models"),
        felt_by=("s-product",),
        evidence=facts("EDU-25")
        + story.assumed(
            "d-users",
            "The target of 400,000 is our assumption; autumn quarters are higher than spring quarters.",
            "40万为我方假设的目标；秋季季度一向高于春季。",
        ),
        order=4,
    )


def needs(story: Story) -> dict[str, Need]:
    """The needs, each at a leaf of its problem's tree. The one for the ten cities is still without an answer."""
    say = story.say
    ours = story.assumed(
        "d-needs",
        "Derived from the causes; to be confirmed with operations.",
        "由原因得出，待与运营部门确认。",
    )
    return {
        "n-plan": Need(
            problem_id="p-margin",
            node_id="m-last-year",
            statement=say(
                "Plan classes, rooms and teaching hours by enrolment, by city and week",
                "按报名情况逐城、逐周编排班级、教室和课时",
            ),
            smart=True,
            indicators=say(
                "Seat use in a centre's first year; paid hours not taught",
                "教学中心首年座位利用率；付薪闲置课时",
            ),
            evidence=ours + story.facts("EDU-22"),
            order=1,
        ),
        "n-demand": Need(
            problem_id="p-overseas",
            node_id="o-late",
            statement=say("Forecast course choices one term ahead", "提前一个学期预测选课去向"),
            addressable="part",
            indicators=say("Enrolment forecast error by course", "各课程报名预测误差"),
            evidence=ours,
            order=2,
        ),
        "n-cities": Need(
            problem_id="p-cities",
            node_id="c-unseen",
            statement=say(
                "Detect weakening cities early, and move courses and teachers in time",
                "及早发现城市走弱，及时调配课程与师资",
            ),
            addressable="part",
            evidence=ours,
            order=3,
        ),
        "n-renewal": Need(
            problem_id="p-users",
            node_id="u-stopped",
            statement=say(
                "Detect inactive users and win them back within the term",
                "及时发现停学用户，并在学期内挽回",
            ),
            smart=True,
            indicators=say(
                "Renewal rate by city; users inactive for two weeks", "各城市续费率；连续两周未使用的用户"
            ),
            evidence=ours,
            order=4,
        ),
    }


def levers(story: Story) -> dict[str, Lever]:
    """What our answers change in New Oriental's accounts; amounts are our estimates."""
    say = story.say
    estimate = story.assumed(
        "d-levers",
        "Our estimate, to be measured in two of the customer's cities.",
        "我方估算，待在客户的两个城市实测。",
    )
    return {
        "l-plan": Lever(
            need_id="n-plan",
            problem_id="p-margin",
            statement=say(
                "Enrolment-based planning of classes, rooms and teachers", "按报名编排班级、教室与师资"
            ),
            driver="margin",
            kind="cost_of_revenue_percent",
            change=Span(low=-0.4, base=-0.8, high=-1.2),
            share=0.6,
            ramp_years=1,
            one_off=Span(low=4_000_000, base=6_000_000, high=9_000_000),
            running_cost=Span(low=1_000_000, base=1_200_000, high=1_600_000),
            use_of_cash="reinvest",
            case=say("No reference case yet; to be shown by the pilot.", "暂无参考案例，待试点验证。"),
            evidence=estimate,
            order=1,
        ),
        "l-renewal": Lever(
            need_id="n-renewal",
            problem_id="p-users",
            statement=say(
                "Early warning on inactive users, with a retention offer", "停学预警与家庭挽回措施"
            ),
            degree="temporary",
            driver="margin",
            kind="volume_percent",
            change=Span(low=0.5, base=1.0, high=2.0),
            share=0.15,
            ramp_years=1,
            one_off=Span(low=500_000, base=800_000, high=1_200_000),
            running_cost=Span(low=300_000, base=400_000, high=600_000),
            years_of_use=3,
            case=say("No reference case yet; to be shown by the pilot.", "暂无参考案例，待试点验证。"),
            evidence=estimate,
            order=2,
        ),
    }

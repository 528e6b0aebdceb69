"""The worked example of methods.md, quota_plan, in millions.

history 20 × 1.10 = 22; pay 2.4 / 10 % = 24; customers 23: base 23.0
+3 % − 1 % + 2 % = +4 %: 23.92; new product 0.5, new segment 0.3: projection 24.72; target 26: gap 1.28
"""

from __future__ import annotations

import pytest

from accountkit.methods import REGISTRY, Analyses
from accountkit.methods.portfolio.line import line_of
from accountkit.model import Opportunity
from accountkit.model.account_line import AccountLine
from accountkit.samples import sample
from tests.methods.plant import answer
from tests.methods.team.house import house, read, sentence, table

KEY = "quota_plan"
M = 1e6
WORKED = {
    "history": 20 * M,
    "growth": 0.10,
    "team_pay": 2.4 * M,
    "pay_ratio": 0.10,
    "by_customers": 23 * M,
    "competitiveness": 0.03,
    "proposition": -0.01,
    "existing": 0.02,
    "new_product": 0.5 * M,
    "new_segment": 0.3 * M,
    "target": 26 * M,
}


def practice(**values):
    return house({f"{KEY}.all": answer(**values)})


def results(**values):
    return read(practice(**values), KEY, "all").results


def test_the_worked_example():
    reading = read(practice(**WORKED), KEY, "all")
    assert reading.results == {
        "by_history": pytest.approx(22 * M),
        "by_pay": pytest.approx(24 * M),
        "base": pytest.approx(23 * M),
        "projection": pytest.approx(24.72 * M),
        "gap": pytest.approx(1.28 * M),
        "pipeline": None,
    }
    assert reading.verdict == "gap" and not reading.flags


def test_the_base_is_the_mean_of_the_methods_at_hand():
    known = WORKED | {"growth": None, "by_customers": None}
    assert results(**known)["base"] == pytest.approx(24 * M)
    assert results(target=26 * M)["gap"] is None, "without a base there is no gap"
    free = results(**WORKED | {"pay_ratio": 0})
    assert free["by_pay"] is None and free["base"] == pytest.approx(22.5 * M)


def test_capacity_limits_the_projection():
    reading = read(practice(**WORKED, capacity_limit=24 * M), KEY, "all")
    assert reading.results["gap"] == pytest.approx(2 * M) and "limited" in reading.flags
    assert not read(practice(**WORKED, capacity_limit=25 * M), KEY, "all").flags


def test_a_target_within_the_projection_is_backed():
    assert read(practice(**WORKED | {"target": 24 * M}), KEY, "all").verdict == "backed"


def test_the_pay_of_the_team_is_that_of_its_grid():
    """1.4 + 1.0 = 2.4 M, at 10 %: 24 M."""
    known = {**WORKED, "team_pay": None}
    grid = table({"team_pay": 1.4 * M}, {"team_pay": 1.0 * M})
    made = house({f"{KEY}.all": answer(**known), "resource_grid.all": grid})
    assert read(made, KEY, "all").results["by_pay"] == pytest.approx(24 * M)


def test_open_deals_in_the_plans_currency_stand_beside_it():
    lines = [
        AccountLine(slug=f"a{n}", pipeline=n * M, currency=one)
        for n, one in enumerate(("USD", "USD", "CNY"), 5)
    ]
    assert Analyses(practice(**WORKED), accounts=tuple(lines)).read(KEY, "all").results["pipeline"] == 11 * M


@pytest.mark.parametrize(
    ("amounts", "sum_of_them"), [((), 0), ((None,), None), ((None, 2 * M), 2 * M), ((0.0, None), 0)]
)
def test_open_deals_of_which_none_says_an_amount_are_not_nothing(amounts, sum_of_them):
    deals = {f"d{n}": Opportunity(how_much=one) for n, one in enumerate(amounts)}
    line = line_of(sample("walmart").model_copy(update={"opportunities": deals}))
    assert line.pipeline == sum_of_them
    plan = Analyses(practice(**WORKED), accounts=(line,)).read(KEY, "all")
    assert plan.results["pipeline"] == sum_of_them


@pytest.mark.parametrize(
    ("weights", "flagged"),
    [({"contract": 0.7, "profit": 0.3}, False), ({"contract": 0.7}, True), ({}, False)],
)
def test_the_weights_sum_to_100_percent(weights, flagged):
    made = practice(**WORKED, **{f"weight_{key}": one for key, one in weights.items()})
    assert ("weights" in read(made, KEY, "all").flags) is flagged


def test_a_check_that_is_not_met_is_a_flag():
    assert read(practice(**WORKED, fair="not_met", cycle="met"), KEY, "all").flags == ("un_fair",)


@pytest.mark.parametrize(
    ("lang", "said", "measured", "backed"),
    [
        (
            "en",
            "Target US$ 26 m, projection US$ 24.72 m, gap US$ 1.28 m.",
            "Target US$ 26 m, projection US$ 24.72 m, gap US$ 1.28 m. Closing measure: a partner.",
            "The target of US$ 24 m is backed: the projection is US$ 24.7 m.",
        ),
        (
            "zh_CN",
            "任务2,600万美元，推演2,472万美元，差距128万美元。",
            "任务2,600万美元，推演2,472万美元，差距128万美元。补差措施：a partner。",
            "任务2,400万美元有资源支撑，推演为2,470万美元。",
        ),
    ],
)
def test_the_sentence(lang, said, measured, backed):
    assert sentence(practice(**WORKED), KEY, lang, "all") == said
    assert sentence(practice(**WORKED, measure="A partner"), KEY, lang, "all") == measured
    assert sentence(practice(**WORKED | {"target": 24 * M}), KEY, lang, "all") == backed


def test_the_stairs_lead_from_the_methods_to_the_target():
    """22, 24, 23; base 23.0; +3 % 0.69, −1 % 0.23, +2 % 0.46; 0.5; 0.3; projection 24.72; gap 1.28; target 26."""
    stairs = REGISTRY[KEY].stairs(read(practice(**WORKED), KEY, "all"))
    levels = [one.value / M for one in stairs if one.is_level]
    assert levels == pytest.approx([22, 24, 23, 23, 24.72, 26])
    steps = [one.value / M for one in stairs if not one.is_level]
    assert steps == pytest.approx([0.69, -0.23, 0.46, 0.5, 0.3, 1.28])
    assert [one.better for one in stairs if not one.is_level] == [True, False, True, True, True, False]
    limited = REGISTRY[KEY].stairs(read(practice(**WORKED | {"capacity_limit": 24 * M}), KEY, "all"))
    (cut,) = [one for one in limited if one.name == "Delivery capacity"]
    assert cut.value / M == pytest.approx(24 - 24.72) and cut.better is False
    assert REGISTRY[KEY].stairs(read(practice(target=26 * M), KEY, "all")) == ()

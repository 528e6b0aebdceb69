"""PEST arithmetic, number for number as methods.md (pest) works it."""

import pytest

from accountkit import methods
from accountkit.methods.environment import pest, pest_reading
from accountkit.methods.environment.pest_prompts import PROMPTS
from accountkit.model import Edit, Finding, apply


def test_the_worked_reporting_duty_has_priority_20_and_is_a_finding(worked):
    factor = pest.measure(worked).factors[0]
    assert (factor.id, factor.weight, factor.priority, factor.is_finding) == ("duty", 20, 20.0, True)


def test_the_worked_sensors_have_priority_6_and_stay_on_watch(worked):
    factor = pest.measure(worked).factors[1]
    assert (factor.id, factor.weight, factor.priority, factor.is_finding) == ("sensors", 12, 6.0, False)


def test_the_worked_political_pressure_is_20_and_its_balance_minus_20(worked):
    reading = pest.measure(worked)
    assert reading.pressure["political"] == 20
    assert reading.balance["political"] == -20
    assert sum(reading.balance.values()) == -26


@pytest.mark.parametrize(
    ("horizon", "factor"), [("now", 1.0), ("6_12", 0.8), ("12_24", 0.5), ("over_24", 0.3)]
)
def test_time_weighs_as_the_rule_says(horizon, factor):
    assert pest_reading.priority(5, 4, horizon) == pytest.approx(20 * factor)


@pytest.mark.parametrize(
    ("effect", "sign"), [("opportunity", 1), ("strength", 1), ("threat", -1), ("weakness", -1)]
)
def test_effects_count_with_their_sign(worked, effect, sign):
    account = apply(worked, [Edit("findings/duty/effect", effect)])
    assert pest.measure(account).balance["political"] == 20 * sign


def test_a_blank_rating_is_not_assessed(worked):
    account = apply(
        worked, [Edit("findings/new", Finding(statement="Wages rise", source_item="economic", impact=5))]
    )
    reading = pest.measure(account)
    assert reading.factors[-1].priority is None
    assert reading.pressure["economic"] == 0
    assert methods.assess(account, "pest").coverage == pytest.approx(2 / 3)


def test_a_refuted_factor_is_listed_and_counts_nowhere(worked):
    account = apply(worked, [Edit("findings/sensors/evidence", ["wrong"])])
    verdict = methods.assess(account, "pest")
    assert {factor.id for factor in verdict.detail.factors} == {"duty", "sensors"}
    assert (verdict.score, verdict.rated, verdict.total) == (-20, 1, 1)


def test_the_score_over_confirmed_factors_leaves_assumed_ones_out(worked):
    verdict = methods.assess(worked, "pest")
    assert (verdict.score, verdict.confirmed_score) == (-26, -20)


def test_the_verdict_is_withheld_under_60_per_cent(worked):
    account = worked
    for key in ("x", "y"):
        account = apply(account, [Edit(f"findings/{key}", Finding(statement=key))])
    verdict = methods.assess(account, "pest")
    assert verdict.coverage == 0.5
    assert verdict.band is None
    assert verdict.band_label == "2 of 4 rated, too few to judge"


def test_rated_high_and_unknown_to_the_customer_is_news_we_can_bring(worked):
    assert not any(factor.is_news for factor in pest.measure(worked).factors)
    account = apply(worked, [Edit("findings/duty/felt", "unaware")])
    assert [factor.id for factor in pest.measure(account).factors if factor.is_news] == ["duty"]


def test_prompts_already_begun_are_no_longer_offered(worked):
    key, edits = pest.pest_offers.begin("social", "ageing_births")
    account = apply(worked, edits)
    assert account.findings[key].source_item == "social"
    assert "ageing_births" not in pest.measure(account).unexplored["social"]
    assert "ageing_births" in pest.measure(worked).unexplored["social"]


def test_there_are_ten_ten_nine_and_ten_prompts():
    assert [len(prompts) for prompts in PROMPTS.values()] == [10, 10, 9, 10]


def test_a_dimension_nobody_knows_is_shown_and_breaks_nothing(worked):
    """Changing dimension is free and never validated."""
    account = apply(worked, [Edit("findings/duty/source_item", "legal")])
    assert pest.measure(account).factors[0].priority == 20


def test_the_brief_says_effect_party_horizon_and_awareness(worked):
    line = methods.assess(worked, "pest").brief[0]
    assert line.text == (
        "Reporting becomes a duty for every plant: a threat for the customer now; the customer is worried."
    )
    assert (line.status, line.path) == ("confirmed", "findings/duty")


def test_a_brief_sentence_without_its_change_is_left_out(worked):
    account = apply(worked, [Edit("findings/duty/change", ""), Edit("findings/duty/statement", "")])
    assert methods.assess(account, "pest").brief == ()


def test_a_long_explanation_names_five_factors_and_counts_the_rest(worked):
    many = {f"x{n}": Finding(statement=f"Factor {n}", impact=2, likelihood=2) for n in range(9)}
    account = worked.model_copy(update={"findings": {**worked.findings, **many}})
    political = methods.assess(account, "pest").parts[0]
    assert political.detail.endswith("; and 5 more")
    assert political.value_text == "−56", "20 and nine times 4, all threats"

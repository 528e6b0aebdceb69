"""PEST arithmetic, number for number as methods.md (pest) works it."""

import pytest

from accountkit import methods
from accountkit.brief import compose
from accountkit.brief.blocks import Table
from accountkit.methods.environment.pest_prompts import PROMPTS, unexplored
from accountkit.methods.environment.pest_reading import Pest, pest, priority
from accountkit.methods.environment.pest_suggestions import begin
from accountkit.model import Account, Edit, Finding, apply


def measure(account: Account) -> Pest:
    return pest(methods.Analyses(account))


def test_the_worked_reporting_duty_has_priority_20_and_is_a_finding(worked):
    factor = measure(worked).rows[0]
    assert (factor.id, factor["priority"], factor.flags) == ("duty", 20.0, ("finding",))


def test_the_worked_sensors_have_priority_6_and_stay_on_watch(worked):
    factor = measure(worked).rows[1]
    assert (factor.id, factor["priority"], factor.flags) == ("sensors", 6.0, ())


def test_the_worked_political_pressure_is_20_and_its_balance_minus_20(worked):
    reading = measure(worked)
    assert reading.pressure("political") == 20
    assert reading.summed("political") == -20
    assert reading.summed() == -26


@pytest.mark.parametrize(
    ("horizon", "factor"), [("now", 1.0), ("6_12", 0.8), ("12_24", 0.5), ("over_24", 0.3)]
)
def test_time_weighs_as_the_rule_says(horizon, factor):
    assert priority(Finding(impact=5, likelihood=4, horizon=horizon)) == pytest.approx(20 * factor)


@pytest.mark.parametrize(
    ("effect", "sign"), [("opportunity", 1), ("strength", 1), ("threat", -1), ("weakness", -1)]
)
def test_effects_count_with_their_sign(worked, effect, sign):
    account = apply(worked, [Edit("findings/duty/effect", effect)])
    assert measure(account).summed("political") == 20 * sign


def test_a_blank_rating_is_not_assessed(worked):
    account = apply(
        worked, [Edit("findings/new", Finding(statement="Wages rise", source_item="economic", impact=5))]
    )
    reading = measure(account)
    assert reading.rows[-1]["priority"] is None
    assert reading.pressure("economic") == 0
    assert methods.assess(account, "pest").coverage == pytest.approx(2 / 3)


def test_a_refuted_factor_is_listed_and_counts_nowhere(worked):
    account = apply(worked, [Edit("findings/sensors/evidence", ["wrong"])])
    verdict = methods.assess(account, "pest")
    assert {factor.id for factor in verdict.detail.rows} == {"duty", "sensors"}
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
    assert not any("news" in factor.flags for factor in measure(worked).rows)
    account = apply(worked, [Edit("findings/duty/felt", "unaware")])
    assert [factor.id for factor in measure(account).rows if "news" in factor.flags] == ["duty"]


def test_prompts_already_begun_are_no_longer_offered(worked):
    key, edits = begin("social", "ageing_births")
    account = apply(worked, edits)
    assert account.findings[key].source_item == "social"
    for known, left in ((account, False), (worked, True)):
        begun = (factor["factor"] for factor in measure(known).rows)
        assert ("ageing_births" in unexplored(begun)["social"]) is left


def test_there_are_ten_ten_nine_and_ten_prompts():
    assert [len(prompts) for prompts in PROMPTS.values()] == [10, 10, 9, 10]


def test_a_dimension_nobody_knows_is_shown_and_breaks_nothing(worked):
    """Changing dimension is free and never validated."""
    account = apply(worked, [Edit("findings/duty/source_item", "legal")])
    assert measure(account).rows[0]["priority"] == 20
    (table,) = (one for one in compose(account).blocks() if isinstance(one, Table) and one.key == "outside")
    assert "legal" in {cell.text for cell in table.rows[0]}


def test_a_change_begins_its_sentence_as_it_was_written(worked):
    account = apply(worked, [Edit("findings/duty/change", "eBay opens a shop")])
    assert methods.assess(account, "pest").brief[0].text.startswith("eBay opens a shop: a threat")


def test_an_edit_of_the_days_after_which_evidence_is_stale_is_seen_at_once(worked):
    analyses = methods.Analyses(apply(worked, [Edit("stale_after_days", 3650)]))
    assert not pest(analyses).stale
    assert pest(analyses.after(apply(worked, [Edit("stale_after_days", 1)]))).stale


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

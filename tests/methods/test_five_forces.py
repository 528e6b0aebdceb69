"""Five forces: driver means, the two readings, and their cross-check (methods.md, five_forces)."""

import pytest

from accountkit import methods
from accountkit.methods import Analyses
from accountkit.methods.environment.force_drivers import FORCES
from accountkit.methods.environment.force_reading import five_forces
from accountkit.methods.marks import opposite
from accountkit.model import Edit, apply


def ratings(account, **values):
    return apply(
        account, [Edit(f"answers/five_forces/ratings/{key}/value", value) for key, value in values.items()]
    )


def read(account):
    return five_forces(Analyses(account))


def test_the_worked_buyers_have_mean_3_8_and_are_strong(worked):
    buyers = read(worked).groups["buyer_power"]
    assert buyers.mean == pytest.approx(3.8)
    assert (buyers.rated, buyers.total) == (5, 6)
    assert buyers.band == "high"


def test_the_worked_readings_differ_by_0_8_and_raise_no_alert(worked):
    buyers = read(worked).groups["buyer_power"]
    assert buyers.mirror == 3
    assert not buyers.differs


def test_readings_1_5_apart_disagree(worked):
    account = ratings(worked, replaced_threshold=1, price_performance=4, improvement=3, propensity=4)
    substitutes = read(account).groups["substitutes"]
    assert (substitutes.mirror, substitutes.mean) == (5, pytest.approx(11 / 3))
    assert not substitutes.differs
    account = ratings(account, improvement=2, propensity=4, switch_cost_sub=4)
    assert read(account).groups["substitutes"].mean == 3.5
    assert read(account).groups["substitutes"].differs


def test_power_is_the_mean_of_its_inputs_unless_rated_directly(worked):
    account = ratings(worked, suppliers_homogeneity=5, suppliers_brand=4, suppliers_region=3)
    power = read(account).marks["power_over_suppliers"]
    assert (power.value, power.derived) == (4, True)
    account = ratings(account, power_over_suppliers=2)
    power = read(account).marks["power_over_suppliers"]
    assert (power.value, power.derived) == (2, False)


def test_one_input_of_three_is_too_little_for_a_power(worked):
    account = ratings(worked, suppliers_brand=5)
    assert read(account).marks["power_over_suppliers"].value is None


def test_a_force_with_two_of_seven_withholds_its_verdict_and_offers_the_rest(worked):
    account = ratings(worked, scale=5, capital=5)
    entrants = read(account).groups["new_entrants"]
    assert (entrants.mean, entrants.band) == (5, None)
    assert entrants.verdict == "2 of 7 rated, too few to judge"
    offer = next(
        o for o in methods.suggestions(account, "five_forces") if o.id == "five_forces.rate.new_entrants"
    )
    assert offer.text == "New entrants: 2 of 7 rated. Rate the rest: 40 s"
    assert offer.path == "answers/five_forces/ratings/brand_loyalty"


def test_pressure_is_the_mean_of_the_forces_and_attractiveness_six_minus_it(worked):
    account = ratings(
        worked, **{item.key: 2 for force in FORCES if force.key != "buyer_power" for item in force.items}
    )
    reading = read(account)
    assert reading.score == pytest.approx((2 * 4 + 3.8) / 5)
    assert opposite(reading.score) == pytest.approx(6 - 11.8 / 5)


def test_expected_is_as_now_unless_said(worked):
    assert read(worked).groups["buyer_power"].expected == pytest.approx(3.8)
    account = apply(worked, [Edit("answers/five_forces/ratings/buyer_power/expected", 5)])
    assert read(account).groups["buyer_power"].expected == 5


def test_the_drivers_are_those_of_the_table():
    assert {force.key: len(force.items) for force in FORCES} == {
        "rivalry": 7,
        "new_entrants": 7,
        "substitutes": 4,
        "supplier_power": 6,
        "buyer_power": 6,
    }


def test_a_strong_force_becomes_a_finding_and_the_finding_a_problem(worked):
    edits = methods.accept(worked, "five_forces.finding.buyer_power")
    account = apply(worked, edits)
    key, finding = next((k, f) for k, f in account.findings.items() if f.source_framework == "five_forces")
    assert finding.source_item == "buyer_power"
    assert finding.statement.startswith("Buyers, strong pressure: few large buyers")
    assert account.wording["zh_CN"][finding.statement].startswith("买方压力强")
    assert not any(
        o.id == "five_forces.finding.buyer_power" for o in methods.suggestions(account, "five_forces")
    )
    account = apply(account, methods.accept(account, f"five_forces.problem.{key}"))
    assert any(problem.finding_ids == (key,) for problem in account.problems.values())


@pytest.mark.parametrize(
    ("key", "effect"), [("replacing_threshold", "opportunity"), ("replaced_threshold", "threat")]
)
def test_a_threshold_of_two_is_offered_and_one_of_three_is_not(worked, key, effect):
    offer = f"five_forces.finding.{key}"
    account = ratings(worked, **{key: 2})
    assert apply(account, methods.accept(account, offer)).findings
    made = [edit for edit in methods.accept(account, offer) if edit.path.startswith("findings/")]
    assert made[0].value["source_item"] == key
    assert made[0].value.get("effect", "threat") == effect
    assert offer not in {o.id for o in methods.suggestions(ratings(worked, **{key: 3}), "five_forces")}


def test_the_sentence_names_who_squeezes_through_what(worked):
    assert methods.assess(worked, "five_forces").sentence == (
        "Strongest competitive pressure: buyers (3.8 of 5). Few large buyers; fully standardised product; "
        "switching is free for buyers."
    )


def test_the_brief_is_silent_while_no_force_has_a_verdict(worked):
    account = apply(worked, [Edit("answers/five_forces/ratings", {})])
    assert methods.assess(account, "five_forces").brief == ()

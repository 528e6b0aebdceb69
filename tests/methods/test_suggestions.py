"""Offers: stable, declinable, and each making the next record of the chain."""

import pytest

from accountkit import methods
from accountkit.errors import InvalidEdit
from accountkit.methods.assessment import suggestion_id
from accountkit.model import Edit, apply, broken_links


def test_a_pest_factor_becomes_a_problem_once(worked):
    account = apply(worked, [Edit("findings/sensors/horizon", "now")])
    account = apply(account, methods.accept(account, "pest.problem.sensors"))
    assert any(problem.finding_ids == ("sensors",) for problem in account.problems.values())
    assert "pest.problem.sensors" not in {offer.id for offer in methods.suggestions(account, "pest")}


@pytest.mark.parametrize("method", ["pest", "five_forces"])
def test_a_problem_rests_on_the_evidence_of_its_finding(worked, method):
    known = {"horizon": "now", "evidence": ("law",), "source_framework": method}
    sensors = worked.findings["sensors"].model_copy(update=known)
    account = worked.model_copy(update={"findings": {**worked.findings, "sensors": sensors}})
    account = apply(account, methods.accept(account, f"{method}.problem.sensors"))
    (problem,) = (one for one in account.problems.values() if one.finding_ids == ("sensors",))
    assert problem.evidence == ("law",) and problem.measure == "other"


def test_two_accepts_make_two_ids(worked):
    account = apply(worked, [Edit("findings/sensors/horizon", "now")])
    first, second = (methods.accept(account, "pest.problem.sensors")[0].path for _ in range(2))
    assert first != second


def test_assessing_twice_gives_equal_offers(worked):
    assert methods.suggestions(worked) == methods.suggestions(worked)


def test_a_declined_offer_stays_away_and_the_others_remain(worked):
    before = methods.suggestions(worked)
    account = apply(worked, [Edit(f"declined/{before[0].id}", "2026-01-15")])
    assert [offer.id for offer in methods.suggestions(account)] == [offer.id for offer in before[1:]]


@pytest.mark.parametrize("offer", ["pest.problem.gone", "nonsense", "", "five_forces.finding.rivalry"])
def test_an_offer_that_no_longer_stands_is_an_error_that_says_so(worked, offer):
    with pytest.raises(InvalidEdit, match="out of date"):
        methods.accept(worked, offer)


def test_taking_every_offer_in_turn_builds_the_chain_without_a_broken_link(worked):
    account = apply(
        worked,
        [
            Edit("needs", {}),
            Edit("motives", {}),
            Edit("commitments", {}),
            Edit("findings/sensors/horizon", "now"),
        ],
    )
    taken = []
    for _round in range(30):
        makers = [offer for offer in methods.suggestions(account) if offer.edits()]
        if not makers:
            break
        account = apply(account, methods.accept(account, makers[0].id))
        taken.append(makers[0].kind)
    assert not makers, "accepting ends"
    assert {"finding", "problem", "need", "lever", "motive"} <= set(taken)
    assert broken_links(account) == []


def test_an_offer_s_id_is_a_key_of_at_most_80_letters():
    long = suggestion_id("pest", "problem", "x" * 80)
    assert len(long) <= 80
    assert long != suggestion_id("pest", "problem", "x" * 79 + "y")

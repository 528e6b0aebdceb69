"""The rule of methods.md, opportunity_elements: the weakest link governs."""

from __future__ import annotations

from typing import Any

import pytest

from accountkit.methods import Analyses
from accountkit.model import Account, Commitment, Contact
from tests.methods.plant import DAY, answer, motive, sentence, with_deal

KEY = "opportunity_elements"
RATED = {"need": 4, "solution": 3, "authority": 4, "budget": 1, "competition": 3}


def account(rated: dict[str, int] = RATED, on: tuple[str, ...] = (), **fields: Any) -> Account:
    return with_deal({f"{KEY}.control": answer(rated=rated, on=on)}, need_ids=("capacity",), **fields)


def read(known: Account):
    return Analyses(known).read(KEY, "control")


def test_deal_strength_is_the_lowest_element():
    reading = read(account())
    assert (reading.score, reading.verdict, reading.confirmed) == (1, "low", None)
    assert read(account(on=("said",))).confirmed == 1


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Coating line control has strength 1 of 5; weakest: budget."),
        ("zh_CN", "涂装线管控方案：商机强度1/5，短板：预算。"),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(account(), KEY, lang) == said


def test_all_that_are_equally_weak_are_named():
    said = sentence(account({**RATED, "competition": 1}), KEY, "en")
    assert said == "Coating line control has strength 1 of 5; weakest: budget and competition."


@pytest.mark.parametrize(("stage", "flags"), [("internal_brew", ()), ("design", ("overdue",)), (None, ())])
def test_an_element_below_the_number_of_the_stage_less_one_is_overdue(stage, flags):
    """Design is the third stage: a budget of 1 is below 2."""
    known = account(stage=stage)
    assert read(known).flags == flags
    assert ("is overdue at this buying stage in: budget." in sentence(known, KEY, "en")) == bool(flags)


def people(known: Account, **update: dict[str, Any]) -> Account:
    changed = {key: known.stakeholders[key].model_copy(update=one) for key, one in update.items()}
    return known.model_copy(update={"stakeholders": {**known.stakeholders, **changed}})


def test_authority_is_derived_from_who_decides_and_whom_we_are_in_contact_with():
    blank = account({})
    assert read(blank).value("authority") is None, "nobody's role in the decision is known"
    assert read(people(blank, it={"decision_roles": ("approver",)})).value("authority") == 1
    known = people(blank, operations={"decision_roles": ("decider_active",)})
    assert read(known).value("authority") == 2
    met = {"c": Contact(stakeholder_ids=("operations",), date=DAY)}
    assert read(known.model_copy(update={"contacts": met})).value("authority") == 3


@pytest.mark.parametrize(("settles", "authority"), [("met", 5), ("not_met", 4)])
def test_a_sponsor_in_the_political_or_the_inner_circle_is_more_than_a_contact(settles, authority):
    """The head of IT is with us, wishes us success, and can change the course; in the inner circle also how it ends."""
    known = people(account({}), it={"attitude": "for_us"})
    private = {
        "power_classes.it": answer(knows="met", changes="met", settles=settles),
        "supporters.it": answer(wishes_success="met"),
    }
    assert read(known.model_copy(update={"private_answers": private})).value("authority") == authority


def test_need_and_budget_are_derived_from_the_motive_the_commitments_and_the_stage():
    blank = account({})
    assert (read(blank).value("need"), read(blank).value("budget")) == (None, None)
    known = blank.model_copy(update={"motives": motive(budget=900_000)})
    assert (read(known).value("need"), read(known).value("budget")) == (4, 3)
    asked = Commitment(
        action="Put it into the round", opportunity_id="control", process="order_progress", status="given"
    )
    assert read(known.model_copy(update={"commitments": {"c": asked}})).value("budget") == 4
    assert read(account({}, stage="design")).value("budget") == 5


def test_what_is_entered_wins_over_what_is_derived():
    known = account({"need": 2}).model_copy(update={"motives": motive()})
    assert read(known).value("need") == 2


def test_equal_deals_are_ordered_by_their_mean():
    known = account()
    other = known.opportunities["control"].model_copy(update={"name": "Other", "order": 1})
    better = {**RATED, "solution": 5}
    known = known.model_copy(
        update={
            "opportunities": {**known.opportunities, "other": other},
            "answers": known.answers | {f"{KEY}.other": answer(rated=better)},
        }
    )
    readings = Analyses(known).readings(KEY)
    assert [one.subject_id for one in readings[0].method.ordered(readings)] == ["other", "control"]

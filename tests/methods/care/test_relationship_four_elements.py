"""relationship_four_elements, worked by hand from its rule: the lowest of 4, 2, 3 and 4 is 2, their mean 3.25."""

from __future__ import annotations

import pytest

from accountkit.methods import Analyses
from accountkit.methods.people.network import STAGES
from accountkit.model import Account, Value
from accountkit.model.deals import PlanAction
from tests.methods.plant import answer, plant, sentence

KEY = "relationship_four_elements"
WORKED = {"contract": 4, "reciprocity": 2, "empathy": 3, "trust": 4}


def account(rated=WORKED, plan: str = "", **added: str) -> Account:
    actions = {"a": PlanAction(action=plan)} if plan else {}
    kept = answer(rated=rated).model_copy(
        update={"values": {key: Value(value=said) for key, said in added.items()}}
    )
    return plant().model_copy(update={"answers": {KEY: kept}, "plan": actions})


def read(*args, **added):
    return Analyses(account(*args, **added)).read(KEY)


def test_the_bond_is_the_weakest_element_shown_with_the_mean():
    reading = read()
    assert (reading.score, reading.weakest, reading.verdict) == (2, "reciprocity", "low")
    assert reading.method.verdict_text(reading) == "low · mean 3.3"


def test_another_answer_has_another_bond():
    reading = read({"contract": 4, "reciprocity": 5, "empathy": 4, "trust": 5})
    assert (reading.score, reading.weakest, reading.verdict) == (4, "contract", "high")
    assert not Analyses(account({**WORKED, "reciprocity": 3})).assess(KEY).suggestions


def test_an_element_at_2_is_the_next_task():
    assert [one.text for one in Analyses(account()).assess(KEY).suggestions] == ["Next task: reciprocity."]


def test_it_is_a_string_of_deals_while_no_added_value_is_noted():
    assert "deals" in read().flags
    assert "deals" not in read(added_social="Introduced two plants to each other").flags


@pytest.mark.parametrize(
    ("action", "forces"),
    [("Send an ultimatum on the price", True), ("向采购施压", True), ("Show a pilot", False)],
)
def test_a_plan_that_forces_the_customer_is_flagged(action, forces):
    assert ("forcing" in read(plan=action).flags) is forces


@pytest.mark.parametrize(
    ("stage", "unseen"), [("liking", True), ("mutual_trust", False), ("persuasion", False)]
)
def test_high_trust_without_a_relationship_of_trust_is_flagged(stage, unseen):
    assert stage in STAGES
    known = account()
    people = {
        key: one.model_copy(update={"relationship_stage": stage}) for key, one in known.stakeholders.items()
    }
    found = Analyses(known.model_copy(update={"stakeholders": people})).read(KEY)
    assert ("unseen" in found.flags) is unseen


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Bond: 2 of 5; weakest element: reciprocity."),
        ("zh_CN", "关系强度：2/5；最弱项：互惠。"),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(account(), KEY, lang, None) == said

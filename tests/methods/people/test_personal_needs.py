"""The worked example of methods.md, personal_needs."""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.people.needs_rules import NEEDS
from accountkit.model import Account, Answer, Evidence, Motive, Rating, Value, in_language
from tests.methods.conftest import MOTIVE_RATINGS, rated
from tests.methods.people.house import CHINESE, house

KEY = "personal_needs"
HELPS, THREATENS, NEUTRAL = "helps", "threatens", "neutral"
OPERATIONS = ((3, THREATENS), (4, HELPS), (2, NEUTRAL), (3, HELPS), (4, HELPS), (5, HELPS))
LEADER = (
    (4, THREATENS),
    (3, THREATENS),
    (3, THREATENS),
    (2, NEUTRAL),
    (5, THREATENS),
    (2, HELPS),
)


def answer(entered, *evidence: str, **values: str) -> Answer:
    pairs = list(zip((one.key for one in NEEDS), entered, strict=True))
    return Answer(
        ratings={key: Rating(value=strength, evidence=evidence) for key, (strength, _effect) in pairs},
        values={
            **{f"{key}_effect": Value(value=effect, evidence=evidence) for key, (_s, effect) in pairs},
            **{key: Value(value=value) for key, value in values.items()},
        },
    )


def worked(**update) -> Account:
    kept = {
        f"{KEY}.operations": answer(OPERATIONS, measure="A second shift leader"),
        f"{KEY}.coating": answer(LEADER),
    }
    return house(private_answers=kept, wording={"zh_CN": CHINESE}, **update)


@pytest.mark.parametrize(
    ("person", "fit", "verdict", "flags"),
    [("operations", 13 / 21, "open", ()), ("coating", -13 / 19, "closed", ("motive_weak",))],
)
def test_fit_and_gate(person, fit, verdict, flags):
    reading = Analyses(worked()).read(KEY, person)
    assert reading.score == pytest.approx(fit)
    assert (reading.verdict, reading.flags) == (verdict, flags)


def test_whoever_is_pushed_may_take_up_the_problem_all_the_same():
    pushed = {"m": Motive(stakeholder_id="coating", pushed_from_above=True)}
    assert Analyses(worked(motives=pushed)).read(KEY, "coating").flags == ("pushed",)


@pytest.mark.parametrize(
    ("lang", "internal", "neutral"),
    [
        (
            "en",
            "For head of operations the change matters through achievement, safety, power; fit 0.62.",
            "For the work of head of operations we plan a second shift leader during the change.",
        ),
        (
            "zh_CN",
            "对运营负责人而言，改变关乎成就、安全、权力；契合度0.62。",
            "针对运营负责人的工作，变更期间安排A second shift leader。",
        ),
    ],
)
def test_the_sentences(lang, internal, neutral):
    with use_language(lang):
        said = Analyses(in_language(worked(), lang)).assess(KEY, "operations").brief
    assert [line.internal for line in said] == [True, False]
    assert said[0].text == internal and said[1].text.lower() == neutral.lower()


def test_a_need_whose_effect_is_not_known_is_left_out_and_fit_on_confirmed_claims_stands_beside():
    sure = {"e": Evidence(source="Talk", grade="B", status="confirmed", confirmed_by="Seller")}
    half = answer(OPERATIONS)
    half = half.model_copy(update={"values": {k: v for k, v in half.values.items() if k != "comfort_effect"}})
    ratings = {**half.ratings, "safety": Rating(value=4, evidence=("e",))}
    values = {**half.values, "safety_effect": Value(value=HELPS, evidence=("e",))}
    half = half.model_copy(update={"ratings": ratings, "values": values})
    reading = Analyses(house(private_answers={f"{KEY}.it": half}, evidence=sure)).read(KEY, "it")
    assert (reading.score, reading.confirmed) == (pytest.approx(16 / 18), 1)


def test_nothing_helps_and_nothing_threatens_is_a_closed_gate():
    even = tuple((3, NEUTRAL) for _one in NEEDS)
    kept = {f"{KEY}.it": answer(even)}
    assert Analyses(house(private_answers=kept)).read(KEY, "it").verdict == "closed"


@pytest.mark.parametrize(
    ("person", "fields", "gates", "verdict"),
    [
        ("operations", {}, (), "forming"),
        ("coating", {}, ("personal_fit",), "weak"),
        ("coating", {"pushed_from_above": True}, (), "forming"),
        ("coating", {"personal_fit": 0.5}, (), "forming"),
    ],
)
def test_a_closed_gate_leaves_a_weak_motive_at_most(person, fields, gates, verdict):
    motive = Motive(stakeholder_id=person, need_id="capacity", ratings=rated(MOTIVE_RATINGS), **fields)
    reading = Analyses(worked(motives={"m": motive})).read("motive_assessment", "m")
    assert (reading.gates, reading.verdict) == (gates, verdict)

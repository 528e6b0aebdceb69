"""The rule of methods.md, first_impression."""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.model import Account, Answer, Rating, Value, in_language
from tests.methods.people.house import CHINESE, house

KEY = "first_impression"
SIGNALS = {"appearance": 4, "speech": 3, "body": 4, "custom": 5}
JUDGED = {"character": 3, "competence": 2, "initiative": 3}


def account(ratings: dict[str, int], **values: str) -> Account:
    answer = Answer(
        ratings={key: Rating(value=value) for key, value in ratings.items()},
        values={key: Value(value=value) for key, value in values.items()},
    )
    return house(private_answers={f"{KEY}.purchasing": answer}, wording={"zh_CN": CHINESE})


def test_before_the_visit_readiness_is_the_mean_of_the_signals():
    reading = Analyses(account(SIGNALS)).read(KEY, "purchasing")
    assert reading.means["signals"] == 4 and (reading.score, reading.verdict) == (None, None)
    said = Analyses(account(SIGNALS)).assess(KEY, "purchasing").sentence
    assert said == "Ready for the first contact with purchasing manager: 4.0 of 5."


def test_after_it_the_score_is_what_the_customer_judges():
    reading = Analyses(account({**SIGNALS, **JUDGED})).read(KEY, "purchasing")
    assert reading.score == pytest.approx(8 / 3) and reading.verdict == "middle"
    assert reading.flags == ()


@pytest.mark.parametrize(
    ("judged", "shared", "flags"),
    [
        (JUDGED, "yes", ("other_contact",)),
        (JUDGED, "no", ()),
        (dict.fromkeys(JUDGED, 3), "yes", ()),
    ],
)
def test_a_poor_judgement_that_others_know_asks_for_another_contact(judged, shared, flags):
    assert Analyses(account(judged, told=shared)).read(KEY, "purchasing").flags == flags


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "First contact with purchasing manager: 2.7 of 5; watch halo effect, belief perseverance."),
        ("zh_CN", "与采购经理首次接触评价2.7/5；留意光环效应、信念固着。"),
    ],
)
def test_the_sentence(lang, sentence):
    noted = account(JUDGED, halo="One good reference", perseverance="Said so in the meeting")
    with use_language(lang):
        said = Analyses(in_language(noted, lang)).assess(KEY, "purchasing").brief
    assert [(line.text, line.internal) for line in said] == [(sentence, True)]

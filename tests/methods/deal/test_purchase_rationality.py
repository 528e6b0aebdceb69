"""The worked example of methods.md, purchase_rationality."""

from __future__ import annotations

from typing import Any

import pytest

from accountkit.methods import Analyses
from accountkit.model import Account
from tests.methods.plant import answer, sentence, with_deal

KEY = "purchase_rationality"
WORKED = {"importance": 4, "organisation_size": 3, "participants": 5, "formality": 3, "pace": 4}


def account(rated: dict[str, int] = WORKED, **fields: Any) -> Account:
    facts = {"necessity": 3, "sameness": 2}
    return with_deal({f"{KEY}.control": answer(rated=rated)}, **{**facts, **fields})


def read(known: Account):
    return Analyses(known).read(KEY, "control")


def test_predicted_is_rational_and_observed_agrees():
    reading = read(account())
    assert reading.value("risk") == 3.5 and reading.marks["risk"].derived
    assert (reading.means["causes"], reading.means["symptoms"]) == (3.5, 4.0)
    assert (reading.score, reading.verdict, reading.flags) == (3.5, "high", ())


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Coating line control: the purchase leans rational. Expect many participants and slow steps."),
        ("zh_CN", "涂装线管控方案：该采购偏理性，预计多人参与、节奏慢。"),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(account(), KEY, lang) == said


@pytest.mark.parametrize(
    ("rated", "flags"),
    [
        ({"participants": 5, "formality": 5, "pace": 5}, ("careful",)),
        ({"participants": 2, "formality": 3, "pace": 2}, ("by_feel",)),
        ({"participants": 3, "formality": 3, "pace": 3}, ()),
    ],
)
def test_symptoms_that_lie_apart_by_1_or_more_say_so(rated, flags):
    assert read(account({**WORKED, **rated})).flags == flags


def test_the_size_of_the_order_stands_for_importance_that_is_not_rated():
    rated = {key: value for key, value in WORKED.items() if key != "importance"}
    reading = read(account({**rated, "order_size": 2}))
    assert reading.value("importance") == 2


def test_a_must_that_is_interchangeable_carries_little_risk_and_leans_to_the_emotional_side():
    reading = read(account({**WORKED, "importance": 2}, necessity=5, sameness=5))
    assert reading.value("risk") == 1 and reading.verdict == "low"

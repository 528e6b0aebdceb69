"""The rule of methods.md, decision_style: start at mixed, ask for the precedent first."""

from __future__ import annotations

import pytest

from accountkit.methods import Analyses
from accountkit.model import Account
from tests.methods.plant import answer, plant, sentence

KEY = "decision_style"


def account(**values: object) -> Account:
    wording = {"zh_CN": {"the general manager decided alone": "总经理一人决定"}}
    return plant().model_copy(update={"answers": {KEY: answer(**values)}, "wording": wording})


@pytest.mark.parametrize(
    ("values", "style"),
    [
        ({"precedent": "the general manager decided alone"}, "mixed"),
        ({"precedent": "x", "one_decider": 1}, "mixed"),
        ({"precedent": "x", "one_decider": 2}, "individual"),
        ({"precedent": "x", "written_rules": "yes"}, "collective"),
        ({"precedent": "x", "written_rules": "yes", "style": "mixed"}, "mixed"),
        ({"steps": "x"}, None),
        ({}, None),
    ],
)
def test_the_style_follows_from_the_precedents_unless_it_is_entered(values, style):
    assert Analyses(account(**values)).read(KEY).verdict == style


def test_what_is_known_is_counted():
    reading = Analyses(account(precedent="x")).read(KEY)
    assert (reading.rated, reading.total) == (2, 3)
    assert [one.key for one in reading.unknown] == ["steps_known"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "The customer's decision style is individual. Last time: the general manager decided alone.",
        ),
        ("zh_CN", "决策方式为一人决策，上次做法：总经理一人决定。"),
    ],
)
def test_the_sentence(lang, said):
    known = account(precedent="the general manager decided alone", one_decider=2)
    assert sentence(known, KEY, lang, None) == said


def test_an_unknown_style_is_asked_for():
    assert sentence(account(), KEY, "en", None) == "Ask how the last similar project was decided."

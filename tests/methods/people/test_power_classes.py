"""The worked example of methods.md, power_classes."""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.people.power_rules import inner_circle
from accountkit.model import Answer, in_language
from tests.methods.conftest import rated
from tests.methods.people.house import CHINESE, POWER, answers, house
from tests.methods.people.test_influence_score import KEYS, RATED

KEY = "power_classes"
INFLUENCE = {
    f"influence_score.{person}": Answer(
        ratings=rated({key: value for key, value in zip(KEYS, values, strict=True) if value})
    )
    for person, values in RATED.items()
}


def worked(**update):
    return house(private_answers={**answers(KEY, POWER), **INFLUENCE}, wording={"zh_CN": CHINESE}, **update)


@pytest.mark.parametrize(
    ("person", "power"),
    [
        ("coating", "unaware"),
        ("quality", "watcher"),
        ("it", "political"),
        ("operations", "inner"),
        ("manager", "inner"),
        ("finance", None),
    ],
)
def test_three_questions_in_order(person, power):
    assert Analyses(worked()).read(KEY, person).verdict == power


def test_influence_suggests_political_for_both_of_the_inner_circle_and_agrees_on_it():
    flags = {person: Analyses(worked()).read(KEY, person).flags for person in ("operations", "manager", "it")}
    assert flags == {"operations": ("mismatch",), "manager": ("mismatch",), "it": ()}


def test_from_4_influence_suggests_the_inner_circle():
    strong = dict.fromkeys(KEYS, 4)
    answer = {"influence_score.it": Answer(ratings=rated(strong))}
    account = worked()
    account = account.model_copy(update={"private_answers": {**account.private_answers, **answer}})
    assert Analyses(account).read(KEY, "it").flags == ("mismatch",)


def test_the_inner_circle_is_known_without_a_reading():
    assert set(inner_circle(worked())) == {"operations", "manager"}


def test_ties_to_the_inner_circle_suggest_internal_politics():
    account = worked()
    bare = {key: one for key, one in account.private_answers.items() if key.startswith(KEY)}
    offers = (
        Analyses(account.model_copy(update={"private_answers": bare}))
        .assess("influence_score", "it")
        .suggestions
    )
    assert [offer.text for offer in offers] == ["The ties suggest 2 for the internal politics of head of IT."]
    (edit,) = offers[0].edits()
    assert (edit.path, edit.value) == ("private_answers/influence_score.it/ratings/politics/value", 2)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "Inner circle: general manager, head of operations; political circle: head of IT."),
        ("zh_CN", "核心圈：总经理、运营负责人；政治圈：信息化负责人。"),
    ],
)
def test_the_sentence_names_the_people_in_the_accounts_own_order(lang, sentence):
    with use_language(lang):
        verdict = Analyses(in_language(worked(), lang)).assess(KEY)
    assert [(line.text, line.internal) for line in verdict.brief] == [(sentence, True)]

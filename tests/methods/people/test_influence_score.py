"""The worked example of methods.md, influence_score."""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.model import Answer, Rating, in_language
from tests.methods.plant import plant

KEYS = (
    "willingness",
    "temperament",
    "expertise",
    "history",
    "position",
    "politics",
    "process",
    "amount",
    "culture",
)
RATED = {
    "operations": (5, 4, 4, 3, 4, 3, 4, 4, None),
    "manager": (2, 4, 2, 4, 5, 5, 5, 3, 4),
    "it": (3, 2, 5, 4, 2, 3, 3, 3, 3),
}


@pytest.fixture(scope="module")
def analyses() -> Analyses:
    answers = {
        f"influence_score.{person}": Answer(
            ratings={key: Rating(value=value) for key, value in zip(KEYS, values, strict=True) if value}
        )
        for person, values in RATED.items()
    }
    return Analyses(plant().model_copy(update={"private_answers": answers}))


@pytest.mark.parametrize(
    ("person", "personal", "organisational", "score", "band", "rated", "flags"),
    [
        ("operations", 4.0, 3.75, 3.875, "high", 8, ()),
        ("manager", 3.0, 4.4, 3.70, "high", 9, ("dormant",)),
        ("it", 3.5, 2.8, 3.15, "middle", 9, ("fragile_support", "hidden_opinion_leader")),
    ],
)
def test_the_worked_example(analyses, person, personal, organisational, score, band, rated, flags):
    reading = analyses.read("influence_score", person)
    assert reading.means == {
        "personal": pytest.approx(personal),
        "organisational": pytest.approx(organisational),
    }
    assert reading.score == pytest.approx(score)
    assert (reading.verdict, reading.rated, reading.total) == (band, rated, 9)
    assert reading.flags == flags


def test_the_order_of_effort(analyses):
    known = [reading for reading in analyses.readings("influence_score") if reading.score]
    ranked = sorted(known, key=lambda reading: -reading.score)
    assert [reading.subject_id for reading in ranked] == ["operations", "manager", "it"]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [("en", "General manager: influence 3.7 of 5 (dormant)."), ("zh_CN", "总经理：影响力3.7/5（未介入）。")],
)
def test_the_sentence_is_for_the_internal_edition(lang, sentence):
    account = plant().model_copy(
        update={
            "wording": {"zh_CN": {"General manager": "总经理"}},
            "private_answers": {
                "influence_score.manager": Answer(
                    ratings={k: Rating(value=v) for k, v in zip(KEYS, RATED["manager"], strict=True)}
                )
            },
        }
    )
    with use_language(lang):
        verdict = Analyses(in_language(account, lang)).assess("influence_score", "manager")
        assert verdict.sentence == sentence
        assert [(s.text, s.internal) for s in verdict.brief] == [(sentence, True)]

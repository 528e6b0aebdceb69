"""Labels: every key of the model has its word, in both languages, and no two keys of a family share one."""

from typing import get_args

import pytest

from accountkit.i18n import translated, use_language
from accountkit.methods import labels
from accountkit.model import claims, deals, evidence, people, problems


@pytest.mark.parametrize(
    ("family", "choices"),
    [
        ("dimension", claims.Dimension),
        ("party", claims.Party),
        ("effect", claims.Effect),
        ("horizon", claims.Horizon),
        ("felt", claims.Felt),
        ("grade", evidence.Grade),
        ("problem_type", problems.ProblemType),
        ("answered", problems.Answered),
        ("addressable", problems.Addressable),
        ("layer", problems.Layer),
        ("degree", problems.Degree),
        ("use_of_cash", problems.UseOfCash),
        ("appetite", people.Appetite),
        ("level", people.Level),
        ("guided_by", deals.GuidedBy),
    ],
)
def test_every_key_of_the_model_has_a_word(family, choices):
    assert set(labels.WORDS[family]) == set(get_args(choices))


@pytest.mark.parametrize("family", labels.WORDS)
def test_words_of_a_family_differ_and_are_translated(family):
    words = list(labels.WORDS[family].values())
    chinese = [translated(word, "zh_CN") for word in words]
    assert len(set(words)) == len(words) == len(set(chinese))
    assert all(word != other for word, other in zip(words, chinese, strict=True))


def test_choices_carry_the_other_language_for_the_hover():
    with use_language("zh_CN"):
        assert labels.choices("effect")[1] == {"value": "threat", "title": "威胁", "other": "threat"}
    assert labels.choices("effect")[1] == {"value": "threat", "title": "threat", "other": "威胁"}


def test_no_key_reads_as_a_dash():
    assert labels.label("effect", None) == "–"

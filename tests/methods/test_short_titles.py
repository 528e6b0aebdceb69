"""A problem that the figures suggest has a title of a few words in both languages; a withheld score is no number."""

from __future__ import annotations

import re

import pytest

from accountkit import methods
from accountkit.i18n import use_language
from accountkit.methods.method import WITHHELD
from accountkit.methods.summary import score_line
from accountkit.model import Edit, apply, in_language, remove
from accountkit.samples import sample

UNROUNDED = re.compile(r"\d[.,]\d{3,}(?!\d)")


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_a_problem_from_the_figures_has_a_short_title(lang):
    account = sample("new-oriental").model_copy(update={"problems": {}})
    with use_language(lang):
        offers = [offer for offer in methods.suggestions(account, "dupont_roe") if offer.kind == "problem"]
        assert offers
        for offer in offers:
            after = apply(account, offer.edits())
            (key, problem), *rest = after.problems.items()
            assert not rest and 0 < len(problem.statement) <= 60
            assert not UNROUNDED.search(problem.statement) and "×" not in problem.statement
            for value in (problem.current, problem.past_best, problem.expected):
                assert value is None or value == round(value, 3)
            other = in_language(after, "zh_CN" if lang == "en" else "en").problems[key].statement
            assert other != problem.statement and len(other) <= 60


@pytest.mark.parametrize("key", ["five_forces", "motive_assessment"])
def test_a_withheld_score_is_no_number(key):
    account = sample("walmart")
    if key == "five_forces":
        kept = list(account.answers[key].ratings)[:4]
        edits = [remove(f"answers/{key}")] + [Edit(f"answers/{key}/ratings/{k}/value", 4) for k in kept]
    else:
        edits = [
            remove(f"motives/{name}/ratings/{next(iter(motive.ratings))}")
            for name, motive in account.motives.items()
        ]
    verdict = methods.assess(apply(account, edits), key)
    assert verdict.score is not None and verdict.band is None and verdict.band_label
    assert verdict.score_text == verdict.confirmed_text == WITHHELD
    assert score_line(verdict, methods.REGISTRY[key].summed).startswith(f"Score {WITHHELD} (")

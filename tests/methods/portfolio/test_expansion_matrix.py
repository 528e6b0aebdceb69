"""Expansion matrix, worked by hand from the rule: both axes from 2.5 to below 3.5 are the small pond, else each is cut at 3.

The ideal customer of 1.75 is a potential of 3.70; with the difficulty of 3.58 from its test: storm the fortress.
"""

from __future__ import annotations

import pytest

from accountkit.figures.shapes import drawing
from accountkit.methods import Analyses
from accountkit.methods.portfolio.expansion_matrix import METHOD
from accountkit.model import Segment
from tests.methods.portfolio import test_expansion_difficulty as difficulty
from tests.methods.portfolio import test_ideal_customer as ideal
from tests.methods.portfolio.ours import practice, sentence

KEY = "expansion_matrix"


@pytest.mark.parametrize(
    ("potential", "difficult", "strategy"),
    [
        (5, 1, "grow"),
        (5, 5, "storm"),
        (1, 1, "cast_net"),
        (1, 5, "nurture"),
        (3, 3, "small_pond"),
        (3, 4, "storm"),
    ],
)
def test_what_is_rated_on_the_segment_has_its_strategy(potential, difficult, strategy):
    reading = Analyses(practice(segment={"potential": potential, "difficulty": difficult})).read(KEY, "metal")
    assert (reading.y, reading.x, reading.verdict) == (potential, difficult, strategy)


@pytest.mark.parametrize(
    ("x", "y", "cell", "near"),
    [
        (2.5, 2.5, "small_pond", {"cast_net"}),
        (3.49, 3.0, "small_pond", {"storm", "nurture"}),
        (3.5, 3.0, "storm", {"small_pond", "nurture"}),
        (3.0, 3.0, "small_pond", set()),
        (3.0, 4.5, "storm", {"grow"}),
        (3.25, 4.5, "storm", {"grow"}),
        (3.26, 4.5, "storm", set()),
        (2.4, 3.6, "grow", {"small_pond"}),
    ],
)
def test_the_field_in_the_middle_and_what_is_near(x, y, cell, near):
    assert METHOD.cell_at(x, y).key == cell
    assert METHOD.near(x, y) == near


def scored():
    answers = {"ideal_customer.metal": ideal.answer(4, 3, 2), **difficulty.ours().answers}
    return practice(answers, segment={"brand": 2})


def test_the_axes_follow_from_the_scorecards():
    reading = Analyses(scored()).read(KEY, "metal")
    assert (reading.y, reading.x) == (pytest.approx(3.695, abs=0.001), pytest.approx(3.583, abs=0.001))
    assert (reading.verdict, reading.borders, reading.flags) == ("storm", (METHOD.middle,), ())


def test_the_sentence():
    ours = practice(segment={"potential": 5, "difficulty": 4})
    assert sentence(ours, KEY) == (
        "Metal finishing: storm the fortress (potential 5.0, difficulty 4.0). Use partners, patience and every opening."
    )
    assert (
        sentence(ours, KEY, "zh_CN")
        == "金属表面处理：攻坚（潜力5.0，难度4.0）。借助合作伙伴，保持耐心，把握每个机会。"
    )
    assert "close to run a small pond" in sentence(scored(), KEY)


def test_a_rating_on_the_segment_stands_and_a_contradiction_shows():
    """1 against 3.70: more than 1.5 apart."""
    known = scored()
    segment = known.segments["metal"].model_copy(update={"potential": 1})
    reading = Analyses(known.model_copy(update={"segments": {"metal": segment}})).read(KEY, "metal")
    assert (reading.verdict, reading.flags) == ("nurture", ("contradicted",))


def test_all_segments_are_in_one_picture_and_listed_by_strategy():
    ours = practice(
        segment={"potential": 5, "difficulty": 5},
        foods=Segment(name="Foods", potential=5, difficulty=1, order=1),
        pumps=Segment(name="Pumps", potential=3, difficulty=3, order=2),
    )
    readings = Analyses(ours).readings(KEY)
    drawn = drawing(readings[0], readings)
    assert drawn.figure["data"][0]["customdata"] == ["metal", "foods", "pumps"]
    named = {
        note["text"].replace("<b>", "").replace("</b>", "") for note in drawn.figure["layout"]["annotations"]
    }
    assert {"run a small pond", "nurture"} <= named
    assert sentence(ours, KEY, about=None) == (
        "Expansion strategies: Foods (make it big and strong), Pumps (run a small pond), and "
        "Metal finishing (storm the fortress)."
    )

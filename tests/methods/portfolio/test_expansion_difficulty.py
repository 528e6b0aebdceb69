"""Expansion difficulty, worked by hand (methods.md prints no example).

access     (2 + 3 + 4 + 3) / 4                                             = 3.00
position   brand 2 reads 4, with fluency 3, people 4, solution 2: 13 / 4    = 3.25
cycle      (4 + 5) / 2                                                     = 4.50
difficulty (3.00 + 3.25 + 4.50) / 3 = 10.75 / 3                            = 3.58, high
"""

from __future__ import annotations

import pytest

from accountkit.methods import Analyses
from tests.methods.portfolio.ours import practice, rated, sentence

KEY = "expansion_difficulty"
RATINGS = {
    "marketing_reach": 2,
    "partner_resources": 3,
    "cold_visits": 4,
    "decider_reach": 3,
    "fluency": 3,
    "people_known": 4,
    "solution_quality": 2,
    "procurement_rules": 4,
    "decision_speed": 5,
}


def ours(brand: int | None = 2, **ratings: int):
    return practice({f"{KEY}.metal": rated(RATINGS | ratings)}, segment={"brand": brand})


def test_the_worked_example():
    reading = Analyses(ours()).read(KEY, "metal")
    assert reading.means == {"access": 3.0, "competitiveness": 3.25, "cycle": 4.5}
    assert (reading.score, reading.verdict) == (pytest.approx(3.583, abs=0.001), "high")


def test_a_strong_brand_makes_it_easier():
    """Brand 5 reads 1: (1 + 3 + 4 + 2) / 4 = 2.5; (3 + 2.5 + 4.5) / 3 = 3.33."""
    reading = Analyses(ours(brand=5)).read(KEY, "metal")
    assert (reading.score, reading.verdict) == (pytest.approx(10 / 3), "middle")
    unknown = Analyses(ours(brand=None)).read(KEY, "metal")
    assert (unknown.means["competitiveness"], unknown.rated, unknown.total) == (3.0, 9, 10)


def test_the_sentence():
    assert sentence(ours(), KEY) == "Metal finishing: expansion difficulty 3.6 of 5; hardest: sales cycle."
    assert sentence(ours(), KEY, "zh_CN") == "金属表面处理：拓展难度3.6/5；最难在销售周期。"

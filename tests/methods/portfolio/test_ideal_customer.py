"""The worked example of methods.md, ideal_customer: power 4, habit 3, cost 2 give 1.75 and a potential of 3.70."""

from __future__ import annotations

import pytest

from accountkit.methods import Analyses
from accountkit.methods.portfolio.ideal_customer import GROUPS
from accountkit.methods.portfolio.segment_rules import potential
from tests.methods.portfolio.ours import practice, rated, sentence

KEY = "ideal_customer"


def answer(power: int, habit: int, cost: int):
    marks = zip(GROUPS, (power, habit, cost), strict=True)
    return rated({item.key: value for group, value in marks for item in group.items})


def read(power: int, habit: int, cost: int, **settings: str):
    ours = practice({f"{KEY}.metal": answer(power, habit, cost), KEY: rated(**settings)})
    return Analyses(ours).read(KEY, "metal")


@pytest.mark.parametrize(
    ("power", "habit", "cost", "ratio", "verdict", "at"),
    [
        (4, 3, 2, 1.75, "high", 3.70),
        (4, 3, 4, 0.875, "low", 2.83),
        (3, 3, 3, 1.0, "high", 3.0),
        (5, 3, 2, 2.0, "very_high", 3.86),
        (5, 5, 1, 5.0, "very_high", 5.0),
        (1, 1, 5, 0.2, "low", 1.0),
    ],
)
def test_ratio_and_potential(power, habit, cost, ratio, verdict, at):
    reading = read(power, habit, cost)
    assert (reading.score, reading.verdict) == (pytest.approx(ratio), verdict)
    assert potential(reading.score) == pytest.approx(at, abs=0.005)


def test_the_sentence():
    ours = practice({f"{KEY}.metal": answer(4, 3, 2)})
    assert sentence(ours, KEY) == "Metal finishing: ideal-customer ratio 1.8 (high); limited by buying habit."
    assert sentence(ours, KEY, "zh_CN") == "金属表面处理：理想度1.8（高）；短板为购买习惯。"
    dear = practice({f"{KEY}.metal": answer(4, 3, 5)})
    assert sentence(dear, KEY).endswith("(low); limited by selling cost.")


def test_an_indicator_that_we_do_without_counts_nowhere():
    """Power without its size of 1: (6 × 4) / 6 = 4; with it (24 + 1) / 7 = 3.57."""
    marks = answer(4, 3, 2).ratings | {"size": rated({"size": 1}).ratings["size"]}
    answers = {f"{KEY}.metal": answer(4, 3, 2).model_copy(update={"ratings": marks})}
    assert Analyses(practice(answers)).read(KEY, "metal").score == pytest.approx((25 / 7 + 3) / 2 / 2)
    without = practice(answers | {KEY: rated(use_size="no")})
    reading = Analyses(without).read(KEY, "metal")
    assert (reading.score, reading.rated, reading.total) == (pytest.approx(1.75), 13, 13)


def test_without_a_rated_cost_there_is_no_ratio():
    marks = {
        key: one
        for key, one in answer(4, 3, 2).ratings.items()
        if key not in ("entry_cost", "bargaining", "visiting")
    }
    reading = Analyses(
        practice({f"{KEY}.metal": answer(4, 3, 2).model_copy(update={"ratings": marks})})
    ).read(KEY, "metal")
    assert (reading.score, reading.verdict) == (None, None)

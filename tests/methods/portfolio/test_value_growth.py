"""Value and growth, worked by hand (methods.md prints no example). Thousands.

80, 100, 120        slope 20, mean 100                                  20 / 100      = +20 %  up
120, 110, 100, 95   ((−1.5)·13.75 + (−0.5)·3.75 + 0.5·(−6.25) + 1.5·(−11.25)) / 5 = −8.5;  / 106.25 = −8 %  down
100, 105, 100       slope 0                                                            =   0 %  flat
"""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.model import Account, Answer, Value
from tests.methods.portfolio.test_value_matrix import LINES

KEY = "value_growth"
RISING, FALLING, LEVEL = (80, 100, 120), (120, 110, 100, 95), (100, 105, 100)


def account(profits: tuple[float, ...], slug: str = "x", **entered: str) -> Account:
    past = {f"profit_history.{age}": Value(value=1e3 * one) for age, one in enumerate(reversed(profits))}
    own = Answer(values={key: Value(value=value) for key, value in entered.items()})
    return Account(slug=slug, answers={"lifetime_value": Answer(values=past), KEY: own})


def read(profits: tuple[float, ...], slug: str = "x", **entered: str):
    return Analyses(account(profits, slug, **entered), accounts=LINES).read(KEY)


@pytest.mark.parametrize(("profits", "slope"), [(RISING, 0.2), (FALLING, -0.08), (LEVEL, 0)])
def test_the_worked_slopes(profits, slope):
    assert read(profits).x == pytest.approx(slope, abs=1e-9)


@pytest.mark.parametrize(
    ("profits", "level", "cell"),
    [
        (RISING, "high", "invest"),
        (LEVEL, "high", "hold"),
        (FALLING, "high", "rescue"),
        (RISING, "low", "grow"),
        (LEVEL, "low", "automate"),
        (FALLING, "low", "release"),
    ],
)
def test_each_cell(profits, level, cell):
    assert read(profits, value=level).verdict == cell


def test_the_level_follows_from_the_value_matrix():
    assert read(RISING, "b").verdict == "invest" and read(RISING, "d").verdict == "grow"
    assert read(RISING, "b").marks["value"].derived


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "Value high, trend down (−8 % a year): rescue."),
        ("zh_CN", "价值高、趋势下降（每年−8%）：挽救。"),
    ],
)
def test_the_sentence(lang, expected):
    with use_language(lang):
        said = Analyses(account(FALLING, value="high")).assess(KEY)
    assert said.sentence.replace("\u202f", " ").replace("\xa0", " ") == expected
    assert [one.internal for one in said.brief] == [True]


@pytest.mark.parametrize("profits", [(), (100, 120), (-100, 0, 100)])
def test_two_years_or_a_mean_of_nothing_give_no_trend(profits):
    reading = read(profits, value="high")
    assert reading.x is None and reading.verdict is None


def test_losses_that_shrink_are_a_rise():
    """−120, −100, −80: slope +20, mean −100: +20 % of its size."""
    assert read((-120, -100, -80)).x == pytest.approx(0.2)

"""The trailing twelve months. Apple's by hand, USD million, from its reports for fiscal 2025 and the quarter after it:

revenue 416,161 + 143,756 − 124,300 = 435,617; net income 112,010 + 42,097 − 36,330 = 117,777; margin 27.04 %.
Equity (88,190 + 66,758) / 2 = 77,474; return on equity 117,777 / 77,474 = 152.02 %.
Total assets (379,297 + 344,085) / 2 = 361,691; turnover 435,617 / 361,691 = 1.2044.
"""

import datetime as dt
from pathlib import Path

import pytest

from accountkit import finance
from accountkit.finance.returns.trailing_in_words import trailing_in_words, trailing_rows
from accountkit.model import Figure, Statement
from accountkit.sources import read

APPLE = Path(__file__).parents[1] / "data" / "companyfacts" / "CIK0000320193.json.gz"


@pytest.fixture(scope="module")
def apple():
    return read(APPLE)


def statement(end, months=12, **lines):
    figures = {line: Figure(value=value) for line, value in lines.items()}
    return Statement(period_end=dt.date.fromisoformat(end), months=months, figures=figures)


def held(*statements):
    return {s.period_end.isoformat(): s for s in statements}


YEAR = statement("2024-12-31", revenue=100, net_income=10, total_assets=80, equity=40)
NOW = statement("2025-06-30", 6, revenue=60, net_income=7, total_assets=90, equity=45)
BEFORE = statement("2024-06-30", 6, revenue=50, net_income=4, total_assets=70, equity=35)


def test_apples_twelve_months_by_hand(apple):
    found = finance.trailing(apple.statements, apple.interim, owners="parent")
    values = {line: figure.value / 1e6 for line, figure in found.statement.figures.items()}
    assert (values["revenue"], values["net_income"]) == (435617, 117777)
    assert (values["total_assets"], values["equity"]) == (379297, 88190)  # balances are never added up
    ratios = {name: round(value, 4) for name, value in found.result.ratios.items()}
    assert ratios == {
        "net_margin": 0.2704,
        "asset_turnover": 1.2044,
        "equity_multiplier": 4.6685,
        "return_on_equity": 1.5202,
    }


def test_the_years_are_what_they_were(apple):
    alone = finance.dupont(apple.statements)
    assert [y.period_end.isoformat() for y in alone.years] == sorted(apple.statements)


def test_a_flow_says_of_which_periods_it_is_made(apple):
    found = finance.trailing(apple.statements, apple.interim)
    assert found.statement.figures["revenue"].origin.note == (
        "year to 27 September 2025 + 3 months to 27 December 2025 − 3 months to 28 December 2024"
    )


@pytest.mark.parametrize(
    "interim",
    [
        (NOW,),
        (NOW, BEFORE.model_copy(update={"months": 3})),
        (NOW, BEFORE.model_copy(update={"currency": "EUR"})),
        (NOW, BEFORE.model_copy(update={"period_end": dt.date(2024, 3, 31)})),
    ],
)
def test_without_the_same_period_of_the_year_before_it_says_so(interim):
    found = finance.trailing(held(YEAR), held(*interim))
    assert found.statement is None
    assert found.missing == (
        "The twelve months to 30 June 2025 cannot be calculated: the same period of the year before is missing."
    )


def test_a_line_that_one_of_the_three_lacks_is_named():
    before = statement("2024-06-30", 6, revenue=50, total_assets=70)
    found = finance.trailing(held(YEAR), held(NOW, before))
    assert found.missing == (
        "The twelve months to 30 June 2025 cannot be calculated: one of their three periods has no net income."
    )


def test_without_the_balances_a_year_before_there_is_no_return_and_it_says_why():
    before = statement("2024-06-30", 6, revenue=50, net_income=4)
    found = finance.trailing(held(YEAR), held(NOW, before))
    own = finance.dupont(held(YEAR), basis="ending")
    assert found.result.factors["net_margin"] == pytest.approx(13 / 110)
    assert found.result.return_on_equity is None
    assert trailing_in_words(found, own) == (
        "In the twelve months to 30 June 2025 revenue was US$ 110 (FY2024: US$ 100); net income was US$ 13"
        " (FY2024: US$ 10). The opening balance is missing. Import the year before, or use ending balances."
    )
    ending = finance.trailing(held(YEAR), held(NOW, before), basis="ending")
    assert ending.result.return_on_equity == pytest.approx(13 / 45)


def test_an_interim_statement_of_a_year_that_is_whole_by_now_is_no_running_year():
    assert finance.trailing(held(YEAR), held(BEFORE)) is None
    assert finance.trailing({}, held(NOW, BEFORE)) is None


def test_a_part_of_a_year_shows_no_return(apple):
    own = finance.dupont(apple.statements)
    rows = trailing_rows(finance.trailing(apple.statements, apple.interim), own)
    assert [row[-1] for row in rows] == ["–", "–", "171.4\u202f%", "152.0\u202f%"]

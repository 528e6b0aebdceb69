"""Interim reports of the SEC's companyfacts: what is kept of the running year.

Apple, USD million. Form 10-Q for the quarter to 27 December 2025: sales 143,756, net income 42,097; of the quarter a year
before 124,300 and 36,330. Total assets 379,297 and 344,085; equity 88,190 and 66,758.
"""

import datetime as dt

import pytest

from accountkit.model import Account, apply
from accountkit.sources import import_edits, read
from tests.sources.tables import DATA
from tests.sources.test_companyfacts import APPLE, document, fact, imported, year


@pytest.fixture(scope="module")
def apple():
    return read(DATA / "companyfacts" / f"{APPLE}.json.gz")


def to_date(end, value, start, **more):
    return fact(end, value, start=start, form="10-Q", **more)


def millions(statement):
    return {line: figure.value / 1e6 for line, figure in statement.figures.items()}


def test_apples_running_year_and_the_same_period_before_are_kept_apart_from_the_years(apple):
    assert list(apple.interim) == ["2024-12-28", "2025-12-27"]
    assert not apple.interim.keys() & apple.statements.keys()
    now, before = millions(apple.interim["2025-12-27"]), millions(apple.interim["2024-12-28"])
    assert (now["revenue"], now["net_income"], now["total_assets"], now["equity"]) == (
        143756,
        42097,
        379297,
        88190,
    )
    assert (before["revenue"], before["net_income"], before["total_assets"], before["equity"]) == (
        124300,
        36330,
        344085,
        66758,
    )
    assert {s.months for s in apple.interim.values()} == {3}


def test_the_filing_of_an_interim_figure_is_named(apple):
    origin = apple.interim["2025-12-27"].figures["revenue"].origin
    assert (origin.source, origin.filed.isoformat()) == ("10-Q filed with the SEC", "2026-01-30")


def test_a_period_begins_with_its_year_and_quarters_within_it_are_left_out():
    found = imported(
        Revenues=[
            year("2023-12-31", 100),
            year("2024-12-31", 120),
            to_date("2024-06-30", 55, "2024-01-01"),
            to_date("2024-06-30", 30, "2024-04-01"),
            to_date("2025-03-31", 28, "2025-01-01"),
            to_date("2025-06-30", 60, "2025-01-01"),
            to_date("2025-06-30", 32, "2025-04-01"),
        ],
    ).interim
    assert {end: (s.months, s.figures["revenue"].value) for end, s in found.items()} == {
        "2024-06-30": (6, 55),
        "2025-03-31": (3, 28),
        "2025-06-30": (6, 60),
    }


def test_interim_reports_before_the_last_year_ended_are_not_kept():
    found = imported(Revenues=[year("2024-12-31", 120), to_date("2024-09-30", 80, "2024-01-01")])
    assert found.interim == {}


@pytest.mark.parametrize(
    ("vintage", "value"), [("as_last_filed", 29), ("as_first_filed", 28), ("one_filing", 28)]
)
def test_a_restated_interim_figure_follows_the_vintage(vintage, value):
    rows = [
        year("2024-12-31", 120),
        to_date("2025-03-31", 28, "2025-01-01", filed="2025-04-30", accession="a"),
        to_date("2025-03-31", 29, "2025-01-01", filed="2025-08-01", accession="b"),
    ]
    found = read(document(Revenues=rows), "x.json", vintage=vintage)
    assert found.interim["2025-03-31"].figures["revenue"].value == value


def test_an_import_keeps_them_in_the_account_and_lets_go_of_those_that_serve_no_more(apple):
    old = apple.interim["2024-12-28"].model_copy(update={"period_end": dt.date(2021, 12, 25)})
    account = Account(slug="apple", interim={"2021-12-25": old})
    account = apply(account, import_edits(account, apple))
    assert account.interim == apple.interim
    assert account.statements == apple.statements
    assert import_edits(account, apple) == []

"""Interim reports of the SEC's companyfacts: what is kept of the running year.

Apple, USD million. Form 10-Q for the quarter to 27 December 2025: sales 143,756, net income 42,097; of the quarter a year
before 124,300 and 36,330. Total assets 379,297 and 344,085; equity 88,190 and 66,758.
"""

import datetime as dt

import pytest

from accountkit import finance
from accountkit.model import Account, apply
from accountkit.sources import import_edits, paste, read
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


APPLES_DATES = {
    "2024-09-28": (391_035, 93_736, 364_980, 56_950),
    "2024-12-28": (124_300, 36_330, 344_085, 66_758),
    "2025-09-27": (416_161, 112_010, 359_241, 73_733),
    "2025-12-27": (143_756, 42_097, 379_297, 88_190),
}
"""Apple's revenue, net income, total assets and equity from the beginning of its year to a date, USD million."""


def table_of(dates, head="USD million,Revenue,Net income,Total assets,Equity"):
    return "\n".join([head, *(",".join(map(str, (end, *values))) for end, values in dates.items())]).encode()


def test_interim_dates_of_a_table_of_cumulative_figures_are_those_of_the_filings(apple):
    found = read(table_of(APPLES_DATES), "dates.csv", fiscal_year_end="09-28")
    assert list(found.statements) == ["2024-09-28", "2025-09-27"]
    assert {end: s.months for end, s in found.interim.items()} == {"2024-12-28": 3, "2025-12-27": 3}
    twelve = [finance.trailing(one.statements, one.interim) for one in (found, apple)]
    assert twelve[0].result.return_on_equity == pytest.approx(twelve[1].result.return_on_equity)
    assert not any("were skipped" in warning for warning in found.warnings)


def test_chinese_cumulative_dates_are_kept_and_what_serves_no_more_is_named():
    text = (
        "报告日\t营业收入\t净利润\n20200630\t22\t3\n20191231\t40\t4\n20190930\t30\t3\n20190630\t20\t2\n20190331\t10\t1\n"
        "20181231\t38\t4"
    )
    found = paste(text)
    assert {end: s.months for end, s in found.interim.items()} == {"2019-06-30": 6, "2020-06-30": 6}
    left = next(warning for warning in found.warnings if "were skipped" in warning)
    assert "2019-03-31" in left and "2019-09-30" in left and "06-30" not in left


def test_months_are_counted_in_days_where_a_year_ends_on_the_saturday_nearest_to_the_end_of_january():
    before = {"2025-02-01": 100, "2025-05-03": 24, "2025-11-01": 76}
    dates = {**before, "2026-01-31": 104, "2026-05-02": 26, "2026-10-31": 80}
    rows = {end: (value, 1, 1, 1) for end, value in dates.items()}
    found = read(table_of(rows), "weeks.csv", fiscal_year_end="01-31")
    assert {end: s.months for end, s in found.interim.items()} == {
        "2025-05-03": 3,
        "2025-11-01": 9,
        "2026-05-02": 3,
        "2026-10-31": 9,
    }
    assert finance.trailing(found.statements, found.interim).statement.figures["revenue"].value == 108e6


def test_single_quarters_are_no_running_year():
    quarters = {"2024-12-31": 10, "2025-03-31": 11, "2025-06-30": 12, "2024-06-30": 10, "2024-03-31": 9}
    rows = {end: (value, 1, 1, 1) for end, value in quarters.items()}
    assert read(table_of(rows), "quarters.csv").interim == {}


def test_costs_below_zero_are_turned_in_both():
    rows = "date,Revenue,Cost of revenue,Gross profit\n2023-12-31,90,-50,40\n2023-06-30,40,-20,20\n2024-12-31,100,-60,40\n2025-06-30,60,-35,25\n2024-06-30,50,-30,20"
    found = read(rows.encode(), "costs.csv")
    assert {s.figures["cost_of_revenue"].value for s in found.interim.values()} == {35, 30}


H1 = {"2023-12-31": (100, 10, 80, 40), "2023-06-30": (45, 4, 70, 38), "2024-06-30": (55, 6, 90, 44)}
"""Revenue, net income, total assets and equity of an invented company: by hand 100 + 55 − 45 = 110 in the twelve months."""


def columns_of(labels, rows=H1, unit="USD million"):
    """A table with the periods in columns under these labels, in the order of `rows`."""
    lines = ("Revenue", "Net income", "Total assets", "Equity")
    values = [[line, *(str(v[place]) for v in rows.values())] for place, line in enumerate(lines)]
    return "\n".join(",".join(row) for row in ([unit, *(f'"{label}"' for label in labels)], *values)).encode()


@pytest.mark.parametrize(
    "labels",
    [
        ("2023", "2023H1", "2024H1"),
        ("FY23", "1H23", "1H24"),
        ("FY2023", "H1 2023", "H1 2024"),
        ("2023年报", "2023年中报", "2024年中报"),
        ("2023年报", "2023半年报", "2024半年报"),
        ("2023年度", "2023年1-6月", "2024年1-6月"),
        ("2023", "6M23", "6M24"),
        ("December 31, 2023", "Six months ended June 30, 2023", "Six months ended June 30, 2024"),
    ],
)
def test_labels_of_half_years_are_interim_statements(labels):
    found = read(columns_of(labels), "labels.csv")
    assert list(found.statements) == ["2023-12-31"]
    assert {end: s.months for end, s in found.interim.items()} == {"2023-06-30": 6, "2024-06-30": 6}
    assert finance.trailing(found.statements, found.interim).statement.figures["revenue"].value == 110e6
    assert not any("skipped" in warning for warning in found.warnings)


NINE = {"2023-12-31": (100, 10, 80, 40), "2023-09-30": (72, 7, 75, 39), "2024-09-30": (85, 9, 95, 46)}
SINGLE = {**NINE, "2023-09-30": (26, 3, 75, 39), "2024-09-30": (30, 4, 95, 46)}


@pytest.mark.parametrize(
    "labels",
    [
        ("2023年报", "2023年三季报", "2024年三季报"),
        ("2023", "9M 2023", "9M 2024"),
        ("2023", "2023Q3", "2024Q3"),
    ],
)
def test_nine_months_by_label_are_kept(labels):
    found = read(columns_of(labels, NINE), "labels.csv")
    assert {end: s.months for end, s in found.interim.items()} == {"2023-09-30": 9, "2024-09-30": 9}


@pytest.mark.parametrize(
    "labels",
    [
        ("2023", "2023Q3", "2024Q3"),
        ("2023", "Q3 2023", "3Q24"),
        (
            "December 31, 2023",
            "Three months ended September 30, 2023",
            "Three months ended September 30, 2024",
        ),
    ],
)
def test_a_quarter_alone_is_left_out_and_named_by_its_label(labels):
    found = read(columns_of(labels, SINGLE), "labels.csv")
    assert list(found.statements) == ["2023-12-31"] and found.interim == {}
    assert all(any(label in warning for warning in found.warnings) for label in labels[1:])


def test_a_half_year_ends_six_months_into_the_companys_own_year():
    rows = {"2024-05-31": H1["2023-12-31"], "2023-11-30": H1["2023-06-30"], "2024-11-30": H1["2024-06-30"]}
    found = read(columns_of(("FY2024", "2024H1", "2025H1"), rows), "labels.csv", fiscal_year_end="05-31")
    assert (list(found.statements), list(found.interim)) == (["2024-05-31"], ["2023-11-30", "2024-11-30"])


@pytest.mark.parametrize(
    ("column", "names"),
    [
        ("period", ("FY", "H1", "H1")),
        ("fiscal_period", ("FY", "Q2", "Q2")),
        ("报告类型", ("年报", "中报", "中报")),
    ],
)
def test_dates_with_a_column_of_periods_beside_them(column, names):
    head = f"date,{column},Revenue,Net income,Total assets,Equity"
    rows = [f"{end},{name},{','.join(map(str, v))}" for (end, v), name in zip(H1.items(), names, strict=True)]
    found = read("\n".join([head, *rows]).encode(), "rows.csv", unit="million")
    assert (list(found.statements), list(found.interim)) == (["2023-12-31"], ["2023-06-30", "2024-06-30"])


def test_quarters_in_a_column_of_periods_are_left_out():
    head = "date,period,Revenue,Net income\n2023-12-31,FY,100,10\n2023-12-31,Q4,25,2"
    found = read(f"{head}\n2024-06-30,3M,28,3".encode(), "rows.csv", unit="million")
    assert found.statements["2023-12-31"].figures["revenue"].value == 100e6
    assert found.interim == {} and len([w for w in found.warnings if "not a full year" in w]) == 2

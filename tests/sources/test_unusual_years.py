"""A year that is not like others says so: 53 weeks, a stub period, predecessor and successor, hyperinflation."""

from __future__ import annotations

import pytest

from accountkit import finance, sources
from accountkit.i18n import use_language
from tests.finance.statements import by_end, statement
from tests.sources.filed import Filed, figures

REVENUE, PROFIT, ASSETS, EQUITY = "Revenues", "NetIncomeLoss", "Assets", "StockholdersEquity"


def notes(filed: Filed, **choices) -> dict[str, str]:
    years = finance.dupont(filed.read(**choices).statements).years
    return {year.period_end.isoformat(): " ".join(year.notes) for year in years}


def retailer() -> Filed:
    """A retailer whose year ends on the Saturday nearest to the end of January; the second year has 53 weeks."""
    years = [("2022-01-30", "2023-01-28"), ("2023-01-29", "2024-02-03"), ("2024-02-04", "2025-02-01")]
    filed = Filed()
    for start, end in years:
        filed.filing(
            f"{end[:4]}-03-20",
            {REVENUE: {f"{start}/{end}": 1000}, PROFIT: {f"{start}/{end}": 50}},
            {ASSETS: {end: 900}, EQUITY: {end: 400}},
        )
    return filed


def test_a_year_of_53_weeks_says_so_and_no_other():
    said = {end: "53 weeks" in note for end, note in notes(retailer()).items()}
    assert said == {"2023-01-28": False, "2024-02-03": True, "2025-02-01": False}
    with use_language("zh_CN"):
        assert "53周" in notes(retailer())["2024-02-03"]


def test_a_plain_table_tells_its_53_weeks_by_the_distance_of_its_ends():
    table = "period_end,revenue,net_income,total_assets,equity\n"
    for end in ("2023-01-28", "2024-02-03", "2025-02-01"):
        table += f"{end},1000,50,900,400\n"
    years = finance.dupont(sources.read(table.encode(), "retailer.csv").statements).years
    assert ["53 weeks" in " ".join(y.notes) for y in years] == [False, True, False]


def moved() -> Filed:
    """From December to June: a report on form 10-KT for six months, then years to June."""
    filed = Filed()
    for year, equity in ((2018, 390), (2019, 400)):
        filed.filing(
            f"{year + 1}-02-20",
            {REVENUE: {f"{year}-12-31": 1000}, PROFIT: {f"{year}-12-31": 80}},
            {ASSETS: {f"{year}-12-31": 900}, EQUITY: {f"{year}-12-31": equity}},
        )
    filed.filing(
        "2020-08-20",
        {REVENUE: {"2020-01-01/2020-06-30": 480}, PROFIT: {"2020-01-01/2020-06-30": 30}},
        {ASSETS: {"2020-06-30": 950}, EQUITY: {"2020-06-30": 420}},
        form="10-KT",
    )
    return filed.filing(
        "2021-08-20",
        {REVENUE: {"2021-06-30": 1100}, PROFIT: {"2021-06-30": 90}},
        {ASSETS: {"2020-06-30": 950, "2021-06-30": 1000}, EQUITY: {"2020-06-30": 420, "2021-06-30": 440}},
    )


@pytest.mark.parametrize("vintage", ["as_last_filed", "one_filing"])
def test_a_moved_year_end_is_said_at_the_stub_and_at_the_year_after_it(vintage):
    said = notes(moved(), vintage=vintage)
    assert "Transition period of 6 months" in said["2020-06-30"]
    assert "the 6 months before this year are in no year" in said["2021-06-30"]
    assert "months" not in said["2019-12-31"]
    last = finance.dupont(moved().read(vintage=vintage).statements).years[-1]
    assert last.return_on_equity == pytest.approx(90 / 430)


def test_a_stub_among_statements_that_were_typed_is_not_a_silent_year():
    ends = {"2019-12-31": 1000, "2020-06-30": 480, "2021-06-30": 1100}
    typed = by_end(
        *(statement(end, revenue=r, net_income=80, total_assets=900, equity=400) for end, r in ends.items())
    )
    first, stub, last = finance.dupont(typed, basis="ending").years
    assert "only 182 days earlier" in " ".join(stub.notes)
    assert "days earlier" not in " ".join((*first.notes, *last.notes))


def emerged() -> Filed:
    """A company that left bankruptcy on 30 June 2020: 2020 is filed in two parts, with fresh values from July on."""
    return (
        Filed()
        .filing(
            "2020-02-20",
            {REVENUE: {"2019-12-31": 1000}, PROFIT: {"2019-12-31": -200}},
            {
                ASSETS: {"2018-12-31": 2100, "2019-12-31": 2000},
                EQUITY: {"2018-12-31": 500, "2019-12-31": 300},
            },
        )
        .filing(
            "2021-02-20",
            {
                REVENUE: {"2020-01-01/2020-06-30": 300, "2020-07-01/2020-12-31": 400},
                PROFIT: {"2020-01-01/2020-06-30": 900, "2020-07-01/2020-12-31": 20},
            },
            {
                ASSETS: {"2019-12-31": 2000, "2020-12-31": 1200},
                EQUITY: {"2019-12-31": 300, "2020-12-31": 620},
            },
        )
    )


def test_predecessor_and_successor_make_no_year_and_say_so():
    found = emerged().read()
    assert figures(found, "2020-12-31") == {"total_assets": 1200, "equity": 620}
    last = finance.dupont(found.statements, basis="ending").years[-1]
    assert last.return_on_equity is None
    assert any("the accounts start anew on 1 July 2020" in note for note in last.notes)


def test_quarters_of_a_whole_year_are_no_predecessor():
    filed = emerged().filing(
        "2022-02-20",
        {
            PROFIT: {"2021-12-31": 60, "2021-01-01/2021-06-30": 25, "2021-07-01/2021-12-31": 35},
            REVENUE: {"2021-12-31": 900},
        },
        {ASSETS: {"2021-12-31": 1250}, EQUITY: {"2021-12-31": 680}},
    )
    assert "anew" not in notes(filed)["2021-12-31"]


def pesos() -> Filed:
    """A bank in Buenos Aires (20-F, IAS 29): each report is in the pesos of its own year end, 100 % inflation."""
    filed = Filed("ifrs-full", "ARS")
    flows = {
        "Revenue": 1000,
        "ProfitLossAttributableToOwnersOfParent": 100,
        "GainsLossesOnNetMonetaryPosition": -70,
    }
    balances = {"Assets": 5000, "EquityAttributableToOwnersOfParent": 600}
    for place, year in enumerate((2022, 2023, 2024)):
        now, before = (
            2.0**place,
            2.0**place * 0.9,
        )  # the year before in money of now: a tenth less in real terms
        filed.filing(
            f"{year + 1}-04-20",
            {c: {f"{year}-12-31": v * now, f"{year - 1}-12-31": v * before} for c, v in flows.items()},
            {c: {f"{year}-12-31": v * now, f"{year - 1}-12-31": v * before} for c, v in balances.items()},
            form="20-F",
        )
    return filed


def test_hyperinflation_has_its_opening_balance_in_the_money_of_its_own_report():
    found = pesos().read()
    years = finance.dupont(found.statements).years
    # every year is 10 % larger than the one before in real terms: 100 on the mean of 600 and 540
    for year in years[-3:]:
        assert year.return_on_equity == pytest.approx(100 / 570)
        assert any("IAS 29" in note and "purchasing power" in note for note in year.notes)


def test_hyperinflation_without_a_restated_opening_is_not_comparable():
    filed = pesos()
    for concept in ("Assets", "EquityAttributableToOwnersOfParent"):
        rows = filed.facts[concept]["units"]["ARS"]
        rows[:] = [r for r in rows if r["end"][:4] == str(int(r["filed"][:4]) - 1)]
    assert "not comparable" in notes(filed)["2024-12-31"]

"""Tables with many companies: long ones with concepts or lines, and which company is meant."""

import csv

import pytest

from accountkit.errors import EntityNeeded, StatementError
from accountkit.sources import read
from tests.sources.tables import DATA, millions, said, values

TENK = DATA / "us_10k_facts.csv"
PEERS = DATA / "peer_statements.csv"


def test_the_ticker_chooses_the_company():
    # Apple and Home Depot, Forms 10-K for fiscal 2024, USD million
    apple = read(TENK, ticker="AAPL")
    assert millions(apple, "2024-09-28")["net_income"] == 93736
    assert apple.entity == "AAPL" and apple.currency == "USD" and apple.kind == "long"
    assert millions(read(TENK, ticker="hd"), "2025-02-02")["net_income"] == 14806


def test_without_a_choice_the_companies_are_offered():
    with pytest.raises(EntityNeeded, match="14 companies") as caught:
        read(TENK)
    assert {"AAPL", "WMT", "HD"} <= set(caught.value.entities)


def test_a_company_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(StatementError, match=r"XYZ.*AAPL"):
        read(TENK, ticker="XYZ")


def test_walmarts_revenue_is_the_total_with_membership_income():
    # Walmart, Form 10-K for fiscal 2026: total revenues 680,985 in fiscal 2025, net sales 674,538
    found = read(DATA / "walmart_annual_facts.csv")
    assert millions(found, "2025-01-31")["revenue"] == 680985
    origin = found.statements["2025-01-31"].figures["revenue"].origin
    assert (origin.concept, origin.accession, str(origin.filed)) == (
        "Revenues",
        "0000104169-26-000055",
        "2026-03-13",
    )
    assert millions(found, "2023-01-31") == {"equity_total": 83754}


def test_both_owners_of_walmart_are_kept_apart():
    found = millions(read(DATA / "walmart_annual_facts.csv"), "2025-01-31")
    assert (found["net_income"], found["net_income_total"]) == (19436, 20157)
    assert (found["equity"], found["equity_total"]) == (91013, 97421)


def test_every_fact_of_every_company_is_read_or_offered():
    rows = list(csv.DictReader(TENK.read_text().splitlines()))
    for ticker in sorted({row["ticker"] for row in rows}):
        found = read(TENK, ticker=ticker)
        labels = {row["concept"] for row in rows if row["ticker"] == ticker}
        assert {m.label for m in found.mapping} | set(found.unmapped) == labels
        taken = {
            (p, f.origin.label): f.value for p, s in found.statements.items() for f in s.figures.values()
        }
        given = {
            (r["period_end"], r["concept"]): float(r["value_usd"]) for r in rows if r["ticker"] == ticker
        }
        assert taken.items() <= given.items()


def test_lines_units_sources_and_precision_of_each_row_are_kept():
    found = read(PEERS, entity="TAL Education Group")
    assert values(found, "2021-02-28")["revenue"] == 4_495_755e3
    assert values(found, "2019-02-28")["revenue"] == 2_563e6
    figure = found.statements["2019-02-28"].figures["revenue"]
    assert figure.approximate and "MarketBeat" in figure.origin.source and "rounded" in figure.origin.note
    assert not found.statements["2022-02-28"].figures["revenue"].approximate


def test_a_company_in_another_currency_is_read_in_it():
    assert read(PEERS, entity="Gaotu").currency == "CNY"
    assert read(PEERS, entity="Home Depot").currency == "USD"


@pytest.mark.parametrize(
    "entity", ["New Oriental", "TAL Education Group", "Gaotu Techedu", "Walmart", "Home Depot", "Amazon"]
)
def test_every_row_of_the_peer_file_arrives_in_its_unit(entity):
    size = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
    rows = [r for r in csv.DictReader(PEERS.read_text().splitlines()) if r["entity"] == entity]
    found = read(PEERS, entity=entity)
    taken = {(p, f.origin.label): f.value for p, s in found.statements.items() for f in s.figures.values()}
    for row in rows:
        if row["line"] not in found.unmapped:
            assert taken[row["period_end"], row["line"]] == pytest.approx(
                float(row["value"]) * size[row["unit"]], rel=1e-12
            )
    assert set(found.unmapped) <= {"operating_income_normalised"}


def test_a_later_filing_replaces_an_earlier_one_and_keeps_it():
    text = (
        "concept,period_end,value_usd,filed,accession\nNetIncomeLoss,2009-09-26,5704000000,2009-10-27,A-1\n"
        "NetIncomeLoss,2009-09-26,8235000000,2010-01-25,A-2\nAssets,2009-09-26,47501000000,2010-01-25,A-2\n"
    )
    figure = read(text.encode(), "x.csv").statements["2009-09-26"].figures["net_income"]
    assert (figure.value, figure.origin.accession, figure.origin.replaced[0].value) == (8235e6, "A-2", 5704e6)


def test_two_values_without_a_filing_date_are_an_error():
    text = "line,period_end,value\nrevenue,2024-12-31,1\nrevenue,2024-12-31,2\nnet_income,2024-12-31,1"
    with pytest.raises(StatementError, match=r"C2.*C3"):
        read(text.encode(), "x.csv")


def test_a_row_without_a_period_is_named():
    text = "line,period_end,value\nrevenue,soon,1\nnet_income,2024-12-31,1"
    assert said(read(text.encode(), "x.csv"), "C2")


def test_a_wide_table_of_companies_gives_one():
    # 万科A 2019, ashare_fy2019.csv
    found = read(DATA / "ashare_fy2019.csv", entity="000002")
    assert found.entity == "万科A" and found.currency == "CNY" and len(found.entities) == 1037
    assert values(found, "2019-12-31")["net_income"] == 38872086881.32
    assert values(found, "2019-12-31")["equity_total"] == 270579115412.96
    assert "equity" not in values(found, "2019-12-31")
    assert read(DATA / "ashare_fy2019.csv", entity="万科A").statements == found.statements

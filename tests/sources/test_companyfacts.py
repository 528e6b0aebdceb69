"""SEC companyfacts: real answers for three companies, and small documents for the traps that they do not have."""

import datetime as dt
import json
from itertools import pairwise

import pytest

from accountkit.errors import LineNotFound, StatementError, UnreadableFile
from accountkit.sources import read
from tests.sources.tables import DATA, millions, said, values

APPLE, ALPHABET, SNOWFLAKE = ("CIK0000320193", "CIK0001652044", "CIK0001640147")


@pytest.fixture(scope="module")
def apple():
    return read(DATA / "companyfacts" / f"{APPLE}.json.gz")


def fact(
    end, value, *, start=None, form="10-K", filed="2025-02-01", accession="0000000001-25-000001", **more
):
    return {
        "start": start,
        "end": end,
        "val": value,
        "form": form,
        "filed": filed,
        "accn": accession,
        "fy": 2024,
        "fp": "FY",
        **more,
    }


def year(end, value, **more):
    return fact(end, value, start=f"{end[:4]}-01-01", **more)


def document(taxonomy="us-gaap", **concepts):
    facts = {
        name: {"units": rows if isinstance(rows, dict) else {"USD": rows}} for name, rows in concepts.items()
    }
    return json.dumps({"cik": 1, "entityName": "X Corp", "facts": {taxonomy: facts}}).encode()


def imported(taxonomy="us-gaap", *, currency=None, mapping=None, **concepts):
    return read(document(taxonomy, **concepts), "x.json", currency=currency, mapping=mapping)


def test_apple_fiscal_2023_and_2024_as_filed(apple):
    # Form 10-K for fiscal 2024, 0000320193-24-000123, USD million; fiscal 2023 has 53 weeks and ends on 30 September
    found = millions(apple, "2024-09-28")
    assert (found["revenue"], found["net_income"], found["total_assets"], found["equity"]) == (
        391035,
        93736,
        364980,
        56950,
    )
    found = millions(apple, "2023-09-30")
    assert (found["revenue"], found["net_income"], found["total_assets"], found["equity"]) == (
        383285,
        96995,
        352583,
        62146,
    )
    assert apple.entity == "Apple Inc." and apple.currency == "USD"


def test_a_fact_belongs_to_its_own_period_and_not_to_the_filing_that_repeats_it(apple):
    # Apple's 10-K for fiscal 2023 tags total assets of both year ends as fy 2023
    assert millions(apple, "2022-09-24")["total_assets"] == 352755
    assert millions(apple, "2023-09-30")["total_assets"] == 352583


def test_quarters_in_annual_reports_are_no_years(apple):
    ends = [dt.date.fromisoformat(p) for p in apple.statements]
    assert all(355 <= (later - end).days <= 375 for end, later in pairwise(ends))
    assert all(end.month == 9 for end in ends)


def test_the_value_filed_last_wins_and_the_restated_one_is_kept(apple):
    # Form 10-K/A of 25 January 2010 restates fiscal 2009: net income 5,704 -> 8,235, equity 27,832 -> 31,640
    for line, old, new in (("net_income", 5704, 8235), ("equity", 27832, 31640)):
        figure = apple.statements["2009-09-26"].figures[line]
        assert figure.value == new * 1e6
        assert [r.value for r in figure.origin.replaced] == [old * 1e6]
        assert figure.origin.replaced[0].accession == "0001193125-09-214859"
        assert figure.origin.replaced[0].filed == dt.date(2009, 10, 27)
    assert said(apple, "26 September 2009", "5,704,000,000 → 8,235,000,000")


def test_every_figure_keeps_concept_accession_and_filing_date(apple):
    for statement in apple.statements.values():
        for figure in statement.figures.values():
            assert figure.origin.concept.startswith("us-gaap:")
            assert figure.origin.accession.count("-") == 2 and figure.origin.filed
            assert figure.origin.url.startswith("https://www.sec.gov/Archives/edgar/data/320193/")


def test_changing_concepts_are_stitched_and_the_seams_are_said(apple):
    assert millions(apple, "2015-09-26")["revenue"] == 233715
    assert millions(apple, "2018-09-29")["revenue"] == 265595
    assert said(apple, "Revenue is combined from", "SalesRevenueNet (2007–2015)")


def test_alphabet_changes_its_revenue_concept_both_ways():
    # Alphabet, Forms 10-K: revenues of 2021 to 2024 in USD million
    found = read(DATA / "companyfacts" / f"{ALPHABET}.json.gz")
    revenue = {p: millions(found, p)["revenue"] for p in found.statements if p > "2021"}
    assert {p: revenue[p] for p in ("2021-12-31", "2022-12-31", "2023-12-31", "2024-12-31")} == {
        "2021-12-31": 257637,
        "2022-12-31": 282836,
        "2023-12-31": 307394,
        "2024-12-31": 350018,
    }


def test_snowflake_loses_every_year_and_has_both_owners():
    # Snowflake, Form 10-K for fiscal 2025: net loss 1,289 of which 1,286 to the parent; equity 2,999.9 and 3,006.6
    found = read(DATA / "companyfacts" / f"{SNOWFLAKE}.json.gz")
    assert all(
        s.figures["net_income"].value < 0 for s in found.statements.values() if "net_income" in s.figures
    )
    last = millions(found, "2025-01-31")
    assert (round(last["net_income"]), round(last["equity"]), round(last["equity_total"])) == (
        -1286,
        3000,
        3007,
    )


def test_what_was_never_filed_is_absent_and_what_was_filed_as_zero_is_zero(apple):
    assert apple.statements["2012-09-29"].figures["interest_expense"].value == 0
    assert "interest_expense" not in apple.statements["2025-09-27"].figures
    assert "total_assets" not in apple.statements["2007-09-29"].figures


def test_the_balance_a_year_before_the_first_year_opens_it(apple):
    assert values(apple, "2006-09-30")["equity"] == 9984e6


def test_plain_json_and_gzip_are_the_same(tmp_path):
    import gzip

    packed = DATA / "companyfacts" / f"{SNOWFLAKE}.json.gz"
    plain = tmp_path / "facts.json"
    plain.write_bytes(gzip.decompress(packed.read_bytes()))
    assert read(plain).statements == read(packed).statements


def test_only_annual_reports_and_their_amendments_count():
    found = imported(
        Revenues=[
            year("2024-12-31", 10),
            year("2023-12-31", 8, form="10-Q"),
            year("2022-12-31", 7, form="8-K"),
            year("2024-12-31", 11, form="10-K/A", filed="2025-03-01"),
        ],
        NetIncomeLoss=[year("2024-12-31", 1)],
    )
    assert list(found.statements) == ["2024-12-31"]
    assert found.statements["2024-12-31"].figures["revenue"].value == 11


def test_a_restatement_under_another_concept_wins_over_an_older_filing():
    # adoption of ASC 606 in full: the year before is filed again as contract revenue, with another value
    found = imported(
        Revenues=[year("2017-12-31", 100, filed="2018-02-01")],
        RevenueFromContractWithCustomerExcludingAssessedTax=[
            year("2017-12-31", 95, filed="2019-02-01"),
            year("2018-12-31", 99, filed="2019-02-01"),
        ],
        NetIncomeLoss=[year("2017-12-31", 9), year("2018-12-31", 9)],
    )
    figure = found.statements["2017-12-31"].figures["revenue"]
    assert (figure.value, [r.value for r in figure.origin.replaced]) == (95, [100])


def test_the_total_wins_over_its_part_in_one_filing_and_a_part_called_total_does_not():
    both = dict(NetIncomeLoss=[year("2024-12-31", 9)])
    # Walmart: Revenues include membership income, contract revenue does not
    found = imported(
        Revenues=[year("2024-12-31", 105)],
        RevenueFromContractWithCustomerExcludingAssessedTax=[year("2024-12-31", 100)],
        **both,
    )
    assert values(found, "2024-12-31")["revenue"] == 105
    found = imported(
        Revenues=[year("2024-12-31", 5)],
        RevenueFromContractWithCustomerExcludingAssessedTax=[year("2024-12-31", 100)],
        **both,
    )
    assert values(found, "2024-12-31")["revenue"] == 100
    assert said(found, "refused")


def test_ifrs_statements_of_a_20_f():
    found = imported(
        "ifrs-full",
        Revenue={"EUR": [year("2024-12-31", 10, form="20-F")]},
        ProfitLoss={"EUR": [year("2024-12-31", 2, form="20-F")]},
        ProfitLossAttributableToOwnersOfParent={"EUR": [year("2024-12-31", 1, form="20-F")]},
        Assets={"EUR": [fact("2024-12-31", 30, form="20-F")]},
        Equity={"EUR": [fact("2024-12-31", 12, form="20-F")]},
        EquityAttributableToOwnersOfParent={"EUR": [fact("2024-12-31", 11, form="20-F")]},
    )
    assert found.currency == "EUR"
    assert values(found, "2024-12-31") == {
        "revenue": 10,
        "net_income": 1,
        "net_income_total": 2,
        "total_assets": 30,
        "equity": 11,
        "equity_total": 12,
    }


def convenience():
    """Three years in yuan, the last of each report in dollars too."""
    yuan, dollars = [], []
    for filed in (2023, 2024):
        accession = f"0000000001-{filed}-1"
        yuan += [
            year(f"{y}-12-31", 700 + y - 2020, form="20-F", filed=f"{filed}-04-01", accession=accession)
            for y in (filed - 3, filed - 2, filed - 1)
        ]
        dollars.append(
            year(f"{filed - 1}-12-31", 100, form="20-F", filed=f"{filed}-04-01", accession=accession)
        )
    return {"CNY": yuan, "USD": dollars}


def test_a_convenience_translation_is_not_the_reporting_currency():
    found = imported(Revenues=convenience(), NetIncomeLoss=convenience())
    assert found.currency == "CNY"
    assert values(found, "2023-12-31")["revenue"] == 703
    assert said(found, "USD", "skipped")
    translated = imported(Revenues=convenience(), NetIncomeLoss=convenience(), currency="USD")
    assert values(translated, "2023-12-31")["revenue"] == 100
    assert said(translated, "convenience")


def test_a_convenience_translation_of_the_only_year_is_not_taken_either():
    rows = {"CNY": [year("2024-12-31", 700, form="20-F")], "USD": [year("2024-12-31", 100, form="20-F")]}
    assert imported(Revenues=rows, NetIncomeLoss=rows).currency == "CNY"


def test_a_changed_reporting_currency_takes_no_translations_of_older_reports():
    rows = convenience()
    later = "0000000001-26-1"
    rows["USD"] += [
        year(f"{y}-12-31", 120, form="20-F", filed="2026-04-01", accession=later) for y in (2024, 2025)
    ]
    found = imported(Revenues=rows, NetIncomeLoss=rows)
    assert found.currency == "USD"
    assert list(found.statements) == ["2024-12-31", "2025-12-31"]


def test_a_currency_that_no_report_has_is_refused():
    with pytest.raises(StatementError, match=r"GBP.*CNY"):
        imported(Revenues=convenience(), currency="GBP")


def test_a_bank_without_a_total_has_net_interest_plus_noninterest_income():
    found = imported(
        InterestIncomeExpenseNet=[year("2024-12-31", 60)],
        NoninterestIncome=[year("2024-12-31", 40)],
        NetIncomeLoss=[year("2024-12-31", 20)],
        InterestExpense=[year("2024-12-31", 30)],
    )
    statement = found.statements["2024-12-31"]
    assert statement.figures["revenue"].value == 100
    assert "net of interest" in statement.notes[0]
    assert "revenue" not in values(
        imported(NoninterestIncome=[year("2024-12-31", 40)], NetIncomeLoss=[year("2024-12-31", 20)]),
        "2024-12-31",
    )


def test_figures_per_share_and_of_stock_counts_are_no_currency():
    found = imported(
        NetIncomeLoss={
            "USD": [year("2024-12-31", 1)],
            "USD/shares": [year("2024-12-31", 9)],
            "shares": [year("2024-12-31", 8)],
        }
    )
    assert values(found, "2024-12-31") == {"net_income": 1}


def test_a_year_too_near_to_another_is_left_out_and_named():
    found = imported(
        NetIncomeLoss=[year("2024-12-31", 1), fact("2024-09-30", 2, start="2023-10-01")],
        Revenues=[year("2024-12-31", 9)],
        IncomeTaxExpenseBenefit=[year("2024-12-31", 1)],
    )
    assert list(found.statements) == ["2024-12-31"]
    assert said(found, "30 September 2024", "skipped")


def test_a_concept_can_be_chosen_and_a_wrong_one_is_named():
    concepts = dict(
        Revenues=[year("2024-12-31", 10)],
        SalesRevenueNet=[year("2024-12-31", 9)],
        NetIncomeLoss=[year("2024-12-31", 1)],
    )
    found = imported(mapping={"revenue": "SalesRevenueNet"}, **concepts)
    assert values(found, "2024-12-31")["revenue"] == 9
    with pytest.raises(LineNotFound, match="Badgers"):
        imported(mapping={"revenue": "Badgers"}, **concepts)


@pytest.mark.parametrize(
    "broken",
    [{"val": "ten"}, {"val": True}, {"val": 1e300}, {"end": "2024-13-01"}, {"end": None}, {"filed": 7}],
)
def test_a_fact_that_is_no_fact_is_named_with_its_place(broken):
    with pytest.raises(StatementError, match=r"us-gaap:NetIncomeLoss/USD\[0\]"):
        imported(NetIncomeLoss=[{**year("2024-12-31", 1), **broken}])


@pytest.mark.parametrize(
    "content",
    [
        b"{}",
        b"[]",
        b'{"facts": []}',
        b'{"facts": {"dei": {}}}',
        b'{"facts": {"us-gaap": []}}',
        b'{"facts"',
        b"[" * 100_000,
    ],
)
def test_other_json_is_named(content):
    with pytest.raises(UnreadableFile):
        read(content, "x.json")


def test_a_document_without_annual_figures_is_named():
    with pytest.raises(StatementError, match="annual reports"):
        imported(Revenues=[year("2024-12-31", 1, form="10-Q")])

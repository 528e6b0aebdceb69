"""``accountkit roe``: of an account and of a file, as table, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.sources.filings import instance, quarterly, segmented

DATA = Path(__file__).parents[1] / "data"

CASE = """period_end,revenue,net_income,total_assets,equity
2022-12-31,900,50,700,380
2023-12-31,1000,60,900,420
2024-12-31,1050,42,1100,420
"""
# By hand, average balances. 2023: margin 60/1000 = 0.06; turnover 1000/((700+900)/2) = 1.25; multiplier 800/((380+420)/2)
# = 2; ROE 0.15. 2024: margin 42/1050 = 0.04; turnover 1050/1000 = 1.05; multiplier 1000/420 = 2.380952; ROE 0.10.
# These two years are the worked example of the method itself (net margin −5.03, turnover −2.18, multiplier +2.20 points).


@pytest.fixture
def case(tmp_path) -> Path:
    file = tmp_path / "case.csv"
    file.write_text(CASE, encoding="utf-8")
    return file


def test_a_file_needs_no_store(accountkit, nothing_stored, case, tmp_path):
    accountkit("roe", case)
    assert not (tmp_path / "accounts.sqlite").exists()


def test_json_has_exactly_the_promised_form(accountkit, case):
    document = json.loads(accountkit("roe", case, "--format", "json").stdout)
    assert list(document)[:4] == ["currency", "basis", "years", "attribution"]
    assert {"owners", "unit", "inputs", "vintage"} <= document.keys()
    assert (document["currency"], document["basis"]) == ("USD", "average")
    assert [year["period_end"] for year in document["years"]] == ["2022-12-31", "2023-12-31", "2024-12-31"]
    first, _second, last = document["years"]
    assert list(last) == [
        "period_end",
        "net_margin",
        "asset_turnover",
        "equity_multiplier",
        "return_on_equity",
        "notes",
    ]
    assert last["net_margin"] == pytest.approx(0.04)
    assert last["asset_turnover"] == pytest.approx(1.05)
    assert last["equity_multiplier"] == pytest.approx(1000 / 420)
    assert last["return_on_equity"] == pytest.approx(0.10)
    assert first["return_on_equity"] is None and first["notes"]
    change = document["attribution"]
    assert list(change) == ["from", "to", "method", "delta", "effects"]
    assert (change["from"], change["to"], change["method"]) == ("2023-12-31", "2024-12-31", "shapley")
    assert change["delta"] == pytest.approx(-0.05)
    assert change["effects"]["net_margin"] == pytest.approx(-0.0503, abs=5e-5)
    assert change["effects"]["asset_turnover"] == pytest.approx(-0.0218, abs=5e-5)
    assert change["effects"]["equity_multiplier"] == pytest.approx(0.0220, abs=5e-5)


def test_json_says_what_it_rests_on(accountkit, tmp_path):
    file = tmp_path / "thousand.csv"
    rows = "USD thousand,2024,2023\nRevenue,1000,900\nNet income,50,40\nTotal assets,800,700\nTotal liabilities,400,350\nTotal equity,400,350\nInterest expense,7,6\n"
    file.write_text(rows, encoding="utf-8")
    document = json.loads(accountkit("roe", file, "--format", "json").stdout)
    assert (document["owners"], document["unit"]) == ("total", 1000)
    revenue = document["inputs"]["2024-12-31"]["revenue"]
    assert revenue == {
        "value": 1_000_000,
        "unit": "USD",
        "source": "thousand.csv · B2 · Revenue",
        "status": "reported",
    }
    assert list(document["inputs"]) == ["2023-12-31", "2024-12-31"]


def test_json_marks_what_is_derived_and_what_is_rounded(accountkit):
    inputs = json.loads(accountkit("roe", "new-oriental", "--format", "json").stdout)["inputs"]
    found = {line["status"] for lines in inputs.values() for line in lines.values()}
    assert found == {"reported", "approximate", "derived"}
    derived = next(
        line for lines in inputs.values() for line in lines.values() if line["status"] == "derived"
    )
    assert "calculated as" in derived["source"]


def test_chain_substitution_follows_the_order(accountkit, case):
    words = ("roe", case, "--format", "json", "--method", "chain", "--order", "turnover,margin,multiplier")
    change = json.loads(accountkit(*words).stdout)["attribution"]
    # turnover first: 0.06 × (1.05 − 1.25) × 2 = −0.024; then margin (0.04 − 0.06) × 1.05 × 2 = −0.042
    assert change["effects"]["asset_turnover"] == pytest.approx(-0.024)
    assert change["effects"]["net_margin"] == pytest.approx(-0.042)
    assert change["method"] == "chain"


def test_five_steps_have_exactly_five_factors(accountkit):
    document = json.loads(accountkit("roe", "walmart", "--steps", "5", "--format", "json").stdout)
    factors = ["tax_burden", "interest_burden", "operating_margin", "asset_turnover", "equity_multiplier"]
    assert list(document["years"][-1]) == ["period_end", *factors, "return_on_equity", "notes"]
    assert list(document["attribution"]["effects"]) == factors
    # 10-K for the year to January 2026: 29,825 / 713,163
    assert document["years"][-1]["operating_margin"] == pytest.approx(29_825 / 713_163)


def test_the_account_and_its_published_figures(accountkit):
    # New Oriental FY2023, USD thousand: 177,341 on the average of 3,705,506 and 3,604,348
    years = json.loads(accountkit("roe", "new-oriental", "--format", "json").stdout)["years"]
    roe = {year["period_end"]: year["return_on_equity"] for year in years}
    assert roe["2023-05-31"] == pytest.approx(177_341 / ((3_705_506 + 3_604_348) / 2))
    assert roe["2018-05-31"] is None


def test_ending_balances_need_no_opening_ones(accountkit, case):
    document = json.loads(accountkit("roe", case, "--basis", "ending", "--format", "json").stdout)
    assert document["basis"] == "ending"
    assert document["years"][0]["return_on_equity"] == pytest.approx(50 / 380)


def test_a_change_between_chosen_years(accountkit):
    words = ("roe", "new-oriental", "--from", "2021-05-31", "--to", "2022-05-31", "--format", "json")
    change = json.loads(accountkit(*words).stdout)["attribution"]
    assert (change["from"], change["to"]) == ("2021-05-31", "2022-05-31")
    assert sum(change["effects"].values()) == pytest.approx(change["delta"])


def test_csv_has_a_row_a_year_and_one_for_the_change(accountkit, case):
    rows = list(csv.DictReader(io.StringIO(accountkit("roe", case, "--format", "csv").stdout)))
    assert [row["period_end"] for row in rows] == [
        "2022-12-31",
        "2023-12-31",
        "2024-12-31",
        "2023-12-31..2024-12-31",
    ]
    assert [row["row"] for row in rows] == ["year", "year", "year", "attribution"]
    assert [(row["from"], row["to"]) for row in rows[2:]] == [
        ("", "2024-12-31"),
        ("2023-12-31", "2024-12-31"),
    ]
    assert float(rows[2]["return_on_equity"]) == pytest.approx(0.10)
    assert rows[0]["return_on_equity"] == ""
    assert float(rows[3]["return_on_equity"]) == pytest.approx(-0.05)


def test_one_year_alone_has_no_attribution(accountkit, tmp_path):
    file = tmp_path / "one.csv"
    file.write_text("\n".join(CASE.splitlines()[:2]), encoding="utf-8")
    assert json.loads(accountkit("roe", file, "--format", "json").stdout)["attribution"] is None


def test_a_column_can_be_named(accountkit, tmp_path):
    file = tmp_path / "odd.csv"
    file.write_text(CASE.replace("revenue", "Takings of the shop"), encoding="utf-8")
    document = json.loads(
        accountkit("roe", file, "--map", "revenue=Takings of the shop", "--format", "json").stdout
    )
    assert document["years"][-1]["return_on_equity"] == pytest.approx(0.10)


def test_a_company_is_chosen_out_of_many(accountkit):
    document = json.loads(
        accountkit("roe", DATA / "us_10k_facts.csv", "--ticker", "AAPL", "--format", "json").stdout
    )
    # 10-K of 1 November 2024: 93,736 / 391,035
    assert document["years"][-1]["net_margin"] == pytest.approx(93_736 / 391_035)


def test_the_table_reads_in_both_languages(accountkit):
    english = accountkit("roe", "walmart").stdout
    assert "2026-01-31" in english and "Net margin" in english
    chinese = accountkit("roe", "walmart", "--lang", "zh_CN").stdout
    assert "净资产收益率" in chinese and "Net margin" not in chinese


def test_the_reading_names_the_lever_what_is_fragile_and_the_question(accountkit):
    said = accountkit("roe", DATA / "us_10k_facts.csv", "--ticker", "HD").stdout
    assert "Equity is thin" in said
    said = accountkit("roe", "new-oriental", "--from", "2021-05-31", "--to", "2022-05-31").stdout
    assert "lever: net margin" in said and said.rstrip().endswith("?")


def test_peers_stand_beside_the_account(accountkit):
    document = json.loads(accountkit("roe", "walmart", "--peers", "--format", "json").stdout)
    companies = {company["key"]: company for company in document["peers"]["companies"]}
    assert set(companies) == {"home-depot", "amazon", "nike", "procter-gamble"}
    assert "compare margin and turnover" in companies["home-depot"]["remark"]
    assert companies["home-depot"]["usable"] is False  # equity of 1.4 % of assets in January 2024: distorted
    assert "Home Depot" in accountkit("roe", "walmart", "--peers").stdout


def test_the_other_companies_of_a_file_are_peers(accountkit):
    words = ("roe", DATA / "us_10k_facts.csv", "--ticker", "AMZN", "--peers", "--format", "json")
    peers = json.loads(accountkit(*words).stdout)["peers"]
    keys = [company["key"] for company in peers["companies"]]
    assert len(keys) == 13 and "AMZN" not in keys
    # Home Depot is distorted: 12 usable peers are enough for quartiles, and the gap to each level adds up
    assert peers["n"] == 12 and [gap["to"] for gap in peers["gaps"]][:2] == ["median", "best_quartile"]
    assert all(sum(gap["effects"].values()) == pytest.approx(gap["delta"]) for gap in peers["gaps"])


def test_files_of_peers_are_named_after_the_company(accountkit, case, tmp_path):
    other = tmp_path / "other.csv"
    other.write_text(CASE.replace("42,", "63,"), encoding="utf-8")
    peers = json.loads(accountkit("roe", case, other, "--peers", "--format", "json").stdout)["peers"]
    assert [company["key"] for company in peers["companies"]] == ["other"]
    # 63 / 420 = 15 % against 42 / 420 = 10 %
    assert peers["gaps"][0]["delta"] == pytest.approx(-0.05)
    assert "--peers" in accountkit("roe", case, other, code=2).stderr


def test_peers_of_a_file_with_one_company_are_asked_for(accountkit, case):
    assert "No peers" in accountkit("roe", case, "--peers", code=2).stderr


def test_checks_are_told_and_stand_in_the_notes_of_their_year(accountkit, tmp_path):
    file = tmp_path / "odd.csv"
    file.write_text(
        "period_end,revenue,net_income,total_assets,total_liabilities,equity\n"
        "2022-12-31,100e6,10e6,200e6,100e6,100e6\n2023-12-31,110e3,11e3,210e3,80e3,110e3\n",
        encoding="utf-8",
    )
    result = accountkit("roe", file, "--format", "json")
    first, last = json.loads(result.stdout)["years"]
    assert any("does not balance" in note for note in last["notes"])
    assert any("the unit changed" in note for note in last["notes"])
    assert not any("balance sheet" in note for note in first["notes"])
    assert "the unit changed" in result.stderr


def test_a_sector_places_the_company(accountkit):
    """The file is of 2019; New Oriental's year to May 2020 is the latest of its own that is within a year of it."""
    words = ("roe", "new-oriental", "--sector", DATA / "ashare_fy2019.csv", "--format", "json")
    sector = json.loads(accountkit(*words).stdout)["sector"]
    assert sector["period_end"] == "2020-05-31" and sector["n"] > 800
    assert {gap["to"] for gap in sector["gaps"]} == {"median", "best_quartile"}
    assert 0 < sector["percentiles"]["return_on_equity"] < 1
    assert len(sector["notes"]) < 5, "no note for each of a thousand companies"


def test_a_company_without_a_year_near_the_sector_is_told_its_years(accountkit):
    words = ("roe", "walmart", "--sector", DATA / "ashare_fy2019.csv")
    assert "within a year of the customer" in accountkit(*words, code=2).stderr


def test_one_company_out_of_a_quarter_of_the_sec(accountkit):
    words = ("roe", DATA / "fsds" / "2010q2.zip", "--entity", "Medtronic", "--format", "json")
    document = json.loads(accountkit(*words).stdout)
    # 10-K for the year to April 2010, USD million: 3,099 on the average of 14,629 and 13,182
    assert document["years"][-1]["return_on_equity"] == pytest.approx(3_099 / 13_905.5)
    assert document["inputs"]["2010-04-30"]["net_income"]["value"] == 3_099e6


def test_the_operating_view_and_cash_flow_are_told(accountkit):
    document = json.loads(accountkit("roe", "walmart", "--format", "json").stdout)
    view = document["operating_view"][-1]
    assert view["rnoa"] == pytest.approx(view["operating_margin_after_tax"] * view["turnover"])
    assert view["turnover_without_goodwill"] > view["turnover"] and view["net_debt"] > 0
    last = document["cash_flow"][-1]
    assert last["period_end"] == "2026-01-31" and last["free"] == last["operating"] - 26_642_000_000
    text = accountkit("roe", "walmart").stdout
    assert "of each 1.00 of profit arrived as cash" in text and "without goodwill" in text


def test_interim_statements_and_the_trailing_twelve_months_stand_beside_the_years(accountkit):
    # by hand in tests/finance/test_trailing.py
    file = DATA / "companyfacts" / "CIK0000320193.json.gz"
    document = json.loads(accountkit("roe", file, "--format", "json").stdout)
    assert document["years"][-1]["period_end"] == "2025-09-27"
    assert "2025-12-27" not in document["inputs"]
    assert document["interim"]["2025-12-27"]["months"] == 3
    assert document["interim"]["2025-12-27"]["inputs"]["revenue"]["value"] == 143756e6
    trailing = document["trailing"]
    assert (trailing["period_end"], trailing["year"]) == ("2025-12-27", "2025-09-27")
    assert trailing["inputs"]["net_income"]["value"] == 117777e6
    assert round(trailing["return_on_equity"], 4) == 1.5202
    assert "Trailing twelve months to 27 December 2025" in accountkit("roe", file).stdout


def test_a_file_of_years_alone_has_no_keys_of_a_running_year(accountkit, case):
    document = json.loads(accountkit("roe", case, "--format", "json").stdout)
    assert not {"interim", "trailing"} & document.keys()


def test_segments_and_regions_are_printed_and_stand_in_the_document(accountkit, tmp_path):
    # by hand in tests/finance/test_segments.py
    file = tmp_path / "aapl-20240928_htm.xml"
    file.write_bytes(segmented())
    text = accountkit("roe", file).stdout
    assert "Business segments" in text and "Greater China took back US$ 5.61" in text
    business = json.loads(accountkit("roe", file, "--format", "json").stdout)["segments"]["business"]
    assert business["years"][-1]["revenue"]["parts"]["JapanSegment"] == 25_052e6
    assert business["years"][-1]["operating_income"]["rest"] == -38_828e6
    assert "segments" not in json.loads(accountkit("roe", "walmart", "--format", "json").stdout)


def test_an_interim_report_alone_says_what_to_do_and_joins_an_account_with_years(accountkit, tmp_path):
    report, annual = tmp_path / "aapl-20251227.xml", tmp_path / "aapl-20240928.xml"
    report.write_bytes(quarterly())
    annual.write_bytes(instance())
    assert "accountkit import SLUG aapl-20251227.xml" in accountkit("roe", report, code=2).stderr
    assert "annual report" in accountkit("new", "quarter", "--file", report, code=2).stderr
    accountkit("new", "Apple", "--file", annual)
    done = accountkit("import", "apple", report)
    assert "Part of a year to" in done.stdout and "Stored as revision" in done.stdout
    refused = accountkit("import", "walmart", report, "--peer", "Apple", code=2)
    assert "peer's annual report" in refused.stderr

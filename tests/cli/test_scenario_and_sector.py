"""``accountkit scenario`` and ``accountkit sector``."""

import csv
import json
from pathlib import Path

import pytest

DATA = Path(__file__).parents[1] / "data"


def test_a_scenario_says_which_assumption_matters_most(accountkit):
    document = json.loads(accountkit("scenario", "walmart", "--format", "json").stdout)
    widths = [abs(swing["high"] - swing["low"]) for swing in document["tornado"]]
    assert widths and widths == sorted(widths, reverse=True)
    assert "Largest effect" in accountkit("scenario", "walmart").stdout


def test_a_scenario_is_valued_as_an_investment(accountkit):
    asked = ("scenario", "walmart", "--discount-rate", "0.12", "--horizon", "3")
    case = json.loads(accountkit(*asked, "--format", "json").stdout)["business_case"]
    assert (case["discount_rate"], case["horizon_years"]) == (0.12, 3)
    assert case["source"] == {"discount_rate": "given", "horizon": "given"}
    base = case["cases"]["base"]
    worth = sum(flow / 1.12**year for year, flow in enumerate(base["cash_flows"]))
    assert len(base["cash_flows"]) == 4 and base["net_present_value"] == pytest.approx(worth)
    assert case["floor"]["net_present_value"] <= case["cases"]["low"]["net_present_value"]
    suite = case["alternatives"]["alt-suite"]
    theirs = suite["cases"]["base"]["net_present_value"]
    assert suite["lead"]["base"] == pytest.approx(base["net_present_value"] - theirs)
    text = accountkit(*asked).stdout
    assert "Claims suite" in text and "12.0" in text and "Do nothing" in text


def test_a_rate_and_a_horizon_beyond_all_are_refused_with_what_to_enter(accountkit):
    assert "Enter 12 % as 0.12." in accountkit("scenario", "walmart", "--discount-rate", "12", code=2).output
    assert "Enter 1 to 15." in accountkit("scenario", "walmart", "--horizon", "40", code=2).output


def test_a_company_is_ranked_among_those_of_its_year_and_not_of_its_day(accountkit):
    """Del Monte's year ends on 2 May 2010, alone; it is ranked with the companies whose year was mostly 2009."""
    rows = json.loads(accountkit("sector", DATA / "fsds" / "2010q2.zip", "--format", "json").stdout)[
        "companies"
    ]
    ranked = [row for row in rows if row["percentile"] is not None and row["period_end"] >= "2009-12-31"]
    assert len({row["period_end"] for row in ranked}) > 3
    assert {row["percentile_n"] for row in ranked} == {len(ranked)}
    assert sorted(row["percentile"] for row in ranked)[-1] == pytest.approx(1)


def test_days_are_days(accountkit):
    companies = json.loads(accountkit("sector", DATA / "ashare_fy2019.csv", "--format", "json").stdout)[
        "companies"
    ]
    assert {row["period_end"] for row in companies} == {"2019-12-31"}


def test_the_name_of_a_company_is_no_formula_in_csv(accountkit, tmp_path):
    file = tmp_path / "sector.csv"
    text = (DATA / "ashare_fy2019.csv").read_text("utf-8")
    file.write_text(text.replace("中公教育", "=HYPERLINK(1)"), "utf-8")
    rows = list(csv.DictReader(accountkit("sector", file, "--format", "csv").stdout.splitlines()))
    assert "'=HYPERLINK(1)" in {row["name"] for row in rows}
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())


def test_a_sector_file_suggests_peers_for_an_account_and_adds_them(accountkit):
    file = DATA / "ashare_fy2019.csv"
    shown = accountkit("sector", file, "--account", "new-oriental", "--industry", "文教休闲").stdout
    assert "Suggested peer" in shown and "中公教育" in shown and "asset turnover 1.07 against" in shown
    found = json.loads(
        accountkit(
            "sector", file, "--account", "new-oriental", "--format", "json", "--add", "002607, 000001"
        ).stdout
    )
    assert len(found["suggested"]) == 8, (
        "no industry of the file is the account's: by size and business model alone"
    )
    assert found["medians"][0]["ratio"] and "aggregate" in found["medians"][0]
    document = json.loads(accountkit("roe", "new-oriental", "--peers", "--format", "json").stdout)
    added = [peer for peer in document["peers"]["companies"] if peer["name"] == "平安银行"]
    # all owners: 36,240 − 8,045 = 28,195 on the mean of 312,983 and 312,983 / 1.303867656, in millions
    assert [peer["return_on_equity"] for peer in added] == [
        pytest.approx(28195 / ((312983 + 240042) / 2), abs=5e-5)
    ]
    assert "中公教育" not in str(document["peers"]), "Offcn, a peer already, is not added again"


def test_adding_peers_of_a_sector_needs_an_account(accountkit):
    assert "--account" in accountkit("sector", DATA / "ashare_fy2019.csv", "--add", "603899", code=2).output


def test_a_line_of_the_business_case_has_one_colon(accountkit):
    for slug in ("walmart", "new-oriental"):
        _before, _rule, case = accountkit("scenario", slug).stdout.partition("Net present value")
        assert "without switching cost" in case
        assert [line for line in case.splitlines() if line.count(": ") > 1] == []

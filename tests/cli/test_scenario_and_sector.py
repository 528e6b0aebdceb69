"""``accountkit scenario`` and ``accountkit sector``."""

import json
from pathlib import Path

import pytest

DATA = Path(__file__).parents[1] / "data"


def test_a_scenario_says_which_assumption_matters_most(accountkit):
    document = json.loads(accountkit("scenario", "walmart", "--format", "json").stdout)
    widths = [abs(swing["high"] - swing["low"]) for swing in document["tornado"]]
    assert widths and widths == sorted(widths, reverse=True)
    assert "Largest effect" in accountkit("scenario", "walmart").stdout


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

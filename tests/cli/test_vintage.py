"""Which filing counts is chosen by `--vintage` and stays with the account; unusual years are told."""

import json

import pytest

from tests.cli.test_roe import CASE, DATA

APPLE = DATA / "companyfacts" / "CIK0000320193.json.gz"


def test_the_vintage_of_filings_is_chosen_and_stands_in_the_json(accountkit, tmp_path):
    # Apple, fiscal 2009: 5,704 on revenue of 36,537 as first filed; 8,235 on 42,905 by the 10-K/A of 25 January 2010
    margins = {"as_first_filed": 5704 / 36537, "as_last_filed": 8235 / 42905, "one_filing": 8235 / 42905}
    for vintage, margin in margins.items():
        found = json.loads(accountkit("roe", APPLE, "--vintage", vintage, "--format", "json").stdout)
        (year,) = (y for y in found["years"] if y["period_end"] == "2009-09-26")
        assert found["vintage"] == vintage
        assert year["net_margin"] == pytest.approx(margin)
    table = tmp_path / "table.csv"
    table.write_text(CASE, encoding="utf-8")
    assert json.loads(accountkit("roe", table, "--format", "json").stdout)["vintage"] is None


def test_a_year_of_53_weeks_is_told_in_text_and_json(accountkit):
    # Apple's fiscal 2023 ends on 30 September, 53 weeks after 24 September 2022
    found = json.loads(accountkit("roe", APPLE, "--format", "json").stdout)
    told = [y["period_end"] for y in found["years"] if any("53 weeks" in note for note in y["notes"])]
    assert told == ["2006-09-30", "2012-09-29", "2017-09-30", "2023-09-30"][-len(told) :] and len(told) >= 3
    assert "53 weeks" in accountkit("roe", APPLE).stdout


def test_an_account_keeps_the_vintage_of_its_import(accountkit):
    accountkit("new", "Apple")
    accountkit("import", "apple", APPLE, "--vintage", "one_filing")
    found = json.loads(accountkit("roe", "apple", "--vintage", "one_filing", "--format", "json").stdout)
    assert found["vintage"] == "one_filing"
    refused = accountkit("roe", "apple", "--vintage", "as_first_filed", code=2)
    assert "--vintage as_first_filed" in refused.stderr
    accountkit("import", "apple", APPLE)
    found = json.loads(accountkit("roe", "apple", "--format", "json").stdout)
    assert found["vintage"] == "as_last_filed"
    assert "--vintage" in accountkit("roe", APPLE, "--vintage", "latest", code=2).stderr

"""``accountkit crm``: what would change, what has changed, one undo, and back into files."""

from __future__ import annotations

import json
import os
from pathlib import Path

from accountkit.store import open_store

DATA = Path(__file__).parents[1] / "data" / "crm"
FIELDS = sorted(DATA.glob("salesforce-fields-*.csv"))


def test_a_dry_run_shows_and_changes_nothing(accountkit):
    accountkit("list")
    result = accountkit("crm", "import", *FIELDS, "--as", "salesforce", "--dry-run")
    assert "Northwind Foods Asia" in result.output and "dry run" in result.output
    assert "northwind" not in accountkit("list").output


def test_files_are_taken_undone_as_one_step_and_given_back(accountkit, tmp_path):
    said = json.loads(accountkit("crm", "import", *FIELDS, "--as", "salesforce", "--format", "json").stdout)
    assert {one["account"] for one in said} == {"northwind-foods", "northwind-foods-asia"}
    assert "Northwind Foods Asia" in accountkit("list").output
    accountkit("crm", "export", "northwind-foods", "--as", "hubspot", "--out", tmp_path / "out")
    deals = (tmp_path / "out" / "opportunities.csv").read_text("utf-8-sig")
    assert "Decision Maker Bought-In" in deals and "1250000" in deals
    result = accountkit(
        "crm", "export", "northwind-foods", "--as", "hubspot", "--out", tmp_path / "out", code=2
    )
    assert "--overwrite" in result.output
    more = tmp_path / "accounts.csv"
    more.write_text("Id,Name,Industry\n0015g00000Xa1AbAAJ,Northwind Foods,Dairy\n", encoding="utf-8")
    assert "Dairy" in accountkit("crm", "import", more, "--as", "salesforce").output
    store = open_store(os.environ["ACCOUNTKIT_DB"])
    assert store.load("northwind-foods").profile.industry == "Dairy"
    store.undo("northwind-foods", "ann")
    assert store.load("northwind-foods").profile.industry == "Food & Beverage"
    again = accountkit("crm", "import", more, "--as", "salesforce", "--lang", "zh_CN")
    assert "Dairy" in again.output


def test_what_cannot_be_read_ends_with_two_and_says_where(accountkit, tmp_path):
    people = tmp_path / "contacts.csv"
    people.write_text("Id,LastName,AccountId\n003A,Holm,001Z\n", encoding="utf-8")
    result = accountkit("crm", "import", people, "--as", "salesforce", code=2)
    assert "row 2, column AccountId: “001Z”" in result.output and "Nothing was imported" in result.output
    assert "salesforce, hubspot" in accountkit("crm", "import", people, "--as", "sugar", code=2).output

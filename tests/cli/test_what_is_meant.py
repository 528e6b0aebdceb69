"""Words that mean something else than they say, or nothing: the message names what is there and what to do."""

from __future__ import annotations

import pytest

CASES = {
    "a database of another kind": (["list", "--db", "mysql://a@b/c"], "mysql is not a database"),
    "a kind of database that is none": (["list", "--db", "foo://a@b/c"], "foo is not a database"),
    "a backup into no folder": (["backup", "nodir/x"], "The folder nodir for x"),
    "a folder to restore": (["restore", "folder"], "folder is a folder"),
    "a folder for figures": (["roe", "./folder"], "./folder is a folder"),
    "a device for figures": (["roe", "/dev/null"], "/dev/null is a device"),
    "a table of lines for a sector": (["sector", "long.csv"], "accountkit roe SLUG long.csv --peers"),
    "a record of a method without": (["show", "walmart", "-a", "pest.x"], "about no single record"),
    "a line that is named twice": (
        ["roe", "walmart", "--map", "revenue=A", "--map", "revenue=B"],
        "names revenue twice: “A” and “B”",
    ),
}


@pytest.mark.parametrize(("words", "said"), CASES.values(), ids=CASES)
def test_what_cannot_be_meant_is_named(accountkit, tmp_path, words, said):
    (tmp_path / "folder").mkdir()
    (tmp_path / "long.csv").write_text("entity,period_end,line,value\nTAL,2019-02-28,revenue,2563\n")
    assert said in accountkit(*words, code=2).stderr


def test_what_an_account_does_not_need_is_said_as_for_order(accountkit, tmp_path):
    (tmp_path / "walmart").mkdir()  # a folder of that name, as beside the notebooks
    told = accountkit("roe", "walmart", "--ticker", "ZZZ", "--map", "nosense=1").stderr
    assert "--ticker works with a file only" in told and "--map works with a file only" in told


def test_nothing_that_is_suggested_says_so(accountkit, tmp_path):
    text = "company,name,industry,period_end,revenue,net_income,total_assets,equity\n"
    (tmp_path / "none.csv").write_text(text + "X1,Far Away,fishing,1999-12-31,1,1,2,1\n")
    refused = accountkit("sector", "none.csv", "--account", "walmart", "--add", "suggested", code=2).stderr
    assert "No company of none.csv is suggested for “walmart”" in refused

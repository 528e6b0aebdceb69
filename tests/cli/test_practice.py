"""Our own side goes out and in as one file, has a history, and shows in no list of accounts."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from accountkit import samples
from accountkit.cli import app
from accountkit.model import Edit, practice_from_json
from accountkit.store import PRACTICE, open_store


def test_it_is_exported_and_loaded_as_one_step(accountkit, tmp_path):
    accountkit("export", "--practice", "ours.json")
    store = open_store()
    before = store.practices.load(PRACTICE)
    store.close()
    text = (tmp_path / "ours.json").read_text(encoding="utf-8")
    practice = practice_from_json(text)
    assert practice.offers.keys() == samples.offers().keys() and json.loads(text)["document"] == "practice"
    assert accountkit("export", "--practice", "-").stdout == text
    changed = text.replace("Faster billing and collection", "Billing at once")
    (tmp_path / "ours.json").write_text(changed, encoding="utf-8")
    assert "revision 3" in accountkit("load", "ours.json").stdout
    assert "Billing at once" in accountkit("offers").stdout
    store = open_store()
    assert store.practices.undo(PRACTICE, by="ann").document == before
    store.close()
    assert "Faster billing and collection" in accountkit("offers").stdout


def test_what_is_private_goes_out_only_when_asked(accountkit, tmp_path):
    accountkit("list")
    store = open_store()
    edits = [
        Edit("sellers/a", {"name": "A"}),
        Edit("private_answers/network_resources.a/rows/r1", {"cells": {"circle": "alumni"}}),
    ]
    store.practices.apply(PRACTICE, edits, by="ann")
    store.close()
    assert "alumni" not in accountkit("export", "--practice", "-").stdout
    assert "alumni" in accountkit("export", "--practice", "-", "--with-private").stdout


def test_its_history_says_who_took_the_catalogue_in(accountkit, tmp_path):
    (tmp_path / "own.csv").write_text("id,name\nline control,Coating line control\n", encoding="utf-8")
    accountkit("offers", "own.csv")
    told = json.loads(accountkit("history", "--practice", "--format", "json").stdout)
    assert (told[-1]["path"], told[-1]["by"], told[-1]["kind"]) == ("offers/line-control", "ann", "edit")
    assert "offers/line-control" in accountkit("history", "--practice").stdout
    later = accountkit("history", "--practice", "--since", "3", "--format", "json").stdout
    assert json.loads(later) == []


def test_no_list_of_accounts_shows_it(accountkit):
    assert {row["slug"] for row in json.loads(accountkit("list", "--format", "json").stdout)} == set(
        samples.SLUGS
    )
    for words in (["show", PRACTICE], ["export", PRACTICE, "-"], ["history", PRACTICE], ["roe", PRACTICE]):
        assert "accountkit list" in accountkit(*words, code=2).stderr


@pytest.mark.parametrize(
    "words",
    [
        ["export"],
        ["export", "walmart"],
        ["export", "--practice"],
        ["export", "--practice", "walmart", "walmart.json"],
        ["history"],
        ["history", "walmart", "--practice"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize(("lang", "said"), [("en", "--practice"), ("zh_CN", "请")])
def test_what_is_missing_is_said(accountkit, words, lang, said):
    assert said in accountkit(*words, "--lang", lang, code=2).stderr


@pytest.mark.parametrize(
    ("content", "lang", "said"),
    [
        ('{"document": "practice", "segments": {"s1": {"brand": 9}}}', "en", "segments/s1/brand"),
        (
            '{"document": "practice", "segments": {"s1": {"brand": 9}}}',
            "zh_CN",
            "文件在 segments/s1/brand 处有误",
        ),
        ('{"document": "practice", "schema_version": 99}', "zh_CN", "请升级"),
        ("[1]", "en", "not an account"),
    ],
)
def test_a_file_with_an_error_changes_nothing(accountkit, tmp_path, content, lang, said):
    (tmp_path / "ours.json").write_text(content, encoding="utf-8")
    assert said in accountkit("load", "ours.json", "--lang", lang, code=2).stderr
    assert "Faster billing" in accountkit("offers").stdout


def test_it_works_in_an_empty_home(tmp_path, monkeypatch):
    for name in ("ACCOUNTKIT_DB", "ACCOUNTKIT_LANG", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for words in (["export", "--practice", "ours.json"], ["load", "ours.json", "--lang", "zh_CN"]):
        result = CliRunner().invoke(app, words)
        assert result.exit_code == 0, result.output
    assert "我方资料" in result.stdout

"""What a command says if it cannot go on: what to do instead, in options that it has, and nothing that is secret."""

from __future__ import annotations

import sqlite3

import pytest

from accountkit.errors import StoreUnavailable, Unavailable
from accountkit.store import open_store
from accountkit.store.troubles import cannot_open, in_our_words

SEVERAL = """company,period_end,revenue,net_income,total_assets,equity
Alpha,2023-12-31,900,50,700,380
Beta,2023-12-31,100,5,70,38
"""
SECRET = "postgresql://ann:secret@db.example.com:5432/accounts"


def test_roe_of_an_account_without_statements_says_how_they_come(accountkit):
    accountkit("new", "Home Depot")
    said = accountkit("roe", "home-depot", code=2).output
    assert "no statements yet" in said and "accountkit import home-depot FILE" in said
    assert "minorities" not in said and "Basis" not in said


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("roe", "FILE"), '--ticker "Alpha"'),
        (("import", "walmart", "FILE"), '--ticker "Alpha"'),
        (("new", "--file", "FILE"), 'accountkit new "Alpha"'),
    ],
)
def test_of_several_companies_the_option_is_named(accountkit, tmp_path, words, hint):
    accountkit("list")
    file = tmp_path / "several.csv"
    file.write_text(SEVERAL, encoding="utf-8")
    said = accountkit(*(str(file) if word == "FILE" else word for word in words), code=2).output
    assert hint in " ".join(said.split())


def other_database(file):
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")


@pytest.mark.parametrize(
    "made",
    [lambda file: file.write_text("x"), lambda file: file.write_text("no backup " * 99), other_database],
    ids=["short", "text", "another program's"],
)
def test_what_is_no_backup_is_not_restored(accountkit, tmp_path, made):
    file = tmp_path / "holiday.jpg"
    made(file)
    before = file.read_bytes()
    said = " ".join(accountkit("restore", file, code=2).output.split())
    assert "is not a backup" in said and "accountkit backup" in said and "sqlite:" not in said
    assert file.read_bytes() == before


def test_an_address_in_place_of_a_backup_shows_no_password(accountkit):
    assert "secret" not in accountkit("restore", SECRET, code=2).output
    assert "secret" not in accountkit("list", "--db", SECRET.replace(":5432", ":one"), code=2).output


def test_a_database_that_stops_is_told_without_its_address(caplog):
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import OperationalError

    fault = OperationalError("", {}, Exception('connection to server at "db.example.com" failed'))
    with pytest.raises(StoreUnavailable) as raised, in_our_words(make_url(SECRET)):
        raise fault
    for error in (raised.value, cannot_open(make_url(SECRET), fault)):
        assert isinstance(error, Unavailable)
        for secret in ("db.example.com", "ann:", "secret"):
            assert secret not in str(error)
        assert "db.example.com" in error.details and "secret" not in error.details
    assert "db.example.com" in caplog.text and "secret" not in caplog.text


def test_who_runs_a_command_is_told_the_address(accountkit):
    said = accountkit("list", "--db", "postgresql://ann:secret@127.0.0.1:1/none", code=2).output
    assert "127.0.0.1" in said and "secret" not in said


def test_a_backup_is_still_one(tmp_path, accountkit):
    accountkit("list")
    accountkit("backup", tmp_path / "backup.sqlite")
    assert "walmart" in accountkit("restore", tmp_path / "backup.sqlite").output
    open_store(str(tmp_path / "backup.sqlite")).close()

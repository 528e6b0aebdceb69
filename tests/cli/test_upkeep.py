"""Checking, backing up and restoring at the command line; reading needs no right to write."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from sqlalchemy import create_engine, text


def test_a_store_is_checked_backed_up_and_restored(accountkit, tmp_path):
    accountkit("list")
    assert "Every document is what its log says." in accountkit("doctor").output
    accountkit("backup", tmp_path / "backup.sqlite")
    again = accountkit("backup", tmp_path / "backup.sqlite", code=2).output
    assert "already exists" in again
    shown = accountkit("show", "walmart", "--format", "json").output
    accountkit("new", "Home Depot")
    restored = accountkit("restore", tmp_path / "backup.sqlite").output
    assert "walmart: unchanged" in restored and "home-depot" not in restored
    accountkit("restore", tmp_path / "backup.sqlite", "--db", tmp_path / "other.sqlite")
    assert (
        accountkit("show", "walmart", "--format", "json", "--db", tmp_path / "other.sqlite").output == shown
    )
    assert "is not there" in accountkit("restore", tmp_path / "nothing.sqlite", code=2).output


def test_what_cannot_be_repaired_ends_with_one(accountkit, tmp_path):
    accountkit("list")
    engine = create_engine(f"sqlite:///{tmp_path / 'accounts.sqlite'}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE accounts SET revision = 7 WHERE slug = 'walmart'"))
    engine.dispose()
    told = accountkit("doctor", "--repair", code=1).output
    assert "walmart: The account stands at revision 7" in told and "Faults left: 1." in told


READ = "import json; from accountkit.cli import app; app({words})"


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", (["list"], ["show", "walmart"], ["export", "walmart", "-"], ["history", "walmart"], ["doctor"])
)
def test_reading_needs_no_right_to_write(accountkit, tmp_path, words):
    accountkit("list")
    whole = f"file:{tmp_path / 'accounts.sqlite'}?mode=ro&uri=true"
    environment = {**os.environ, "ACCOUNTKIT_DB": f"sqlite:///{whole}"}
    command = [sys.executable, "-c", READ.format(words=json.dumps(words))]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()

"""A command line with a store of its own."""

from __future__ import annotations

import shutil

import pytest
from typer.testing import CliRunner

from accountkit.cli import app


@pytest.fixture
def accountkit(loaded, tmp_path, monkeypatch):
    """Call a command: ``accountkit("roe", "walmart")``; the store has the samples at first, as after the first command on
    an empty one, and is nobody else's.
    """
    own = shutil.copy(loaded, tmp_path / "accounts.sqlite")
    monkeypatch.setenv("ACCOUNTKIT_DB", f"sqlite:///{own}")
    monkeypatch.setenv("ACCOUNTKIT_USER", "ann")
    monkeypatch.delenv("ACCOUNTKIT_LANG", raising=False)
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()

    def call(*words: str, code: int = 0):
        result = runner.invoke(app, [str(word) for word in words])
        assert result.exit_code == code, result.output
        return result

    return call


@pytest.fixture
def nothing_stored(accountkit, tmp_path):
    """Before the first command: there is no store yet."""
    (tmp_path / "accounts.sqlite").unlink()

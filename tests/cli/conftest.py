"""A command line with a store of its own."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from accountkit.cli import app


@pytest.fixture
def accountkit(tmp_path, monkeypatch):
    """Call a command: ``accountkit("roe", "walmart")``; the store is empty at first and nobody else's."""
    monkeypatch.setenv("ACCOUNTKIT_DB", f"sqlite:///{tmp_path / 'accounts.sqlite'}")
    monkeypatch.setenv("ACCOUNTKIT_USER", "ann")
    monkeypatch.delenv("ACCOUNTKIT_LANG", raising=False)
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()

    def call(*words: str, code: int = 0):
        result = runner.invoke(app, [str(word) for word in words])
        assert result.exit_code == code, result.output
        return result

    return call

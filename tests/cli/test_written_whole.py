"""A command that cannot finish a file leaves the earlier one, and names it."""

from __future__ import annotations

import errno
import os

import pytest


@pytest.mark.parametrize(
    "words",
    [
        ("export", "walmart", "good.json"),
        ("offers", "--out", "good.json"),
        ("crm", "export", "walmart", "--as", "salesforce", "--out", ".", "--overwrite"),
    ],
    ids=["export", "offers", "crm"],
)
def test_a_full_disk_leaves_the_earlier_file(accountkit, tmp_path, monkeypatch, words):
    name = "accounts.csv" if "crm" in words else "good.json"
    (tmp_path / name).write_text("good")

    def full(*_words):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    result = accountkit(*words, code=2)
    assert f"{name} cannot be used: No space left" in result.stderr
    assert (tmp_path / name).read_text() == "good"
    assert not [one for one in os.listdir(tmp_path) if one.startswith(f".{name}")]

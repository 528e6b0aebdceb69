"""The package's face: what it promises is there, said in a docstring, and pure."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from accountkit import finance

FILES = sorted(Path(finance.__file__).parent.glob("*.py"))
BELOW = ("accountkit.finance", "accountkit.model", "accountkit.i18n", "accountkit.errors")
INPUT_AND_OUTPUT = {"os", "io", "pathlib", "sqlite3", "sqlalchemy", "httpx", "requests", "plotly", "openpyxl"}


@pytest.mark.parametrize("name", finance.__all__)
def test_each_public_name_is_there_and_documented(name: str):
    thing = getattr(finance, name)
    if callable(thing):
        assert thing.__doc__ and not thing.__doc__.startswith(f"{name}(")


def test_the_list_of_public_names_is_sorted_and_whole():
    assert list(finance.__all__) == sorted(
        finance.__all__, key=lambda n: (not n.isupper(), n[0].islower(), n)
    )


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_finance_is_pure_and_looks_downward_only(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        for name in names:
            assert name.split(".")[0] not in INPUT_AND_OUTPUT
            assert not name.startswith("accountkit") or name == "accountkit" or name.startswith(BELOW)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_each_file_says_what_it_is_and_stays_short(path: Path):
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)) and len(text.splitlines()) <= 300

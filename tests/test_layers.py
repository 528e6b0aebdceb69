"""Imports go downward only, and every third party has one home (the contracts are in pyproject.toml)."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "accountkit"

HOMES = {
    "sqlalchemy": ("store",),
    "psycopg": ("store",),
    "plotly": ("figures", "panels/figure_view.py", "server", "brief"),
    "ipyvue": ("panels",),
    "anywidget": ("panels",),
    "docx": ("brief",),
    "pptx": ("brief",),
    "typst": ("brief",),
    "xlsxwriter": ("brief",),
    "prometheus_client": ("server",),
    "tornado": ("server",),
    "voila": ("server",),
    "jupyter_client": ("server",),
    "jupyter_server": ("server",),
    "httpx": ("sources",),
    "icalendar": ("week",),
    "openpyxl": ("sources",),
    "xlrd": ("sources",),
    "typer": ("commands", "cli.py"),
}
"""Third party → the parts that may import it."""


def test_imports_go_downward_only():
    """In a process of its own: import-linter silences the loggers of the process that it runs in."""
    code = "from importlinter import cli; raise SystemExit(cli.lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], cwd=PACKAGE.parent, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("library", HOMES)
def test_a_third_party_has_one_home(library):
    strays = [
        path.relative_to(PACKAGE).as_posix()
        for path in sorted(PACKAGE.rglob("*.py"))
        if library in _imported(path) and not path.relative_to(PACKAGE).as_posix().startswith(HOMES[library])
    ]
    assert strays == []


@cache
def _imported(path: Path) -> set[str]:
    """The top-level packages that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found

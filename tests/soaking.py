"""The table of `make soak`: what was done, how often, what was lost, what the page said.

A test says its own row (``soaked(record_property, …)``); the others of a file make one row together.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

TABLE = "ACCOUNTKIT_SOAK_TABLE"
"""The environment variable with the file that the table is written to."""


@dataclass(frozen=True)
class Row:
    """One line: `lost` counts what had been acknowledged, or kept by the page, and was not there afterwards."""

    done: str
    times: int
    lost: int
    said: str = ""


_rows: list[Row] = []
_others: dict[str, list[bool]] = defaultdict(list)


def soaked(record: Callable[[str, object], None], done: str, times: int, lost: int, said: str = "") -> None:
    """Put a row into the table, and demand that nothing was lost."""
    record("soak", asdict(Row(done, times, lost, said)))
    assert lost == 0, f"{done}: {lost} of {times} lost"


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if "soak" not in report.keywords or (report.when != "call" and not report.failed):
        return
    own = [Row(**row) for name, row in report.user_properties if name == "soak"]
    if own and report.when == "call":
        _rows.extend(own)
    else:
        _others[report.nodeid.partition("::")[0]].append(report.passed)


def table() -> str:
    """The rows as Markdown."""
    rows = sorted(_rows, key=lambda row: row.done)
    rows += [
        Row(f"checks of {file}", len(passed), passed.count(False), "")
        for file, passed in sorted(_others.items())
    ]
    lines = [
        "| What was done | How often | Lost or failed | What the page said |",
        "| --- | --: | --: | --- |",
    ]
    lines += [f"| {row.done} | {row.times:,} | {row.lost} | {row.said or '–'} |" for row in rows]
    return "\n".join(lines)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not (_rows or _others):
        return
    terminalreporter.section("soak")
    terminalreporter.write_line(table())
    if file := os.environ.get(TABLE):
        Path(file).write_text(f"# What `make soak` found\n\n{table()}\n", encoding="utf-8")

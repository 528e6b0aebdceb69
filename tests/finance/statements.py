"""Statements for tests, made from plain numbers or read from the filings' figures under tests/data."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from accountkit.model import Figure, Statement

DATA = Path(__file__).parents[1] / "data"
NEW_ORIENTAL_LINES = {
    "net_income_attrib": "net_income",
    "equity_attrib": "equity",
    "mezzanine": "mezzanine_equity",
    "pretax_income": "income_before_tax",
}


def statement(end: str, /, currency: str = "USD", months: int = 12, **lines: float) -> Statement:
    """A statement of one period from line = value."""
    figures = {key: Figure(value=value) for key, value in lines.items()}
    return Statement(period_end=dt.date.fromisoformat(end), currency=currency, months=months, figures=figures)


def by_end(*statements: Statement) -> dict[str, Statement]:
    """Statements as an account holds them."""
    return {s.period_end.isoformat(): s for s in statements}


def years(first: int = 2020, /, **lines: list[float]) -> dict[str, Statement]:
    """Consecutive calendar years from columns of numbers."""
    count = len(next(iter(lines.values())))
    return by_end(
        *(
            statement(f"{first + n}-12-31", **{key: column[n] for key, column in lines.items()})
            for n in range(count)
        )
    )


def new_oriental() -> dict[str, Statement]:
    """New Oriental FY2018–2024 (20-F and releases, tests/data/new_oriental.json), whole US dollars."""
    rows = json.loads((DATA / "new_oriental.json").read_text(encoding="utf-8"))["years"]
    return by_end(*(_year(year, row) for year, row in rows.items()))


def _year(year: str, row: dict) -> Statement:
    figures = {}
    for key, value in row.items():
        if key != "src":
            digits = str(value).split()[0]
            amount = float(digits.lstrip("~")) * 1000
            line = NEW_ORIENTAL_LINES.get(key, key)
            figures[line] = Figure(value=amount, approximate=digits.startswith("~"))
    return Statement(period_end=dt.date(int(year), 5, 31), unit=1000, figures=figures)


def published_cases() -> dict[str, dict]:
    """The worked cases of textbooks and vendors, by id."""
    return {
        case["id"]: case for case in json.loads((DATA / "published_cases.json").read_text(encoding="utf-8"))
    }

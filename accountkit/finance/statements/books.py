"""The books of a period: its figures, completed by what follows from them by identity, with the derivation kept.

Nothing here estimates. A line that is missing and follows from others of the same statement (equity including
minorities = assets − liabilities − mezzanine equity) is added and remembered as derived, so that whoever uses it says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from accountkit.errors import StatementError
from accountkit.finance.statements.lines import LINES, label
from accountkit.i18n import _, day
from accountkit.model import Statement

DAYS_A_MONTH = 365.25 / 12
NEAR = 16
"""Days that a period may be off: 52- and 53-week years end on different days; a year lasts about 350 to 380 days."""


@dataclass(frozen=True)
class Books:
    """The figures of one statement by line key; `derived` names those that were not reported, with the formula."""

    statement: Statement
    values: dict[str, float]
    derived: dict[str, str]

    @property
    def period_end(self) -> dt.date:
        return self.statement.period_end

    @property
    def currency(self) -> str:
        return self.statement.currency

    def marked(self, mark: str) -> tuple[str, ...]:
        """The lines that are marked ``approximate`` or ``assumed``."""
        return tuple(key for key, figure in self.statement.figures.items() if getattr(figure, mark))

    def opens(self, later: Books) -> bool:
        """Whether this balance sheet is the opening one of a later period, in the same currency."""
        apart = (later.period_end - self.period_end).days
        return self.currency == later.currency and abs(apart - later.statement.months * DAYS_A_MONTH) <= NEAR


def in_order(statements: Mapping[str, Statement]) -> list[Statement]:
    """The statements by period end, ascending. Raises `StatementError` where two end on the same day."""
    ordered = sorted(statements.values(), key=lambda s: s.period_end)
    for before, after in pairwise(ordered):
        if before.period_end == after.period_end:
            raise StatementError(
                _("Two statements end on {day}. Delete one, or correct its period end.").format(
                    day=day(after.period_end)
                )
            )
    return ordered


def frame(statements: Mapping[str, Statement]) -> pd.DataFrame:
    """The reported figures as a table: one row per period end (ascending), one column per line, NaN where missing.

    Values are in whole units of the statement's currency. Lines that no statement has are left out.
    """
    ordered = in_order(statements)
    used = {key for statement in ordered for key in statement.figures}
    columns = [key for key in LINES if key in used] + sorted(used - set(LINES))
    index = pd.DatetimeIndex([s.period_end for s in ordered], name="period_end")
    rows = [[s.figures[key].value if key in s.figures else float("nan") for key in columns] for s in ordered]
    return pd.DataFrame(rows, index=index, columns=columns, dtype=float)


def _less(a: str, b: str, *also: str) -> Callable[[Mapping[str, float]], float]:
    return lambda v: v[a] - v[b] - sum(v.get(key, 0.0) for key in also)


def _plus(a: str, b: str, *also: str) -> Callable[[Mapping[str, float]], float]:
    return lambda v: v[a] + v[b] + sum(v.get(key, 0.0) for key in also)


Identity = tuple[str, tuple[str, ...], str, Callable[[Mapping[str, float]], float]]
IDENTITIES: tuple[Identity, ...] = (
    ("revenue", ("total_operating_revenue",), "=", lambda v: v["total_operating_revenue"]),
    ("gross_profit", ("revenue", "cost_of_revenue"), "−", _less("revenue", "cost_of_revenue")),
    ("cost_of_revenue", ("revenue", "gross_profit"), "−", _less("revenue", "gross_profit")),
    ("total_debt", ("short_term_debt", "long_term_debt"), "+", _plus("short_term_debt", "long_term_debt")),
    ("equity_total", ("equity", "minority_interest"), "+", _plus("equity", "minority_interest")),
    ("equity", ("equity_total", "minority_interest"), "−", _less("equity_total", "minority_interest")),
    ("minority_interest", ("equity_total", "equity"), "−", _less("equity_total", "equity")),
    ("net_income_total", ("net_income", "minority_income"), "+", _plus("net_income", "minority_income")),
    (
        "net_income",
        ("net_income_total", "minority_income"),
        "−",
        _less("net_income_total", "minority_income"),
    ),
    ("net_income_total", ("income_before_tax", "income_tax"), "−", _less("income_before_tax", "income_tax")),
    (
        "equity_total",
        ("total_assets", "total_liabilities"),
        "−",
        _less("total_assets", "total_liabilities", "mezzanine_equity"),
    ),
    (
        "total_assets",
        ("total_liabilities", "equity_total"),
        "+",
        _plus("total_liabilities", "equity_total", "mezzanine_equity"),
    ),
)
"""What follows from what: line, the lines it needs, the sign between them, the formula. The first that fits is used."""


def completed(statement: Statement) -> Books:
    """The books of a statement: its figures and what follows from them."""
    values = {key: figure.value for key, figure in statement.figures.items()}
    derived: dict[str, str] = {}
    for key, needs, sign, formula in IDENTITIES:
        if key not in values and all(need in values for need in needs):
            values[key] = formula(values)
            derived[key] = f" {sign} ".join(needs) if len(needs) > 1 else needs[0]
    return Books(statement, values, derived)


def derivation(books: Books, key: str) -> str:
    """A sentence that says how a derived line came about."""
    words = [part if part in "−+" else label(part) for part in books.derived[key].split(" ")]
    return _("{line} is not reported and was calculated as {formula}.").format(
        line=label(key), formula=" ".join(words)
    )

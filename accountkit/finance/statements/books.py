"""The books of a period: its figures, completed by what follows from them by identity, with the derivation kept.

Nothing here estimates. A line that is missing and follows from others of the same statement (equity including
minorities = assets − liabilities − mezzanine equity) is added and remembered as derived, so that whoever uses it says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
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


@dataclass(frozen=True)
class Identity:
    """A line that follows from others: those that it needs, each with its sign, and those that count where they are known."""

    line: str
    needs: tuple[tuple[str, str], ...]
    also: tuple[tuple[str, str], ...] = ()

    def terms(self, values: Mapping[str, float]) -> tuple[tuple[str, str], ...]:
        """The signs and lines that are added up; empty where a line that is needed is missing."""
        if any(line not in values for _sign, line in self.needs):
            return ()
        return self.needs + tuple(term for term in self.also if values.get(term[1]))


def _identity(line: str, formula: str, also: str = "") -> Identity:
    """``_identity("gross_profit", "revenue − cost_of_revenue")``."""

    def terms(text: str) -> tuple[tuple[str, str], ...]:
        words = ["+", *text.split()] if text and text[0] not in "−+" else text.split()
        return tuple(zip(words[::2], words[1::2], strict=True))

    return Identity(line, terms(formula), terms(also))


IDENTITIES: tuple[Identity, ...] = (
    _identity("revenue", "total_operating_revenue"),
    _identity("gross_profit", "revenue − cost_of_revenue"),
    _identity("cost_of_revenue", "revenue − gross_profit"),
    _identity("total_debt", "short_term_debt + long_term_debt"),
    _identity("total_assets", "liabilities_and_equity"),
    _identity("equity_total", "equity + minority_interest"),
    _identity("equity", "equity_total − minority_interest"),
    _identity("minority_interest", "equity_total − equity"),
    _identity("net_income", "net_income_total − minority_income"),
    _identity("net_income", "net_income_common + preferred_dividends"),
    _identity("net_income", "net_income_common"),
    _identity("net_income_total", "net_income + minority_income"),
    _identity("net_income_total", "income_before_tax − income_tax", "+ discontinued_income"),
    _identity("discontinued_income", "net_income_total − continuing_income"),
    _identity("income_before_tax", "net_income_total + income_tax", "− discontinued_income"),
    _identity("equity_total", "total_assets − total_liabilities", "− mezzanine_equity"),
    _identity("total_assets", "total_liabilities + equity_total", "+ mezzanine_equity"),
)
"""What follows from what. The first that fits is used; the parent's profit never from what is left after preferred
dividends while the total and the minorities are known."""


def completed(statement: Statement) -> Books:
    """The books of a statement: its figures and what follows from them."""
    values = {key: figure.value for key, figure in statement.figures.items()}
    derived: dict[str, str] = {}
    for identity in IDENTITIES:
        if identity.line not in values and (terms := identity.terms(values)):
            values[identity.line] = sum(
                -values[line] if sign == "−" else values[line] for sign, line in terms
            )
            derived[identity.line] = " ".join(word for term in terms for word in term)[2:]
    return Books(statement, values, derived)


def derivation(books: Books, key: str) -> str:
    """A sentence that says how a derived line came about."""
    words = [part if part in "−+" else label(part) for part in books.derived[key].split(" ")]
    return _("{line} is not reported and was calculated as {formula}.").format(
        line=label(key), formula=" ".join(words)
    )

"""Whose profit on whose equity: the parent's owners, or all owners with the minorities.

Profit attributable to the parent goes with equity attributable to the parent; profit including minorities goes with
equity including minorities. One choice holds for all years of a decomposition. The parent's owners are taken unless the
file has only totals.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from accountkit.finance.books import Books, derivation
from accountkit.i18n import N_, _

Owners = Literal["parent", "total"]

PROFIT = {"parent": "net_income", "total": "net_income_total"}
EQUITY = {"parent": "equity", "total": "equity_total"}
NAMES = {
    "parent": N_("Owners of the parent company: attributable profit on attributable equity."),
    "total": N_("All owners: profit including minorities on equity including minorities."),
}
MINORITY_LINES = ("minority_interest", "minority_income")


def chosen(books: Sequence[Books]) -> Owners:
    """``parent`` where any period has both its profit and its equity, else ``total``."""
    return "parent" if any(_has(book, "parent") for book in books) else "total"


def _has(book: Books, owners: Owners) -> bool:
    return PROFIT[owners] in book.values and EQUITY[owners] in book.values


def single(books: Sequence[Books]) -> bool:
    """Whether the file knows one profit and one equity only, under names that do not match, and no minorities.

    Then there are no minorities to tell apart, and the two belong to the same owners.
    """
    reported = {key for book in books for key in book.statement.figures}
    one_profit = len(reported & set(PROFIT.values())) == 1
    one_equity = len(reported & set(EQUITY.values())) == 1
    apart = not any(_has(book, owners) for book in books for owners in PROFIT)
    return one_profit and one_equity and apart and not reported & set(MINORITY_LINES)


def lines(books: Sequence[Books], owners: Owners) -> tuple[str, str]:
    """The keys of the profit and of the equity that go together."""
    if single(books):
        reported = {key for book in books for key in book.statement.figures}
        return next(k for k in PROFIT.values() if k in reported), next(
            k for k in EQUITY.values() if k in reported
        )
    return PROFIT[owners], EQUITY[owners]


def notes(books: Sequence[Books], owners: Owners, asked: bool) -> tuple[str, ...]:
    """What a reader has to know about the choice."""
    if single(books):
        return (
            _(
                "The file shows one profit and one equity and no minorities: they are taken as the same owners'."
            ),
        )
    if owners == "total" and not asked:
        return (_("The file has totals only: profit and equity include minorities."),)
    return (_(NAMES[owners]),)


def derived_notes(book: Books, keys: Sequence[str]) -> tuple[str, ...]:
    """A note for each of the lines that was not reported but follows from others."""
    return tuple(derivation(book, key) for key in keys if key in book.derived)

"""Whose profit on whose equity: the parent's owners, or all owners with the minorities.

Profit attributable to the parent goes with equity attributable to the parent; profit including minorities goes with
equity including minorities. One choice holds for all years of a decomposition. The parent's owners are taken unless the
file has only totals. Where there are provably no minorities, both names mean the same money.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from accountkit.finance.statements.books import Books, derivation
from accountkit.finance.statements.lines import label
from accountkit.i18n import N_, _

Owners = Literal["parent", "total"]

PROFIT: dict[Owners, str] = {"parent": "net_income", "total": "net_income_total"}
EQUITY: dict[Owners, str] = {"parent": "equity", "total": "equity_total"}
NAMES: dict[Owners, str] = {
    "parent": N_("Parent's owners: attributable profit on attributable equity."),
    "total": N_("All owners: profit including minorities on equity including minorities."),
}
MINORITY_LINES = ("minority_interest", "minority_income")


MATCHING = 0.0005
"""Two figures within this share of each other are the same figure, rounded differently."""


def chosen(books: Sequence[Books]) -> Owners:
    """``parent`` where any period has both its profit and its equity, or where there is nobody else; else ``total``."""
    parents = {PROFIT["parent"], EQUITY["parent"]}
    if undivided(books) and any(parents & set(book.statement.figures) for book in books):
        return "parent"
    return "parent" if any(_has(book, "parent") for book in books) else "total"


def _has(book: Books, owners: Owners) -> bool:
    return PROFIT[owners] in book.values and EQUITY[owners] in book.values


def undivided(books: Sequence[Books]) -> bool:
    """Whether the figures prove that there are no minorities, so that a profit goes with an equity of either name.

    Nothing of minorities may be reported, and no total may differ from the parent's share. The proof is one period with
    parent's and total figures alike, one whose profit is pre-tax income less tax, or figures out of filings, which have
    to name minorities where there are any. A bare table that leaves them out proves nothing.
    """
    figures = [{key: figure.value for key, figure in book.statement.figures.items()} for book in books]
    if any(v.get(line) for v in figures for line in MINORITY_LINES):
        return False
    twins = [
        (v[line["parent"]], v[line["total"]])
        for v in figures
        for line in (PROFIT, EQUITY)
        if set(line.values()) <= set(v)
    ]
    if not all(_alike(parent, total) for parent, total in twins):
        return False
    return bool(twins) or any(map(_all_of_the_profit, figures)) or any(map(_filed, books))


def _alike(one: float, other: float) -> bool:
    return abs(one - other) <= MATCHING * max(abs(one), abs(other))


def _all_of_the_profit(figures: Mapping[str, float]) -> bool:
    """Whether the parent's profit is all that tax leaves of the pre-tax income."""
    needed = ("net_income", "income_before_tax", "income_tax")
    if not all(key in figures for key in needed):
        return False
    profit, before_tax, tax = (figures[key] for key in needed)
    return _alike(profit, before_tax - tax)


def _filed(book: Books) -> bool:
    own = [book.statement.figures.get(key) for key in (*PROFIT.values(), *EQUITY.values())]
    return any(figure is not None and figure.origin.accession for figure in own)


def shared(books: Sequence[Books]) -> list[Books]:
    """The books; where there are no minorities, with a profit or an equity reported under one name given the other too."""
    return [_shared(book) for book in books] if undivided(books) else list(books)


def _shared(book: Books) -> Books:
    values, derived = dict(book.values), dict(book.derived)
    for line in (PROFIT, EQUITY):
        for name, twin in (line.values(), reversed(line.values())):
            if name not in book.statement.figures and twin in book.statement.figures:
                values[name], derived[name] = book.values[twin], twin
    return Books(book.statement, values, derived)


def lines(owners: Owners) -> tuple[str, str]:
    """The keys of the profit and of the equity that go together."""
    return PROFIT[owners], EQUITY[owners]


def notes(books: Sequence[Books], owners: Owners, asked: bool) -> tuple[str, ...]:
    """What a reader has to know about the choice."""
    if any(_across(book, owners) for book in books):
        return (
            _(
                "No minorities are reported, so profit and equity are treated as belonging to the same owners."
            ),
        )
    if mismatch := _mismatch(books):
        profit, equity = mismatch
        text = _(
            "{profit} and {equity} belong to different owners, so ROE is not calculated. Add the minorities."
        )
        return (text.format(profit=label(profit), equity=label(equity)),)
    if owners == "total" and not asked:
        return (_("The file has totals, so profit and equity include minorities."),)
    return (_(NAMES[owners]),)


def _mismatch(books: Sequence[Books]) -> tuple[str, str] | None:
    """The one profit and the one equity there are, where they belong to different owners."""
    profits, equities = (
        [key for key in line.values() if any(key in b.values for b in books)] for line in (PROFIT, EQUITY)
    )
    matching = any(_has(book, owners) for book in books for owners in PROFIT)
    return (profits[0], equities[0]) if profits and equities and not matching else None


def _across(book: Books, owners: Owners) -> bool:
    """Whether a line of the chosen owners was reported under the other name only."""
    names = set(PROFIT.values()) | set(EQUITY.values())
    return any(book.derived.get(line) in names for line in lines(owners))


def derived_notes(book: Books, keys: Sequence[str]) -> tuple[str, ...]:
    """A note for each of the lines that was not reported but follows from others."""
    return tuple(derivation(book, key) for key in keys if key in book.derived)

"""Whose profit on whose equity: the parent's owners, or all owners with the minorities.

Profit attributable to the parent goes with equity attributable to the parent; profit including minorities goes with
equity including minorities. One choice holds for all years of a decomposition. The parent's owners are taken unless the
file has only totals. Where there are provably no minorities, both names mean the same money.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np

from accountkit.finance.statements.books import Books, derivation
from accountkit.finance.statements.lines import label
from accountkit.i18n import N_, _, fiscal_year

Owners = Literal["parent", "total"]

PROFIT: dict[Owners, str] = {"parent": "net_income", "total": "net_income_total"}
EQUITY: dict[Owners, str] = {"parent": "equity", "total": "equity_total"}
NAMES: dict[Owners, str] = {
    "parent": N_("Parent's owners: attributable profit on attributable equity."),
    "total": N_("All owners: profit including minorities on equity including minorities."),
}
MINORITY_LINES = ("minority_interest", "minority_income")
NEEDED = (*PROFIT.values(), *EQUITY.values(), *MINORITY_LINES, "income_before_tax", "income_tax")


MATCHING = 0.0005
"""Two figures within this share of each other are the same figure, rounded differently."""


Columns = Mapping[str, np.ndarray]


def chosen(books: Sequence[Books]) -> Owners:
    """``parent`` where any period has both its profit and its equity, or where there is nobody else; else ``total``."""
    if not books:
        return "total"
    reported, company = _columns(books), np.zeros(len(books), int)
    completed = {key: np.array([book.values.get(key, np.nan) for book in books]) for key in NEEDED}
    alone = undivided_rows(reported, np.array([_filed(book) for book in books]), company)
    return "parent" if parent_rows(reported, completed, alone, company)[0] else "total"


def told(books: Sequence[Books]) -> Owners:
    """Whose return an account shows unless a person chooses: all owners if the last year has no other, else `chosen`."""
    return "total" if last_on_totals_alone(books) else chosen(books)


def profit_line(books: Sequence[Books], owners: Owners | None = None) -> str:
    """The profit that goes with the return of `owners` (default: `told`); the other one if no year has it."""
    wanted = PROFIT[owners or told(books)]
    others = [key for key in PROFIT.values() if key != wanted]
    return next((key for key in (wanted, *others) if any(key in book.values for book in books)), wanted)


def parent_rows(reported: Columns, completed: Columns, alone: np.ndarray, company: np.ndarray) -> np.ndarray:
    """For each row whether its company is read for the parent's owners; `alone` is that of `undivided_rows`."""
    lines = (PROFIT["parent"], EQUITY["parent"])
    named = np.logical_or.reduce([_known(reported, key, company) for key in lines])
    both = np.logical_and.reduce([_known(completed, key, company) for key in lines])
    return (alone & _somewhere(named, company)) | _somewhere(both, company)


def _known(columns: Columns, key: str, company: np.ndarray) -> np.ndarray:
    return ~np.isnan(columns[key]) if key in columns else np.zeros(len(company), bool)


def _somewhere(rows: np.ndarray, company: np.ndarray) -> np.ndarray:
    """For each row whether any row of its company is marked."""
    return (np.bincount(company, rows) > 0)[company]


def last_on_totals_alone(books: Sequence[Books]) -> bool:
    """Whether the last period has a return of all owners and none of the parent's, which earlier periods have."""
    if len(books) < 2 or undivided(books) or _has(books[-1], "parent"):
        return False
    last, equity = books[-1], EQUITY["total"]
    opened = any(book.opens(last) and equity in book.values for book in books[:-1])
    return _has(last, "total") and opened and any(_has(book, "parent") for book in books)


def without_parent(book: Books) -> str:
    """Why the figures are those of all owners though earlier years have the parent's."""
    text = _("The parent's equity of {year} is not reported, so profit and equity include minorities.")
    if EQUITY["parent"] in book.values:
        text = _("The parent's profit of {year} is not reported, so profit and equity include minorities.")
    return text.format(year=fiscal_year(book.period_end))


def _has(book: Books, owners: Owners) -> bool:
    return PROFIT[owners] in book.values and EQUITY[owners] in book.values


def undivided(books: Sequence[Books]) -> bool:
    """Whether the figures prove that there are no minorities; see `undivided_rows`."""
    if not books:
        return False
    filed = np.array([_filed(book) for book in books])
    return bool(undivided_rows(_columns(books), filed, np.zeros(len(books), int))[0])


def _columns(books: Sequence[Books]) -> Columns:
    figures = [book.statement.figures for book in books]
    return {key: np.array([f[key].value if key in f else np.nan for f in figures]) for key in NEEDED}


def undivided_rows(reported: Columns, filed: np.ndarray, company: np.ndarray) -> np.ndarray:
    """For each row whether the figures of its company prove that there are no minorities.

    Nothing of minorities may be reported, and no total may differ from the parent's share. The proof is one period with
    parent's and total figures alike, one whose profit is pre-tax income less tax (`reported` has one row per period, NaN
    where missing), or figures out of filings (`filed`), which have to name minorities where there are any. A bare table
    that leaves them out proves nothing. `company` numbers the companies from 0.
    """
    nothing = np.full(len(company), np.nan)
    column = {key: reported.get(key, nothing) for key in NEEDED}
    twins = [(column[line["parent"]], column[line["total"]]) for line in (PROFIT, EQUITY)]
    named = [~np.isnan(parent) & ~np.isnan(total) for parent, total in twins]
    apart = [both & ~_alike(*pair) for both, pair in zip(named, twins, strict=True)]
    minorities = [~np.isnan(column[key]) & (column[key] != 0) for key in MINORITY_LINES]
    all_of_it = _alike(column["net_income"], column["income_before_tax"] - column["income_tax"])
    proof = np.logical_or.reduce([*named, all_of_it, filed])
    against = np.logical_or.reduce([*apart, *minorities])
    return _somewhere(proof, company) & ~_somewhere(against, company)


def _alike(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    return np.abs(one - other) <= MATCHING * np.maximum(np.abs(one), np.abs(other))


def _filed(book: Books) -> bool:
    own = [book.statement.figures.get(key) for key in (*PROFIT.values(), *EQUITY.values())]
    return any(figure is not None and figure.origin.accession for figure in own)


def shared(books: Sequence[Books], among: Sequence[Books] | None = None) -> list[Books]:
    """The books; where there are no minorities, with a profit or an equity reported under one name given the other too.

    Whether there are minorities is read from `among` (the books of all years) if it is given.
    """
    return [_shared(book) for book in books] if undivided(books if among is None else among) else list(books)


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
    """What a reader has to know about the choice; nothing without statements."""
    if not books:
        return ()
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
    if owners == "total" and last_on_totals_alone(books):
        return (without_parent(books[-1]),)
    if owners == "total" and not asked:
        return (_(_why_totals(books)),)
    return (_(NAMES[owners]),)


ON_TOTALS = {
    (False, False): N_("The statements have totals only, so profit and equity include minorities."),
    (True, False): N_(
        "The parent's equity is not in the statements, so profit and equity include minorities."
    ),
    (False, True): N_(
        "The parent's profit is not in the statements, so profit and equity include minorities."
    ),
    (True, True): N_(
        "No year has both the parent's profit and the parent's equity, so profit and equity include minorities."
    ),
}
"""By whether the parent's profit and the parent's equity are in the statements."""


def _why_totals(books: Sequence[Books]) -> str:
    profit, equity = (any(line["parent"] in book.values for book in books) for line in (PROFIT, EQUITY))
    return ON_TOTALS[profit, equity]


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

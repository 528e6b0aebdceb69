"""What a year holds that will not come again: discontinued operations, and one-off items tagged as such.

Discontinued operations are part of the profit and of the return of their year, but no measure of what the business can
reach: `recurring_income` leaves them out. One-off items stay in the profit and are listed beside the year, because what
they cost after tax is not known.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.finance.statements.books import Books
from accountkit.finance.statements.lines import within
from accountkit.i18n import _, listed, money

ONE_OFFS = (
    "goodwill_impairment",
    "impairment",
    "restructuring",
    "disposal_gains",
    "debt_extinguishment",
    "litigation_settlement",
    "one_off_tax",
)
WORTH_LISTING = 0.01
"""A hundredth of the profit: what is smaller does not bear on the year."""


def discontinued(values: Mapping[str, float]) -> float:
    """The result of discontinued operations, where it bears on the profit of the year; else 0."""
    result = values.get("discontinued_income", 0.0)
    return result if abs(result) >= WORTH_LISTING * abs(_profit(values)) else 0.0


def recurring_income(values: Mapping[str, float]) -> float | None:
    """Net income without the result of discontinued operations; None where net income is not known."""
    profit = values.get("net_income")
    return None if profit is None else profit - discontinued(values)


def one_off_notes(book: Books) -> tuple[str, ...]:
    """What the reader of a year has to know about it: discontinued operations, then the one-off items with amounts."""
    v, notes = book.values, []
    if result := discontinued(v):
        text = _("Profit includes {amount} from discontinued operations.")
        if result < 0:
            text = _("Profit is after a loss of {amount} from discontinued operations.")
        notes.append(text.format(amount=money(abs(result), book.currency)))
    items = [
        _("{item} {amount}").format(item=within(key), amount=money(v[key], book.currency))
        for key in ONE_OFFS
        if abs(v.get(key, 0.0)) >= max(WORTH_LISTING * abs(_profit(v)), 1e-9)
    ]
    if items:
        notes.append(_("One-off items: {items}.").format(items=listed(items)))
    return tuple(notes)


def _profit(values: Mapping[str, float]) -> float:
    return values.get("net_income", values.get("net_income_total", 0.0))

"""The one currency of a file: as stated, as named in it, or assumed with a warning. Two are an error, unless one is a
convenience translation of some periods."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from accountkit.errors import StatementError
from accountkit.i18n import _, listed
from accountkit.sources.cells.numerals import is_missing
from accountkit.sources.cells.units import currencies_of, currency_hint
from accountkit.sources.statements.mapping import Assignment
from accountkit.sources.statements.terms import Terms


def file_currency(assignment: Assignment, terms: Terms) -> str:
    """The one currency of the figures: as stated, as named in the file, or assumed with a warning."""
    counted = _named(assignment)
    if terms.currency:
        if counted and terms.currency not in counted and not _unnamed(assignment):
            raise StatementError(
                _("{name} has no figures in {currency}. Choose {others}.").format(
                    name=terms.source, currency=terms.currency, others=listed(sorted(counted))
                )
            )
        return terms.currency
    if len(counted) > 1:
        return _reporting(counted, terms)
    if counted:
        return next(iter(counted))
    titled = Counter(code for title in terms.titles for code in currencies_of(title))
    if len(titled) > 1:
        raise _two_currencies(list(titled), terms)
    return next(iter(titled), None) or _assumed_currency(assignment, terms)


def _named(assignment: Assignment) -> dict[str, set[dt.date]]:
    """The currencies that cells, rows or columns name, each with the periods that have figures in it."""
    found: dict[str, set[dt.date]] = {}
    for several in assignment.series.values():
        for series in several:
            for entry in series.entries:
                for code in entry.currencies or series.currencies:
                    if not is_missing(entry.cell):
                        found.setdefault(code, set()).add(entry.period.end)
    return found


def _unnamed(assignment: Assignment) -> bool:
    return any(
        not (e.currencies or s.currencies) and not is_missing(e.cell)
        for several in assignment.series.values()
        for s in several
        for e in s.entries
    )


def _reporting(counted: dict[str, set[dt.date]], terms: Terms) -> str:
    """Of two currencies the one that covers all periods; the other is a convenience translation of some of them."""
    everything = set().union(*counted.values())
    full = [code for code, ends in counted.items() if ends == everything]
    if len(full) != 1:
        raise _two_currencies(list(counted), terms)
    others = [code for code in counted if code != full[0]]
    terms.warn(
        _(
            "{name} reports in {currency}. Figures in {others} are translations of some periods and were skipped."
        ).format(name=terms.source, currency=full[0], others=listed(others))
    )
    return full[0]


def _two_currencies(codes: Sequence[str], terms: Terms) -> StatementError:
    return StatementError(
        _("{name} has figures in {currencies}. Choose one, for example currency={first}.").format(
            name=terms.source, currencies=listed(sorted(codes)), first=sorted(codes)[0]
        )
    )


def _assumed_currency(assignment: Assignment, terms: Terms) -> str:
    texts = [*terms.titles, *(s.label for several in assignment.series.values() for s in several)]
    hint = next((code for text in texts if (code := currency_hint(text))), None)
    currency = hint or ("CNY" if terms.chinese else "USD")
    terms.warn(
        _(
            "{name} names no currency and was read as {currency}. If that is wrong, choose the currency."
        ).format(name=terms.source, currency=currency)
    )
    return currency

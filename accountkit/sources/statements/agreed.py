"""Identity before recency in a table of facts: the value filed last, unless the sums of its own filing refute it.

The rule is that of the SEC's filings (`lines.agreement`). A line that all filings give the same value counts for each.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from accountkit.finance.statements.checks import EXACT
from accountkit.i18n import _, day, money
from accountkit.model import Figure, Restatement, Statement
from accountkit.sources.lines.agreement import CHECKED, Refusal, judged, refusal
from accountkit.sources.statements.terms import Terms

Filing = tuple[dt.date | None, str]


def agreed(found: Mapping[str, Statement], terms: Terms) -> dict[str, Statement]:
    """The statements with refused values replaced by those that their filings prove; each is noted and warned of."""
    return {key: _agreed(statement, terms) for key, statement in found.items()}


def _agreed(statement: Statement, terms: Terms) -> Statement:
    figures, notes = dict(statement.figures), []
    for line, figure in statement.figures.items():
        if line not in CHECKED:
            continue
        reason = refusal(line, figure.value, _beside(filing_of(figure), statement))
        rivals = reversed(figure.origin.replaced) if reason else ()
        rival = next((old for old in rivals if _proven(line, old, statement)), None)
        if reason and rival:
            figures[line] = _with(figure, rival)
            notes.append(_note(line, figure, rival, reason, statement.currency))
    for note in notes:
        terms.warn(_("{day}: {note}").format(day=day(statement.period_end), note=note))
    changed = {"figures": figures, "notes": (*statement.notes, *notes)}
    return statement.model_copy(update=changed) if notes else statement


def filing_of(figure: Figure) -> Filing:
    """The filing that a figure was read from, as far as the table names it."""
    return figure.origin.filed, figure.origin.accession


def _proven(line: str, old: Restatement, statement: Statement) -> bool:
    own = _beside((old.filed, old.accession), statement)
    return judged(line, {**own, line: old.value}) and refusal(line, old.value, own) is None


def _beside(filing: Filing, statement: Statement) -> dict[str, float]:
    """The values that one filing gives a period, as far as the table tells."""
    own: dict[str, float] = {}
    for line, figure in statement.figures.items():
        values = {(old.filed, old.accession): old.value for old in figure.origin.replaced}
        values[filing_of(figure)] = figure.value
        if not figure.origin.replaced or filing in values:
            own[line] = values.get(filing, figure.value)
    return own


def _with(figure: Figure, old: Restatement) -> Figure:
    others = tuple(r for r in figure.origin.replaced if r != old)
    update = {"filed": old.filed, "accession": old.accession, "replaced": others, "place": "", "url": ""}
    return figure.model_copy(update={"value": old.value, "origin": figure.origin.model_copy(update=update)})


def _note(line: str, figure: Figure, used: Restatement, reason: Refusal, currency: str) -> str:
    def read(value: float, filing: Filing) -> str:
        place = filing[1] or (filing[0].isoformat() if filing[0] else "")
        return _("{value} ({place})").format(value=money(value, currency, EXACT), place=place)

    refused = read(figure.value, filing_of(figure))
    return reason.note(line, refused, read(used.value, (used.filed, used.accession)), currency)

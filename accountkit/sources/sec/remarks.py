"""What has to be said about the figures of a year: sums of parts, a bank's revenue, values that were refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from accountkit.finance.statements.checks import EXACT
from accountkit.i18n import _, day, money
from accountkit.sources.lines.concepts import BANK_REVENUE, GROSS_BANK_REVENUE
from accountkit.sources.sec.chosen import Chosen, labels
from accountkit.sources.sec.filings import Filings
from accountkit.sources.tables.facts import Fact

BANK_SUMS = (BANK_REVENUE[0], GROSS_BANK_REVENUE[0])
"""The concepts with which the sums of a bank's revenue begin."""


def note_of_sum(chosen: Chosen) -> str:
    """Why a figure is a sum of concepts."""
    text = _("Sum of {concepts}, because the filing tags no total.")
    if chosen.fact.name in BANK_SUMS:
        text = _("Sum of {concepts}: a bank's revenue, net of interest expense.")
    return text.format(concepts=labels(chosen))


def notes_of_year(filings: Filings, end: dt.date, lines: Mapping[str, Chosen]) -> tuple[str, ...]:
    """The notes of a year, for its statement."""
    bank = _("This is a bank, so revenue is net of interest expense, a cost of its business.")
    notes = [bank] if _net_of_interest(filings, end, lines) else []
    notes += [
        reason.note(line, _read(fact), _read(chosen.fact), filings.currency)
        for line, chosen in lines.items()
        for fact, reason in chosen.refused
    ]
    return tuple(notes)


def _read(fact: Fact) -> str:
    """A value with the place that it was read from: ``US$ 9 bn (Assets, 10-K/A of 20 May 2024)``."""
    return _("{value} ({concept}, {form} of {day})").format(
        value=money(fact.value, fact.currency, EXACT),
        concept=fact.name,
        form=fact.form,
        day=day(fact.filed),
    )


def _net_of_interest(filings: Filings, end: dt.date, lines: Mapping[str, Chosen]) -> bool:
    if "revenue" not in lines:
        return False
    name = lines["revenue"].fact.name
    tagged = all(filings.filed(concept, end) for concept in BANK_REVENUE)
    return "NetOfInterestExpense" in name or name in BANK_SUMS or tagged

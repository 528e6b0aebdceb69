"""What is unusual about a year: 53 weeks, a stub period, a predecessor, hyperinflation, filings that do not match.

A reader of filings knows most of it and stores it with the statement; two things follow from the period ends alone, so
that they hold for any file: a year of 53 weeks, and a period that ends less than a year after the one before.
"""

from __future__ import annotations

from accountkit.finance.statements.lines import FLOWS, label, within
from accountkit.i18n import N_, _, day, number
from accountkit.model import Statement
from accountkit.model.statement import Caveat, CaveatKind

WEEKS_53 = 371
"""Days between the ends of a 52-week year and of a 53-week year after it; no calendar year has as many."""
SHORTEST_YEAR = 350

SENTENCES: dict[CaveatKind, str] = {
    "weeks_53": N_("The year has 53 weeks, so its flows are about 2% larger than those of 52 weeks."),
    "short": N_(
        "The period before ends only {days} days earlier. If this is not a full year, margin, turnover and ROE are not annual."
    ),
    "transition": N_(
        "Transition period of {months} months after a change of year-end: only its balance sheet is used."
    ),
    "after_transition": N_(
        "The year-end was moved, so the {months} months before this year are in no year. Compare with care."
    ),
    "split": N_(
        "Predecessor and successor: the accounts start anew on {day}. Neither part is a year, so ROE is not calculated."
    ),
    "inflation": N_(
        "Hyperinflation accounting (IAS 29): flows and both balances are in the purchasing power of this year's own report. Amounts of other years are not comparable."
    ),
    "inflation_opening": N_(
        "Hyperinflation accounting (IAS 29): the opening balance is in older purchasing power, so turnover and ROE are not comparable."
    ),
    "vintages": N_("{line} was restated on {day}, but {other} was not filed again. ROE combines both."),
    "opening": N_(
        "This year's own report has no opening balance, so the balance of the year before was used."
    ),
}


def caveats(statement: Statement, before: Statement | None) -> tuple[Caveat, ...]:
    """The caveats of a statement: those stored with it, and those that follow from the end of the period `before`."""
    stored = statement.caveats
    known = {caveat.kind for caveat in stored}
    days = (statement.period_end - before.period_end).days if before else 0
    has_flows = any(line in FLOWS for line in statement.figures)
    if days == WEEKS_53 and "weeks_53" not in known and has_flows:
        return (*stored, Caveat(kind="weeks_53"))
    stub = 0 < days < SHORTEST_YEAR and statement.months == 12 and has_flows
    if stub and before and not known & {"after_transition", "split"}:
        return (*stored, Caveat(kind="short", day=before.period_end))
    return stored


def sentence(caveat: Caveat, statement: Statement) -> str:
    """The caveat in the reader's language."""
    apart = (statement.period_end - caveat.day).days if caveat.day else 0
    return _(SENTENCES[caveat.kind]).format(
        days=number(apart, 0),
        months=caveat.months,
        day=day(caveat.day) if caveat.day else "",
        line=label(caveat.line),
        other=within(caveat.other),
    )

"""The customer's budget calendar: when its money for the next year is planned and closed, and when it reports.

The budget of a fiscal year is drawn up in the last months of the year before and closed by its end; the months are ours
to assume (four, ``docs/decisions/0073``) until a person enters the customer's own days. Annual results come as long after
the year end as those of the last year that has a filing date, until their day is entered. All of it is as of the review
date, so that neither the day nor the user changes what is said.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from accountkit.i18n import _, day, fiscal_year, paragraph
from accountkit.model import Account, Statement

PLANNED_MONTHS = 4
"""How long before it closes a budget is drawn up, unless a day is entered."""
SLOWEST_RESULTS = 200
"""Days: a filing later than this is not the first report of its year."""


@dataclass(frozen=True)
class BudgetCalendar:
    """The next budget to close: `year` is the end of the fiscal year it is for, `likely` if its days are assumed.

    `results` is the next results day, None if unknown; `results_likely` if it is taken from last year's delay.
    """

    year: dt.date
    opens: dt.date
    closes: dt.date
    likely: bool
    results: dt.date | None
    results_likely: bool

    def misses(self, due: dt.date | None) -> bool:
        """Whether a date falls after this budget is closed: money would have to come out of the year after."""
        return due is not None and due > self.closes

    @property
    def late_note(self) -> str:
        """What is said of a date that misses the budget."""
        text = _("after the budget for {year} closes ({day})")
        return text.format(year=fiscal_year(self.year), day=day(self.closes))

    @property
    def text(self) -> str:
        """The calendar in a sentence or two."""
        text = (
            _(
                "The budget for {year} is likely planned from {opens} and closes by {closes} (from the year end)."
            )
            if self.likely
            else _("The budget for {year} is planned from {opens} and closes on {closes}.")
        )
        said = text.format(year=fiscal_year(self.year), opens=day(self.opens), closes=day(self.closes))
        if self.results is None:
            return said
        results = _("Annual results: about {day}.") if self.results_likely else _("Next results: {day}.")
        return paragraph(said, results.format(day=day(self.results)))


def budget_calendar(account: Account) -> BudgetCalendar | None:
    """The calendar as of the review date; None if the fiscal year end is not known."""
    end = _month_and_day(account.profile.fiscal_year_end) or _last_year_end(account)
    if end is None:
        return None
    today, profile = account.as_of, account.profile
    known = _month_and_day(profile.budget_closes)
    closes = _next(known or end, today)
    begun = _month_and_day(profile.budget_opens)
    opens = _before(begun, closes) if begun else _months_before(closes, PLANNED_MONTHS)
    results, guessed = _results(account, end)
    return BudgetCalendar(
        year=_next(end, _next(end, closes) + dt.timedelta(days=1)),
        opens=opens,
        closes=closes,
        likely=known is None,
        results=results,
        results_likely=guessed,
    )


def missed_dates(account: Account) -> tuple[tuple[str, str, dt.date], ...]:
    """Path, name and day of each open date of the plan that falls after the budget is closed, the earliest first.

    Deals, actions of the plan and commitments count; what is won, lost, done, dropped or refused does not.
    """
    found = budget_calendar(account)
    if found is None:
        return ()
    missed = (one for one in _dates(account) if found.misses(one[2]))
    return tuple(sorted(missed, key=lambda one: (one[2], one[0])))


def _dates(account: Account) -> Iterator[tuple[str, str, dt.date]]:
    for key, deal in account.opportunities.items():
        if deal.when and deal.is_open:
            yield f"opportunities/{key}", deal.what, deal.when
    for key, action in account.plan.items():
        if action.due and action.status == "open":
            yield f"plan/{key}", action.action, action.due
    for key, item in account.commitments.items():
        if item.due and item.status in ("planned", "asked", "given"):
            yield f"commitments/{key}", item.action, item.due


def _month_and_day(text: str) -> tuple[int, int] | None:
    """``01-31`` as month and day; None for a text that is no day of a year."""
    try:
        found = dt.date.fromisoformat(f"2000-{text}") if len(text) == 5 else None
    except ValueError:
        return None
    return (found.month, found.day) if found else None


def _last_year_end(account: Account) -> tuple[int, int] | None:
    last = max(account.statements.values(), key=lambda one: one.period_end, default=None)
    return (last.period_end.month, last.period_end.day) if last else None


def _on(year: int, place: tuple[int, int]) -> dt.date:
    """The day of a year; the last of the month where the year has no such day (29 February)."""
    month, number = place
    return dt.date(year, month, min(number, calendar.monthrange(year, month)[1]))


def _next(place: tuple[int, int], since: dt.date) -> dt.date:
    this = _on(since.year, place)
    return this if this >= since else _on(since.year + 1, place)


def _before(place: tuple[int, int], until: dt.date) -> dt.date:
    this = _on(until.year, place)
    return this if this < until else _on(until.year - 1, place)


def _months_before(day_: dt.date, months: int) -> dt.date:
    """The first day of the months that end with that day: four months to 31 January begin on 1 October."""
    index = day_.year * 12 + day_.month - months
    return dt.date(index // 12, index % 12 + 1, 1)


def _results(account: Account, end: tuple[int, int]) -> tuple[dt.date | None, bool]:
    """The next results day as entered; else the next that last year's delay gives, and True."""
    entered = account.profile.next_results
    if entered is not None and entered >= account.as_of:
        return entered, False
    years = sorted(account.statements.values(), key=lambda one: one.period_end)
    delays = [days for one in years if (days := _delay(one)) is not None]
    if not delays:
        return None, False
    wait = dt.timedelta(days=delays[-1])
    return _next(end, account.as_of - wait) + wait, True


def _delay(statement: Statement) -> int | None:
    """Days from the year end to the first filing that reports it; None where no figure has a filing date."""
    filed = [
        (figure.origin.filed - statement.period_end).days
        for figure in statement.figures.values()
        if figure.origin.filed
    ]
    return min((days for days in filed if 0 < days <= SLOWEST_RESULTS), default=None)

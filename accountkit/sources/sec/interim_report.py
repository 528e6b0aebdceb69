"""A single interim report as a file: the period from the year's beginning, and the same of the year before.

No year stands in it, so its figures can only join an account that has the years. The period must begin with the company's
year, by the fiscal year end that the report names, else by the balance sheet that it compares with: that of the last year.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from accountkit.errors import StatementError
from accountkit.finance.statements.running import NEAR
from accountkit.i18n import _, day
from accountkit.model import Statement
from accountkit.sources.imported import Imported
from accountkit.sources.lines.concepts import BESIDE, YEAR_MARKERS
from accountkit.sources.sec.companyfacts import check_chosen, figures_of, mapping_shown, orders_of
from accountkit.sources.sec.filings import Filings, in_one_currency
from accountkit.sources.sec.interim import year_to_date
from accountkit.sources.statements.mapping import SETTINGS
from accountkit.sources.tables.facts import Fact, interim_facts

ONE_DAY, ONE_YEAR = dt.timedelta(days=1), dt.timedelta(days=365)


def interim_report(
    parsed: Mapping[str, Any],
    name: str,
    year_end: str = "",
    currency: str | None = None,
    mapping: Mapping[str, str] | None = None,
) -> Imported:
    """The interim statements of a report in the form of companyfacts, with a warning that no year stands in it.

    `year_end` is the company's fiscal year end (``09-28``) as far as the report names it. Raises `StatementError` if no
    period begins with the year.
    """
    chosen = {line: concept for line, concept in (mapping or {}).items() if line not in SETTINGS}
    orders = orders_of(chosen, {})
    wanted = BESIDE | frozenset(c.split(":")[-1] for names in orders.values() for c in names)
    facts = list(interim_facts(parsed, wanted, name))
    if not facts:
        raise StatementError(
            _("{name} has no figures that are known. Choose the annual report (10-K, 20-F, 40-F).").format(
                name=name
            )
        )
    filings = in_one_currency(facts, name, str(parsed.get("cik", "")), currency, orders)
    check_chosen(filings, chosen)
    last = _last_year(filings, year_end)
    periods = year_to_date(filings, facts, [last - ONE_YEAR, last], "as_last_filed")
    found = {
        end.isoformat(): Statement(
            period_end=end,
            months=part.months,
            currency=filings.currency,
            figures=figures_of(filings, part.lines),
        )
        for end, part in periods.items()
    }
    now = found[max(found)]
    warning = _(
        "{name} is an interim report ({months} months to {day}): no full year stands in it. Its figures are kept beside the years of an account. Import the annual report too if the account has no years."
    ).format(name=name, months=now.months, day=day(now.period_end))
    entity = str(parsed.get("entityName") or "")[:500]
    return Imported(
        {},
        mapping_shown(found, chosen),
        warnings=(*filings.warnings, warning),
        entity=entity,
        name=name,
        currency=filings.currency,
        interim=found,
    )


def _last_year(filings: Filings, year_end: str) -> dt.date:
    """The end of the year before the report's period, which begins the day after it."""
    flows = [f for f in _of_lines(filings, YEAR_MARKERS) if f.start]
    end = max((f.end for f in flows), default=None)
    start = min((f.start for f in flows if f.end == end and f.start), default=None)
    if start is None or end is None:
        raise StatementError(
            _(
                "{name} has no revenue, profit or cash flow of part of a year. Choose another report of the company."
            ).format(name=filings.name)
        )
    last = start - ONE_DAY
    balances = {f.end for f in _of_lines(filings, ("total_assets",)) if f.start is None}
    begins = _near(last, year_end) if year_end else any(abs((last - b).days) <= NEAR for b in balances)
    if not begins:
        raise StatementError(
            _(
                "{name} has figures from {start} to {end} only, which is not the year from its beginning. Choose a report with figures since the year began."
            ).format(name=filings.name, start=day(start), end=day(end))
        )
    return last


def _of_lines(filings: Filings, lines: tuple[str, ...]) -> list[Fact]:
    concepts = {concept for line in lines for concept in filings.orders.get(line, ())}
    return [
        fact
        for concept in concepts
        for facts in filings.by_concept.get(concept, {}).values()
        for fact in facts
    ]


def _near(date: dt.date, year_end: str) -> bool:
    """Whether a day is about the fiscal year end (``09-28``), as years of 52 and 53 weeks move it."""
    month, _dash, number = year_end.partition("-")
    try:
        ends = [
            dt.date(year, int(month), min(int(number), 28)) for year in range(date.year - 1, date.year + 2)
        ]
    except ValueError:
        return False
    return any(abs((date - end).days) <= NEAR for end in ends)

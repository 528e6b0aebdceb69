"""The years of a measure: which of a problem's values the statements give, so that one figure is named with its year."""

from __future__ import annotations

import datetime as dt

from accountkit.brief.story import Story
from accountkit.finance.findings.candidates import ratio
from accountkit.finance.returns.dupont import DuPontYear
from accountkit.finance.returns.operations import margin_of
from accountkit.i18n import _, bracketed, decimals, fiscal_year, labelled, rounded
from accountkit.methods.problems.sentences import dated, measured
from accountkit.model import Problem
from accountkit.model.measures import MEASURES, read_unit

FROM_STATEMENTS = ("net_margin", "operating_margin", "asset_turnover", "equity_multiplier")


def with_year(story: Story, problem: Problem, value: float, *, latest: bool = False) -> str:
    """A value of the problem with its unit, and in brackets its period as entered, else the latest year of the statements
    that has it.

    A present value (`latest`) that is not of the last year has that year's own figure in the brackets, so that a reader
    does not take the two for one. Measures of a part of the company, in words of one's own, have the period that is entered.
    """
    text = measured(value, problem.unit)
    if entered := problem.current_on if latest else problem.past_best_on:
        return dated(text, entered)
    known = _by_year(story, problem)
    digits = decimals(value)
    same = [end for end, one in known.items() if rounded(one, digits) == rounded(value, digits)]
    last = max(known, default=None)
    if latest and last is not None and last not in same:
        shown = measured(float(rounded(known[last], max(digits, 1))), problem.unit)
        said = labelled(fiscal_year(last), shown)
    elif same:
        said = fiscal_year(last if latest and last is not None else max(same))
    else:
        return text
    return text + bracketed(said)


def _by_year(story: Story, problem: Problem) -> dict[dt.date, float]:
    """The measure as the statements give it, in the problem's unit, by the end of the year: up to the year of the return."""
    key, latest = problem.measured_by, story.dupont.latest if story.dupont else None
    if story.dupont is None or latest is None or key not in FROM_STATEMENTS:
        return {}
    if problem.metric not in ("", MEASURES[key].name, _(MEASURES[key].name)):
        return {}
    scale = 100.0 if read_unit(problem.unit) == "percent" else 1.0
    told = [year for year in story.dupont.years if year.period_end <= latest.period_end]
    found = {year.period_end: _ratio(year, key) for year in told}
    return {end: value * scale for end, value in found.items() if value is not None}


def _ratio(year: DuPontYear, key: str) -> float | None:
    return margin_of("operating_income", year) if key == "operating_margin" else ratio(year, key)

"""The budget calendar by hand, and the dates of a plan held against it."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit.methods import Analyses
from accountkit.methods.chain.budget_calendar import budget_calendar, missed_dates
from accountkit.model import Account, Commitment, Figure, Opportunity, Origin, PlanAction, Profile, Statement

D = dt.date


def account(today: str = "2026-05-06", **profile: object) -> Account:
    known = {"fiscal_year_end": "01-31", **profile}
    return Account(slug="c", review_date=D.fromisoformat(today), profile=Profile(**known))


@pytest.mark.parametrize(
    ("today", "opens", "closes", "year"),
    [
        # a year that ends on 31 January 2027 plans the next one from October and closes it by its end
        ("2026-05-06", D(2026, 10, 1), D(2027, 1, 31), D(2028, 1, 31)),
        ("2027-01-31", D(2026, 10, 1), D(2027, 1, 31), D(2028, 1, 31)),
        ("2027-02-01", D(2027, 10, 1), D(2028, 1, 31), D(2029, 1, 31)),
    ],
)
def test_the_budget_of_a_year_is_planned_in_the_last_four_months_before_it(today, opens, closes, year):
    found = budget_calendar(account(today))
    assert (found.opens, found.closes, found.year, found.likely) == (opens, closes, year, True)


def test_the_customers_own_days_come_first():
    # planned from 1 July, closed on 15 November 2026, for the year that begins on 1 February 2027
    found = budget_calendar(account(budget_opens="07-01", budget_closes="11-15"))
    assert (found.opens, found.closes, found.year) == (D(2026, 7, 1), D(2026, 11, 15), D(2028, 1, 31))
    assert not found.likely
    assert found.text == "The budget for FY2028 is planned from 1 July 2026 and closes on 15 November 2026."


def test_results_come_as_long_after_the_year_end_as_last_time():
    # the year to 31 January 2026 was filed on 13 March, 41 days later: the next on 13 March 2027
    figure = Figure(value=1, origin=Origin(filed=D(2026, 3, 13)))
    year = Statement(period_end=D(2026, 1, 31), figures={"revenue": figure})
    known = account().model_copy(update={"statements": {"2026-01-31": year}})
    found = budget_calendar(known)
    assert (found.results, found.results_likely) == (D(2027, 3, 13), True)
    # an older year that was imported later, and filed later, changes nothing
    older = Statement(
        period_end=D(2025, 1, 31), figures={"revenue": Figure(value=1, origin=Origin(filed=D(2025, 5, 1)))}
    )
    both = known.model_copy(update={"statements": {"2026-01-31": year, "2025-01-31": older}})
    assert budget_calendar(both).results == D(2027, 3, 13)
    # on 1 March 2026 they were still to come
    earlier = known.model_copy(update={"review_date": D(2026, 3, 1)})
    assert budget_calendar(earlier).results == D(2026, 3, 13)


def test_a_results_day_that_was_entered_is_the_one_until_it_is_past():
    assert budget_calendar(account(next_results=D(2026, 8, 20))).results == D(2026, 8, 20)
    assert budget_calendar(account(next_results=D(2026, 2, 20))).results is None


def test_without_a_year_end_or_with_one_that_is_no_day_there_is_no_calendar():
    assert budget_calendar(account(fiscal_year_end="")) is None
    assert budget_calendar(account(fiscal_year_end="13-45")) is None
    year = Statement(period_end=D(2024, 2, 29))
    leap = account(fiscal_year_end="").model_copy(update={"statements": {"2024-02-29": year}})
    assert budget_calendar(leap).closes == D(2027, 2, 28)


def test_open_dates_after_the_close_are_told_and_done_ones_are_not():
    known = account().model_copy(
        update={
            "opportunities": {
                "o": Opportunity(what="Order", when=D(2027, 6, 30)),
                "lost": Opportunity(what="Lost order", when=D(2027, 6, 30), outcome="lost"),
            },
            "plan": {
                "in": PlanAction(action="In time", due=D(2027, 1, 31)),
                "late": PlanAction(action="Too late", due=D(2027, 2, 1)),
                "done": PlanAction(action="Done", due=D(2027, 5, 1), status="done"),
            },
            "commitments": {"c": Commitment(action="Sign", due=D(2027, 3, 1), status="refused")},
        }
    )
    assert [path for path, _name, _due in missed_dates(known)] == ["plan/late", "opportunities/o"]
    flags = {row.id: row.flags for row in Analyses(known).read("plan_tracking").rows}
    assert "late_for_budget" in flags["late"] and "late_for_budget" not in flags["in"] + flags["done"]
    assert budget_calendar(known).late_note == "after the budget for FY2028 closes (31 January 2027)"

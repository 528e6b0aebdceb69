"""What a worksheet reads out of its rows: the worked mini examples of methods.md (problem_types, rule 2)."""

import datetime as dt

import pytest

from accountkit.methods import Analyses
from accountkit.methods.problems.worksheet_methods import BY_TYPE, METHODS
from accountkit.methods.problems.worksheets import critical_path, runway
from accountkit.model import Account, Problem, Worksheet

TODAY = dt.date(2026, 1, 15)


def read(method: str, rows: list[dict], **problem) -> str:
    sheet = Worksheet(rows={f"r{n}": row for n, row in enumerate(rows)})
    problems = {"p": Problem(worksheets={method: sheet}, **problem)}
    account = Account(slug="x", currency="USD", review_date=TODAY, problems=problems)
    reading = METHODS[method].read(Analyses(account), "p")
    return METHODS[method].sentence(reading).replace("\u202f", " ")


def test_composition_closes_in_on_coating_of_line_c():
    rows = [
        {"part": "Line A", "level": 1, "value": 97, "healthy": "yes"},
        {"part": "Line C", "level": 1, "value": 71, "healthy": "no"},
        {"part": "Machining", "level": 2, "value": 98, "healthy": "yes"},
        {"part": "Coating", "level": 2, "value": 74, "healthy": "no"},
    ]
    assert read("composition", rows) == "Weak point: Coating (74)."


def test_composition_of_scrap_takes_the_highest():
    rows = [{"part": "Plant 1", "value": 2}, {"part": "Plant 2", "value": 6}]
    assert read("composition", rows, direction="lower") == "Weak point: Plant 2 (6)."


def test_trace_back_leaves_the_resin():
    rows = [
        {"event": "New price list", "possible": "no"},
        {"event": "Resin supplier changed", "possible": "yes"},
        {"event": "New staff", "possible": "no"},
    ]
    assert read("trace_back", rows) == "Possible causes: Resin supplier changed."


def test_difference_finds_the_handover_record():
    rows = [{"aspect": "Machines", "possible": "no"}, {"aspect": "Shift handover record"}]
    assert read("difference", rows) == "Differences that may be the cause: Shift handover record."
    assert read("difference", rows[:1]) == "None of the listed differences can be the cause. Add others."


def test_inducement_counts_the_periods_that_are_left():
    """From 30 to 12 in 6 periods is 3 a period; from 12 to a limit of 3 that leaves 3 periods."""
    row = {"part": "Young products", "before": 30, "now": 12, "limit": 3, "periods": 6}
    assert runway(row) == 3
    assert read("inducement", [row]) == "At this rate Young products reaches the critical level in 3 periods."


@pytest.mark.parametrize(
    "row",
    [
        {"before": 30, "now": 30, "limit": 3, "periods": 6},
        {"before": 12, "now": 30, "limit": 3, "periods": 6},
        {},
    ],
)
def test_what_does_not_decline_toward_the_limit_has_no_runway(row):
    assert runway(row) is None


def test_simulation_compares_the_loss_of_11_m_with_the_reserve_of_7_m():
    rows = [{"event": "The largest buyer leaves", "loss": 11e6, "reserve": 7e6}]
    assert (
        read("simulation", rows)
        == "The largest buyer leaves costs US$ 11 m, exceeding the reserve by US$ 4 m."
    )


def test_preconditions_mark_traceability():
    rows = [
        {"condition": "Certificate", "met": "unknown"},
        {"condition": "Batch traceability", "met": "not_met"},
    ]
    assert read("preconditions", rows) == "Not met: Batch traceability."
    assert read("preconditions", rows[:1]) == "To check: 1."
    assert read("preconditions", [{"condition": "Local manual", "met": "met"}]) == "All met."


def test_a_goal_needs_a_number_and_a_date():
    assert read("clarify_goal", [{"aim": "Better service"}]) == "The target needs a value and a date."
    goal = {"aim": "First-visit repair", "from": 72, "to": 85, "date": "2026-12-31"}
    assert read("clarify_goal", [goal]) == "First-visit repair: 85 by 31 December 2026."


PATH = [
    {"step": "Cleaning", "months": 3, "staffed": "no"},
    {"step": "Pilot", "months": 2, "after": "Cleaning", "staffed": "yes"},
    {"step": "Roll-out", "months": 4, "after": "Pilot", "staffed": "yes"},
    {"step": "Training", "months": 1, "after": "Cleaning", "staffed": "no"},
]


def test_the_worked_path_takes_nine_months_with_slack_one_and_cleaning_unstaffed():
    assert critical_path(PATH) == (9, ("Cleaning", "Pilot", "Roll-out"))
    assert read("path", PATH, expected_by=dt.date(2026, 11, 15)) == (
        "Duration in months: 9. Slack in months: 1. Critical and unstaffed: Cleaning."
    )


def test_a_ring_of_steps_is_no_path():
    assert critical_path(
        [{"step": "a", "months": 1, "after": "b"}, {"step": "b", "months": 1, "after": "a"}]
    ) == (0, ())


@pytest.mark.parametrize("method", METHODS)
def test_every_method_reads_empty_and_half_filled_rows(method):
    assert read(method, []) == ""
    assert isinstance(read(method, [{}]), str)


def test_there_are_three_methods_for_each_type():
    assert {kind: len(methods) for kind, methods in BY_TYPE.items()} == {
        "restore": 3,
        "prevent": 3,
        "pursue_ideal": 3,
    }

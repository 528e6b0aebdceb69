"""Visit plan: why do I go, and what must have happened when I leave? (seed 004/3, 002)

The steps stand on the visit; a step is met once it says something. Purpose and request are required: go. The request that
is named is the best that is planned, and without a purpose nobody goes (proposals of the methods file). Worked: three of
eight filled, both required ones: go.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.meetings.visit_rules import CONDITIONS, OUTCOMES, is_next, judge, words
from accountkit.methods.method import Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Checklist

METHOD = Checklist(
    key="visit_plan",
    name=N_("Visit plan"),
    question=N_("Why do we go, and what must be agreed when we leave?"),
    group="plan",
    workspace="meetings",
    source="004/3, 002",
    rule=N_(
        "The purpose is what we learn or show; the request is what the customer does. Both are set before the visit: without a purpose, do not go."
    ),
    first=N_("Enter the purpose of the visit and three requests: high, medium, low."),
    subject="visit",
    uses=("visits",),
    conditions=CONDITIONS,
    judge=judge,
    outcomes=OUTCOMES,
    flags=(
        Flag(
            "visit_without_ask",
            N_("visit without a planned request"),
            lambda reading: reading.verdict == "no_ask",
        ),
    ),
    says=(
        says(
            N_("Next visit on {date}. Purpose: {purpose}. Request: {ask}."),
            N_("Next visit on {date}. Purpose: {purpose}."),
            when=is_next,
            internal=True,
        ),
    ),
    on_screen=(
        says(
            N_("Next visit on {date}. Purpose: {purpose}. Request: {ask}."),
            N_("Next visit on {date}. Purpose: {purpose}. No request is planned."),
            when=lambda reading: is_next(reading) and reading.verdict != "do_not_go",
        ),
        says(
            N_("Visit on {date}. Purpose: {purpose}. Request: {ask}."),
            N_("Visit on {date}. Purpose: {purpose}. No request is planned."),
            when=lambda reading: not is_next(reading) and reading.verdict != "do_not_go",
        ),
        says(
            N_("The visit has no purpose: do not go yet."),
            when=lambda reading: reading.verdict == "do_not_go",
        ),
    ),
    words=words,
    feeds=("action_commitment", "communication_basics"),
)

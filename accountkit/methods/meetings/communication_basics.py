"""Communication basics: did I keep the ground rules of talking with customers? (seed 001/1, 003)

Kept, not kept or unknown, after each visit. Lawful company interest is required: broken, the visit fails, which means stop
and report. Another rule that is missed three times in a row becomes a topic for coaching (a proposal of the methods file).
The brief says nothing of it.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.meetings.ground_rules import KEY, REPORTED, RULES, missed_in_a_row, words
from accountkit.methods.method import Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Checklist
from accountkit.methods.shapes.checklist import Condition

METHOD = Checklist(
    key=KEY,
    name=N_("Communication basics"),
    question=N_("Did we keep the ground rules of talking with customers?"),
    group="people",
    workspace="meetings",
    source="001/1, 003",
    rule=N_(
        "Assess the ten rules after each visit. If lawful company interest is not protected, stop and report it. A rule missed at three visits in a row is a coaching topic."
    ),
    first=N_("Mark the rules that were kept at this visit."),
    subject="visit",
    uses=("visits", "answers"),
    conditions=tuple(Condition(key, name, prompt, key == REPORTED) for key, name, prompt in RULES),
    flags=(
        Flag("report", N_("stop and report"), lambda r: r.value(REPORTED) == "not_met"),
        Flag("coaching", N_("coaching topic"), lambda r: bool(missed_in_a_row(r))),
    ),
    on_screen=(
        says(
            N_("Ground rules kept: {n} of 10. To practise: {item}."),
            N_("Ground rules kept: {n} of 10."),
            when=lambda reading: reading.rated > 0,
        ),
    ),
    words=words,
    feeds=("visit_plan", "performance_coaching"),
)

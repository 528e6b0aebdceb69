"""Performance talk and coaching: what keeps this seller from the next step, and who helps? (seed 004/1)

Five steps in order; the talk begins the coaching and does not end it: without a day of follow-up it is not complete (a
proposal of the methods file). It is for the seller and the coach alone, and the brief says nothing of it.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import Entry, Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Checklist, Condition
from accountkit.methods.team import coaching_rules as rules

METHOD = Checklist(
    key="performance_coaching",
    name=N_("Performance talk and coaching"),
    question=N_("What keeps this seller from the next step, and who helps?"),
    group="organisation",
    workspace="team",
    source="004/1",
    rule=N_(
        "Obstacle, motive, ideas, measures and follow-up come in this order. The talk begins the coaching and does not end it: without a follow-up date it is not complete. Asking works better than instructing, as with customers."
    ),
    first=N_("Name the obstacle together with the seller."),
    subject="seller",
    private=True,
    uses=(),
    conditions=tuple(Condition(key, name, of=rules.known(keys)) for key, (name, keys) in rules.STEPS.items()),
    judge=rules.at,
    outcomes={key: name for key, (name, _keys) in rules.STEPS.items()},
    extra=(
        Entry("obstacle", N_("Ability obstacle"), kind="line", counts=False),
        Entry(
            "obstacle_kind",
            N_("Kind of obstacle"),
            kind="choice",
            choices=tuple(rules.KINDS.items()),
            counts=False,
        ),
        Entry("motive", N_("Motive to improve"), kind="text", prompt=N_("The career after it"), counts=False),
        Entry(
            "co_create",
            N_("Ideas by the group"),
            kind="text",
            prompt=N_("Superiors, peers, juniors, customers"),
            counts=False,
        ),
        Entry("measures", N_("Next measure"), kind="line", counts=False),
        Entry("due", N_("Due"), kind="date", counts=False),
        Entry("pdca", N_("Follow-up on"), kind="date", counts=False),
    ),
    flags=(
        Flag(
            "no_follow_up",
            N_("no follow-up date"),
            lambda r: r.value("measures_known") == "met" and r.value("pdca") is None,
        ),
        Flag(
            "overdue",
            N_("follow-up overdue"),
            lambda r: r.value("pdca") is not None and r.value("pdca") < r.document.as_of,
        ),
    ),
    on_screen=(
        says(
            N_("Obstacle: {obstacle} ({kind}). Next measure: {measure} by {date}."),
            N_("Obstacle: {obstacle} ({kind})."),
            N_("Obstacle: {obstacle}."),
        ),
    ),
    words=rules.words,
    feeds=("plan_tracking",),
)

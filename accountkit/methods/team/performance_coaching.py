"""Performance talk and coaching: what keeps this seller from the next step, and who helps? (seed 004/1)

Five steps in order; the talk begins the coaching and does not end it: without a day of follow-up it is not complete (a
proposal of the methods file). It is for the seller and the coach alone, and the brief says nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from accountkit.i18n import N_
from accountkit.methods.marks import Mark
from accountkit.methods.method import Entry, Flag
from accountkit.methods.sentences import Word, date, label, says, text
from accountkit.methods.shapes import Checklist, Condition
from accountkit.methods.shapes.checklist import COMPLETE, ChecklistReading
from accountkit.methods.team.team_rules import follows

KINDS = {"attitude": N_("attitude"), "skill": N_("skill"), "knowledge": N_("knowledge")}
STEPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "obstacle_known": (N_("Obstacle named"), ("obstacle", "obstacle_kind")),
    "motive_known": (N_("Motive to improve"), ("motive",)),
    "ideas_known": (N_("Ideas by the group"), ("co_create",)),
    "measures_known": (N_("Measures with dates"), ("measures", "due")),
    "followed": (N_("Follow-up dated"), ("pdca",)),
}


def _known(keys: tuple[str, ...]) -> Callable[[ChecklistReading], Mark]:
    def found(reading: ChecklistReading) -> Mark:
        given = [reading.value(key) is not None for key in keys]
        met = True if all(given) else False if any(given) else None
        return follows([reading.marks[key] for key in keys], met)

    return found


def _at(reading: ChecklistReading) -> str:
    """The first of the five that is not done, since they come in order."""
    return next((key for key in STEPS if reading.value(key) != "met"), COMPLETE)


def _words(reading: ChecklistReading) -> Mapping[str, Word]:
    return {
        "obstacle": text(reading.value("obstacle")),
        "kind": label(KINDS.get(reading.value("obstacle_kind") or "")),
        "measure": text(reading.value("measures")),
        "date": date(reading.value("due")),
    }


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
    conditions=tuple(Condition(key, name, of=_known(keys)) for key, (name, keys) in STEPS.items()),
    judge=_at,
    outcomes={key: name for key, (name, _keys) in STEPS.items()},
    extra=(
        Entry("obstacle", N_("Ability obstacle"), kind="line", counts=False),
        Entry(
            "obstacle_kind", N_("Kind of obstacle"), kind="choice", choices=tuple(KINDS.items()), counts=False
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
    words=_words,
    feeds=("plan_tracking",),
)

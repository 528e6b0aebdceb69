"""Who is an insider, a sponsor or a coach, and how well that covers us (methods, supporters)."""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods.people.power_rules import ORDER as POWER
from accountkit.methods.sentences import Word, count, label
from accountkit.methods.shapes.checklist import ChecklistReading

INSIDER, SPONSOR, COACH = "insider", "sponsor", "coach"
ROLES = {
    "none": N_("no supporter"),
    INSIDER: N_("insider"),
    SPONSOR: N_("sponsor"),
    COACH: N_("coach"),
}
COVERAGE = {
    "guided": N_("guided"),
    "cross_checked": N_("cross-checked"),
    "unverified": N_("unverified"),
    "blind_support": N_("blind support"),
    "blind": N_("blind"),
}
NOT_A_COACH = (
    ("past_coach", N_("coach of the last project")),
    ("friend", N_("a friend")),
    ("mere_insider", N_("only an insider")),
    ("public_information", N_("gives public information")),
    ("internal_seller", N_("sells for their own success")),
)
OF_COACH = ("trusts_us", "trusted_inside", "wants_our_win")


def _power(reading: ChecklistReading) -> int:
    """The place of the person's class of power; −1 while it is not known."""
    (power,) = reading.method.reads
    found = reading.analyses.read(power, reading.subject_id).verdict
    return POWER.index(found) if found else -1


def is_insider(reading: ChecklistReading) -> bool:
    return reading.value("shares") == "met" and _power(reading) >= POWER.index("watcher")


def is_sponsor(reading: ChecklistReading) -> bool:
    strong = _power(reading) >= POWER.index("political") or reading.value("authority") == "met"
    return strong and reading.value("attitude") == "for_us" and reading.value("wishes_success") == "met"


def is_coach(reading: ChecklistReading) -> bool:
    """All three conditions: two of three is not a coach."""
    return reading.value("not_coach") is None and all(reading.value(one) == "met" for one in OF_COACH)


HOLDS = {COACH: is_coach, SPONSOR: is_sponsor, INSIDER: is_insider}


def outcome(reading: ChecklistReading) -> str:
    """The strongest role that holds."""
    return next((role for role, holds in HOLDS.items() if holds(reading)), "none")


def counts(readings: tuple[ChecklistReading, ...]) -> dict[str, int]:
    return {role: sum(role in reading.flags for reading in readings) for role in HOLDS}


def coverage(readings: tuple[ChecklistReading, ...]) -> str:
    """How well our supporters let us see what happens: the first that holds."""
    found = counts(readings)
    if found[COACH]:
        return "guided"
    if found[INSIDER]:
        return "cross_checked" if found[INSIDER] > 1 else "unverified"
    return "blind_support" if found[SPONSOR] else "blind"


def words(readings: tuple[ChecklistReading, ...]) -> Mapping[str, Word]:
    found = counts(readings)
    return {
        "insiders": count(found[INSIDER]),
        "sponsors": count(found[SPONSOR]),
        "coaches": count(found[COACH]),
        "verdict": label(COVERAGE[coverage(readings)]),
    }

"""When we may ask for a referral, which one comes next, and what speaks for parting (methods, referral_and_exit)."""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods.care.loyalty_rules import satisfaction
from accountkit.methods.sentences import Word, label, listing
from accountkit.methods.shapes import Condition
from accountkit.methods.shapes.checklist import ChecklistReading

GIVEN = "met"
HOW_FAR = ((GIVEN, N_("given")), ("asked", N_("asked")), ("not_met", N_("refused")))
ASKS = (
    Condition("name_list", N_("Named as customer"), choices=HOW_FAR),
    Condition("case_info", N_("Case material"), choices=HOW_FAR),
    Condition("introduce", N_("Direct introduction"), choices=HOW_FAR),
    Condition("endorse", N_("Endorsement"), choices=HOW_FAR),
    Condition("campaign", N_("Joins our event"), choices=HOW_FAR),
    Condition("site_visit", N_("Hosts visits"), choices=HOW_FAR),
)
"""The smallest ask first."""
EXITS = (
    ("closed", N_("deregistered")),
    ("merged", N_("merged")),
    ("blacklisted", N_("excluded")),
    ("restored", N_("readmitted")),
)
REASONS = (
    ("no_profit", N_("no profit")),
    ("debt", N_("overdue debt")),
    ("cost", N_("cost of keeping too high")),
)
LOYAL = ("steadfast", "latent", "full")
SATISFIED = 4


def may_ask(reading: ChecklistReading) -> bool:
    """Whether a referral may be asked for: the customer is loyal by one of two readings, or satisfied."""
    repeat, preference, _lifetime = (reading.analyses.read(key) for key in reading.method.reads)
    return bool({repeat.verdict, preference.verdict} & set(LOYAL)) or (satisfaction(repeat) or 0) >= SATISFIED


def has_left(reading: ChecklistReading) -> bool:
    return reading.value("exit") in ("closed", "merged", "blacklisted")


def next_ask(reading: ChecklistReading) -> Condition | None:
    """The smallest ask that nobody has made yet."""
    allowed = may_ask(reading) and not has_left(reading)
    return next((one for one in ASKS if reading.value(one.key) is None), None) if allowed else None


def costs_more(reading: ChecklistReading) -> bool:
    """Whether its lifetime value is zero or less: exclusion is proposed, and the head of sales decides."""
    value = reading.analyses.read(reading.method.reads[2]).score
    return value is not None and value <= 0 and not has_left(reading)


def outcome(reading: ChecklistReading) -> str:
    return "parted" if has_left(reading) else "ask" if may_ask(reading) else "wait"


def words(reading: ChecklistReading) -> Mapping[str, Word]:
    given = [label(one.name) for one in ASKS if reading.value(one.key) == GIVEN]
    following = next_ask(reading)
    left = label(dict(EXITS).get(reading.value("exit") or ""))
    reason = label(dict(REASONS).get(reading.value("exit_reason") or ""))
    signs = [one for one in (left, reason, label(PROPOSED) if costs_more(reading) else None) if one]
    return {
        "given": listing(given),
        "next": label(following.name) if following else None,
        "exit": listing(signs),
    }


PROPOSED = N_("lifetime value not positive: exclusion proposed")

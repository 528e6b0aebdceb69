"""What a key account gets that others do not (methods, key_account_service)."""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods.care.contact_rules import is_key, tier
from accountkit.methods.sentences import Word, count, label, series
from accountkit.methods.shapes.checklist import ChecklistReading

DONE, PLANNED = "met", "planned"
HOW_FAR = ((DONE, N_("in place")), (PLANNED, N_("planned")), ("not_met", N_("no")))


def outcome(reading: ChecklistReading) -> str:
    """Whether a key account has or will have all four; one whose tier nobody knows is judged as if it were one."""
    log = reading.analyses.read(reading.method.reads[0])
    if tier(log) is not None and not is_key(log):
        return "not_required"
    return "fail" if reading.unmet else "open" if reading.unknown else "pass"


def without_owner(reading: ChecklistReading) -> bool:
    return any(
        reading.value(one.key) == PLANNED and not reading.value(f"{one.key}_owner")
        for one in reading.method.conditions
    )


def words(reading: ChecklistReading) -> Mapping[str, Word]:
    missing = [label(one.name) for one in (*reading.unmet, *reading.unknown)]
    return {
        "n": count(sum(reading.value(one.key) == DONE for one in reading.method.conditions)),
        "items": series(missing),
    }

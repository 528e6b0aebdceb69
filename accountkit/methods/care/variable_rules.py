"""What loosens a customer relation: five variables, watched until they are constants (methods, relationship_variables)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from accountkit.i18n import N_, _, labelled
from accountkit.methods.assessment import Suggestion, suggestion_id
from accountkit.methods.care.contact_rules import is_late, waiting
from accountkit.methods.care.implementation_rules import mood_dropped
from accountkit.methods.care.loyalty_rules import DISSATISFIED, satisfaction
from accountkit.methods.chain.foremost import is_past
from accountkit.methods.method import Entry
from accountkit.methods.people.network import LIVE_DAYS
from accountkit.methods.sentences import Word, count, label, series, text
from accountkit.methods.shapes.answers import added_rows
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row
from accountkit.methods.wording import lower_first, upper_first

VARIABLES = {
    "personnel": N_("people and structure"),
    "quality": N_("quality and satisfaction"),
    "distance": N_("long distance"),
    "need_change": N_("changing needs"),
    "rival": N_("a rival looking for gaps"),
}
STATUS = (("open", N_("open item")), ("in_hand", N_("in hand")), ("closed", N_("closed item")))
CHECKED = {
    "personnel": N_("People and structure last checked"),
    "quality": N_("Quality and satisfaction last checked"),
    "distance": N_("Distance last checked"),
    "need_change": N_("Needs last checked"),
    "rival": N_("Rivals last checked"),
}
CHECKS = tuple(Entry(f"checked_{key}", name, kind="date", counts=False) for key, name in CHECKED.items())
WATCHED, NEW_IN_POST = 90, 182
MOVING, STAKE = 3, 4
"""From this severity on a variable moves, and its record needs an owner and a day."""


def is_open(row: Row) -> bool:
    return row["status"] != "closed"


def is_overdue(row: Row) -> bool:
    return is_open(row) and is_past(row.reading.account, row.value("due"))


def days_over(row: Row) -> int | None:
    return (row.reading.account.as_of - row.value("due")).days if is_overdue(row) else None


def unowned(row: Row) -> bool:
    return is_open(row) and (row.value("severity") or 0) >= STAKE and not (row["owner"] and row.value("due"))


def order(row: Row) -> Any:
    """Open and in hand by severity, then by day; what is closed last."""
    due = row.value("due")
    return not is_open(row), -(row.value("severity") or 0), due is None, due or dt.date.min


def totals(reading: RegisterReading) -> Mapping[str, Any]:
    """The variables that move, in the order of their records; those that nobody checked in 90 days; the others are constant.

    A record of unknown severity moves its variable. A record that was seen or closed is a check too.
    """
    rows, day = reading.counted, reading.account.as_of
    moving = dict.fromkeys(
        row["variable"]
        for row in rows
        if row["variable"] in VARIABLES and is_open(row) and (row.value("severity") or STAKE) >= MOVING
    )
    checks: dict[str, list[dt.date]] = {key: [] for key in VARIABLES}
    for key in VARIABLES:
        days = [reading.value(f"checked_{key}")]
        days += [row.value(of) for row in rows if row["variable"] == key for of in ("seen_on", "closed_on")]
        checks[key] = [one for one in days if one and one <= day]
    idle = [key for key in VARIABLES if key not in moving]
    watched = [key for key in idle if any((day - one).days <= WATCHED for one in checks[key])]
    return {
        "constant": len(watched),
        "held": tuple(watched),
        "moving": tuple(moving),
        "unwatched": tuple(key for key in idle if key not in watched),
        "overdue": sum(is_overdue(row) for row in rows),
    }


def known(reading: RegisterReading) -> bool:
    """Whether anything was noted or checked."""
    return bool(reading.counted) or any(mark.value for mark in reading.marks.values())


def words(reading: RegisterReading) -> Mapping[str, Word]:
    found = reading.totals
    late = [text(row["countermeasure"] or row["signal"]) for row in reading.counted if is_overdue(row)]
    return {
        "n": count(found["constant"]),
        "moving": series(label(VARIABLES[key]) for key in found["moving"]),
        "overdue": series(late),
        "unwatched": series(label(VARIABLES[key]) for key in found["unwatched"]),
    }


# -- signals that other records give by themselves -------------------------------------------------------------------


def signals(reading: RegisterReading) -> Iterator[tuple[str, str, str]]:
    """The variable, where the signal comes from, and the signal itself in the reader's language."""
    account = reading.account
    stages, log, market, loyalty = reading.method.reads
    for key, person in account.stakeholders.items():
        since = person.in_post_since
        if since and 0 <= (account.as_of - since).days <= NEW_IN_POST:
            yield "personnel", key, _("New in the post: {role}").format(role=lower_first(person.role_title))
    if any(mood_dropped(one) for one in reading.analyses.readings(stages)):
        yield "quality", "mood", _("The mood has dropped in the learning stage")
    satisfied = satisfaction(reading.analyses.read(loyalty))
    if satisfied is not None and satisfied < DISSATISFIED:
        yield "quality", "satisfaction", _("Satisfaction is below 3")
    for row in reading.analyses.read(market).counted:
        for column, value, variable, said in HEARD:
            if row[column] == value and row["topic"]:
                yield variable, row.id, _(said).format(topic=row["topic"])
    if is_late(reading.analyses.read(log)):
        yield "distance", "account", _("Contact with the account is overdue")
    for key in waiting(account, LIVE_DAYS) if account.contacts else ():
        role = lower_first(account.stakeholders[key].role_title)
        yield "distance", key, _("No contact in 60 days: {role}").format(role=role)
    for key, deal in account.opportunities.items():
        if deal.guided_by == "competitor" and deal.outcome == "open":
            yield "rival", key, _("A competitor guides the deal: {deal}").format(deal=deal.name or key)


HEARD = (
    ("kind", "complaint", "quality", N_("Complaint: {topic}")),
    ("kind", "requirement", "need_change", N_("New requirement: {topic}")),
    ("content", "rival_offer", "rival", N_("Rival's offering: {topic}")),
)


def suggested(reading: RegisterReading) -> Iterator[Suggestion]:
    """A record for each signal that has none, told by where it comes from: the words depend on the language."""
    known = {(row["variable"], row["origin"]) for row in reading.rows}
    day, path = reading.account.as_of.isoformat(), reading.method.answer_path(None)
    for variable, origin, signal in signals(reading):
        if (variable, origin) not in known:
            cells = {
                "variable": variable,
                "origin": origin,
                "signal": signal[:500],
                "seen_on": day,
                "status": "open",
            }
            yield Suggestion(
                suggestion_id(reading.method.key, variable, origin),
                upper_first(labelled(_(VARIABLES[variable]), lower_first(signal))),
                _("Record it"),
                "commitment",
                path,
                partial(added_rows, path, len(reading.rows), [cells]),
            )

"""When a review is due and complete, and what a won deal came to against what was expected (methods, deal_review)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from accountkit.i18n import N_, _, number, percent
from accountkit.methods.deal.facts import deal
from accountkit.methods.sentences import Word, date, label, name, text
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row
from accountkit.model import Edit, PlanAction, new_id

WITHIN_DAYS = 14
OUTCOMES = (("won", N_("won")), ("lost", N_("lost")), ("stalled", N_("stalled")))
OCCASIONS = (*OUTCOMES, ("milestone", N_("current")))
CAUSES = (
    ("objective", N_("objective")),
    ("people", N_("people")),
    ("solution", N_("need and solution")),
    ("process", N_("process")),
    ("competitor", N_("competitor")),
    ("outside", N_("external cause")),
)
ANSWERED = ("expected", "happened", "why", "keep", "change", "owner", "due")


def closed_on(row: Row) -> dt.date | None:
    found: dt.date | None = row.reading.value("closed_on")
    return found


def slip(row: Row) -> int | None:
    """Days from the expected to the actual close of a won deal; negative if it closed earlier."""
    closed, expected = closed_on(row), row.value("expected_close")
    return (
        None if row["occasion"] != "won" or closed is None or expected is None else (closed - expected).days
    )


def deviation(row: Row) -> float | None:
    actual, expected = row.value("actual_sum"), row.value("expected_sum")
    return None if row["occasion"] != "won" or actual is None or not expected else actual / expected - 1


def late(row: Row) -> bool:
    closed, held = closed_on(row), row.value("held_on")
    return closed is not None and held is not None and (held - closed).days > WITHIN_DAYS


def incomplete(row: Row) -> bool:
    return not all(row.value(key) for key in ANSWERED)


def review_due(reading: RegisterReading) -> bool:
    """Whether the deal has ended or stalled and nobody has reviewed that yet."""
    outcome = deal(reading).outcome
    return outcome != "open" and all(row["occasion"] != outcome for row in reading.counted)


def _result(row: Row) -> Word:
    """Of a won deal how late it was and by how much its sum deviates; of any other what happened."""
    days, by = slip(row), deviation(row)
    if days is None and by is None:
        return text(row.value("happened"))
    return lambda: _(", ").join(part for part in (_days(days), _by(by)) if part)


def _days(days: int | None) -> str:
    if days is None:
        return ""
    if not days:
        return _("on time")
    if abs(days) == 1:
        return _("{n} day late").format(n=1) if days > 0 else _("{n} day early").format(n=1)
    shown = number(abs(days), 0)
    return (_("{n} days late") if days > 0 else _("{n} days early")).format(n=shown)


def _by(deviation_: float | None) -> str:
    return "" if deviation_ is None else _("amount {change}").format(change=percent(deviation_, 0, sign=True))


def to_plan(row: Row) -> bool:
    """Whether a review concludes something, with owner and date, that is no action of the plan yet."""
    planned = {one.origin for one in row.reading.account.plan.values()}
    return all(row.value(key) for key in ("change", "owner", "due")) and row.path not in planned


def action(row: Row) -> tuple[Edit, ...]:
    """What the review concludes as an action of the account's plan."""
    made = PlanAction(
        action=row.value("change"),
        owner=row.value("owner"),
        due=row.value("due"),
        origin=row.path,
        opportunity_id=row.reading.subject_id,
        evidence=row.evidence,
        order=len(row.reading.account.plan),
    )
    return (Edit(f"plan/{new_id('a')}", made),)


def words(reading: RegisterReading) -> Mapping[str, Word]:
    last = next(reversed(reading.counted), None)
    return row_words(last) if last else {}


def row_words(row: Row) -> Mapping[str, Word]:
    return {
        "deal": name(row.reading.called),
        "occasion": label(dict(OCCASIONS).get(row["occasion"])),
        "result": _result(row),
        "why": text(row.value("why")),
        "change": text(row.value("change")),
        "owner": text(row.value("owner")),
        "due": date(row.value("due")),
    }

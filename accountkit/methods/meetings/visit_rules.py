"""What a visit needs before it is made, and which visit is next (methods, visit_plan)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from accountkit.i18n import N_
from accountkit.methods.marks import Mark
from accountkit.methods.sentences import Word, date, text
from accountkit.methods.shapes.checklist import ChecklistReading, Condition
from accountkit.model import Account, Visit

LEVELS = ("high", "mid", "low")
OUTCOMES = {"go": N_("go"), "no_ask": N_("no request planned"), "do_not_go": N_("do not go")}


def ask_of(visit: Visit) -> str:
    """The ask that is named: the best that is planned."""
    return next(
        (visit.asks[level].action for level in LEVELS if level in visit.asks and visit.asks[level].action), ""
    )


def _stated(key: str) -> Callable[[ChecklistReading], Mark]:
    """A condition that is met by what stands on the visit itself; nobody enters it twice."""

    def of(reading: ChecklistReading) -> Mark:
        visit = visit_of(reading)
        said = "" if visit is None else ask_of(visit) if key == "commitment" else getattr(visit, key)
        if visit is None or not said.strip():
            return Mark(key)
        status = reading.account.standing(visit.evidence)
        met = None if status == "refuted" else "met"
        return Mark(key, met, "met", status, reading.account.stale(visit.evidence), visit.evidence)

    return of


CONDITIONS = tuple(
    Condition(key, name, required=key in ("purpose", "commitment"), of=_stated(key))
    for key, name in (
        ("purpose", N_("Purpose: what we learn or show")),
        ("prepare", N_("Preparation")),
        ("connect", N_("Personal opening")),
        ("verify", N_("Questions that verify")),
        ("exchange", N_("Business and offering")),
        ("agree", N_("Agreement")),
        ("commitment", N_("Request: what the customer does")),
        ("close", N_("Personal close")),
    )
)


def visit_of(reading: ChecklistReading) -> Visit | None:
    return reading.account.visits.get(reading.subject_id or "")


def judge(reading: ChecklistReading) -> str:
    """Without a purpose nobody goes; without an ask the visit costs both sides and moves nothing."""
    if reading.value("purpose") is None:
        return "do_not_go"
    return "no_ask" if reading.value("commitment") is None else "go"


def next_visit(account: Account) -> str | None:
    """The next visit that is planned and not past; one without a date is not a next one."""
    ahead = [
        (one.date, one.order, key)
        for key, one in account.visits.items()
        if one.status == "planned" and one.date is not None and one.date >= account.as_of
    ]
    return min(ahead)[2] if ahead else None


def is_next(reading: ChecklistReading) -> bool:
    return reading.subject_id is not None and reading.subject_id == next_visit(reading.account)


def words(reading: ChecklistReading) -> Mapping[str, Word]:
    visit = visit_of(reading)
    if visit is None:
        return {}
    return {
        "date": date(visit.date),
        "purpose": text(visit.purpose) if reading.value("purpose") else None,
        "ask": text(ask_of(visit)) if reading.value("commitment") else None,
    }

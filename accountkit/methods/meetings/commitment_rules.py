"""What counts as a commitment, what follows a refusal, and how the order moves (methods, action_commitment)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from accountkit.i18n import N_, clauses, labelled
from accountkit.methods import labels, subjects
from accountkit.methods.chain.foremost import is_overdue
from accountkit.methods.deal.buying_stages import ORDER
from accountkit.methods.sentences import Word, date, label, text
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row
from accountkit.model import Commitment

MOMENTUM_DAYS, STALLED_DAYS = 30, 45
LEVELS = ("high", "mid", "low")
PROCESSES = (
    ("seller_work", N_("our work")),
    ("customer_work", N_("the customer's work")),
    ("order_progress", N_("order progress")),
)
FAILURES = (
    ("unaware", N_("no request considered")),
    ("unplanned", N_("request not planned")),
    ("mistimed", N_("signals missed")),
    ("unskilled", N_("poorly worded request")),
)
NEXT = (
    ("ask_reason", N_("Ask for the reason")),
    ("lower_ask", N_("Ask for less")),
    ("give_up", N_("Move on to the next customer")),
)


def record(row: Row) -> Commitment:
    return row.reading.account.commitments[row.id]


def counts(row: Row) -> bool:
    agreed = row["actor"] in ("customer", "joint") and row["status"] in ("given", "done")
    return agreed and bool((row["due"] or row["done_on"]) and row["place"] and row["manner"])


def next_step(row: Row) -> str | None:
    if row["status"] != "refused":
        return None
    return "ask_reason" if not row["reason"] else "give_up" if row["level"] == "low" else "lower_ask"


def asked(row: Row) -> bool:
    return row["actor"] != "seller" and row["status"] not in ("given", "done")


def deal_of(row: Row) -> str:
    """The deal that a commitment belongs to: its own, the one that names it, else the deal that comes first."""
    account = row.reading.account
    named_by = (key for key, deal in account.opportunities.items() if row.id in deal.commitment_ids)
    return record(row).opportunity_id or next(named_by, account.objective_id)


def stages_ahead(row: Row) -> int:
    """How many stages of buying an ask is ahead of where its deal is."""
    deal = deal_of(row)
    (buying,) = row.reading.method.reads
    current = row.reading.analyses.read(buying, deal).verdict
    return ORDER.index(row["stage"]) - ORDER.index(current) if row["stage"] and current in ORDER else 0


def _done(rows: Iterable[Row], day: dt.date) -> list[Row]:
    """What counts and was done by a day, the latest last."""
    done = [row for row in rows if row["counts"] and row["done_on"] and row["done_on"] <= day]
    return sorted(done, key=lambda row: row["done_on"])


def ages(reading: RegisterReading) -> dict[str, list[int]]:
    """Of each deal that the reading has commitments of, how many days ago each completion was, whoever made it: a person's
    deal moves with what colleagues complete, too."""
    deals: dict[str, list[int]] = {deal_of(row): [] for row in reading.counted}
    whole = reading.analyses.read(reading.method.key) if reading.subject_id else reading
    for row in _done(whole.counted, reading.account.as_of):
        if (deal := deal_of(row)) in deals:
            deals[deal].append((reading.account.as_of - row["done_on"]).days)
    return deals


def totals(reading: RegisterReading) -> Mapping[str, Any]:
    by_deal = ages(reading)
    recent = {key: sum(age <= MOMENTUM_DAYS for age in found) for key, found in by_deal.items()}
    ranked = sorted(recent, key=lambda key: -recent[key])
    called = ((subjects.name(reading.account, "opportunity", key), recent[key]) for key in ranked)
    return {
        "counted": sum(row["counts"] for row in reading.counted),
        "momentum": sum(recent.values()),
        **({"by_deal": clauses(labelled(*map(str, one)) for one in called)} if len(by_deal) > 1 else {}),
        "days": min((age for found in by_deal.values() for age in found), default=None),
    }


def stalled(reading: RegisterReading) -> bool:
    """Whether in an open deal the last completion is too long ago; what never moved is not stalled."""
    deals = reading.account.opportunities
    return any(
        min(found, default=0) > STALLED_DAYS
        for key, found in ages(reading).items()
        if key not in deals or deals[key].is_open
    )


def visit_without_ask(reading: RegisterReading) -> bool:
    return any(
        visit.status != "cancelled" and not any(ask.action for ask in visit.asks.values())
        for visit in reading.account.visits.values()
        if reading.subject_id in (None, *visit.stakeholder_ids)
    )


def words(reading: RegisterReading) -> Mapping[str, Word]:
    given = [
        row
        for row in reading.counted
        if row["counts"] and row["status"] == "given" and not is_overdue(reading.account, record(row))
    ]
    best = min(given, key=lambda row: (LEVELS.index(row["level"]), str(row["due"])), default=None)
    reached = [row["milestone"] for row in _done(reading.counted, reading.account.as_of) if row["milestone"]]
    said: dict[str, Word] = {"milestone": text(reached[-1]) if reached else None}
    if best:
        person = reading.account.stakeholders.get(best["stakeholder_id"] or "")
        said["role"] = text(person.role_title) if person else None
        said["action"], said["date"] = text(best["action"]), date(best["due"])
        said["level"] = label(labels.WORDS["level"][best["level"]])
    return said


def of_all(reading: RegisterReading) -> Mapping[str, Word]:
    """The words of the whole account, with how its deals move if there are several and anything was completed."""
    moved = reading.totals.get("by_deal") if reading.totals["days"] is not None else None
    return {**words(reading), "momentum": (lambda: moved) if moved else None}

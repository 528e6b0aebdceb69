"""Action commitments: what did the customer agree to do next, and by when? (seed 002, 000/4)

A commitment counts if the customer, or both of us, gave or kept it, with date, place and manner. Momentum is what was done
in the last 30 days, stalled is nothing in 45 (proposals of the methods file). Worked: 2 count, momentum 1, 19 days ago.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.deal.buying_process import NAMED, ORDER
from accountkit.methods.method import Flag
from accountkit.methods.sentences import Word, date, label, says, text
from accountkit.methods.shapes import Column, Register
from accountkit.methods.shapes.register import RegisterReading, Row
from accountkit.model import Commitment

KEY = "action_commitment"
MOMENTUM_DAYS, STALLED_DAYS = 30, 45
LEVELS = ("high", "mid", "low")
PROCESSES = (
    ("seller_work", N_("our work")),
    ("customer_work", N_("the customer's work")),
    ("order_progress", N_("progress of the order")),
)
FAILURES = (
    ("unaware", N_("asking was not thought of")),
    ("unplanned", N_("not planned beforehand")),
    ("mistimed", N_("signals to ask were missed")),
    ("unskilled", N_("asked badly")),
)
NEXT = (
    ("ask_reason", N_("Ask for the reason")),
    ("lower_ask", N_("Lower the ask")),
    ("give_up", N_("Give up, take the next customer")),
)


def of_deal(reading: RegisterReading, deal: str) -> RegisterReading:
    """The commitments of one deal, with those that name none: momentum is summed over a deal."""
    rows = tuple(row for row in reading.rows if _record(row).opportunity_id in (deal, None))
    part = replace(reading, rows=rows)
    return replace(part, totals=_totals(part))


def _record(row: Row) -> Commitment:
    return row.reading.account.commitments[row.id]


def _counts(row: Row) -> bool:
    agreed = row["actor"] in ("customer", "joint") and row["status"] in ("given", "done")
    return agreed and bool((row["due"] or row["done_on"]) and row["place"] and row["manner"])


def _next(row: Row) -> str | None:
    if row["status"] != "refused":
        return None
    return "ask_reason" if not row["reason"] else "give_up" if row["level"] == "low" else "lower_ask"


def _asked(row: Row) -> bool:
    return row["actor"] != "seller" and row["status"] not in ("given", "done")


def _stages_ahead(row: Row) -> int:
    """How many stages of buying an ask is ahead of where its deal is."""
    deal = _record(row).opportunity_id or row.reading.account.objective_id
    current = row.reading.analyses.read("buying_process", deal).verdict
    return ORDER.index(row["stage"]) - ORDER.index(current) if row["stage"] and current in ORDER else 0


def _done(rows: Iterable[Row], day: dt.date) -> list[Row]:
    """What counts and was done by a day, the latest last."""
    done = [row for row in rows if row["counts"] and row["done_on"] and row["done_on"] <= day]
    return sorted(done, key=lambda row: row["done_on"])


def _totals(reading: RegisterReading) -> Mapping[str, Any]:
    day = reading.account.as_of
    ages = [(day - row["done_on"]).days for row in _done(reading.counted, day)]
    return {
        "counted": sum(row["counts"] for row in reading.counted),
        "momentum": sum(age <= MOMENTUM_DAYS for age in ages),
        "days": min(ages, default=None),
    }


def _stalled(reading: RegisterReading) -> bool:
    return (reading.totals["days"] or 0) > STALLED_DAYS


def _visit_without_ask(reading: RegisterReading) -> bool:
    return any(
        visit.status != "cancelled" and not any(ask.action for ask in visit.asks.values())
        for visit in reading.account.visits.values()
        if reading.subject_id in (None, *visit.stakeholder_ids)
    )


def _words(reading: RegisterReading) -> Mapping[str, Word]:
    given = [row for row in reading.counted if row["counts"] and row["status"] == "given"]
    best = min(given, key=lambda row: (LEVELS.index(row["level"]), str(row["due"])), default=None)
    reached = [row["milestone"] for row in _done(reading.counted, reading.account.as_of) if row["milestone"]]
    words: dict[str, Word] = {"milestone": text(reached[-1]) if reached else None}
    if best:
        person = reading.account.stakeholders.get(best["stakeholder_id"] or "")
        words["role"] = text(person.role_title) if person else None
        words["action"], words["date"] = text(best["action"]), date(best["due"])
        words["level"] = label(labels.WORDS["level"][best["level"]])
    return words


SAYS = (
    says(
        N_("{role} committed to {action} by {date} ({level}); order moved to {milestone}."),
        N_("{role} committed to {action} by {date} ({level})."),
        N_("Order moved to {milestone}."),
        internal=True,
    ),
)
METHOD = Register(
    key=KEY,
    name=N_("Action commitments"),
    question=N_("What did the customer agree to do next, and by when?"),
    group="plan",
    workspace="meetings",
    source="002, 000/4",
    rule=N_(
        "A commitment counts if the customer gave it, alone or with us, with date, place and manner. Praise, our own "
        "reports and quotes are not progress. After a refusal ask for the reason first; lower the ask only then."
    ),
    first=N_("Ask the customer for one action with date, place and manner."),
    subject="stakeholder",
    reads=("buying_process",),
    uses=("stakeholders", "commitments", "opportunities", "visits"),
    records="commitments",
    belongs=lambda record, person: record.stakeholder_id == person,
    columns=(
        Column("stakeholder_id", N_("Stakeholder"), "person"),
        Column("action", N_("Action"), "text"),
        Column("actor", N_("Actor"), "choice", labels.pairs("actor")),
        Column("due", N_("Due"), "date"),
        Column("place", N_("Place")),
        Column("manner", N_("Manner")),
        Column("process", N_("Process"), "choice", PROCESSES),
        Column("milestone", N_("Milestone")),
        Column("stage", N_("Stage of buying"), "choice", NAMED),
        Column("level", N_("Level"), "choice", labels.pairs("level")),
        Column("status", N_("Status"), "choice", labels.pairs("commitment")),
        Column("done_on", N_("Done on"), "date"),
        Column("reason", N_("Reason"), "text"),
        Column(
            "ask_signal",
            N_("Signal that it is time to ask"),
            "text",
            prompt=N_(
                "Asks about dates, users or terms; brings a colleague in; restates the gain; asks what comes next"
            ),
        ),
        Column("failure", N_("Why asking failed"), "choice", FAILURES),
        Column("counts", N_("Counts"), "flag", of=_counts),
        Column("next", N_("After the refusal"), "choice", NEXT, of=_next),
    ),
    order=lambda row: (row["status"] in ("done", "refused"), str(row["due"] or row["done_on"] or "9999")),
    row_flags=(
        Flag(
            "too_vague",
            N_("too vague: no date"),
            lambda r: r["actor"] != "seller" and not (r["due"] or r["done_on"]),
        ),
        Flag("seller_work", N_("our own work: no progress"), lambda r: r["actor"] == "seller"),
        Flag(
            "unrealistic", N_("unrealistic: two stages ahead"), lambda r: _asked(r) and _stages_ahead(r) >= 2
        ),
        Flag(
            "seller_driven",
            N_("seller-driven: neither motive nor stage"),
            lambda r: _asked(r) and not r["stage"] and _record(r).motive_id is None,
        ),
    ),
    alarms=(
        Flag("stalled", N_("stalled: nothing done in 45 days"), _stalled),
        Flag("visit_without_ask", N_("visit without a planned ask"), _visit_without_ask),
    ),
    totals=_totals,
    total_names={
        "counted": N_("Commitments that count"),
        "momentum": N_("Done in the last 30 days"),
        "days": N_("Days since the last was done"),
    },
    says=SAYS,
    words=_words,
    says_of_all=SAYS,
    words_of_all=lambda readings: _words(readings[0].analyses.read(KEY)) if readings else {},
    feeds=("sales_objective", "funnel_grade", "opportunity_elements", "implementation_stages", "deal_review"),
)

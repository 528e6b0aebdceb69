"""Action commitments: what did the customer agree to do next, and by when? (seed 002, 000/4)

A commitment counts if the customer, or both of us, gave or kept it, with date, place and manner. Momentum is what was done
in a deal in the last 30 days, by whomever; stalled is nothing in 45 (proposals of the methods file). Worked: 2 count, momentum 1, 19 days ago.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.chain.foremost import is_overdue
from accountkit.methods.deal.buying_stages import NAMED
from accountkit.methods.meetings.commitment_rules import (
    FAILURES,
    NEXT,
    PROCESSES,
    asked,
    counts,
    next_step,
    of_all,
    record,
    stages_ahead,
    stalled,
    totals,
    visit_without_ask,
    words,
)
from accountkit.methods.method import Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register

SAYS = (
    says(
        N_("{role} committed to {action} by {date} ({level}). Order milestone reached: {milestone}."),
        N_("{role} committed to {action} by {date} ({level})."),
        N_("Order milestone reached: {milestone}."),
        internal=True,
    ),
)
MOMENTUM = says(N_("Customer actions completed in the last 30 days: {momentum}."), internal=True)
METHOD = Register(
    key="action_commitment",
    name=N_("Action commitments"),
    question=N_("What did the customer agree to do next, and by when?"),
    group="plan",
    workspace="meetings",
    source="002, 000/4",
    rule=N_(
        "A commitment counts if the customer gave it, alone or with us, with date, place and manner. Praise, our own reports and our quotes are not progress. After a refusal, ask for the reason first, then ask for less."
    ),
    first=N_("Ask the customer for one action with date, place and manner."),
    subject="stakeholder",
    reads=("buying_process",),
    uses=("stakeholders", "commitments", "opportunities", "visits"),
    records="commitments",
    belongs=lambda commitment, person: commitment.stakeholder_id == person,
    columns=(
        Column("stakeholder_id", N_("Stakeholder"), "person"),
        Column("action", N_("Action"), "text"),
        Column("actor", N_("Actor"), "choice", labels.pairs("actor")),
        Column("due", N_("Due"), "date"),
        Column("place", N_("Place")),
        Column("manner", N_("Manner")),
        Column("process", N_("Process"), "choice", PROCESSES),
        Column("milestone", N_("Milestone")),
        Column("stage", N_("Buying stage"), "choice", NAMED),
        Column("level", N_("Level"), "choice", labels.pairs("level")),
        Column("status", N_("Status"), "choice", labels.pairs("commitment")),
        Column("done_on", N_("Done on"), "date"),
        Column("reason", N_("Reason"), "text"),
        Column(
            "ask_signal",
            N_("Signal to ask"),
            "text",
            prompt=N_(
                "Asks about dates, users or terms; involves a colleague; restates the benefit; asks about next steps"
            ),
        ),
        Column("failure", N_("Why the request failed"), "choice", FAILURES),
        Column("counts", N_("Valid"), "flag", of=counts),
        Column("next", N_("After refusal"), "choice", NEXT, of=next_step),
    ),
    order=lambda row: (row["status"] in ("done", "refused"), str(row["due"] or row["done_on"] or "9999")),
    row_flags=(
        Flag("overdue", N_("overdue"), lambda r: is_overdue(r.reading.account, record(r))),
        Flag(
            "too_vague",
            N_("too vague: no date"),
            lambda r: r["actor"] != "seller" and not (r["due"] or r["done_on"]),
        ),
        Flag("seller_work", N_("our own work: no progress"), lambda r: r["actor"] == "seller"),
        Flag(
            "unrealistic",
            N_("unrealistic: two buying stages ahead"),
            lambda r: asked(r) and stages_ahead(r) >= 2,
        ),
        Flag(
            "seller_driven",
            N_("seller-driven: no motive, no buying stage"),
            lambda r: asked(r) and not r["stage"] and record(r).motive_id is None,
        ),
    ),
    alarms=(
        Flag("stalled", N_("stalled: nothing completed in 45 days"), stalled),
        Flag("visit_without_ask", N_("visit without a planned request"), visit_without_ask),
    ),
    totals=totals,
    total_names={
        "counted": N_("Valid commitments"),
        "momentum": N_("Completed in the last 30 days"),
        "by_deal": N_("Completed in the last 30 days, by deal"),
        "days": N_("Days since the last completion"),
    },
    says=SAYS,
    words=words,
    says_of_all=(*SAYS, MOMENTUM),
    words_of_all=lambda readings: (
        of_all(readings[0].analyses.read(readings[0].method.key)) if readings else {}
    ),
    feeds=("sales_objective", "funnel_grade", "opportunity_elements", "implementation_stages", "deal_review"),
)

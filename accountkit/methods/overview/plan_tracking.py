"""Plan tracking: did we do it, did it work, and does the plan still fit? (seeds 004/5, 004/1)

Every quarter: what was done in it, and what is open and was due by its end or has no date. Not done: owner and date; done
without the result that was wanted: change the measure; the customer changed: plan anew. Information older than 90 days is
refreshed first (proposed).
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.chain.reviews import REVIEW
from accountkit.methods.labels import pairs
from accountkit.methods.method import Entry, Flag
from accountkit.methods.overview import plan_rules as rules
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register

STATUS = (("open", N_("open")), ("done", N_("done")), ("dropped", N_("dropped")))

METHOD = Register(
    key="plan_tracking",
    name=N_("Plan check"),
    question=N_("Did we do it, did it work, and does the plan still fit?"),
    group="plan",
    workspace="overview",
    source="004/5, 004/1",
    rule=N_(
        "Every quarter: an action that is not done gets an owner and a date; one that is done without the result needs another measure. If the customer changed fundamentally, plan anew. Refresh information older than 90 days first."
    ),
    first=N_("Add the next actions of this account, each with an owner and a date."),
    uses=("plan", "evidence", "contacts", "profile", "statements"),
    records="plan",
    among=lambda action: action.origin != REVIEW,
    columns=(
        Column("action", N_("Action"), "text"),
        Column("owner", N_("Owner")),
        Column("due", N_("Due"), "date"),
        Column("status", N_("Status"), "choice", STATUS),
        Column("worked", N_("Result as intended"), "choice", pairs("answered")),
        Column("done_on", N_("Done on"), "date"),
        Column("result", N_("Result"), "text"),
        Column("adjust", N_("Adjustment"), "text"),
        Column("opportunity_id", N_("Deal"), "opportunity"),
    ),
    extra=(
        Entry(
            "changed",
            N_("Customer changed fundamentally"),
            kind="choice",
            choices=pairs("answered")[:2],
            counts=False,
        ),
        Entry("info_refreshed", N_("Customer information refreshed on"), kind="date", counts=False),
    ),
    derives=rules.refreshed,
    order=lambda row: (row["status"] != "open", str(row["due"] or "9999")),
    row_flags=(
        Flag(
            "unowned",
            N_("needs an owner and a date"),
            rules.unowned,
        ),
        Flag(
            "overdue",
            N_("overdue"),
            rules.overdue,
        ),
        Flag("late_for_budget", N_("after the budget closes"), rules.late_for_budget),
        Flag(
            "no_result",
            N_("change the measure"),
            lambda row: row["status"] == "done" and row["worked"] == "no",
        ),
    ),
    alarms=(
        Flag("anew", N_("plan anew"), rules.changed),
        Flag("refresh", N_("refresh the information first"), rules.old),
    ),
    totals=rules.totals,
    total_names={"all": N_("Actions in the check"), "done": N_("Done"), "working": N_("Working")},
    verdict=lambda r: ("anew" if rules.changed(r) else "stands") if r.counted else None,
    verdict_names=rules.VERDICTS,
    says=(
        says(
            N_("Plan check {quarter}: done {done} of {all}, working {working}; {verdict}."),
            when=lambda r: bool(r.counted),
            internal=True,
        ),
    ),
    words=rules.words,
    feeds=("account_tier", "internal_change"),
)

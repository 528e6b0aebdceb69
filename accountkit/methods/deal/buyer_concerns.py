"""Buyer's concerns before signing: what is the real worry behind the polite refusal? (seed 000/3)

The rows are the doubts of the account. That an open one of a decision maker blocks the signing, and how each cause is
handled, are proposals of the methods file. It guesses at a person's mind, so it is private as a whole.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.deal.concern_rules import (
    CAUSES,
    HANDLING,
    STATUS,
    answered,
    blocks,
    handling,
    is_excuse,
    standing,
    totals,
    words,
)
from accountkit.methods.method import Flag, Suggests
from accountkit.methods.sentences import name, says
from accountkit.methods.shapes import Column, Register

METHOD = Register(
    key="buyer_concerns",
    name=N_("Buyer's concerns"),
    question=N_("What is the real worry behind the polite refusal?"),
    group="evaluate",
    workspace="deal",
    source="000/3",
    rule=N_(
        "All concerns add up to the perceived risk. An unresolved one of a decision maker blocks the signing. Causes in the purchase need proof, a pilot, phased payment or a guarantee; causes in us need better conduct first."
    ),
    first=N_("Note what a person said, and what may be behind it."),
    subject="stakeholder",
    private=True,
    uses=("stakeholders", "doubts", "needs", "opportunities", "levers", "offers"),
    records="doubts",
    belongs=lambda doubt, person: doubt.stakeholder_id == person,
    columns=(
        Column("stakeholder_id", N_("Stakeholder"), "person"),
        Column("signal", N_("What was said"), "text"),
        Column("cause", N_("Cause"), "choice", tuple(CAUSES.items())),
        Column("answer", N_("Response"), "text"),
        Column("status", N_("Status"), "choice", labels.pairs("doubt")),
        Column("hidden_worry", N_("Real worry"), "text"),
        Column("need_id", N_("Business need"), "need"),
        Column("opportunity_id", N_("Deal"), "opportunity"),
        Column("handling", N_("Handling"), "choice", HANDLING, of=handling),
    ),
    order=lambda row: (not blocks(row), STATUS.index(row["status"])),
    row_flags=(
        Flag("excuse", N_("probably not the real reason"), is_excuse),
        Flag("blocks", N_("decision maker: blocks the signing"), blocks),
    ),
    alarms=(
        Flag("blocked", N_("not ready to sign"), lambda r: any("blocks" in row.flags for row in r.counted)),
    ),
    totals=totals,
    total_names={"open": N_("Unresolved"), "eased": N_("Eased")},
    says=(
        says(
            N_("{role} hesitates: says “{signal}”, likely means {worry}. Response: {answer}."),
            N_("{role} hesitates: says “{signal}”, likely means {worry}."),
            N_("{role} hesitates: says “{signal}”. Response: {answer}."),
            N_("{role} hesitates: says “{signal}”."),
            internal=True,
        ),
    ),
    words=words,
    row_words=lambda row: {"signal": name(row["signal"]), "standing": name(standing(row))},
    row_suggests=(
        Suggests(
            "standing",
            N_("Our sheet answers “{signal}”: {standing}."),
            N_("Use this response"),
            lambda row: standing(row) is not None,
            edits=answered,
        ),
    ),
    feeds=("motive_assessment", "value_proposition_canvas", "action_commitment", "opportunity_elements"),
)

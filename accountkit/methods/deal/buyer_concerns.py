"""Buyer's concerns before signing: what is the real worry behind the polite refusal? (seed 000/3)

The rows are the doubts of the account. That an open one of a decision maker blocks the signing, and how each cause is
handled, are proposals of the methods file. It guesses at a person's mind, so it is private as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.method import Flag, Suggests
from accountkit.methods.our_offers import offers_for, standing_answer
from accountkit.methods.people.network import decides
from accountkit.methods.sentences import Word, name, says, text
from accountkit.methods.shapes import Column, Register
from accountkit.methods.shapes.register import RegisterReading, Row
from accountkit.model import Edit

CAUSES = {
    "size": N_("size of the purchase"),
    "complexity": N_("complexity"),
    "weight": N_("importance of the purchase"),
    "blame": N_("fear of being wrong and blamed"),
    "quality": N_("our poor conduct"),
    "response": N_("our slow response"),
    "skill": N_("our weak communication"),
    "confidence": N_("our lack of confidence"),
    "preparation": N_("our poor preparation"),
}
OF_PURCHASE = ("size", "complexity", "weight", "blame")
HANDLING = (
    ("purchase", N_("Proof, pilot, phased payment, guarantee")),
    ("seller", N_("Fix our conduct first")),
)
EXCUSES = ("dear", "expensive", "price", "study", "贵", "价格", "研究", "考虑考虑")
"""Words of what is said in place of the real reason: too expensive, more study needed."""
STATUS = ("open", "eased", "closed")


def _handling(row: Row) -> str | None:
    return ("purchase" if row["cause"] in OF_PURCHASE else "seller") if row["cause"] else None


def _standing(row: Row) -> str | None:
    """The answer that the sheets of our offers have ready, for a doubt without one."""
    need = row.record.need_id
    offers = offers_for(row.reading, (need,) if need else None)
    return None if row["answer"] else standing_answer(offers.values(), row["signal"])


def _answered(row: Row) -> tuple[Edit, ...]:
    return (Edit(f"{row.path}/answer", _standing(row)),)


def _is_excuse(row: Row) -> bool:
    return any(word in row["signal"].lower() for word in EXCUSES)


def _blocks(row: Row) -> bool:
    person = row.reading.account.stakeholders.get(row["stakeholder_id"] or "")
    return row["status"] == "open" and person is not None and decides(person)


def _totals(reading: RegisterReading) -> Mapping[str, Any]:
    return {one: sum(row["status"] == one for row in reading.counted) for one in STATUS[:2]}


def _words(reading: RegisterReading) -> Mapping[str, Word]:
    first = next((row for row in reading.counted if row["status"] == "open"), None)
    person = reading.account.stakeholders.get(first["stakeholder_id"] or "") if first else None
    if first is None or person is None:
        return {}
    return {
        "role": text(person.role_title),
        "signal": name(first["signal"]),
        "worry": text(first["hidden_worry"]),
        "answer": text(first["answer"]),
    }


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
        Column("handling", N_("Handling"), "choice", HANDLING, of=_handling),
    ),
    order=lambda row: (not _blocks(row), STATUS.index(row["status"])),
    row_flags=(
        Flag("excuse", N_("probably not the real reason"), _is_excuse),
        Flag("blocks", N_("decision maker: blocks the signing"), _blocks),
    ),
    alarms=(
        Flag("blocked", N_("not ready to sign"), lambda r: any("blocks" in row.flags for row in r.counted)),
    ),
    totals=_totals,
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
    words=_words,
    row_words=lambda row: {"signal": name(row["signal"]), "standing": name(_standing(row))},
    row_suggests=(
        Suggests(
            "standing",
            N_("Our sheet answers “{signal}”: {standing}."),
            N_("Use this response"),
            lambda row: _standing(row) is not None,
            edits=_answered,
        ),
    ),
    feeds=("motive_assessment", "value_proposition_canvas", "action_commitment", "opportunity_elements"),
)

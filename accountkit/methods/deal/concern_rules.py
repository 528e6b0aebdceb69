"""What stands behind a doubt, which of them blocks, and what our sheets answer (methods, buyer_concerns)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods.our_offers import offers_for, standing_answer
from accountkit.methods.people.network import decides
from accountkit.methods.sentences import Word, name, text
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row
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


def handling(row: Row) -> str | None:
    return ("purchase" if row["cause"] in OF_PURCHASE else "seller") if row["cause"] else None


def standing(row: Row) -> str | None:
    """The answer that the sheets of our offers have ready, for a doubt without one."""
    need = row.record.need_id
    offers = offers_for(row.reading, (need,) if need else None)
    return None if row["answer"] else standing_answer(offers.values(), row["signal"])


def answered(row: Row) -> tuple[Edit, ...]:
    return (Edit(f"{row.path}/answer", standing(row)),)


def is_excuse(row: Row) -> bool:
    return any(word in row["signal"].lower() for word in EXCUSES)


def blocks(row: Row) -> bool:
    person = row.reading.account.stakeholders.get(row["stakeholder_id"] or "")
    return row["status"] == "open" and person is not None and decides(person)


def totals(reading: RegisterReading) -> Mapping[str, Any]:
    return {one: sum(row["status"] == one for row in reading.counted) for one in STATUS[:2]}


def words(reading: RegisterReading) -> Mapping[str, Word]:
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

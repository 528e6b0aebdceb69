"""What is heard from customers, topic by topic (methods, market_information)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods.sentences import Word, count, listing, name
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row
from accountkit.model import Edit, Finding, new_id

KEY = "market_information"
OF_A_SEGMENT = 3
"""So many customers of a segment must name a topic."""
KINDS = {
    "complaint": N_("complaint"),
    "suggestion": N_("proposal"),
    "requirement": N_("requirement"),
}
CONTENTS = {
    "choice_parameter": N_("selection criterion"),
    "rival_offer": N_("rival's offering"),
    "trend": N_("trend of the trade"),
    "reason_to_buy": N_("reason to buy"),
}
COUNTED = {
    "topics": N_("Topics"),
    "complaint": N_("Complaints"),
    "suggestion": N_("Proposals"),
    "requirement": N_("Requirements"),
}


def topic(row: Row) -> str:
    return str(row["topic"]).strip()


def heard(reading: RegisterReading) -> Counter[str]:
    """How often each topic was named, in the order of the rows."""
    return Counter(topic(row) for row in reading.counted if topic(row))


def told_by(reading: RegisterReading, subject: str) -> int:
    """How many customers of this industry named a topic, this one among them."""
    account = reading.account
    trade = account.profile.industry.strip().casefold()
    others = [
        one
        for one in reading.analyses.accounts
        if one.slug != account.slug and trade and one.industry.strip().casefold() == trade
    ]
    return 1 + sum(subject.casefold() in map(str.casefold, one.topics) for one in others)


def shared(reading: RegisterReading) -> dict[str, int]:
    """The topics that so many customers of the industry named that they are a finding about it, the most named first."""
    found = {one: told_by(reading, one) for one in heard(reading)}
    return dict(
        sorted((pair for pair in found.items() if pair[1] >= OF_A_SEGMENT), key=lambda pair: -pair[1])
    )


def totals(reading: RegisterReading) -> Mapping[str, Any]:
    kinds = Counter(row["kind"] for row in reading.counted)
    return {"topics": len(heard(reading)), **{kind: kinds[kind] for kind in KINDS}}


def is_new(row: Row) -> bool:
    """Whether its topic is not noted as a finding yet."""
    noted_already = {
        one.factor for one in row.reading.account.findings.values() if one.source_framework == KEY
    }
    return bool(topic(row)) and topic(row) not in noted_already


def noted(row: Row) -> tuple[Edit, ...]:
    """The finding that a row becomes, with the row's evidence."""
    account = row.reading.account
    finding = Finding(
        statement=row["note"] or topic(row),
        source_framework=KEY,
        source_item=row["content"] or "trend",
        factor=topic(row),
        evidence=row.evidence,
        order=len(account.findings),
    )
    return (Edit(f"findings/{new_id('f')}", finding),)


def words(reading: RegisterReading) -> Mapping[str, Word]:
    found, wide = heard(reading), shared(reading)
    first = next(iter(wide), None)
    return {
        "topics": listing(name(one) for one, _times in found.most_common()) if found else None,
        "topic": name(first),
        "n": count(wide[first]) if first else None,
    }


def row_words(row: Row) -> Mapping[str, Word]:
    return {"topic": name(topic(row))}

"""What is heard from customers, topic by topic (methods, market_information)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods.sentences import Word, listing, name
from accountkit.methods.shapes.register import RegisterReading, Row
from accountkit.model import Edit, Finding, new_id

KEY = "market_information"
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
    found = heard(reading)
    return {"topics": listing(name(one) for one, _times in found.most_common()) if found else None}


def row_words(row: Row) -> Mapping[str, Word]:
    return {"topic": name(topic(row))}

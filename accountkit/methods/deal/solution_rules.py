"""What an indicator weighs, where we lead, and what is proven (methods, solution_evaluation)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods.marks import weighted
from accountkit.methods.our_offers import offers_for, values
from accountkit.methods.sentences import Word, count, label, listing, mean, name, text
from accountkit.methods.shapes.answers import with_rows
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row
from accountkit.model import Edit

RIVALS = {
    "a": (N_("First rival"), N_("First rival's score")),
    "b": (N_("Second rival"), N_("Second rival's score")),
    "c": (N_("Third rival"), N_("Third rival's score")),
}
PROOFS = (
    ("case", N_("success case")),
    ("reasoning", N_("logical or scientific reasoning")),
    ("authority", N_("authority")),
    ("simulation", N_("simulation or demo")),
)
LEADS = 1
"""By so much our score must exceed the best rival's to set us apart."""


def weight(row: Row) -> float | None:
    importance, urgency, returned = (row.value(key) for key in ("importance", "urgency", "return"))
    if importance is None or urgency is None:
        return None
    return float(importance * urgency * (1 if returned is None else returned / 3))


def lead(row: Row) -> int | None:
    """Our score less the best rival's."""
    ours = row.value("our_score")
    theirs = [value for key in RIVALS if (value := row.value(f"rival_{key}")) is not None]
    return None if ours is None or not theirs else ours - max(theirs)


def unique(row: Row) -> bool:
    return row["weight"] is not None and (row["lead"] or 0) >= LEADS


def totals(reading: RegisterReading) -> Mapping[str, Any]:
    """The weighted mean of our scores and of each rival's, and the share of indicators with an accepted proof."""
    rows = [row for row in reading.counted if row["weight"]]
    scores = {"us": "our_score", **{key: f"rival_{key}" for key in RIVALS}}
    found = {
        key: weighted((row["weight"], row.value(column)) for row in rows) for key, column in scores.items()
    }
    proven = sum(row["proof_status"] == "accepted" for row in reading.counted)
    return {**found, "coverage": proven / len(reading.counted) if reading.counted else None}


def best(reading: RegisterReading) -> list[Row]:
    """What sets us apart, the largest weight × lead first."""
    return sorted(
        (row for row in reading.counted if unique(row)), key=lambda row: -row["weight"] * row["lead"]
    )


def open_doubts(reading: RegisterReading) -> int:
    account = reading.account
    return sum(
        one.need_id == reading.subject_id
        and one.status == "open"
        and account.standing(one.evidence) != "refuted"
        for one in account.doubts.values()
    )


def new_indicators(reading: RegisterReading) -> list[str]:
    """The indicators that the need itself names and that are not evaluated yet."""
    lines = re.split(r"[\n;；]", reading.value("indicators") or "")
    known = {row["indicator"] for row in reading.rows}
    return list(
        dict.fromkeys(line.strip()[:500] for line in lines if line.strip() and line.strip() not in known)
    )


def new_values(reading: RegisterReading) -> list[str]:
    """What the sheets of our offers for this need call unique and is not evaluated yet."""
    known = {row["indicator"] for row in reading.rows}
    offers = offers_for(reading, (reading.subject_id or "",)).values()
    return [line for line in values(offers) if line not in known]


def indicator_rows(reading: RegisterReading) -> tuple[Edit, ...]:
    return with_rows(reading, [{"indicator": line} for line in new_indicators(reading)])


def value_rows(reading: RegisterReading) -> tuple[Edit, ...]:
    return with_rows(reading, [{"indicator": line, "advantage": line} for line in new_values(reading)])


def words(reading: RegisterReading) -> Mapping[str, Word]:
    first = next(iter(best(reading)), None)
    proven = first is not None and first["proof_status"] == "accepted"
    missing, ours = new_indicators(reading), new_values(reading)
    return {
        "need": name(reading.called),
        "indicator": text(first.value("indicator")) if first else None,
        "w": _plain(first["weight"]) if first else None,
        "proof": label(dict(PROOFS).get(first["proof"])) if first and proven else None,
        "n": count(open_doubts(reading)),
        "list": listing(missing) if missing else None,
        "ours": listing(map(text, ours)) if ours else None,
    }


def _plain(value: float) -> Word:
    return count(value) if value == round(value) else mean(value)

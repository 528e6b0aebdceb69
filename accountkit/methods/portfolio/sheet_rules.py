"""How complete the sheet of an offer is, and how much of the offer repeats (methods, go_to_market_sheet, integrated_solution)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods.deal.funnel_rules import later
from accountkit.methods.sentences import Word, count, label, name, series, share, text
from accountkit.methods.shapes.canvas import CanvasReading
from accountkit.model import Edit, new_id

REUSE = {"productised": N_("productised"), "partly": N_("partly productised"), "one_off": N_("one-off")}
SHEET = {"ready": N_("ready for sellers and partners"), "not_ready": N_("not ready")}
FRESH_MONTHS = 12


def reused(reading: CanvasReading) -> float | None:
    """The share of components that repeat."""
    every, repeated = reading.value("components"), reading.value("repeatable")
    return repeated / every if every and repeated is not None and 0 <= repeated <= every else None


def reuse(reading: CanvasReading) -> str | None:
    part = reused(reading)
    return None if part is None else "productised" if part >= 0.6 else "partly" if part >= 0.3 else "one_off"


def segment_of(reading: CanvasReading) -> str:
    """What the segment of the offer is called; empty if it has none."""
    kept = reading.practice.segments
    segment = kept.get(getattr(reading.record, "segment_id", None) or "")
    return segment.name if segment else ""


def reuse_words(reading: CanvasReading) -> Mapping[str, Word]:
    return {
        "offer": name(reading.called),
        "product": text(reading.value("custom_product")),
        "service": text(reading.value("full_service")),
        "platform": text(reading.value("platform")),
        "share": share(reused(reading)),
        "segment": name(segment_of(reading)),
        "verdict": label(REUSE.get(reading.verdict or "")),
    }


def readiness(reading: CanvasReading) -> str | None:
    """Ready with all blocks and a case whose customer has agreed; None while nothing is filled in."""
    if not reading.filled:
        return None
    return "not_ready" if reading.missing or reading.value("case_agreed") != "yes" else "ready"


def review_due(reading: CanvasReading) -> bool:
    """Whether a sheet was never checked, or more than 12 months ago."""
    day: dt.date | None = reading.value("reviewed_on")
    return bool(reading.filled) and (day is None or later(day, FRESH_MONTHS) < reading.document.as_of)


def unanswered(reading: CanvasReading) -> bool:
    return bool(reading.value("competitive_strategy")) and not reading.value("rival_answers")


def sheet_words(reading: CanvasReading) -> Mapping[str, Word]:
    return {
        "offer": text(reading.called),
        "n": count(len(reading.filled)),
        "blocks": series(label(block.name) for block in reading.missing),
        "target": name(_first_line(reading.value("target_customers"))),
    }


def _first_line(words: str | None) -> str:
    return (words or "").strip().partition("\n")[0].strip()[:500]


def lacks_segment(reading: CanvasReading) -> bool:
    return bool(_first_line(reading.value("target_customers"))) and not segment_of(reading)


def with_segment(reading: CanvasReading) -> tuple[Edit, ...]:
    """The offer in the segment that its target customers name: one that there is, else a new one."""
    kept, wanted = reading.practice.segments, _first_line(reading.value("target_customers"))
    known = next((key for key, one in kept.items() if one.name.casefold() == wanted.casefold()), "")
    key = known or new_id("s")
    made = () if known else (Edit(f"segments/{key}", {"name": wanted, "order": len(kept)}),)
    return (*made, Edit(f"offers/{reading.subject_id}/segment_id", key))

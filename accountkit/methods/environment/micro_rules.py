"""Exposure to a strategic customer, the concentration on the three largest, and the findings from both (methods, micro_environment)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any

from accountkit.i18n import N_, _, labelled, percent
from accountkit.methods.assessment import Suggestion
from accountkit.methods.findings import proposed
from accountkit.methods.sentences import Word, name, share, text
from accountkit.methods.shapes.register import MOST_ROWS, RegisterReading
from accountkit.methods.shapes.rows import Row

CONCENTRATED = 0.5
"""Above this share the three largest buyers are an alarm."""
TYPES = (
    ("strategy", N_("change of strategy")),
    ("people", N_("reorganisation or change of people")),
    ("other", N_("other")),
)
DIRECTIONS = (("up", N_("raises sales")), ("down", N_("lowers sales")))


def exposure(row: Row) -> float | None:
    brings, effect = row.value("revenue_share"), row.value("effect")
    return None if brings is None or effect is None else brings * effect / 5


def totals(reading: RegisterReading) -> Mapping[str, Any]:
    shares = sorted((s for row in reading.counted if (s := row.value("revenue_share"))), reverse=True)
    top = sum(shares[:3]) if shares and not _over(shares) else None
    return {"top_three": top, "shown": None if top is None else percent(top, 0)}


def over(reading: RegisterReading) -> bool:
    """Whether the buyers bring more than there is: then no sum of their shares is said."""
    return _over(row.value("revenue_share") or 0 for row in reading.counted)


def _over(shares: Iterable[float]) -> bool:
    return sum(shares) > 1 + 1e-9


def concentrated(reading: RegisterReading) -> bool:
    return (reading.totals["top_three"] or 0) > CONCENTRATED + 1e-9


def suggested(reading: RegisterReading) -> Iterator[Suggestion]:
    changing = (row for row in reading.counted if row["change"])
    for row in islice(changing, MOST_ROWS):
        called = str(row["strategic_customer"] or _("Strategic customer"))
        yield from proposed(
            reading,
            row.id,
            partial(labelled, called, str(row["change"])),
            row.path,
            affected_party="customers_customer",
            effect="opportunity" if row["direction"] == "up" else "threat",
            impact=row.value("effect"),
            likelihood=5,  # it has happened
            change=str(row["change"]),
            evidence=row.evidence,
        )
    if concentrated(reading):
        most = reading.totals["top_three"]
        yield from proposed(
            reading,
            "concentration",
            lambda: _("The three largest buyers bring {share} of revenue").format(share=percent(most, 0)),
            reading.counted[0].path,
            problem={
                "current": round(100 * most, 1),
                "unit": "%",
                "direction": "lower",
                "risk_trend": 4,
                "layer": "customer",
            },
        )


def words(row: Row) -> Mapping[str, Word]:
    buyer, change = name(row["strategic_customer"]), text(row["change"])
    return {"buyer": buyer, "share": share(row.value("revenue_share")), "change": change}


def headline(reading: RegisterReading) -> Mapping[str, Word]:
    exposed = next((row for row in reading.counted if row["exposure"]), None)
    return {
        "share": share(reading.totals["top_three"]),
        "buyer": name(exposed["strategic_customer"]) if exposed else None,
    }

"""Micro-environment: what just changed inside the few buyers on whom the customer depends? (seed 004/8)

    exposure = share of revenue × effect / 5

Exposure and the alarm (the three largest bring more than half) are proposals of the methods file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any

from accountkit.i18n import N_, _, percent
from accountkit.methods.assessment import Suggestion
from accountkit.methods.findings import proposed
from accountkit.methods.method import Flag
from accountkit.methods.sentences import Word, name, says, share, text
from accountkit.methods.shapes import Column, Register
from accountkit.methods.shapes.register import MOST_ROWS, RegisterReading, Row

CONCENTRATED = 0.5
"""Above this share the three largest buyers are an alarm."""
TYPES = (
    ("strategy", N_("change of strategy")),
    ("people", N_("reorganisation or change of people")),
    ("other", N_("other")),
)
DIRECTIONS = (("up", N_("raises sales")), ("down", N_("lowers sales")))


def _exposure(row: Row) -> float | None:
    brings, effect = row.value("revenue_share"), row.value("effect")
    return None if brings is None or effect is None else brings * effect / 5


def _totals(reading: RegisterReading) -> Mapping[str, Any]:
    shares = sorted((s for row in reading.counted if (s := row.value("revenue_share"))), reverse=True)
    return {"top_three": sum(shares[:3]) if shares else None, "shown": percent(sum(shares[:3]), 0)}


def _concentrated(reading: RegisterReading) -> bool:
    return (reading.totals["top_three"] or 0) > CONCENTRATED + 1e-9


def _offers(reading: RegisterReading) -> Iterator[Suggestion]:
    changing = (row for row in reading.counted if row["change"])
    for row in islice(changing, MOST_ROWS):
        said = ": ".join(str(row[key]) for key in ("strategic_customer", "change") if row[key])
        yield from proposed(
            reading,
            row.id,
            partial(str, said),
            row.path,
            affected_party="customers_customer",
            effect="opportunity" if row["direction"] == "up" else "threat",
            impact=row.value("effect"),
            likelihood=5,  # it has happened
            change=str(row["change"]),
            evidence=row.evidence,
        )
    if _concentrated(reading):
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


def _words(row: Row) -> Mapping[str, Word]:
    buyer, change = name(row["strategic_customer"]), text(row["change"])
    return {"buyer": buyer, "share": share(row.value("revenue_share")), "change": change}


METHOD = Register(
    key="micro_environment",
    name=N_("Micro-environment: strategic customers"),
    question=N_("What has just changed inside the few buyers on whom the customer depends?"),
    group="understand",
    workspace="environment",
    source="004/8",
    rule=N_(
        "Exposure is the share of revenue times the effect, divided by 5. If the three largest bring more than half, rehearse losing one."
    ),
    first=N_("List the customer's largest buyers with their share of revenue."),
    uses=("findings", "problems"),
    columns=(
        Column("strategic_customer", N_("Strategic customer")),
        Column("revenue_share", N_("Share of revenue"), "percent"),
        Column("change", N_("Change"), "text"),
        Column("change_type", N_("Type of change"), "choice", TYPES),
        Column(
            "effect",
            N_("Effect on the customer's results"),
            "rating",
            low=N_("none"),
            high=N_("decides the year"),
        ),
        Column("direction", N_("Direction"), "choice", DIRECTIONS),
        Column("exposure", N_("Exposure"), "percent", of=_exposure),
    ),
    order=lambda row: -(row["exposure"] or 0),
    alarms=(Flag("concentrated", N_("three buyers bring more than half"), _concentrated),),
    totals=_totals,
    total_names={"shown": N_("Three largest buyers")},
    row_says=(says(N_("{buyer} brings {share} of the customer's revenue and is changing: {change}.")),),
    row_words=_words,
    offers=_offers,
    feeds=("five_forces", "swot", "problem_types", "organisation_perception"),
)

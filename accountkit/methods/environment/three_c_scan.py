"""Market and three-C scan: whose worries does this customer live with, and have we looked at all of them? (seeds 000/1, 004/5)

Completeness only. A block without a finding of its own is to be turned into one; what is behind the own past suggests a problem
to restore, what is behind rivals one to compare with them (proposals of the methods file).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from accountkit.i18n import N_, _
from accountkit.methods.assessment import Suggestion
from accountkit.methods.findings import found, proposed
from accountkit.methods.method import Flag, Reading
from accountkit.methods.sentences import name, says
from accountkit.methods.shapes import Block, Canvas
from accountkit.methods.shapes.canvas import CanvasReading

PARTIES = {
    "market": "customer",
    "customers": "customers_customer",
    "competitors": "competitor",
    "company": "customer",
}
"""Whom a finding of each block affects."""


def _unfound(reading: CanvasReading) -> list[str]:
    return [key for key in reading.filled if not reading.counts[key]]


def _suggested(reading: CanvasReading) -> Iterator[Suggestion]:
    problems: dict[str, dict[str, Any]] = {
        "company": {},
        "competitors": {"rival": partial(_, N_("competitors"))},
    }
    for key in reading.filled:
        said = str(reading.value(key))
        follows = problems.get(key) if reading.counts[key] else None
        yield from proposed(
            reading,
            key,
            partial(str, said),
            f"{reading.method.answer_path(None)}/values/{key}",
            problem=follows,
            affected_party=PARTIES[key],
            effect="weakness" if key in problems else "threat",
            evidence=reading.marks[key].evidence,
        )


def _found(reading: Reading) -> dict[str, tuple[str, ...]]:
    at = {key: found(reading.account, reading.method.key, key) for key in PARTIES}
    return {key: (f"findings/{one}",) for key, one in at.items() if one}


METHOD = Canvas(
    key="three_c_scan",
    name=N_("Market and three-C scan"),
    question=N_("Whose concerns shape this customer's needs, and have we looked at all of them?"),
    group="understand",
    workspace="environment",
    frames=True,
    source="000/1, 004/5",
    rule=N_(
        "Each change or lag becomes a finding. Behind its own past suggests a problem to restore; behind competitors, a comparison with them."
    ),
    first=N_("Note what changes for the customer's customers, its competitors and the customer itself."),
    uses=("findings", "problems"),
    blocks=(
        Block(
            "market",
            N_("Market environment"),
            N_("What changes around the customer, its customers and its suppliers?"),
            (0, 0, 3, 1),
        ),
        Block(
            "customers",
            N_("Customer's customers"),
            N_("Who are they, what do they ask for now, and how, when and with what means do they buy?"),
            (0, 1, 1, 1),
        ),
        Block(
            "competitors",
            N_("Customer's competitors"),
            N_("Where is the customer behind them?"),
            (1, 1, 1, 1),
        ),
        Block(
            "company",
            N_("Customer itself"),
            N_("Where is it behind its own past? How does it purchase and decide?"),
            (2, 1, 1, 1),
        ),
    ),
    points=_found,
    flags=(Flag("unfound", N_("turn into a finding"), lambda r: bool(_unfound(r))),),
    also_suggests=_suggested,
    says=(
        says(N_("Needs arise from the customer's customers: {customers}."), internal=True),
        says(N_("Needs arise from the customer's competitors: {competitors}."), internal=True),
        says(N_("Needs arise from the customer itself: {company}."), internal=True),
    ),
    words=lambda r: {key: name(r.value(key)) for key in PARTIES},
    feeds=(
        "pest",
        "five_forces",
        "dupont_roe",
        "cash_flow_reading",
        "internal_change",
        "internal_politics",
        "decision_style",
        "benefits_3_plus_5",
    ),
)

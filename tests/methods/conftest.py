"""An account that holds the worked examples of the methods, one of each link of the chain."""

from __future__ import annotations

import pytest

from accountkit.model import (
    Account,
    Answer,
    Commitment,
    Evidence,
    Finding,
    Motive,
    Need,
    Node,
    Problem,
    Rating,
    Stakeholder,
)

MOTIVE_RATINGS = {
    "solved_long": 4,
    "solved_spread": 3,
    "unsolved_long": 5,
    "unsolved_spread": 4,
    "urgency": 4,
    "vision": 3,
    "risk": 3,
    "obstacle": 4,
    "process_change": 2,
    "skill": 2,
}
"""The worked example of motive_assessment."""
BUYERS = {
    "buyer_concentration": 5,
    "standard": 4,
    "switch_cost_out": 4,
    "backward": 2,
    "price_sensitive": 4,
}
"""The worked example of five_forces: five of six rated, mean 3.8."""


def rated(values: dict[str, int], *evidence: str) -> dict[str, Rating]:
    return {key: Rating(value=value, evidence=evidence) for key, value in values.items()}


@pytest.fixture
def worked() -> Account:
    """A customer with the figures of the worked examples."""
    return Account(
        slug="worked",
        review_date="2026-01-15",
        evidence={
            "law": Evidence(source="Official gazette", grade="A", status="confirmed", date="2025-07-24"),
            "wrong": Evidence(source="Rumour, withdrawn", grade="C", status="refuted", date="2025-10-01"),
        },
        findings={
            "duty": Finding(
                statement="Reporting duty",
                change="Reporting becomes a duty for every plant",
                impact=4,
                likelihood=5,
                felt="worried",
                evidence=("law",),
            ),
            "sensors": Finding(
                statement="Cheaper sensors",
                source_item="technological",
                effect="weakness",
                affected_party="competitor",
                impact=3,
                likelihood=4,
                horizon="12_24",
            ),
        },
        answers={"five_forces": Answer(ratings=rated({**BUYERS, "power_over_customers": 3}))},
        stakeholders={"coo": Stakeholder(role_title="Head of operations")},
        problems={
            "late": Problem(
                statement="Deliveries come late",
                metric="Delivery on time",
                unit="%",
                past_best=96,
                current=88,
                expected=98,
                finding_ids=("duty",),
                felt_by=("coo",),
                admitted="yes",
                layer="operations",
                nodes={
                    "coating": Node(text="Coating holds line C up"),
                    "capacity": Node(text="Coating capacity on line C", parent="coating", addressable="yes"),
                    "staff": Node(text="Night shift is short of people", move="what_else", addressable="no"),
                },
            )
        },
        needs={"coat": Need(problem_id="late", node_id="capacity", statement="Coating capacity on line C")},
        motives={
            "act": Motive(
                stakeholder_id="coo",
                problem_id="late",
                need_id="coat",
                ratings=rated(MOTIVE_RATINGS),
                degree="fundamental",
                gain=1.2e6,
                loss=0.6e6,
                years=3,
                outlay=0.9e6,
                opportunity_cost=0.1e6,
                change_cost=0.15e6,
                skill_cost=0.05e6,
                appetite="normal",
                deadline="2026-05-31",
                interest="yes",
            )
        },
        commitments={
            "review": Commitment(
                stakeholder_id="coo", motive_id="act", action="Review the figures", due="2026-02-01"
            )
        },
    )

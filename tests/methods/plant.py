"""The invented account of the worked examples: a maker of coated housings (methods, A8). Millions and thousands are USD."""

from __future__ import annotations

import datetime as dt

from accountkit.model import Account, Finding, Need, Problem, Stakeholder
from accountkit.model.deals import Opportunity

DAY = dt.date(2026, 3, 1)

PEOPLE = {
    "manager": Stakeholder(role_title="General manager", function="management", layer="top", order=0),
    "operations": Stakeholder(
        role_title="Head of operations",
        function="production",
        layer="middle",
        in_post_since=dt.date(2026, 1, 15),
        relationship_stage="mutual_trust",
        admits=("delivery",),
        order=1,
    ),
    "finance": Stakeholder(role_title="Head of finance", function="finance", layer="top", order=2),
    "it": Stakeholder(
        role_title="Head of IT",
        function="IT",
        layer="middle",
        relationship_stage="liking",
        attitude="for_us",
        order=3,
    ),
    "purchasing": Stakeholder(
        role_title="Purchasing manager",
        function="purchasing",
        layer="middle",
        relationship_stage="first_impression",
        order=4,
    ),
    "quality": Stakeholder(
        role_title="Quality engineer",
        function="quality",
        layer="operational",
        relationship_stage="liking",
        order=5,
    ),
    "coating": Stakeholder(
        role_title="Coating line leader",
        function="production",
        layer="operational",
        relationship_stage="liking",
        order=6,
    ),
}


def plant() -> Account:
    """The account as A8 describes it; each test adds what its own worked example needs."""
    return Account(
        slug="plant",
        review_date=DAY,
        stakeholders=PEOPLE,
        findings={
            "fines": Finding(
                statement="Fines of the largest buyer for late delivery", source_item="economic"
            ),
            "duty": Finding(statement="Emission reporting duty from 1 July 2026", order=1),
        },
        problems={
            "delivery": Problem(
                statement="On-time delivery fell",
                metric="on_time_delivery",
                unit="%",
                past_best=96,
                current=88,
                finding_ids=("fines",),
                felt_by=("coating",),
            )
        },
        needs={
            "capacity": Need(problem_id="delivery", statement="Coating capacity on line C", rank=1),
            "planning": Need(problem_id="delivery", statement="Order planning", rank=2, order=1),
        },
        opportunities={
            "control": Opportunity(
                name="Coating line control",
                what="Coating line control",
                how_much=900_000,
                when=dt.date(2026, 9, 30),
            )
        },
    )

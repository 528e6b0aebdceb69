"""Accounts for the tests of the brief: New Oriental's published figures, and claims made up around them.

The figures are read from ``tests/data/new_oriental.json`` (20-F filings and results releases, named there). What people
would think and want is invented: these tests ask whether the brief tells what the account holds, not whether it is so.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from accountkit.model import (
    Account,
    Answer,
    Commitment,
    Evidence,
    Figure,
    Finding,
    Lever,
    Motive,
    Need,
    Node,
    Opportunity,
    Origin,
    Peer,
    Problem,
    Profile,
    Rating,
    Span,
    Stakeholder,
    Statement,
)

DATA = Path(__file__).parents[1] / "data"
LINES = {
    "revenue": "revenue",
    "operating_income": "operating_income",
    "pretax_income": "income_before_tax",
    "income_tax": "income_tax",
    "net_income_attrib": "net_income",
    "net_income_total": "net_income_total",
    "total_assets": "total_assets",
    "equity_attrib": "equity",
    "equity_total": "equity_total",
}
FY2023 = dt.date(2023, 5, 31)


def statements(years: range = range(2018, 2024)) -> dict[str, Statement]:
    """New Oriental's annual statements; the file counts in thousands of US dollars."""
    published = json.loads((DATA / "new_oriental.json").read_text("utf-8"))["years"]
    return {f"{year}-05-31": _statement(year, published[str(year)]) for year in years}


def _statement(year: int, lines: dict) -> Statement:
    figures = {}
    for name, key in LINES.items():
        if name in lines:
            text = str(lines[name])
            thousands = float(text.lstrip("~").split()[0])
            value = thousands * (1 if abs(thousands) > 1e8 else 1000)
            figures[key] = Figure(
                value=value,
                approximate=text.startswith("~"),
                origin=Origin(source="Form 20-F", filed=dt.date(year, 9, 20)),
            )
    return Statement(period_end=dt.date(year, 5, 31), currency="USD", unit=1000, figures=figures)


def _evidence() -> dict[str, Evidence]:
    return {
        "e1": Evidence(
            source="Opinions on easing the burden of homework and tutoring",
            url="https://example.org/opinions",
            date=dt.date(2021, 7, 24),
            grade="A",
            status="confirmed",
            confirmed_by="policy desk",
        ),
        "e2": Evidence(
            source="Form 20-F for fiscal 2022", date=dt.date(2022, 9, 27), grade="A", status="confirmed"
        ),
        "e3": Evidence(
            source="Call with the head of operations",
            date=dt.date(2023, 6, 8),
            who="Head of operations",
            grade="B",
            status="confirmed",
            confirmed_by="Head of operations",
        ),
        "e4": Evidence(
            source="Our estimate after the first call", date=dt.date(2023, 6, 9), grade="D", note="OUR-GUESS"
        ),
        "e5": Evidence(
            source="Visit to two learning centres", date=dt.date(2023, 5, 12), grade="C", status="confirmed"
        ),
    }


def _findings() -> dict[str, Finding]:
    return {
        "f1": Finding(
            statement="School-subject tutoring for grades 1 to 9 may no longer be run for profit",
            source_item="political",
            factor="licences",
            change="From a licensed business to a non-profit one since July 2021",
            effect="threat",
            impact=5,
            likelihood=5,
            horizon="now",
            felt="worried",
            evidence=("e1",),
            order=1,
        ),
        "f2": Finding(
            statement="Families spend on art, sport and study abroad instead",
            source_item="social",
            effect="opportunity",
            impact=3,
            likelihood=4,
            horizon="6_12",
            felt="excited",
            evidence=("e3",),
            order=2,
        ),
        "f3": Finding(
            statement="Live-stream sellers sign exclusive hosts",
            source_item="technological",
            effect="threat",
            impact=4,
            likelihood=3,
            horizon="12_24",
            felt="unaware",
            evidence=("e4",),
            order=3,
        ),
        "f4": Finding(
            statement="Net margin fell from 7.8 % to −38.2 % in fiscal 2022",
            source_framework="dupont_roe",
            source_item="margin",
            effect="weakness",
            evidence=("e2",),
            order=4,
        ),
    }


def _problems() -> dict[str, Problem]:
    return {
        "p1": Problem(
            statement="Seats in the learning centres stand empty",
            metric="Seat use",
            unit="%",
            direction="higher",
            past_best=81,
            current=62,
            expected=78,
            expected_by=dt.date(2024, 8, 31),
            finding_ids=("f1", "f4"),
            felt_by=("s1",),
            admitted="yes",
            layer="operations",
            worth=38e6,
            evidence=("e3", "e5"),
            nodes={
                "n1": Node(text="Classes are planned by centre, not by district", evidence=("e3",)),
                "n2": Node(
                    text="Demand is known three weeks too late",
                    parent="n1",
                    addressable="yes",
                    evidence=("e3",),
                ),
                "n3": Node(
                    text="Teachers cannot be moved between centres", move="what_else", evidence=("e4",)
                ),
            },
            order=1,
        ),
        "p2": Problem(
            statement="One sales channel carries half of the growth",
            metric="Share of the largest channel",
            unit="%",
            direction="lower",
            current=48,
            expected=35,
            risk_trend=5,
            finding_ids=("f3",),
            felt_by=(),
            admitted="no",
            probability=0.3,
            loss=90e6,
            evidence=("e4",),
            order=2,
        ),
        "p3": Problem(
            statement="Students do not stay for the next term",
            metric="Retention",
            unit="%",
            past_best=71,
            current=64,
            expected=72,
            admitted="unknown",
            finding_ids=("f2",),
            evidence=("e5",),
            worth=6.5e6,
            order=3,
        ),
    }


def _needs_and_levers() -> dict:
    return {
        "needs": {
            "n1": Need(
                problem_id="p1",
                node_id="n2",
                statement="See the demand for seats by district every week",
                smart=True,
                indicators="Forecast error under 10 %",
                evidence=("e3",),
            ),
            "n2": Need(
                problem_id="p3",
                statement="Know which students are about to leave",
                addressable="part",
                evidence=("e4",),
            ),
        },
        "levers": {
            "l1": Lever(
                need_id="n1",
                problem_id="p1",
                statement="Demand planning across the centres",
                driver="margin",
                kind="saving_amount",
                change=Span(low=6e6, base=9e6, high=14e6),
                share=0.4,
                ramp_years=2,
                one_off=Span(low=1.2e6, base=1.5e6, high=2e6),
                running_cost=Span(low=3e5, base=4e5, high=5e5),
                released=True,
                case="School group in another province",
                evidence=("e3",),
            ),
            "l2": Lever(
                need_id="n2",
                problem_id="p3",
                statement="Early warning of students who leave",
                driver="margin",
                kind="price_percent",
                change=Span(low=0.2, base=0.5, high=0.9),
                share=0.5,
            ),
        },
    }


def _people() -> dict:
    ratings = {
        "vision": 3,
        "unsolved_long": 5,
        "unsolved_spread": 4,
        "solved_long": 4,
        "solved_spread": 3,
        "urgency": 4,
        "risk": 3,
        "obstacle": 4,
        "process_change": 2,
        "skill": 2,
    }
    return {
        "stakeholders": {
            "s1": Stakeholder(
                role_title="Head of operations",
                layer="top",
                admits=("p1",),
                adopter="deliberate",
                power_class="influencer",
                influence=4,
                personal_needs="Wants the group post",
                private_note="Does not trust the finance director",
                order=1,
            ),
            "s2": Stakeholder(
                role_title="Finance director", layer="top", power_class="decider", influence=5, order=2
            ),
        },
        "motives": {
            "m1": Motive(
                stakeholder_id="s1",
                problem_id="p1",
                need_id="n1",
                ratings={key: Rating(value=value, evidence=("e3",)) for key, value in ratings.items()},
                degree="fundamental",
                gain=1.2e6,
                loss=0.6e6,
                years=3,
                outlay=0.9e6,
                opportunity_cost=0.1e6,
                change_cost=0.15e6,
                skill_cost=0.05e6,
                deadline=dt.date(2023, 12, 31),
                interest="yes",
                evidence=("e3",),
            ),
        },
        "commitments": {
            "c1": Commitment(
                stakeholder_id="s1",
                motive_id="m1",
                action="Show us the seat data of three districts",
                level="mid",
                due=dt.date(2023, 7, 4),
                status="asked",
                evidence=("e3",),
            ),
        },
        "opportunities": {
            "o1": Opportunity(
                who="Head of operations",
                what="Demand planning for 120 centres",
                how_much=2.4e6,
                when=dt.date(2023, 12, 20),
                guided_by="us",
                commitment_ids=("c1",),
            )
        },
    }


def _forces() -> dict[str, Answer]:
    confirmed = {
        "rival_number": 4,
        "growth": 5,
        "sameness": 3,
        "overcapacity": 4,
        "rival_intent": 5,
        "propensity": 3,
        "buyer_concentration": 1,
        "price_sensitive": 4,
        "switch_cost_out": 4,
        "licence": 1,
        "capital": 2,
    }
    assumed = {
        "fixed_cost": 4,
        "scale": 4,
        "brand_loyalty": 3,
        "channel_access": 4,
        "know_how": 4,
        "price_performance": 2,
        "improvement": 4,
        "switch_cost_sub": 3,
        "supplier_concentration": 1,
        "input_unique": 3,
        "switch_cost_in": 2,
        "input_substitute": 2,
        "forward": 1,
        "standard": 3,
        "transparency": 4,
    }
    ratings = {key: Rating(value=value, evidence=("e3",)) for key, value in confirmed.items()}
    ratings |= {key: Rating(value=value, evidence=("e4",)) for key, value in assumed.items()}
    return {"five_forces": Answer(ratings=ratings, notes={"rivalry_lever": "Own the district, not the city"})}


def new_oriental(**changes: object) -> Account:
    """An account with everything in it, as of 15 June 2023."""
    content = {
        "slug": "new-oriental",
        "currency": "USD",
        "review_date": dt.date(2023, 6, 15),
        "profile": Profile(
            name="New Oriental",
            name_zh="新东方",
            industry="Education",
            industry_zh="教育",
            country="China",
            ticker="EDU",
            fiscal_year_end="05-31",
            owner="Account team",
            summary="Private education group after the tutoring rules.",
        ),
        "statements": statements(),
        "evidence": _evidence(),
        "findings": _findings(),
        "problems": _problems(),
        "answers": _forces(),
        **_needs_and_levers(),
        **_people(),
        "peers": {
            "tal": Peer(
                name="TAL Education", name_zh="好未来", ticker="TAL", statements=statements(range(2022, 2024))
            )
        },
    }
    return Account.model_validate({**content, **changes})


def empty() -> Account:
    """An account that has a name and nothing else."""
    return Account(slug="empty", profile=Profile(name="Example Works"), review_date=dt.date(2023, 6, 15))

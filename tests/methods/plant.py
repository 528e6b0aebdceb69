"""The invented account of the worked examples: a maker of coated housings (methods, A8). Millions and thousands are USD."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.motives.items import GROUPS
from accountkit.model import (
    Account,
    Answer,
    Evidence,
    Finding,
    Motive,
    Need,
    Problem,
    Rating,
    Stakeholder,
    Value,
    in_language,
)
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


GRADES = {
    "doc": Evidence(source="Budget request", grade="A", status="confirmed"),
    "said": Evidence(source="Their words", grade="B", status="confirmed", confirmed_by="Head of operations"),
    "guess": Evidence(source="Our assumption", grade="D"),
}
CHINESE = {
    "Coating line control": "涂装线管控方案",
    "operations division": "运营部门",
    "General manager": "总经理",
    "Head of operations": "运营负责人",
    "Head of finance": "财务负责人",
}


def with_deal(
    answers: dict[str, Answer] | None = None, *, evidence: dict[str, str] | None = None, **fields: Any
) -> Account:
    """The plant with its deal as the fields say, each field on the grade of evidence that is named, and some answers."""
    known = plant()
    on = {field: (entry,) for field, entry in (evidence or {}).items()}
    deal = known.opportunities["control"].model_copy(update={**fields, "field_evidence": on})
    return known.model_copy(
        update={
            "evidence": GRADES,
            "opportunities": {"control": deal},
            "answers": answers or {},
            "wording": {"zh_CN": CHINESE},
        }
    )


def answer(*, rated: dict[str, int] | None = None, on: tuple[str, ...] = (), **values: Any) -> Answer:
    """An answer with ratings and values, all on the same evidence."""
    return Answer(
        ratings={key: Rating(value=value, evidence=on) for key, value in (rated or {}).items()},
        values={key: Value(value=value, evidence=on) for key, value in values.items()},
    )


def motive(need: str = "capacity", budget: float | None = None, **fields: Any) -> dict[str, Motive]:
    """The head of operations' motive for a need, strong enough to act."""
    ratings = {item.key: Rating(value=2 if group.falls else 5) for group in GROUPS for item in group.items}
    return {"m": Motive(stakeholder_id="operations", need_id=need, ratings=ratings, budget=budget, **fields)}


def sentence(account: Account, key: str, lang: str, about: str | None = "control") -> str:
    """What a method says in a language, as it stands in the card, with plain spaces; each line of the brief is internal."""
    with use_language(lang):
        said = Analyses(in_language(account, lang)).assess(key, about)
    assert all(line.internal for line in said.brief)
    return re.sub("[\u202f\xa0]", " ", said.sentence)

"""An invented selling organisation: its segments, offerings, partners, a team and a seller."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.model import Answer, Practice, Row, in_language
from accountkit.model.practice import Offer, Partner, Segment, Seller, Team

DAY = dt.date(2026, 5, 11)
CHINESE = {
    "School groups": "教育集团",
    "City schools": "城市学校",
    "Class planning": "排课方案",
    "Incident reports": "事件上报",
    "Campus integrator": "校园集成商",
    "Two-city service firm": "双城服务商",
}


def house(
    answers: dict[str, Answer] | None = None,
    *,
    segment: dict[str, Any] | None = None,
    partner: dict[str, Any] | None = None,
    team: dict[str, Any] | None = None,
    **more: Any,
) -> Practice:
    """Our own side; `segment`, `partner` and `team` are further fields of the first of each."""
    return Practice(
        review_date=DAY,
        segments={
            "groups": Segment(name="School groups", **(segment or {})),
            "city": Segment(name="City schools", order=1),
        },
        offers={
            "plan": Offer(name="Class planning", competitive_strategy="differentiation"),
            "reports": Offer(name="Incident reports", competitive_strategy="focus", order=1),
        },
        partners={
            "big": Partner(name="Campus integrator", kind="strategic", **(partner or {})),
            "small": Partner(name="Two-city service firm", kind="local", order=1),
        },
        teams={"all": Team(name="Sales", **(team or {}))},
        sellers={"north": Seller(name="Seller, region north", team_id="all")},
        wording={"zh_CN": CHINESE},
        answers=answers or {},
    ).model_copy(update=more)


def read(practice: Practice, key: str, about: str) -> Any:
    return Analyses(practice).read(key, about)


def table(*rows: dict[str, Any]) -> Answer:
    return Answer(rows={f"r{n}": Row(cells=cells, order=n) for n, cells in enumerate(rows)})


def sentence(practice: Practice, key: str, lang: str, about: str) -> str:
    """What a method says in a language, with plain spaces; each line of a brief is internal."""
    with use_language(lang):
        said = Analyses(in_language(practice, lang)).assess(key, about)
    assert all(line.internal for line in said.brief)
    return re.sub("[\u202f\xa0]", " ", said.sentence)

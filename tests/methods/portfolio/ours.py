"""Our own side of the worked examples: one segment, Metal finishing, and one offer, Coating line control."""

from __future__ import annotations

import datetime as dt
from typing import Any

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.model import Answer, Offer, Practice, Rating, Segment, Value, in_language

DAY = dt.date(2026, 3, 1)
CHINESE = {"Metal finishing": "金属表面处理", "Coating line control": "涂装线管控方案"}


def practice(
    answers: dict[str, Answer] | None = None,
    *,
    segment: dict[str, Any] | None = None,
    offer: dict[str, Any] | None = None,
    **others: Segment,
) -> Practice:
    return Practice(
        review_date=DAY,
        segments={"metal": Segment(name="Metal finishing", **(segment or {})), **others},
        offers={"control": Offer(name="Coating line control", **(offer or {}))},
        answers=answers or {},
        wording={"zh_CN": CHINESE},
    )


def rated(ratings: dict[str, int] | None = None, **values: Any) -> Answer:
    return Answer(
        ratings={key: Rating(value=value) for key, value in (ratings or {}).items()},
        values={key: Value(value=value) for key, value in values.items()},
    )


def sentence(ours: Practice, key: str, lang: str = "en", about: str | None = "metal") -> str:
    with use_language(lang):
        return Analyses(in_language(ours, lang)).assess(key, about).sentence

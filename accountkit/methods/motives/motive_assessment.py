"""Motive assessment: will this person act on this need now, and is the gain large enough for the risk?

One motive per stakeholder and need; its ratings lie in the motive itself. B is the mean of the four effects, H the mean of
the concerns with the risk twice:

    score = 100 × [0.35·n(B) + 0.25·n(urgency) + 0.15·n(vision) + 0.25·(1 − n(H))],  n(x) = (x − 1) / 4
    strong ≥ 70, forming ≥ 50, weak ≥ 30, none below

All ten ratings are needed for a band. With fewer, the score is that of the parts that are rated, their weights brought
to one. The gates are in `reading`, the money in `returns`, the state of the need in `rules`. Precondition: the customer
believes that a workable solution exists. Source: seed 004/8; weights, bands and gates are proposals of the methods file.
"""

from __future__ import annotations

from typing import Any

from accountkit.i18n import N_, _
from accountkit.methods.labels import FIELDS, WORDS, pairs
from accountkit.methods.method import Entry
from accountkit.methods.motives import sentences
from accountkit.methods.motives.items import GROUPS
from accountkit.methods.motives.reading import GATES, KEY, MotiveReading, readiness
from accountkit.methods.motives.suggestions import suggested
from accountkit.methods.shapes import Scorecard
from accountkit.methods.shapes.groups import cut, in_hundredths
from accountkit.model.people import COSTS

BANDS = {key: WORDS["motive_band"][key] for key in ("none", "weak", "forming", "strong")}
KINDS: dict[str, Any] = {
    **dict.fromkeys(("gain", "loss"), "money"),
    "probability": "percent",
    "years": "number",
    **dict.fromkeys(COSTS, "money"),
    "discount_rate": "percent",
    "appetite": "appetite",
    "degree": "degree",
    "interest": "answered",
    "deadline": "date",
    "budget": "money",
    "time_resource": "answered",
    "site": "answered",
}
"""What else a motive holds, by its kind or by the family of its choices."""

METHOD = Scorecard(
    core=True,
    workspace="motives",
    subject="motive",
    in_record=True,
    key=KEY,
    name=N_("Motive assessment"),
    question=N_("Will this person act on this need, and is the benefit large enough for the risk?"),
    group="motivate",
    source="004/8",
    rule=N_(
        "Score = 100 × (0.35 benefit + 0.25 urgency + 0.15 vision + 0.25 × (1 − concerns)), each from 0 "
        "to 1. Strong from 70, forming from 50, weak from 30. A vague vision, or a benefit below the "
        "threshold, caps the motive at forming."
    ),
    first=N_("Who will act, and why? Choose a need and a person it affects."),
    groups=GROUPS,
    combine=in_hundredths,
    bands=BANDS,
    band_of=cut(30, 50, 70, bands=BANDS),
    needs=1.0,
    gates=GATES,
    also=lambda motive: _(sentences.STATES[motive.state]),
    found_as=MotiveReading,
    order_of_all=readiness,
    first_speaks=True,
    fields=tuple(
        Entry(key, FIELDS[key], kind="choice", choices=pairs(kind))
        if kind in WORDS
        else Entry(key, FIELDS[key], kind=kind)
        for key, kind in KINDS.items()
    ),
    reads=("personal_needs", "organisation_perception"),
    feeds=("sales_mode", "action_commitment", "buyer_concerns", "solution_evaluation", "sales_objective"),
    on_screen=sentences.ON_SCREEN,
    says=sentences.SAYS,
    words=sentences.words,
    also_suggests=suggested,
)

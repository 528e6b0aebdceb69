"""Motive assessment: will this person act on this need now, and is the gain large enough for the risk?

One motive per stakeholder and need. The score and its gates are in `motive_rules`, the money in `motive_return`, the
items with their anchors in `motive_items`. Precondition: the customer believes that a workable solution exists.
Source: seed 004/8; weights, bands and gates are proposals of the methods file.
"""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.i18n import N_, _, number, percent
from accountkit.methods import labels
from accountkit.methods.assessment import Part
from accountkit.methods.motives import sentences as motive_sentences
from accountkit.methods.motives import suggestions as motive_offers
from accountkit.methods.motives.items import GROUPS, ITEMS
from accountkit.methods.motives.reading import KEY, Motives, measure
from accountkit.methods.motives.rules import (
    share,
)
from accountkit.methods.own import Field, Own, Score
from accountkit.methods.sentences import coverage_text


def score(reading: Motives) -> Score:
    """The score of the readiest motive, 0 to 100; its coverage, and its band after the gates."""
    if not reading.motives:
        return Score(None, None, "–", "–", 0, 0, "/100")
    first = reading.motives[0]
    return Score(
        value=first.score,
        confirmed=first.confirmed_score,
        text=number(first.score, 0),
        confirmed_text=number(first.confirmed_score, 0),
        rated=first.rated,
        total=len(ITEMS),
        scale="/100",
        band=first.gated_band,
        band_label=motive_sentences.verdict(first),
    )


def parts(reading: Motives) -> Iterator[Part]:
    """The parts of the readiest motive's score: each mean, normalised and weighted."""
    for group, mean in reading.motives[0].means.items() if reading.motives else ():
        name, weight = GROUPS[group]
        items = [item for item in ITEMS if item.group == group]
        known = sum(reading.motives[0].ratings[item.key].value is not None for item in items)
        points = None if mean is None else 100 * weight * share(group, mean)
        detail = _("mean {mean} of 5, weight {weight}; {coverage}").format(
            mean=number(mean, 1), weight=percent(weight, 0), coverage=coverage_text(known, len(items))
        )
        yield Part(_(name), number(points, 1), detail)


METHOD = Own(
    of_shape="scorecard",
    workspace="motives",
    enough=True,
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
    items=ITEMS,
    fields=(
        *(Field(key, labels.FIELDS[key], "money") for key in ("gain", "loss")),
        Field("probability", labels.FIELDS["probability"], "percent"),
        Field("years", labels.FIELDS["years"], "number"),
        *(
            Field(key, labels.FIELDS[key], "money")
            for key in ("outlay", "opportunity_cost", "change_cost", "skill_cost")
        ),
        Field("discount_rate", labels.FIELDS["discount_rate"], "percent"),
        Field("appetite", labels.FIELDS["appetite"], "choice", tuple(labels.WORDS["appetite"].items())),
        Field("degree", labels.FIELDS["degree"], "choice", tuple(labels.WORDS["degree"].items())),
        Field("interest", labels.FIELDS["interest"], "choice", tuple(labels.WORDS["answered"].items())),
        Field("deadline", labels.FIELDS["deadline"], "date"),
        Field("budget", labels.FIELDS["budget"], "money"),
        Field(
            "time_resource", labels.FIELDS["time_resource"], "choice", tuple(labels.WORDS["answered"].items())
        ),
        Field("site", labels.FIELDS["site"], "choice", tuple(labels.WORDS["answered"].items())),
    ),
    feeds=("sales_mode", "action_commitment", "buyer_concerns", "solution_evaluation", "sales_objective"),
    measure=measure,
    scored=score,
    explained=parts,
    spoken=motive_sentences.sentence,
    offered=motive_offers.offers,
    written=motive_sentences.brief,
)

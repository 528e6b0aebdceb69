"""Motive assessment: will this person act on this need now, and is the gain large enough for the risk?

One motive per stakeholder and need. The score and its gates are in `motive_rules`, the money in `motive_return`, the
items with their anchors in `motive_items`. Precondition: the customer believes that a workable solution exists.
Source: seed 004/8; weights, bands and gates are proposals of the methods file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accountkit.i18n import N_, _, number, percent
from accountkit.methods import labels
from accountkit.methods.assessment import Part
from accountkit.methods.marks import Rated, rated
from accountkit.methods.motives import sentences as motive_sentences
from accountkit.methods.motives import suggestions as motive_offers
from accountkit.methods.motives.items import GROUPS, ITEMS
from accountkit.methods.motives.returns import Return, measured_return
from accountkit.methods.motives.rules import (
    band,
    gated,
    means,
    need_state,
    next_move,
    share,
    still_to_confirm,
    top,
)
from accountkit.methods.motives.rules import score as score_of
from accountkit.methods.own import Field, Own, Score, coverage_text
from accountkit.methods.problems.problem_types import admitters
from accountkit.methods.wording import named
from accountkit.model import Account, Motive
from accountkit.model.evidence import Status

STATES = ("none", "latent", "motivated", "explicit")


@dataclass(frozen=True)
class Assessed:
    """One motive with everything that follows from it.

    `means` holds B, urgency, vision and H on the scale 1 to 5; `band` is before, `gated_band` after the gates; `gates`
    names the gates that held it back; `missing` what an explicit need still lacks.
    """

    id: str
    motive: Motive
    role: str
    about: str
    ratings: dict[str, Rated]
    means: dict[str, float | None]
    score: float | None
    confirmed_score: float | None
    band: str | None
    gated_band: str | None
    gates: tuple[str, ...]
    state: str
    missing: tuple[str, ...]
    money: Return
    weakest: str | None
    top_effect: str | None
    top_harm: str | None
    commitments: tuple[str, ...]

    @property
    def rated(self) -> int:
        return sum(rating.value is not None for rating in self.ratings.values())

    @property
    def shown_score(self) -> float | None:
        """The score as far as its verdict stands: None while an item is not rated."""
        return self.score if self.gated_band else None

    @property
    def importance(self) -> float | None:
        """B: the height of the motive in the picture of importance and urgency."""
        return self.means["effects"]

    @property
    def urgency(self) -> float | None:
        return self.means["urgency"]

    @property
    def status(self) -> Status:
        """Confirmed when every rating that counts is."""
        known = [rating for rating in self.ratings.values() if rating.value is not None]
        return "confirmed" if known and all(rating.status == "confirmed" for rating in known) else "assumed"


@dataclass(frozen=True)
class Motives:
    """All motives that are not refuted, the readiest first."""

    motives: tuple[Assessed, ...]

    def motive(self, key: str) -> Assessed | None:
        return next((motive for motive in self.motives if motive.id == key), None)


def measure(account: Account) -> Motives:
    """The motives of the account; readiest first: by state, then score, then multiple."""
    found = [
        _assessed(account, key, motive)
        for key, motive in account.motives.items()
        if account.standing(motive.evidence) != "refuted"
    ]
    return Motives(tuple(sorted(found, key=readiness)))


def readiness(motive: Assessed) -> tuple:
    """The order of motives: state of the need first, then whether the score is complete, score, multiple."""
    return (
        -STATES.index(motive.state),
        motive.band is None,
        -(motive.score or 0.0),
        -(motive.money.multiple or 0.0),
        motive.motive.order,
        motive.id,
    )


def by_return(motives: tuple[Assessed, ...]) -> tuple[Assessed, ...]:
    """Needs that could solve one problem, as the customer ranks them: by multiple, then by score."""
    return tuple(sorted(motives, key=lambda m: (-(m.money.multiple or 0.0), -(m.score or 0.0), m.id)))


def _assessed(account: Account, key: str, motive: Motive) -> Assessed:
    ratings = {item.key: rated(account, item.key, motive.ratings.get(item.key)) for item in ITEMS}
    parts, count = means(ratings), sum(r.value is not None for r in ratings.values())
    money, total = measured_return(account, motive), score_of(parts)
    own = band(total, count)
    final, gates = gated(own, motive, parts["vision"], money)
    return Assessed(
        id=key,
        motive=motive,
        role=_role(account, motive),
        about=_about(account, motive),
        ratings=ratings,
        means=parts,
        score=total,
        confirmed_score=score_of(means(ratings, confirmed=True)),
        band=own,
        gated_band=final,
        gates=gates,
        state=need_state(account, motive, _admitted(account, motive), final, parts["vision"]),
        missing=still_to_confirm(account, motive),
        money=money,
        weakest=next_move(ratings),
        top_effect=top(ratings, "effects"),
        top_harm=top(ratings, "harm"),
        commitments=tuple(c for c, commitment in account.commitments.items() if commitment.motive_id == key),
    )


def _role(account: Account, motive: Motive) -> str:
    person = account.stakeholders.get(motive.stakeholder_id)
    return named(person.role_title if person else "", _("unnamed stakeholder"))


def _about(account: Account, motive: Motive) -> str:
    """What the motive is about: its need, else its problem."""
    need, problem = account.needs.get(motive.need_id), account.problems.get(problem_of(account, motive))
    return named(
        (need.statement if need else "") or (problem.statement if problem else ""), _("untitled need")
    )


def problem_of(account: Account, motive: Motive) -> str | None:
    """The problem behind a motive: the one it names, else its need's."""
    need = account.needs.get(motive.need_id)
    return motive.problem_id or (need.problem_id if need else None)


def _admitted(account: Account, motive: Motive) -> bool:
    key = problem_of(account, motive)
    problem = account.problems.get(key)
    return problem is not None and (problem.admitted == "yes" or bool(admitters(account, key, problem)))


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
    key="motive_assessment",
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

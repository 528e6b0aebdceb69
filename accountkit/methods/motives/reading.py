"""What the motives find: each motive with its means, score, gates, state and money, the readiest first."""

from __future__ import annotations

from dataclasses import dataclass

from accountkit.i18n import _
from accountkit.methods.marks import Rated, rated
from accountkit.methods.method import Given
from accountkit.methods.motives.items import ITEMS
from accountkit.methods.motives.returns import Return, measured_return
from accountkit.methods.motives.rules import (
    band,
    gated,
    means,
    need_state,
    next_move,
    still_to_confirm,
    top,
)
from accountkit.methods.motives.rules import score as score_of
from accountkit.methods.problems.reading import admitters
from accountkit.methods.wording import named
from accountkit.model import Account, Motive
from accountkit.model.evidence import Status

KEY = "motive_assessment"
"""The key of the method."""
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


def motives(analyses: Given) -> Motives:
    """What was found, worked out once."""
    return analyses.read(KEY)


def measure(account: Account) -> Motives:
    """The motives of the account; readiest first: by state, then score, then multiple."""
    found = [
        _assessed(account, key, motive)
        for key, motive in account.motives.items()
        if account.standing(motive.evidence) != "refuted"
    ]
    return Motives(tuple(sorted(found, key=readiness)))


def readiness(motive: Assessed) -> tuple[int, bool, float, float, float, str]:
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
    need, problem = (
        account.needs.get(motive.need_id or ""),
        account.problems.get(problem_of(account, motive) or ""),
    )
    return named(
        (need.statement if need else "") or (problem.statement if problem else ""), _("untitled need")
    )


def problem_of(account: Account, motive: Motive) -> str | None:
    """The problem behind a motive: the one it names, else its need's."""
    need = account.needs.get(motive.need_id or "")
    return motive.problem_id or (need.problem_id if need else None)


def _admitted(account: Account, motive: Motive) -> bool:
    key = problem_of(account, motive) or ""
    problem = account.problems.get(key)
    return problem is not None and (problem.admitted == "yes" or bool(admitters(account, key, problem)))

"""What is found of a motive beside its ratings: whom and what it is about, money, and the state of the need."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from accountkit.i18n import N_, _
from accountkit.methods.method import Given
from accountkit.methods.motives.returns import Return, measured_return
from accountkit.methods.motives.rules import CLEAR_VISION, need_state, still_to_confirm
from accountkit.methods.numbers import perception_rules
from accountkit.methods.problems.reading import admitters
from accountkit.methods.shapes import Gate
from accountkit.methods.shapes.scorecard import ScorecardReading
from accountkit.methods.wording import named
from accountkit.model import Account, Motive

KEY = "motive_assessment"
"""The key of the method."""
STATES = ("none", "latent", "motivated", "explicit")


@dataclass(frozen=True, kw_only=True)
class MotiveReading(ScorecardReading):
    """A motive with everything that follows from it. `missing` is what an explicit need still lacks."""

    @property
    def id(self) -> str:
        return self.subject_id or ""

    @property
    def motive(self) -> Motive:
        return self.account.motives[self.id]

    @property
    def role(self) -> str:
        person = self.account.stakeholders.get(self.motive.stakeholder_id)
        return named(person.role_title if person else "", _("unnamed stakeholder"))

    @property
    def title(self) -> str:
        return self.role

    @property
    def about(self) -> str:
        """What the motive is about: its need, else its problem."""
        need = self.account.needs.get(self.motive.need_id or "")
        problem = self.account.problems.get(problem_of(self.account, self.motive) or "")
        return named(
            (need.statement if need else "") or (problem.statement if problem else ""), _("untitled need")
        )

    @cached_property
    def money(self) -> Return:
        adopter = self.analyses.read(perception_rules.KEY).value("adopter")
        return measured_return(self.account, self.motive, adopter)

    @cached_property
    def state(self) -> str:
        admitted = _admitted(self.account, self.motive)
        return need_state(self.account, self.motive, admitted, self.verdict, self.value("vision"))

    @property
    def missing(self) -> tuple[str, ...]:
        return still_to_confirm(self.account, self.motive)

    @property
    def importance(self) -> float | None:
        """The height of the motive in the picture of importance and urgency."""
        return self.means["effects"]

    @property
    def urgency(self) -> float | None:
        return self.means["urgency"]

    def top(self, group: str) -> str | None:
        """The item of a group with the highest rating; of equals the first; None where nothing is rated."""
        return next((item.key for item, _rating in self.groups[group].top), None)

    @property
    def commitments(self) -> tuple[str, ...]:
        """What this person committed to or is asked for."""
        return tuple(key for key, one in self.account.commitments.items() if one.motive_id == self.id)


GATES = (
    Gate(
        "vision",
        N_("Capped at “forming”: the vision is vague"),
        "forming",
        lambda reading: (reading.value("vision") or CLEAR_VISION) < CLEAR_VISION,
    ),
    Gate(
        "multiple",
        N_("Capped at “forming”: the benefit is below the threshold"),
        "forming",
        lambda reading: reading.money.falls_short,
    ),
    Gate(
        "personal_fit",
        N_("Capped at “weak”: no personal benefit, and no push from above"),
        "weak",
        lambda reading: not reading.motive.pushed_from_above and _has_no_benefit(reading),
    ),
)
"""What holds a motive back (rule 3); what was not filled in does not."""


def _has_no_benefit(reading: MotiveReading) -> bool:
    """Whether the change gives the person nothing: as the motive says, else by the needs that are rated of the person."""
    if reading.motive.personal_fit is not None:
        return reading.motive.personal_fit <= 0
    person = reading.motive.stakeholder_id
    known = person in reading.account.stakeholders
    return known and any(
        reading.analyses.read(needs, person).verdict == "closed" for needs in reading.method.reads
    )


def motives(analyses: Given) -> tuple[MotiveReading, ...]:
    """All motives that are not refuted, the readiest first."""
    return analyses.readings(KEY)


def readiness(motive: MotiveReading) -> tuple[int, bool, float, float, float, str]:
    """The order of motives: state of the need first, then whether the score is complete, score, multiple."""
    return (
        -STATES.index(motive.state),
        motive.band is None,
        -(motive.score or 0.0),
        -(motive.money.multiple or 0.0),
        motive.motive.order,
        motive.id,
    )


def problem_of(account: Account, motive: Motive) -> str | None:
    """The problem behind a motive: the one it names, else its need's."""
    need = account.needs.get(motive.need_id or "")
    return motive.problem_id or (need.problem_id if need else None)


def _admitted(account: Account, motive: Motive) -> bool:
    key = problem_of(account, motive) or ""
    problem = account.problems.get(key)
    return problem is not None and (problem.admitted == "yes" or bool(admitters(account, key, problem)))

"""What a person gives up and gets: risk multiple, return on investment, payback, net present value (rule 2).

An uncertain gain must be worth several times the certain thing given up, by the person's readiness to risk:

    M = (gain + probability × loss) × years × degree factor / (outlay + opportunity + process change + learning)
    ROI = M − 1       needed: bold 2, normal 5, cautious 10
    payback = given up / benefit a year      NPV = Σ benefit / (1 + r)^t − given up,  t = 1 … years

Money not entered on either side: not measured. A degree that was not chosen discounts nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from accountkit.model import Account, Motive
from accountkit.model.people import COSTS

NEEDED = {"bold": 2.0, "normal": 5.0, "cautious": 10.0}
APPETITE_OF_ADOPTER = {
    "innovator": "bold",
    "opinion_leader": "bold",
    "deliberate": "normal",
    "traditional": "cautious",
    "laggard": "cautious",
}
DEGREE_FACTOR = {"temporary": 0.5, "fundamental": 1.0, None: 1.0}


@dataclass(frozen=True)
class Return:
    """The money side of a motive. `benefit` is over all years; None is *not measured*, and `missing` says what lacks.

    `needed` is the multiple that this person needs, None while neither appetite nor adopter class is known.
    """

    yearly: float | None
    benefit: float | None
    given_up: float | None
    needed: float | None
    appetite: str | None
    payback: float | None
    present_value: float | None
    missing: tuple[str, ...]

    @property
    def multiple(self) -> float | None:
        """M, the benefit as a multiple of what is given up."""
        if self.missing or self.benefit is None or not self.given_up:
            return None
        return self.benefit / self.given_up

    @property
    def roi(self) -> float | None:
        """Return on investment, M − 1, as a share."""
        return None if self.multiple is None else self.multiple - 1

    @property
    def falls_short(self) -> bool:
        """Whether M is measured and under what this person needs."""
        return self.multiple is not None and self.needed is not None and self.multiple < self.needed - 1e-9

    @property
    def benefit_short(self) -> float:
        """The benefit that is missing to what the person needs; 0 where nothing is."""
        if not self.falls_short or self.needed is None or self.given_up is None or self.benefit is None:
            return 0.0
        return max(0.0, self.needed * self.given_up - self.benefit)

    @property
    def cost_at_most(self) -> float | None:
        """What may be given up at most for this benefit, at the multiple needed."""
        if self.multiple is None or self.needed is None or self.benefit is None:
            return None
        return self.benefit / self.needed


def measured_return(account: Account, motive: Motive, adopter: str | None = None) -> Return:
    """The money side of one motive. `adopter` is the class kept for the account, for a person without an own one."""
    factor = DEGREE_FACTOR[motive.degree]
    yearly = _yearly(motive)
    yearly = None if yearly is None else yearly * factor
    given_up = _sum(motive, COSTS)
    missing = tuple(
        name
        for name, absent in (
            ("gain", yearly is None),
            ("years", motive.years is None),
            ("outlay", not given_up or given_up < 0),
        )
        if absent
    )
    benefit = None if yearly is None or motive.years is None else yearly * motive.years
    appetite = appetite_of(account, motive, adopter)
    payback = today = None
    if not missing and yearly is not None and motive.years is not None and given_up is not None:
        payback = given_up / yearly if yearly > 0 else None
        today = present_value(yearly, motive.years, motive.discount_rate) - given_up
    return Return(
        yearly=yearly,
        benefit=benefit,
        given_up=given_up,
        needed=NEEDED.get(appetite or ""),
        appetite=appetite,
        payback=payback,
        present_value=today,
        missing=missing,
    )


def appetite_of(account: Account, motive: Motive, adopter: str | None = None) -> str | None:
    """The appetite that was chosen, else the one that the adopter class of the person, or of the account, suggests."""
    person = account.stakeholders.get(motive.stakeholder_id)
    own = person.adopter if person else None
    return motive.appetite or APPETITE_OF_ADOPTER.get(own or adopter or "")


def present_value(yearly: float, years: float, rate: float) -> float:
    """Today's value of `yearly` at the end of each year; a last part of a year counts in proportion."""
    whole = int(years)
    value = sum(yearly / (1 + rate) ** t for t in range(1, whole + 1))
    return value + yearly * (years - whole) / (1 + rate) ** years


def _yearly(motive: Motive) -> float | None:
    """Gain plus avoided loss a year; a loss that is only probable counts times its probability."""
    if motive.gain is None and motive.loss is None:
        return None
    probability = 1.0 if motive.probability is None else motive.probability
    return (motive.gain or 0.0) + probability * (motive.loss or 0.0)


def _sum(motive: Motive, fields: tuple[str, ...]) -> float | None:
    entered = [value for name in fields if (value := getattr(motive, name)) is not None]
    return sum(entered) if entered else None

"""The fact that was chosen for a line and a year, what it was chosen among, and how both are named."""

from __future__ import annotations

from dataclasses import dataclass

from accountkit.sources.lines.agreement import Refusal, near
from accountkit.sources.tables.facts import Fact


@dataclass(frozen=True)
class Chosen:
    """The fact of a line and a year, or the parts of a sum with their signs.

    `others` are the values of other filings that the vintage passed over. `refused` are those that it preferred and that
    their own filing refutes, each with the reason.
    """

    facts: tuple[Fact, ...]
    signs: tuple[int, ...] = (1,)
    others: tuple[Fact, ...] = ()
    refused: tuple[tuple[Fact, Refusal], ...] = ()

    @property
    def fact(self) -> Fact:
        """The fact, or the first part of the sum."""
        return self.facts[0]

    @property
    def value(self) -> float:
        """The value in the currency of the filings."""
        if len(self.facts) == 1:
            return self.facts[0].value
        return sum(sign * fact.value for sign, fact in zip(self.signs, self.facts, strict=True))


def labels(chosen: Chosen) -> str:
    """The concept of a figure, or the formula of a sum of concepts."""
    names = [fact.name for fact in chosen.facts]
    rest = zip(chosen.signs[1:], names[1:], strict=True)
    return names[0] + "".join(f" {'+' if sign > 0 else '−'} {name}" for sign, name in rest)


def restated(chosen: Chosen) -> Fact | None:
    """The first other value, if it differs by more than rounding."""
    return next((f for f in chosen.others if differs(f.value, chosen.value)), None)


WORTH_MENTIONING = 0.005


def differs(one: float, other: float) -> bool:
    """Whether two values differ by more than half a per cent."""
    return not near(one, other, WORTH_MENTIONING)

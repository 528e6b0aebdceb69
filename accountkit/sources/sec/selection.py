"""Which fact of a company's filings stands for a line and a year: the one reading that `roe` and `sector` share.

For each line the concepts of `concepts.ORDER` are tried in that order. Of several filings one is taken by `Vintage`:
the value filed last (the default), the value filed first, or all values of a year from that year's own report.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from accountkit.model.statement import Vintage
from accountkit.sources.lines.concepts import BALANCES, BANK_REVENUE, GROSS_BANK_REVENUE
from accountkit.sources.sec.filings import Filings, year_ends
from accountkit.sources.tables.facts import Fact

FRESHEST_FIRST = frozenset({"revenue", "income_before_tax"})
"""Lines whose concepts mean the same total: a restatement under another concept wins over an older filing."""
CONTRACT_REVENUE = "ExcludingAssessedTax"
LARGER = 1.02
"""Contract revenue this many times ``Revenues`` of the same filing shows that ``Revenues`` is a part."""


@dataclass(frozen=True)
class Chosen:
    """The fact of a line and a year, or the parts of a sum with their signs.

    `others` are the values of other filings that the vintage passed over. `part_left` is set if ``Revenues`` was a part.
    """

    facts: tuple[Fact, ...]
    signs: tuple[int, ...] = (1,)
    others: tuple[Fact, ...] = ()
    part_left: bool = False

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


Selected = dict[dt.date, dict[str, Chosen]]


def selected(filings: Filings, vintage: Vintage = "as_last_filed") -> Selected:
    """The chosen facts by period end (ascending) and line. An end without any is left out."""
    found: Selected = {}
    view = View(filings, vintage)
    for end in year_ends(filings):
        lines = {line: chosen for line in view.orders if (chosen := view.chosen(line, end))}
        if lines:
            found[end] = lines
    return found


@dataclass(frozen=True)
class View:
    """The filings of a company as one vintage sees them."""

    filings: Filings
    vintage: Vintage
    orders: dict[str, list[str]] = field(init=False)
    """For each line the concepts that the company has ever filed."""

    def __post_init__(self) -> None:
        filed = self.filings.by_concept
        present = {line: [c for c in names if c in filed] for line, names in self.filings.orders.items()}
        object.__setattr__(self, "orders", present)

    def facts(self, concept: str, end: dt.date, line: str) -> list[Fact]:
        """The facts of a concept that fit a line (balances on a day, flows over a year), the preferred one last."""
        filed = self.filings.filed(concept, end)
        if not filed:
            return filed
        balance = line in BALANCES
        found = [fact for fact in filed if (fact.start is None) == balance]
        return found[::-1] if self.vintage == "as_first_filed" else found

    def chosen(self, line: str, end: dt.date) -> Chosen | None:
        """The fact of a line and a period end; None if no filing has one."""
        series = [facts for c in self.orders[line] if (facts := self.facts(c, end, line))]
        if not series:
            return self._bank_revenue(end) if line == "revenue" else None
        facts = self._freshest(series) if line in FRESHEST_FIRST else series[0]
        whole = _whole_revenue(facts, series) if line == "revenue" else facts
        others = self._others(whole[-1], line, end)
        return Chosen((whole[-1],), others=others, part_left=whole is not facts)

    def _freshest(self, series: list[list[Fact]]) -> list[Fact]:
        if self.vintage == "as_first_filed":
            return min(series, key=lambda facts: facts[-1].filed)
        return max(series, key=lambda facts: facts[-1].filed)

    def _others(self, fact: Fact, line: str, end: dt.date) -> tuple[Fact, ...]:
        """The different values of other filings, in order of filing.

        Another concept of the same total counts only if neither filing has both: two concepts that stand in one filing
        are two things, not a restatement.
        """
        own = fact.concept.split(":")[1]
        same = self.facts(own, end, line)
        found = [f for f in same if filing(f) != filing(fact) and f.value != fact.value]
        if line in FRESHEST_FIRST:
            with_own = {filing(f) for f in same}
            for concept in self.orders[line]:
                rivals = self.facts(concept, end, line) if concept != own else []
                if not any(filing(f) in with_own for f in rivals):
                    found += [f for f in rivals if f.value != fact.value]
        return tuple(sorted(found, key=filing)) if found else ()

    def _bank_revenue(self, end: dt.date) -> Chosen | None:
        """Net interest income plus noninterest income, if both are tagged for the year, the net as such or by its parts."""
        for concepts, signs in ((BANK_REVENUE, (1, 1)), (GROSS_BANK_REVENUE, (1, -1, 1))):
            parts = [self.facts(concept, end, "revenue") for concept in concepts]
            if all(parts):
                return Chosen(tuple(facts[-1] for facts in parts), signs)
        return None


def _whole_revenue(facts: list[Fact], series: list[list[Fact]]) -> list[Fact]:
    """``Revenues`` is the total; if a filing tags it smaller than its contract revenue, it tags a part with it."""
    chosen = facts[-1]
    if not chosen.concept.endswith(":Revenues"):
        return facts
    return next(
        (
            s
            for s in series
            if CONTRACT_REVENUE in s[-1].concept
            and filing(s[-1]) == filing(chosen)
            and s[-1].value > chosen.value * LARGER
        ),
        facts,
    )


def filing(fact: Fact) -> tuple[dt.date, str]:
    """What tells one filing from another, in the order of filing."""
    return fact.filed, fact.accession


def labels(chosen: Chosen) -> str:
    """The concept of a figure, or the formula of a sum of concepts."""
    names = [fact.concept.split(":")[1] for fact in chosen.facts]
    rest = zip(chosen.signs[1:], names[1:], strict=True)
    return names[0] + "".join(f" {'+' if sign > 0 else '−'} {name}" for sign, name in rest)


def restated(chosen: Mapping[str, Chosen], line: str) -> Fact | None:
    """The first other value of a line, if it differs by more than rounding."""
    item = chosen[line]
    return next((f for f in item.others if differs(f.value, item.value)), None)


WORTH_MENTIONING = 0.005


def differs(one: float, other: float) -> bool:
    """Whether two values differ by more than half a per cent."""
    return abs(one - other) > WORTH_MENTIONING * max(abs(one), abs(other))

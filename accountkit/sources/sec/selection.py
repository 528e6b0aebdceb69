"""Which fact of a company's filings stands for a line and a year: the one reading that `roe` and `sector` share.

For each line the concepts of `concepts.ORDER` are tried in that order. Of several filings one is taken by `Vintage`:
the value filed last (the default), the value filed first, or all values of a year from that year's own report. A value
that the sums of its own filing refute (`agreement`) gives way to one that they prove. A line of which only the parts are
tagged is their sum.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from accountkit.model.statement import Caveat, Vintage
from accountkit.sources.lines.agreement import (
    CHECKED,
    REVENUE_SUMS,
    USED,
    Refusal,
    judged,
    near,
    proven,
    refusal,
)
from accountkit.sources.lines.concepts import BALANCES, BANK_REVENUE, GROSS_BANK_REVENUE, PRE_TAX_PARTS
from accountkit.sources.lines.tags.revenue import INDUSTRY, NET_OF_TAXES, PARTS
from accountkit.sources.sec.chosen import Chosen, differs
from accountkit.sources.sec.filings import Filing, Filings, filing
from accountkit.sources.sec.years import CORE, Years
from accountkit.sources.tables.facts import Fact

FRESHEST_FIRST = frozenset({"revenue", "income_before_tax"})
"""Lines whose concepts mean the same total: a restatement under another concept wins over an older filing."""
LARGER = 1.02
"""Revenue this many times another revenue of the same filing shows that the other is a part of it."""


@dataclass(frozen=True)
class Year:
    """The chosen facts of a period by line, those of the opening balance in its own report, and its caveats."""

    lines: dict[str, Chosen]
    opening: dict[str, Chosen] = field(default_factory=dict)
    caveats: tuple[Caveat, ...] = ()


Selected = dict[dt.date, Year]


def selected(filings: Filings, vintage: Vintage = "as_last_filed") -> Selected:
    """What stands for each period, by its end (ascending). A period without any figure is left out.

    The accounts of a hyperinflationary year are in the purchasing power of its own report, so that they and the balance
    that opens it are taken from there whatever the vintage.
    """
    years = Years(filings)
    view = View(filings, vintage)
    found = {end: _year(years, view, end) for end in years.ends}
    return {end: year for end, year in found.items() if year.lines}


def _year(years: Years, view: View, end: dt.date) -> Year:
    inflated = years.inflated(end)
    if not inflated and view.vintage != "one_filing":
        lines = view.lines(end)
        return Year(lines, caveats=(*years.caveats(end), *_mixed(view, end, lines)))
    view = View(view.filings, "one_filing", years.own(end))
    opening = years.opening(end)
    before = {line: c for line, c in view.lines(opening).items() if line in BALANCES} if opening else {}
    if "total_assets" not in before or not {"equity", "equity_total"} & set(before):
        before = {}
    caveats = years.caveats(end)
    if inflated:
        caveats.append(Caveat(kind="inflation" if before else "inflation_opening"))
    elif not before and end in years.flows:
        caveats.append(Caveat(kind="opening"))
    return Year(view.lines(end), before, tuple(caveats))


def _mixed(view: View, end: dt.date, lines: Mapping[str, Chosen]) -> Iterator[Caveat]:
    """A flow restated after the balances were last filed, or a balance after the flows: the first pair."""
    core = [line for line in CORE if line in lines]
    for line in core:
        day = view.restated_on(line, end, lines[line])
        for other in core if day else ():
            if day and (other in BALANCES) != (line in BALANCES) and lines[other].fact.filed < day:
                yield Caveat(kind="vintages", day=day, line=line, other=other)
                return


@dataclass(frozen=True)
class View:
    """The filings of a company as one vintage sees them; `own` is the filing that ``one_filing`` keeps to."""

    filings: Filings
    vintage: Vintage
    own: Filing | None = None
    orders: dict[str, list[str]] = field(init=False)
    """For each line the concepts that the company has ever filed; lines that may be sums of others even without any."""
    beside: dict[tuple[dt.date, str, dt.date], dict[str, Fact]] = field(init=False, default_factory=dict)
    """For a filing and a period end the facts of the lines that its sums are made of."""

    def __post_init__(self) -> None:
        filed = self.filings.by_concept
        present = {line: [c for c in names if c in filed] for line, names in self.filings.orders.items()}
        kept = {line: names for line, names in present.items() if names or line in FRESHEST_FIRST}
        object.__setattr__(self, "orders", kept)

    def lines(self, end: dt.date) -> dict[str, Chosen]:
        """The chosen facts of a period end by line."""
        found = {line: chosen for line in self.orders if (chosen := self.chosen(line, end))}
        return _pre_tax_by_sum(found)

    def facts(self, concept: str, end: dt.date, line: str) -> list[Fact]:
        """The facts of a concept that fit a line (balances on a day, flows over a year), the preferred one last."""
        found = self._fitting(concept, end, line)
        if self.vintage == "one_filing":
            return [fact for fact in found if filing(fact) == self.own]
        return found[::-1] if self.vintage == "as_first_filed" else found

    def _fitting(self, concept: str, end: dt.date, line: str) -> list[Fact]:
        filed = self.filings.filed(concept, end)
        if not filed:
            return filed
        balance = line in BALANCES
        return [fact for fact in filed if (fact.start is None) == balance]

    def chosen(self, line: str, end: dt.date) -> Chosen | None:
        """The fact of a line and a period end; None if no filing has one."""
        series = [facts for c in self.orders[line] if (facts := self.facts(c, end, line))]
        if not series:
            return self._summed(line, end)
        preferred = self._freshest(series)[-1] if line in FRESHEST_FIRST else series[0][-1]
        if line not in CHECKED:
            return Chosen((preferred,), others=self._others(preferred, line, end))
        return self._agreeing(line, end, preferred, series)

    def _agreeing(self, line: str, end: dt.date, preferred: Fact, series: list[list[Fact]]) -> Chosen:
        """The preferred fact, unless its own filing refutes it and proves another one right."""
        reason = self._refusal(line, end, preferred) or self._before_sales_taxes(line, end, preferred, series)
        if reason is None:
            return Chosen((preferred,), others=self._others(preferred, line, end))
        refused = [(preferred, reason)]
        for fact in self._rivals(preferred, series):
            other = self._refusal(line, end, fact)
            larger = reason.kind == "part" and filing(fact) == filing(preferred)
            if other is None and (larger or judged(line, self._values(fact, end))):
                others = tuple(f for f in self._others(fact, line, end) if f is not preferred)
                return Chosen((fact,), others=others, refused=tuple(refused))
            if other is not None:
                refused.append((fact, other))
        if preferred.name in INDUSTRY and (whole := self._by_costs(preferred, end)):
            return replace(whole, refused=tuple(refused))
        return Chosen((preferred,), others=self._others(preferred, line, end))

    def _rivals(self, preferred: Fact, series: list[list[Fact]]) -> list[Fact]:
        """Other values of the line: those of the same filing first, then as the vintage prefers them."""
        last = self.vintage != "as_first_filed"
        found = [f for facts in series for f in facts if f.value != preferred.value]
        found.sort(key=filing, reverse=last)
        return sorted(found, key=lambda f: filing(f) != filing(preferred))

    def _refusal(self, line: str, end: dt.date, fact: Fact) -> Refusal | None:
        own = self._values(fact, end)
        if line == "revenue" and fact.name in NET_OF_TAXES and not proven(fact.value, own):
            siblings = (
                f
                for concept in self.orders[line]
                if concept in NET_OF_TAXES
                for f in self.facts(concept, end, line)
                if filing(f) == filing(fact) and f.value > fact.value * LARGER > 0
            )
            if whole := max(siblings, key=lambda f: f.value, default=None):
                return Refusal("part", whole.value, whole.name)
        strict = line == "revenue" and fact.name in INDUSTRY
        return refusal(line, fact.value, own, strict=strict)

    def _before_sales_taxes(
        self, line: str, end: dt.date, fact: Fact, series: list[list[Fact]]
    ) -> Refusal | None:
        """A revenue is refused if operating income and total costs prove a smaller one of the same filing to be the whole:
        the larger is the one before sales taxes."""
        own = self._values(fact, end) if line == "revenue" else {}
        if not {"operating_income", "total_costs"} <= own.keys() or proven(fact.value, own):
            return None
        total = own["operating_income"] + own["total_costs"]
        rivals = (f for facts in series for f in facts if filing(f) == filing(fact) and f.value < fact.value)
        return Refusal("costs", total) if any(near(f.value, total) for f in rivals) else None

    def _values(self, fact: Fact, end: dt.date) -> dict[str, float]:
        return {line: other.value for line, other in self._beside(fact, end).items()}

    def _beside(self, fact: Fact, end: dt.date) -> dict[str, Fact]:
        """The facts of a filing that its sums are made of, for a period end."""
        key = (*filing(fact), end)
        if key not in self.beside:
            found: dict[str, Fact] = {}
            for line in USED:
                for concept in self.orders.get(line, ()):
                    own = next((f for f in self.facts(concept, end, line) if filing(f) == key[:2]), None)
                    if own:
                        found[line] = own
                        break
            self.beside[key] = found
        return self.beside[key]

    def _by_costs(self, fact: Fact, end: dt.date) -> Chosen | None:
        """The revenue that the costs of a filing leave no doubt about, if it tags no total."""
        own = self._beside(fact, end)
        for parts in REVENUE_SUMS:
            if all(part in own for part in parts):
                return Chosen(tuple(own[part] for part in parts), (1, 1))
        return None

    def _freshest(self, series: list[list[Fact]]) -> list[Fact]:
        if self.vintage == "as_first_filed":
            return min(series, key=lambda facts: facts[-1].filed)
        return max(series, key=lambda facts: facts[-1].filed)

    def _others(self, fact: Fact, line: str, end: dt.date) -> tuple[Fact, ...]:
        """The different values of other filings, in order of filing.

        Another concept of the same total counts only if neither filing has both: two concepts that stand in one filing
        are two things, not a restatement.
        """
        same = self._fitting(fact.name, end, line)
        found = [f for f in same if filing(f) != filing(fact) and f.value != fact.value]
        if line in FRESHEST_FIRST:
            with_own = {filing(f) for f in same}
            for concept in self.orders[line]:
                rivals = self._fitting(concept, end, line) if concept != fact.name else []
                if not any(filing(f) in with_own for f in rivals):
                    found += [f for f in rivals if f.value != fact.value]
        return tuple(sorted(found, key=filing)) if found else ()

    def restated_on(self, line: str, end: dt.date, chosen: Chosen) -> dt.date | None:
        """The day on which the chosen value replaced another one; later filings may have repeated it."""
        fact = chosen.fact
        replaced = [f.filed for f in chosen.others if f.filed < fact.filed and differs(f.value, fact.value)]
        if not replaced:
            return None
        repeated = self._fitting(fact.name, end, line)
        return min(
            (f.filed for f in repeated if f.filed > max(replaced) and not differs(f.value, fact.value)),
            default=fact.filed,
        )

    def _summed(self, line: str, end: dt.date) -> Chosen | None:
        """A line without a total of its own: the revenue of a bank, a part that is proven to be the whole, or a sum."""
        if line == "income_before_tax":
            return self._sum(PRE_TAX_PARTS, (1, 1), line, end)
        if line != "revenue":
            return None
        banks = ((BANK_REVENUE, (1, 1)), (GROSS_BANK_REVENUE, (1, -1, 1)))
        found = next((s for names, signs in banks if (s := self._sum(names, signs, line, end))), None)
        if found:
            return found
        parts = (facts[-1] for concept in PARTS if (facts := self.facts(concept, end, line)))
        whole = next((fact for fact in parts if proven(fact.value, self._values(fact, end))), None)
        return Chosen((whole,)) if whole else None

    def _sum(
        self, concepts: tuple[str, ...], signs: tuple[int, ...], line: str, end: dt.date
    ) -> Chosen | None:
        parts = [self.facts(concept, end, line) for concept in concepts]
        return Chosen(tuple(facts[-1] for facts in parts), signs) if all(parts) else None


def _pre_tax_by_sum(lines: dict[str, Chosen]) -> dict[str, Chosen]:
    """Profit from continuing operations that is the total profit before tax, to the last digit, is pre-tax income: some
    filers tag it with that concept (Sony's 20-F for fiscal 2010)."""
    if "income_before_tax" in lines:
        return lines
    parts = [lines.get(line) for line in ("continuing_income", "income_tax", "net_income_total")]
    before, tax, total = (part.value if part else None for part in parts)
    if before is None or tax is None or total is None or not tax or before - tax != total:
        return lines
    return {"income_before_tax" if line == "continuing_income" else line: one for line, one in lines.items()}

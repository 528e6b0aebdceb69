"""What recurring operations did to the return, and what everything else did.

    change of ROE = recurring operations (operating margin before one-offs + asset turnover)
                  + the rest (one-offs + interest and other items + tax burden + leverage)

Operations are counted after tax, at the tax burden of the two years: tax that follows profit is no cause of its own, only a
change of its rate is (`accountkit.finance.returns.detail`).

One-offs are what the statements name within operating income: impairments, restructuring, gains on disposals. A line that
only one of the two years has counts as none in the other.
Each contribution is the effect that the attribution gives to a factor, or the share of it that `detail` gives to a part
of the net margin. So both sides add up to the change exactly.
"""

from __future__ import annotations

from dataclasses import dataclass

from accountkit.finance.returns.attribution import Attribution, Moved
from accountkit.finance.returns.detail import NAMES as PART_NAMES
from accountkit.finance.returns.detail import detail, kept_of_a_change, weight_of
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import NAMES, named, shown, unchanged
from accountkit.i18n import N_, _, percent

IMPAIRMENTS = ("goodwill_impairment", "impairment")
ONE_OFF = N_("One-offs in operating income")
OPERATING_PARTS = ("gross", "operating_expense", "operating_cost")
"""The parts of the net margin above the operating line."""


@dataclass(frozen=True)
class Contribution:
    """One cause: its ratio at both ends (items below the operating line: share of revenue, costs negative; of tax, and
    in five factors of interest too, the burden), and its part of the change of the return."""

    key: str
    before: float
    after: float
    effect: float

    @property
    def label(self) -> str:
        """The name in the reader's language."""
        if self.key in NAMES:
            return named(self.key)
        return _({**PART_NAMES, "one_off": ONE_OFF}[self.key])

    @property
    def moved(self) -> Moved:
        """How the ratio itself moved, whatever it did to the return."""
        if unchanged(self.key if self.key in NAMES else "net_margin", self.before, self.after):
            return "unchanged"
        return "rose" if self.after > self.before else "fell"

    @property
    def ends(self) -> dict[str, str]:
        """Both values as the reader writes them, for a sentence."""
        values = {"before": self.before, "after": self.after}
        return {end: shown(self.key, v) if self.key in NAMES else percent(v) for end, v in values.items()}


@dataclass(frozen=True)
class OperationsAndRest:
    """The change of the return in two sides. `across_loss`: the sum is exact, and the parts of turnover and leverage are
    neither credit nor blame. `pure`: operating income is the reported one; otherwise it is pre-tax income plus interest,
    so that other non-operating items are part of operations."""

    operating: tuple[Contribution, ...]
    other: tuple[Contribution, ...]
    across_loss: bool
    pure: bool

    @property
    def operations(self) -> float:
        """What the operating margin and the asset turnover did to the return."""
        return sum(part.effect for part in self.operating)

    @property
    def rest(self) -> float:
        """What everything else did: one-offs, items below the operating line, tax, minorities and leverage."""
        return sum(part.effect for part in self.other)

    @property
    def non_operating(self) -> float:
        """The rest without leverage."""
        return sum(part.effect for part in self.other if part.key != "equity_multiplier")

    def part(self, key: str) -> Contribution:
        """The contribution with this key. Raises `KeyError` if there is none."""
        return {part.key: part for part in (*self.operating, *self.other)}[key]


def operations_and_rest(dupont: DuPont, attribution: Attribution) -> OperationsAndRest | None:
    """The change that `attribution` describes, as recurring operations and the rest.

    None if the statements do not tell them apart: a line is missing, or operating income is defined differently in the two
    years.
    """
    if not attribution.effects:
        return None
    first, last = dupont.year(attribution.start), dupont.year(attribution.end)
    if first.operating_income_is != last.operating_income_is:
        return None
    below = _burdens(attribution) if attribution.steps == 5 else _below_the_line(dupont, attribution)
    margin = _operating_margin(first, last, attribution, below)
    if margin is None or not below:
        return None
    margin, one_offs = _recurring(first, last, attribution, margin)
    return OperationsAndRest(
        operating=(margin, _factor(attribution, "asset_turnover")),
        other=(*one_offs, *below, _factor(attribution, "equity_multiplier")),
        across_loss=attribution.across_loss,
        pure=last.operating_income_is in ("reported", "finance_expense_deducted"),
    )


def _factor(attribution: Attribution, key: str) -> Contribution:
    move = attribution.reading[key]
    return Contribution(key, move.before, move.after, move.effect)


def _burdens(attribution: Attribution) -> tuple[Contribution, ...]:
    return tuple(_factor(attribution, key) for key in ("interest_burden", "tax_burden"))


def _below_the_line(dupont: DuPont, attribution: Attribution) -> tuple[Contribution, ...]:
    """What stands between operating income and net income, as parts of the net margin."""
    return tuple(
        Contribution(part.key, part.before, part.after, part.effect)
        for part in detail(dupont, attribution)
        if part.factor == "net_margin" and part.key not in OPERATING_PARTS
    )


def _operating_margin(
    first: DuPontYear, last: DuPontYear, attribution: Attribution, below: tuple[Contribution, ...]
) -> Contribution | None:
    """The operating margin; in three factors its effect is the net margin's less what the items below the line took."""
    if attribution.steps == 5:
        return _factor(attribution, "operating_margin")
    before, after = (margin_of("operating_income", year) for year in (first, last))
    if before is None or after is None:
        return None
    effect = attribution.effects["net_margin"] - sum(part.effect for part in below)
    return Contribution("operating_margin", before, after, effect)


def _recurring(
    first: DuPontYear, last: DuPontYear, attribution: Attribution, margin: Contribution
) -> tuple[Contribution, tuple[Contribution, ...]]:
    """The operating margin before one-offs, and the one-offs, each with its movement times what a point of margin is worth."""
    before, after = (one_offs_of(year) for year in (first, last))
    if not before and not after:
        return margin, ()
    factor = "operating_margin" if attribution.steps == 5 else "net_margin"
    after_tax = 1.0 if attribution.steps == 5 else kept_of_a_change(first, last, attribution.method)
    effect = (after - before) * after_tax * weight_of(factor, first, last, attribution)
    rest = Contribution(margin.key, margin.before - before, margin.after - after, margin.effect - effect)
    return rest, (Contribution("one_off", before, after, effect),)


def recurring_margin(year: DuPontYear) -> float | None:
    """The operating margin before one-offs; None if a line is missing."""
    margin = margin_of("operating_income", year)
    return None if margin is None else margin - one_offs_of(year)


def one_offs_of(year: DuPontYear) -> float:
    """One-offs in operating income per unit of revenue, charges negative.

    An impairment line may hold that of goodwill too, so the larger of the two counts.
    """
    v, revenue = year.inputs, year.inputs.get("revenue", 0.0)
    if revenue <= 0:
        return 0.0
    impaired = max(abs(v.get(line, 0.0)) for line in IMPAIRMENTS)
    return (v.get("disposal_gains", 0.0) - impaired - abs(v.get("restructuring", 0.0))) / revenue


def margin_of(line: str, year: DuPontYear) -> float | None:
    """A line of the income statement per unit of revenue, whichever factors the year was taken apart in; None if missing."""
    amount, revenue = year.inputs.get(line), year.inputs.get("revenue", 0.0)
    return None if amount is None or revenue <= 0 else amount / revenue

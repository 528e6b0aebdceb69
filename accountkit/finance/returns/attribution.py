"""What changed the return on equity between two years, factor by factor, and how to say it.

The effects add up to the change. Across a loss the arithmetic stays exact and stops being a verdict: at a negative
margin a falling turnover *raises* the return, so there turnover and multiplier are worded "amplified" or "damped the
loss" (rule 3 of ``dupont_roe``). Whether a driver fell is said by its own movement, never by its effect.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from accountkit.errors import NotMeaningful
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import MATERIAL, STEPS, named, product, shown, unchanged
from accountkit.finance.returns.shapley import chain, in_order, shapley
from accountkit.i18n import N_, _, day, enumerated, points

Method = Literal["shapley", "chain"]
Moved = Literal["rose", "fell", "unchanged"]
Word = Literal["raised", "lowered", "amplified", "damped", "none"]
METHOD_NAMES: dict[Method, str] = {"shapley": N_("Shapley values"), "chain": N_("chain substitution")}
SHORT_ORDER = {"margin": "net_margin", "turnover": "asset_turnover", "multiplier": "equity_multiplier"}
NO_LOSS_READING = ("asset_turnover", "equity_multiplier")
A_YEAR_APART = 380
"""Days between two year-ends that are one year apart, at most."""
UNMOVED = 5e-7
"""An effect under this is rounding: nothing that any display shows."""


@dataclass(frozen=True)
class Movement:
    """One factor between two states: `moved` is its own movement, `word` what its effect did to the return."""

    factor: str
    before: float
    after: float
    effect: float
    moved: Moved
    word: Word
    text: str


@dataclass(frozen=True)
class Attribution:
    """ΔROE from `start` to `end` by factor. `effects` is empty, with notes, where it would have no meaning."""

    start: dt.date
    end: dt.date
    method: Method
    order: tuple[str, ...]
    steps: int
    delta: float | None
    effects: dict[str, float]
    reading: dict[str, Movement]
    notes: tuple[str, ...]
    across_loss: bool = False

    @property
    def on_a_year(self) -> bool:
        """Whether it is the change on the year before; there may be years without a return between the two."""
        return (self.end - self.start).days <= A_YEAR_APART

    @property
    def rose(self) -> bool:
        """Whether the return rose; False where the change is not known."""
        return self.delta is not None and self.delta > 0


def attribution(
    dupont: DuPont,
    start: dt.date | None = None,
    end: dt.date | None = None,
    *,
    method: Method = "shapley",
    order: Sequence[str] | None = None,
) -> Attribution:
    """What changed the return between two years (default: the last two that have all figures).

    `order` is for chain substitution: factor keys, or ``margin``, ``turnover``, ``multiplier``; by default in the order
    of the formula. Raises `NotMeaningful` for a year that is not there, an order that does not name each factor once, a
    method that does not exist, and where there are not two years.
    """
    first, last = _ends(dupont, start, end)
    if method not in METHOD_NAMES:
        text = _("“{value}” is not an option. Choose one of: {choices}.")
        raise NotMeaningful(text.format(value=method, choices=enumerated(METHOD_NAMES)))
    full = in_order(STEPS[dupont.steps], _long(order))
    delta = _delta(first, last)
    if not (first.complete and last.complete):
        notes = _why_not(dupont, first, last)
        return Attribution(
            first.period_end, last.period_end, method, full, dupont.steps, delta, {}, {}, notes
        )
    effects = split(first.known, last.known, method=method, order=full)
    loss = across_loss(first, last)
    return Attribution(
        start=first.period_end,
        end=last.period_end,
        method=method,
        order=full,
        steps=dupont.steps,
        delta=delta,
        effects=effects,
        reading=movements(first.known, last.known, effects, loss=loss),
        notes=_remarks(first, last, loss),
        across_loss=loss,
    )


def split(
    before: Mapping[str, float],
    after: Mapping[str, float],
    *,
    method: Method = "shapley",
    order: Sequence[str] | None = None,
) -> dict[str, float]:
    """The change of a product of factors, shared out among them; adds up to product(after) − product(before)."""
    return shapley(product, before, after) if method == "shapley" else chain(product, before, after, order)


def across_loss(first: DuPontYear, last: DuPontYear) -> bool:
    """Whether the net margin is zero or negative at either end, so that turnover and leverage do not read as usual."""
    return min(year.inputs.get("net_income", 0.0) for year in (first, last)) <= 0


def movements(
    before: Mapping[str, float], after: Mapping[str, float], effects: Mapping[str, float], *, loss: bool
) -> dict[str, Movement]:
    """Each factor's movement in words, by factor key."""
    return {name: _movement(name, before[name], after[name], effects[name], loss) for name in effects}


def _movement(name: str, before: float, after: float, effect: float, loss: bool) -> Movement:
    change = after - before
    moved: Moved = "unchanged" if unchanged(name, before, after) else "rose" if change > 0 else "fell"
    word = _word(effect, loss and name in NO_LOSS_READING)
    said = word if word in ("raised", "lowered") and abs(effect) >= MATERIAL else "none"
    text = _(SENTENCES[moved, said if moved != "unchanged" else "none"]).format(
        factor=named(name),
        before=shown(name, before),
        after=shown(name, after),
        effect=points(effect, sign=False),
    )
    return Movement(name, before, after, effect, moved, word, text)


def _word(effect: float, at_a_loss: bool) -> Word:
    if abs(effect) < UNMOVED:
        return "none"
    if at_a_loss:
        return "damped" if effect > 0 else "amplified"
    return "raised" if effect > 0 else "lowered"


SENTENCES: dict[tuple[str, str], str] = {
    ("rose", "raised"): N_("{factor} rose from {before} to {after}, adding {effect} to ROE."),
    ("rose", "lowered"): N_("{factor} rose from {before} to {after}, lowering ROE by {effect}."),
    ("rose", "none"): N_("{factor} rose from {before} to {after}."),
    ("fell", "raised"): N_("{factor} fell from {before} to {after}, adding {effect} to ROE."),
    ("fell", "lowered"): N_("{factor} fell from {before} to {after}, lowering ROE by {effect}."),
    ("fell", "none"): N_("{factor} fell from {before} to {after}."),
    ("unchanged", "none"): N_("{factor} was unchanged at {after}."),
}
"""Across a loss an effect of turnover or leverage is neither credit nor blame: the movement alone is said."""


def _ends(dupont: DuPont, start: dt.date | None, end: dt.date | None) -> tuple[DuPontYear, DuPontYear]:
    if len(dupont.years) < 2:
        raise NotMeaningful(
            _("An attribution needs two years; years with statements: {n}. Import an earlier year.").format(
                n=len(dupont.years)
            )
        )
    last = dupont.year(end) if end else _last(dupont.years[1:])
    earlier = [year for year in dupont.years if year.period_end < last.period_end]
    first = dupont.year(start) if start else _last(earlier) if earlier else last
    if first.period_end >= last.period_end:
        raise NotMeaningful(
            _("The change cannot run from {start} to {end}. Put the earlier day first.").format(
                start=first.period_end.isoformat(), end=last.period_end.isoformat()
            )
        )
    return first, last


def _last(years: Sequence[DuPontYear]) -> DuPontYear:
    """The last complete year; the last one where none is complete."""
    return next((year for year in reversed(years) if year.complete), years[-1])


def _long(order: Sequence[str] | None) -> list[str] | None:
    return None if order is None else [SHORT_ORDER.get(name, name) for name in order]


def _delta(first: DuPontYear, last: DuPontYear) -> float | None:
    if first.return_on_equity is None or last.return_on_equity is None:
        return None
    return last.return_on_equity - first.return_on_equity


def _why_not(dupont: DuPont, first: DuPontYear, last: DuPontYear) -> tuple[str, ...]:
    notes = [
        _("{day}: {note}").format(day=day(year.period_end), note=note)
        for year in (first, last)
        for note in year.reasons
    ]
    if dupont.steps == 5 and first.return_on_equity is not None and last.return_on_equity is not None:
        notes.append(
            _("Tax and interest burden have no meaning across a loss. Use three factors for the attribution.")
        )
    return tuple(notes)


def _remarks(first: DuPontYear, last: DuPontYear, loss: bool) -> tuple[str, ...]:
    notes = []
    if loss:
        notes.append(
            _(
                "A loss is involved: margin alone explains the change; turnover and leverage are shown as movements."
            )
        )
    if "operating_margin" in first.factors and first.operating_income_is != last.operating_income_is:
        notes.append(
            _("EBIT is defined differently in the two years, so part of the change may be one of definition.")
        )
    if "distorted" in (first.status, last.status):
        notes.append(_("Equity is thin in one of the years, so small changes in it move ROE by many points."))
    return tuple(notes)

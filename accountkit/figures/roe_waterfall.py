"""What changed the return on equity between two years, as steps from the one to the other."""

from __future__ import annotations

import datetime as dt

from accountkit.figures.dupont_nodes import EFFECTS
from accountkit.figures.style import Figure, Row
from accountkit.figures.waterfall import Bar, waterfall
from accountkit.finance.returns.attribution import METHOD_NAMES, Attribution, Movement
from accountkit.finance.returns.dupont import DuPont
from accountkit.finance.returns.formulas import named, shown, within
from accountkit.i18n import _, day, listed, month, number, paragraph, percent, points


def roe_waterfall(dupont: DuPont, attribution: Attribution) -> Figure:
    """Start, one step per factor, end. Without effects only the levels that have a figure are drawn."""
    return waterfall(_bars(dupont, attribution))


def roe_waterfall_table(dupont: DuPont, attribution: Attribution) -> list[Row]:
    """Factor, before, after, effect; the last row is the sum, which is the change of the return."""
    name, effect = _("Factor"), _("Effect on return on equity")
    rows = [
        {
            name: named(move.factor),
            _("Before"): shown(move.factor, move.before),
            _("After"): shown(move.factor, move.after),
            effect: points(move.effect),
        }
        for move in attribution.reading.values()
    ]
    first, last = (dupont.year(d).return_on_equity for d in (attribution.start, attribution.end))
    total = {
        name: named("return_on_equity"),
        _("Before"): percent(first),
        _("After"): percent(last),
        effect: points(attribution.delta),
    }
    return [*rows, total]


def roe_waterfall_text(dupont: DuPont, attribution: Attribution) -> str:
    """What the steps show: the return at both ends, and the part of each factor."""
    if not attribution.effects:
        return paragraph(*attribution.notes)
    start, end = (dupont.year(when).return_on_equity for when in (attribution.start, attribution.end))
    parts = [
        _("{factor} ({part})").format(factor=within(name), part=points(effect))
        for name, effect in attribution.effects.items()
    ]
    return _("ROE from {start} to {end}: {parts}.").format(
        start=percent(start), end=percent(end), parts=listed(parts)
    )


def rule(attribution: Attribution) -> str:
    """How the change was shared out, under the figure."""
    if attribution.method == "chain":
        order = " → ".join(named(name) for name in attribution.order)
        return _("{method}, in the order {order}").format(
            method=_(METHOD_NAMES[attribution.method]), order=order
        )
    return _("{method}, independent of order").format(method=_(METHOD_NAMES[attribution.method]))


def _bars(dupont: DuPont, attribution: Attribution) -> list[Bar]:
    ends = [dupont.year(attribution.start), dupont.year(attribution.end)]
    levels = [_level(year.period_end, year.return_on_equity) for year in ends]
    steps = [_step(move) for move in attribution.reading.values()] if attribution.effects else []
    return [bar for bar in (levels[0], *steps, levels[1]) if bar]


def _level(when: dt.date, value: float | None) -> Bar | None:
    if value is None:
        return None
    hover = _("Return on equity, year to {day}: {value}").format(day=day(when), value=percent(value))
    return Bar(month(when), value, percent(value), hover)


def _step(move: Movement) -> Bar:
    text = number(move.effect * 100, 1, sign=True)
    if move.word in EFFECTS:
        return Bar(named(move.factor), move.effect, text, move.text, "neutral")
    return Bar(named(move.factor), move.effect, text, move.text, "good" if move.effect > 0 else "bad")

"""The boxes of the DuPont tree: what each ratio is worth, how it moved, and what its movement did to the return.

    return on equity ─ net margin ─┬ tax burden        (five steps)
                     │             ├ interest burden
                     │             └ operating margin
                     ├ asset turnover
                     └ equity multiplier

With three steps the third row shows what lies a level deeper (gross margin, receivables …) where the lines exist; under
the multiplier stand debt ratio, payable days and interest cover.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from accountkit.finance.findings.candidates import ratio
from accountkit.finance.returns.attribution import Attribution
from accountkit.finance.returns.detail import NAMES as DETAIL_NAMES
from accountkit.finance.returns.detail import Part, detail
from accountkit.finance.returns.drivers import SUB_RATIOS, SubRatio
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import NAMES, QUOTIENTS, STEPS, THREE, named, shown
from accountkit.finance.returns.obstacles import STATUS_NAMES
from accountkit.i18n import N_, _, other_language, paragraph, points, translated

RATIOS = ("gross", "operating_expense", "operating_cost", "tax_burden")
"""Parts whose names say that they are a share of revenue."""
Tone = Literal["bad", "good", "neutral"]
EFFECTS = {
    "amplified": N_("{effect}, at a loss"),
    "damped": N_("{effect}, at a loss"),
}


@dataclass(frozen=True)
class Node:
    """One box. `text` is the value as its reader reads it, or why there is none; `before` and `effect` may be blank.
    `before` is worded for the drawing (``from 22.2 %``), `was` is the value alone, for a table. `of_revenue`: a share of
    revenue whose name does not say so.

    `series` holds the ratio over all years, oldest first, None where it has no figure. `tone` judges the effect, by the
    wording of the attribution: what amplifies or damps a loss is neither good nor bad. `loose` says that an input is only
    approximate or assumed.
    """

    key: str
    parent: str
    level: int
    name: str
    other: str
    value: float | None
    text: str
    before: str = ""
    was: str = ""
    of_revenue: bool = False
    effect: str = ""
    tone: Tone = "neutral"
    reason: str = ""
    series: tuple[float | None, ...] = ()
    loose: bool = False
    is_ratio: bool = True


def nodes(
    dupont: DuPont, attribution: Attribution | None = None, end: dt.date | None = None
) -> tuple[Node, ...]:
    """The boxes for the year `end` (default: the attribution's, else the last), root first, parents before children."""
    if not dupont.years:
        return ()
    last = dupont.year(end or (attribution.end if attribution else dupont.years[-1].period_end))
    first = dupont.year(attribution.start) if attribution else None
    boxes = [_root(dupont, first, last, attribution)]
    boxes += [_ratio(dupont, name, first, last, attribution) for name in THREE]
    if dupont.steps == 5:
        boxes += [
            _ratio(dupont, name, first, last, attribution, parent="net_margin") for name in STEPS[5][:3]
        ]
    if attribution is not None:
        deeper = detail(dupont, attribution)
        boxes += [_part(p, attribution) for p in deeper if dupont.steps == 3 or p.factor == "asset_turnover"]
    boxes += [
        _under_leverage(r, first, last)
        for r in SUB_RATIOS.values()
        if r.driver == "multiplier" and r.value(last.inputs) is not None
    ]
    return tuple(boxes)


def _root(
    dupont: DuPont, first: DuPontYear | None, last: DuPontYear, attribution: Attribution | None
) -> Node:
    delta = attribution.delta if attribution else None
    return Node(
        key="return_on_equity",
        parent="",
        level=0,
        name=named("return_on_equity"),
        other=translated(NAMES["return_on_equity"], other_language()),
        value=last.return_on_equity,
        text=_text("return_on_equity", last.return_on_equity, last),
        before=_from("return_on_equity", first.return_on_equity if first else None),
        was=_was("return_on_equity", first.return_on_equity if first else None),
        effect="" if delta is None else points(delta),
        tone="neutral" if delta is None else _sign(delta),
        reason="" if last.return_on_equity is not None else paragraph(*last.notes),
        series=tuple(year.return_on_equity for year in dupont.years),
        loose=_is_loose(last, "return_on_equity"),
    )


def _ratio(
    dupont: DuPont,
    name: str,
    first: DuPontYear | None,
    last: DuPontYear,
    attribution: Attribution | None,
    parent: str = "return_on_equity",
) -> Node:
    value = ratio(last, name)
    effect, tone = _effect(attribution, name)
    return Node(
        key=name,
        parent=parent,
        level=1 if parent == "return_on_equity" else 2,
        name=named(name),
        other=translated(NAMES[name], other_language()),
        value=value,
        text=_text(name, value, last),
        before=_from(name, ratio(first, name) if first else None),
        was=_was(name, ratio(first, name) if first else None),
        effect=effect,
        tone=tone,
        reason="" if value is not None else paragraph(*last.notes),
        series=tuple(ratio(year, name) for year in dupont.years),
        loose=_is_loose(last, name),
    )


def _part(part: Part, attribution: Attribution) -> Node:
    """A sub-driver, as a share of revenue (the tax burden as a multiple); its effect is part of its factor's."""
    neutral = attribution.across_loss and part.factor == "asset_turnover"
    was, now = part.ends
    start = _("from {value}") if part.key == "tax_burden" else _("of revenue, from {value}")
    return Node(
        key=part.key,
        parent=part.factor,
        level=2,
        name=part.label,
        other=translated(DETAIL_NAMES[part.key], other_language()),
        value=part.after,
        text=now,
        before=start.format(value=was),
        was=was,
        of_revenue=part.key not in RATIOS,
        effect=points(part.effect),
        tone="neutral" if neutral else _sign(part.effect),
        is_ratio=False,
    )


def _under_leverage(sub: SubRatio, first: DuPontYear | None, last: DuPontYear) -> Node:
    """What stands behind the multiplier: ratios with no effect of their own."""
    before = sub.value(first.inputs) if first else None
    return Node(
        key=sub.key,
        parent="equity_multiplier",
        level=2,
        name=sub.label,
        other=translated(sub.name, other_language()),
        value=sub.value(last.inputs),
        text=sub.text(last.inputs),
        before=_("from {value}").format(value=sub.text(first.inputs)) if first and before is not None else "",
        was=sub.text(first.inputs) if first and before is not None else "",
        is_ratio=False,
    )


def _effect(attribution: Attribution | None, name: str) -> tuple[str, Tone]:
    if attribution is None or not attribution.effects:
        return "", "neutral"
    if name == "net_margin" and attribution.steps == 5:
        together = sum(attribution.effects[key] for key in STEPS[5][:3])
        return points(together), _sign(together)
    moved = attribution.reading.get(name)
    if moved is None:
        return "", "neutral"
    text = points(moved.effect)
    if moved.word in EFFECTS:
        return _(EFFECTS[moved.word]).format(effect=text), "neutral"
    return text, _sign(moved.effect)


def _sign(effect: float) -> Tone:
    return "neutral" if abs(effect) < 0.0005 else "good" if effect > 0 else "bad"


def _text(name: str, value: float | None, year: DuPontYear) -> str:
    if value is not None:
        return shown(name, value)
    return _(STATUS_NAMES[year.status if year.status in ("missing", "not_meaningful") else "missing"])


def _from(name: str, before: float | None) -> str:
    return "" if before is None else _("from {value}").format(value=shown(name, before))


def _was(name: str, before: float | None) -> str:
    return "" if before is None else shown(name, before)


def _is_loose(year: DuPontYear, name: str) -> bool:
    return bool(set(QUOTIENTS[name]) & {*year.approximate, *year.assumed})

"""The change of the return in sentences: the result, then its cause, then what ran against it.

The first sentence is the same wherever the change is told. A change under a tenth of a point is none; across a loss the
margin alone explains, and the turnover is reported without credit or blame.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from accountkit.finance.returns.attribution import A_YEAR_APART, SENTENCES, Attribution
from accountkit.finance.returns.causes import SIDES, Cause, causes, factors, main_cause, material
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import MATERIAL, named, shown, within
from accountkit.i18n import N_, _, fiscal_year, listed, paragraph, percent, points

LEVERAGE, MARGIN = "equity_multiplier", "net_margin"


def change_in_words(
    dupont: DuPont, attribution: Attribution | None, year: DuPontYear | None = None
) -> list[str]:
    """The sentences about a change; about one year alone (default: the latest) where no change is known."""
    year = dupont.year(attribution.end) if attribution else year or dupont.latest
    before = dupont.year(attribution.start) if attribution else None
    if year is None or year.return_on_equity is None:
        return []
    if attribution is None or before is None or attribution.delta is None or not attribution.effects:
        text = _("Return on equity was {after} in {year}.")
        said = [text.format(after=percent(year.return_on_equity), year=fiscal_year(year.period_end))]
    elif abs(attribution.delta) < MATERIAL - 1e-12:
        said = [_unchanged(attribution, year)]
    else:
        said = [sentence for sentence in _sentences(dupont, attribution, before, year) if sentence]
    return [paragraph(said[0], dupont.mark), *said[1:]]


def _sentences(
    dupont: DuPont, attribution: Attribution, before: DuPontYear, year: DuPontYear
) -> tuple[str, ...]:
    if attribution.across_loss:
        return _through_a_loss(attribution, before, year)
    cause, groups = main_cause(dupont, attribution), causes(dupont, attribution)
    headline = _headline(attribution, _when(before, year), cause, groups)
    told = _other_side(cause, groups)
    parts = [group for group in groups if group is not told]
    return headline, _sums(attribution, parts, cause), _masked(attribution)


def _other_side(cause: Cause | None, groups: Sequence[Cause]) -> Cause | None:
    """The side that the headline names beside its cause."""
    if cause is None or cause.key not in SIDES:
        return None
    return next((g for g in material(groups) if g.key in SIDES and g.key != cause.key), None)


def _when(before: DuPontYear, year: DuPontYear) -> dict[str, str]:
    """The year, its return, and the earlier return with its year."""
    apart = (year.period_end - before.period_end).days
    since = _("in {year}").format(year=fiscal_year(before.period_end))
    return {
        "year": fiscal_year(year.period_end),
        "after": percent(year.return_on_equity),
        "before": percent(before.return_on_equity),
        "since": _("a year earlier") if apart <= A_YEAR_APART else since,
    }


def _unchanged(attribution: Attribution, year: DuPontYear) -> str:
    values = {"year": fiscal_year(year.period_end), "after": percent(year.return_on_equity)}
    groups = () if attribution.across_loss else material(factors(attribution))
    up, down = ([g for g in groups if (g.effect > 0) == side] for side in (True, False))
    if not up or not down:
        return _("Return on equity was unchanged at {after} in {year}.").format(**values)
    one, others = (up, down) if len(up) <= len(down) else (down, up)
    text = _("Return on equity was unchanged at {after} in {year}: {up} was offset by {down}.")
    if len(one) > 1:
        text = _("Return on equity was unchanged at {after} in {year}: {up} were offset by {down}.")
    return text.format(
        **values, up=listed(list(map(_with_part, one))), down=listed(list(map(_with_part, others)))
    )


def _with_part(group: Cause) -> str:
    return _("{factor} ({part})").format(factor=group.label, part=points(group.effect))


DRIVEN = {
    True: N_(
        "Return on equity rose to {after} in {year} from {before} {since}, driven by {driver}, which rose from {x} to {y}."
    ),
    False: N_(
        "Return on equity fell to {after} in {year} from {before} {since}, mainly because {driver} fell from {x} to {y}."
    ),
}
RECOVERED = N_(
    "Return on equity recovered to {after} in {year} from {before} {since}, driven by {driver}, which rose from {x} to {y}."
)
LOSS = {
    "turned": N_("Return on equity turned negative in {year}: {after}, from {before} {since}."),
    "improved": N_("Return on equity improved to {after} in {year} from {before} {since}, still negative."),
    "worsened": N_("Return on equity worsened to {after} in {year} from {before} {since}."),
}


PLAIN = {
    True: N_("Return on equity rose to {after} in {year} from {before} {since}."),
    False: N_("Return on equity fell to {after} in {year} from {before} {since}."),
}
BACK = N_("Return on equity recovered to {after} in {year} from {before} {since}.")
"""If each factor moved by less than a sentence may name."""
BY_SIDE = {
    (True, "non_operating", False): N_(
        "Return on equity rose by {delta} to {after} in {year}, on {items}; operations cost {part}."
    ),
    (True, "non_operating", True): N_(
        "Return on equity rose by {delta} to {after} in {year}, on {items}; operations added {part}."
    ),
    (True, "non_operating", None): N_("Return on equity rose by {delta} to {after} in {year}, on {items}."),
    (True, "operations", True): N_(
        "Return on equity rose by {delta} to {after} in {year}, on operations; {items} added {part}."
    ),
    (True, "operations", False): N_(
        "Return on equity rose by {delta} to {after} in {year}, on operations; {items} cost {part}."
    ),
    (False, "non_operating", True): N_(
        "Return on equity fell by {delta} to {after} in {year}, on {items}; operations added {part}."
    ),
    (False, "non_operating", False): N_(
        "Return on equity fell by {delta} to {after} in {year}, on {items}; operations cost {part}."
    ),
    (False, "non_operating", None): N_("Return on equity fell by {delta} to {after} in {year}, on {items}."),
    (False, "operations", False): N_(
        "Return on equity fell by {delta} to {after} in {year}, on operations; {items} cost {part}."
    ),
    (False, "operations", True): N_(
        "Return on equity fell by {delta} to {after} in {year}, on operations; {items} added {part}."
    ),
}
"""By whether the return rose, which side moved it, and whether the other side added to it (None: it did not move it)."""


def _headline(
    attribution: Attribution, when: Mapping[str, str], cause: Cause | None, groups: Sequence[Cause]
) -> str:
    if cause is None:
        return _(PLAIN[attribution.rose]).format(**when)
    if cause.key not in SIDES:
        return _(DRIVEN[attribution.rose]).format(**when, driver=cause.label, **_ends(attribution, cause.key))
    other = _other_side(cause, groups)
    text = _(BY_SIDE[attribution.rose, cause.key, other.effect > 0 if other else None])
    items = next((group.label for group in groups if group.key == "non_operating"), "")
    return text.format(
        **when,
        items=items,
        delta=points(attribution.delta, sign=False),
        part=points(other.effect if other else 0.0, sign=False),
    )


def _ends(attribution: Attribution, factor: str) -> dict[str, str]:
    move = attribution.reading[factor]
    return {"x": shown(factor, move.before), "y": shown(factor, move.after)}


def _through_a_loss(attribution: Attribution, before: DuPontYear, year: DuPontYear) -> tuple[str, ...]:
    """From, into or inside a loss: the margin explains, and nothing else does.

    The turnover is reported if it moved; leverage too if the margin moved against the return.
    """
    when, margin = _when(before, year), attribution.reading[MARGIN]
    lost, loses = (end.ratios["return_on_equity"] < 0 for end in (before, year))
    against = (margin.after > margin.before) != attribution.rose
    more = [_moved(attribution, name) for name in ("asset_turnover", *([LEVERAGE] if against else []))]
    if not loses:
        if margin.moved == "unchanged":
            return _(BACK if lost else PLAIN[attribution.rose]).format(**when), *more
        text = _(RECOVERED) if lost else _(DRIVEN[attribution.rose])
        return text.format(**when, driver=within(MARGIN), **_ends(attribution, MARGIN)), *more
    case = "turned" if not lost else "improved" if attribution.rose else "worsened"
    return _(LOSS[case]).format(**when), _moved(attribution, MARGIN), *more


def _moved(attribution: Attribution, factor: str) -> str:
    """The movement alone: across a loss an effect next to it would not add up to the change. Empty if there is none."""
    move = attribution.reading[factor]
    if move.moved == "unchanged" and factor != MARGIN:
        return ""
    return _(SENTENCES[move.moved, "none"]).format(
        factor=named(factor), before=shown(factor, move.before), after=shown(factor, move.after)
    )


def _sums(attribution: Attribution, parts: Sequence[Cause], cause: Cause | None) -> str:
    """What moved the return and what ran against it, each as one sum; what leverage hid of a fall has its own sentence.

    Empty if nothing ran against the change and the headline says all.
    """
    way = 1 if attribution.rose else -1
    named_parts = material(parts)
    for_it = [part for part in named_parts if part.effect * way > 0]
    against = [part for part in named_parts if part.effect * way < 0]
    masked = [part for part in against if part.key == LEVERAGE and _masked(attribution)]
    offsets = [part for part in against if part not in masked]
    by_side = cause is not None and cause.key in SIDES
    if not for_it or not (against or by_side):
        return ""
    values = {"driver": _start(for_it), "part": _sum(for_it)}
    if not offsets:
        text = _("{driver} added {part}.") if way > 0 else _("{driver} took off {part}.")
        return text.format(**values)
    text = (
        _("{driver} added {part}; {offsets} took back {rest}.")
        if way > 0
        else _("{driver} took off {part}; {offsets} added back {rest}.")
    )
    return text.format(**values, offsets=listed([part.label for part in offsets]), rest=_sum(offsets))


def _start(parts: Sequence[Cause]) -> str:
    """The names at the beginning of a sentence."""
    text = listed([part.label for part in parts])
    text = text.removeprefix("the ") if len(parts) == 1 else text
    return text[:1].upper() + text[1:]


def _sum(parts: Sequence[Cause]) -> str:
    return points(sum(part.effect for part in parts), sign=False)


def _masked(attribution: Attribution) -> str:
    hidden = attribution.effects.get(LEVERAGE, 0.0)
    if attribution.rose or hidden < MATERIAL or attribution.reading[LEVERAGE].moved == "unchanged":
        return ""
    return _("Higher leverage masked {part} of the decline.").format(part=points(hidden, sign=False))

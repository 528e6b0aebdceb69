"""The change of the return in sentences: the result, then its cause, then what ran against it.

The first sentence is the same wherever the change is told. A change under a tenth of a point is none; across a loss the
margin alone explains, and the turnover is reported without credit or blame.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.finance.returns.attribution import NO_LOSS_READING, SENTENCES, Attribution
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import MATERIAL, named, shown, within
from accountkit.finance.returns.operations import operations_and_rest
from accountkit.i18n import N_, _, fiscal_year, listed, percent, points

LEVERAGE = "equity_multiplier"
A_YEAR_APART = 380
"""Days between two year-ends that are one year apart, at most."""


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
        return [text.format(after=percent(year.return_on_equity), year=fiscal_year(year.period_end))]
    if abs(attribution.delta) < MATERIAL - 1e-12:
        return [_unchanged(attribution, year)]
    return [sentence for sentence in _sentences(dupont, attribution, before, year) if sentence]


def _sentences(
    dupont: DuPont, attribution: Attribution, before: DuPontYear, year: DuPontYear
) -> tuple[str, ...]:
    if attribution.across_loss:
        return (*_through_a_loss(attribution, before, year), _turnover(attribution))
    driver = leading_factor(attribution)
    return (
        _by_operations(dupont, attribution, year) or _driven(attribution, before, year, driver),
        _offsets(attribution, driver),
        _masked(attribution),
    )


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
    up = max(attribution.effects, key=lambda name: attribution.effects[name])
    down = min(attribution.effects, key=lambda name: attribution.effects[name])
    if attribution.across_loss or min(attribution.effects[up], -attribution.effects[down]) < MATERIAL:
        return _("Return on equity was unchanged at {after} in {year}.").format(**values)
    text = _("Return on equity was unchanged at {after} in {year}: {up} was offset by {down}.")
    return text.format(**values, up=_with_part(attribution, up), down=_with_part(attribution, down))


def _with_part(attribution: Attribution, name: str) -> str:
    return _("{factor} ({part})").format(factor=within(name), part=points(attribution.effects[name]))


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


def _driven(attribution: Attribution, before: DuPontYear, year: DuPontYear, driver: str) -> str:
    return _(DRIVEN[attribution.rose]).format(
        **_when(before, year), driver=within(driver), **_ends(attribution, driver)
    )


def _ends(attribution: Attribution, factor: str) -> dict[str, str]:
    move = attribution.reading[factor]
    return {"x": shown(factor, move.before), "y": shown(factor, move.after)}


def leading_factor(attribution: Attribution) -> str:
    """The factor that moved the return most in the direction in which it went; across a loss one of the margin's."""
    way = 1 if attribution.rose else -1
    effects = {
        name: effect
        for name, effect in attribution.effects.items()
        if not (attribution.across_loss and name in NO_LOSS_READING)
    }
    return max(effects, key=lambda name: effects[name] * way)


def _through_a_loss(attribution: Attribution, before: DuPontYear, year: DuPontYear) -> tuple[str, ...]:
    """From, into or inside a loss: the margin explains, and nothing else does."""
    driver, when = leading_factor(attribution), _when(before, year)
    lost, loses = (end.ratios["return_on_equity"] < 0 for end in (before, year))
    if not loses:
        text = _(RECOVERED) if lost else _(DRIVEN[attribution.rose])
        return (text.format(**when, driver=within(driver), **_ends(attribution, driver)),)
    case = "turned" if not lost else "improved" if attribution.rose else "worsened"
    return _(LOSS[case]).format(**when), _moved(attribution, driver)


def _turnover(attribution: Attribution) -> str:
    unmoved = attribution.reading["asset_turnover"].moved == "unchanged"
    return "" if unmoved else _moved(attribution, "asset_turnover")


def _moved(attribution: Attribution, factor: str) -> str:
    """The movement alone: across a loss an effect next to it would not add up to the change."""
    move = attribution.reading[factor]
    return _(SENTENCES[move.moved, "none"]).format(
        factor=named(factor), before=shown(factor, move.before), after=shown(factor, move.after)
    )


def _offsets(attribution: Attribution, driver: str) -> str:
    """What the largest part was and what ran against it; what leverage hid of a fall has its own sentence."""
    way = 1 if attribution.rose else -1
    against = {
        name: effect
        for name, effect in attribution.effects.items()
        if effect * way <= -MATERIAL and not (way < 0 and name == LEVERAGE)
    }
    if not against:
        return ""
    text = (
        _("{driver} added {part}; {offsets} took back {rest}.")
        if way > 0
        else _("{driver} took off {part}; {offsets} added back {rest}.")
    )
    return text.format(
        driver=named(driver),
        part=points(attribution.effects[driver], sign=False),
        offsets=listed([within(name) for name in against]),
        rest=points(sum(against.values()), sign=False),
    )


def _masked(attribution: Attribution) -> str:
    hidden = attribution.effects.get(LEVERAGE, 0.0)
    if attribution.rose or hidden < MATERIAL or attribution.reading[LEVERAGE].moved == "unchanged":
        return ""
    return _("Higher leverage masked {part} of the decline.").format(part=points(hidden, sign=False))


AGAINST_OPERATIONS = {
    (True, "rest"): N_(
        "Return on equity rose by {delta} to {after} in {year}, on non-operating items; operations cost {part}."
    ),
    (True, "operations"): N_(
        "Return on equity rose by {delta} to {after} in {year}, on operations; non-operating items cost {part}."
    ),
    (False, "rest"): N_(
        "Return on equity fell by {delta} to {after} in {year}, on non-operating items; operations added {part}."
    ),
    (False, "operations"): N_(
        "Return on equity fell by {delta} to {after} in {year}, on operations; non-operating items added {part}."
    ),
}


def _by_operations(dupont: DuPont, attribution: Attribution, year: DuPontYear) -> str:
    """The sentence if operations and what lies below the operating line drew in different directions."""
    split = operations_and_rest(dupont, attribution)
    operations, rest = (split.operations, split.non_operating) if split else (0.0, 0.0)
    leverage = attribution.effects[LEVERAGE] * (1 if attribution.rose else -1)
    if min(abs(operations), abs(rest)) < MATERIAL or operations * rest > 0:
        return ""
    cause = "operations" if (operations > 0) == attribution.rose else "rest"
    amounts: Mapping[str, float] = {"operations": operations, "rest": rest}
    if abs(amounts[cause]) < leverage:
        return ""
    other = "rest" if cause == "operations" else "operations"
    return _(AGAINST_OPERATIONS[attribution.rose, cause]).format(
        year=fiscal_year(year.period_end),
        delta=points(attribution.delta, sign=False),
        after=percent(year.return_on_equity),
        part=points(amounts[other], sign=False),
    )

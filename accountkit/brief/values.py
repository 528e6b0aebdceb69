"""What an answer would be worth, in the words of a table: what it changes, what it costs, the range of its result.

Each lever is worked out alone, in one steady year after the last one with a return (`finance.scenario`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from accountkit.brief.story import Story
from accountkit.errors import AccountkitError
from accountkit.finance.levers import KINDS
from accountkit.finance.scenario import CASES, Scenario, scenario
from accountkit.frameworks.labels import label
from accountkit.i18n import _, money, number, percent, points
from accountkit.model import Lever, Span


@dataclass(frozen=True)
class Value:
    """One lever as a reader reads it; an en dash where there is no figure. `note` says why there is none."""

    change: str
    costs: str
    profit: str
    points: str
    note: str = ""


def value_of(story: Story, key: str) -> Value:
    """The lever's inputs and the range of its result, low to high."""
    lever = story.account.levers[key]
    worked = worked_out(story, key)
    change, costs = _change(story, lever), _costs(story, lever)
    if worked is None:
        return Value(change, costs, "–", "–", _("There is no year with a return to start from."))
    if key in worked.skipped:
        return Value(change, costs, "–", "–", worked.skipped[key])
    outcomes = [worked.cases[case] for case in CASES]
    profit = _ranged([outcome.profit for outcome in outcomes], lambda value: money(value, worked.currency))
    return Value(change, costs, profit, _ranged([outcome.delta for outcome in outcomes], points))


def worked_out(story: Story, key: str) -> Scenario | None:
    """The lever alone; None where the statements have no year to start from."""
    if story.dupont is None:
        return None
    try:
        return scenario(story.dupont, {key: story.account.levers[key]})
    except AccountkitError:
        return None


def _change(story: Story, lever: Lever) -> str:
    """What changes by how much, on which share of the business, when, and where freed cash goes."""
    kind = KINDS.get(lever.kind)
    amount = _amount(story, kind.unit if kind else "")
    parts = [
        _("{what}: {range}").format(
            what=kind.label if kind else lever.kind, range=_span(lever.change, amount)
        )
    ]
    if lever.share < 1:
        parts.append(_("on {share} of the business").format(share=percent(lever.share, 0)))
    if lever.ramp_years:
        parts.append(
            _("in full after {n} years").format(
                n=number(lever.ramp_years, 0 if lever.ramp_years == int(lever.ramp_years) else 1)
            )
        )
    if kind and kind.driver == "turnover":
        parts.append(_("cash freed: {use}").format(use=label("use_of_cash", lever.use_of_cash)))
    return _("; ").join(parts)


def _amount(story: Story, unit: str) -> Callable[[float], str]:
    if unit == "money":
        return lambda value: money(value, story.account.currency)
    return lambda value: number(value, 1 if abs(value * 10 - round(value * 10)) < 1e-9 else 2)


def _costs(story: Story, lever: Lever) -> str:
    def amount(value: float) -> str:
        return money(value, story.account.currency)

    parts = []
    if lever.one_off.base is not None or lever.one_off.low is not None:
        parts.append(_("{amount} once").format(amount=_span(lever.one_off, amount)))
    if lever.running_cost.base is not None or lever.running_cost.low is not None:
        parts.append(_("{amount} a year").format(amount=_span(lever.running_cost, amount)))
    return _("; ").join(parts) or _("not estimated")


def _span(span: Span, written: Callable[[float], str]) -> str:
    return _ranged([span.low, span.base, span.high], written)


def _ranged(values: list[float | None], written: Callable[[float], str]) -> str:
    """``base (low to high)``; one value where all are the same or only one is known."""
    known = [value for value in values if value is not None]
    if not known:
        return "–"
    texts = list(dict.fromkeys(written(value) for value in known))
    if len(texts) == 1:
        return texts[0]
    if len(known) == 3 and values[1] is not None:
        return _("{base} ({low} to {high})").format(
            low=written(values[0]), high=written(values[2]), base=written(values[1])
        )
    return _("{low} to {high}").format(low=texts[0], high=texts[-1])

"""What an answer would be worth, in the words of a table: what it changes, what it costs, the range of its result.

Each lever is worked out alone, in one steady year after the last one with a return (`finance.scenario`).
"""

from __future__ import annotations

from dataclasses import dataclass

from accountkit.brief.story import Story
from accountkit.errors import AccountkitError
from accountkit.finance.levers.kinds import KINDS
from accountkit.finance.levers.scenario import CASES, Scenario, scenario
from accountkit.finance.levers.spans import amounts, changed, two_currencies
from accountkit.i18n import ESTIMATE, _, clauses, entered, money_range, percent, points_range
from accountkit.methods.labels import label
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
    worked, like = worked_out(story, key), scale(story)
    change, costs = _change(story, lever), _costs(story, lever, like)
    if worked is None:
        return Value(change, costs, "–", "–", _unworked(story))
    if key in worked.skipped:
        return Value(change, costs, "–", "–", worked.skipped[key])
    low, base, high = (worked.cases[case] for case in CASES)
    profit = money_range(low.profit, base.profit, high.profit, worked.currency, ESTIMATE, like=like)
    if low.delta is None or base.delta is None or high.delta is None:
        return Value(change, costs, profit, "–")
    return Value(change, costs, profit, points_range(low.delta, base.delta, high.delta))


def _unworked(story: Story) -> str:
    account = story.account
    internal = two_currencies(account.statement_currency, account.currency)
    if not internal:
        return _("No year has an ROE to start from.")
    return story.worded(
        internal,
        _("The figures are in {theirs}, the amounts in {own}.").format(
            theirs=account.statement_currency, own=account.currency
        ),
    )


def worked_out(story: Story, key: str) -> Scenario | None:
    """The lever alone; None where the statements have no year to start from."""
    if story.dupont is None:
        return None
    try:
        return scenario(story.dupont, {key: story.account.levers[key]}, currency=story.account.currency)
    except AccountkitError:
        return None


def _change(story: Story, lever: Lever) -> str:
    """What changes by how much, on which share of the business, when, and where freed cash goes."""
    kind = KINDS.get(lever.kind)
    parts = [changed(lever, story.account.currency)]
    if lever.share < 1:
        parts.append(_("{share} of the business").format(share=percent(lever.share, 0)))
    if lever.ramp_years:
        text = _("full effect after {n} year") if lever.ramp_years == 1 else _("full effect after {n} years")
        parts.append(text.format(n=entered(lever.ramp_years)))
    if kind and kind.driver == "turnover":
        parts.append(_("use of freed cash: {use}").format(use=label("use_of_cash", lever.use_of_cash)))
    return clauses(parts)


def in_order(story: Story) -> list[str]:
    """The keys of the levers in the order that their author gave them."""
    return sorted(story.account.levers, key=lambda key: story.account.levers[key].order)


def told_first(story: Story) -> str | None:
    """The lever whose gain the first page tells: the first that can be worked out."""
    for key in in_order(story):
        worked = worked_out(story, key)
        if worked is not None and key not in worked.skipped:
            return key
    return None


def scale(story: Story) -> float | None:
    """The gain that the first page tells: all estimates of a document are on its scale."""
    key = told_first(story)
    worked = worked_out(story, key) if key else None
    return worked.cases["base"].profit if worked else None


def _costs(story: Story, lever: Lever, like: float | None) -> str:
    currency = story.account.currency
    parts = []
    if _known(lever.one_off):
        parts.append(_("{amount} once").format(amount=amounts(lever.one_off, currency, like)))
    if _known(lever.running_cost):
        parts.append(_("{amount} a year").format(amount=amounts(lever.running_cost, currency, like)))
    return clauses(parts) or _("not estimated")


def _known(span: Span) -> bool:
    return span.base is not None or span.low is not None

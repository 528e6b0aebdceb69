"""The distance to the peers, shared out among the factors, as steps from the target's return to the customer's."""

from __future__ import annotations

from accountkit.figures.style import Figure, Row
from accountkit.figures.waterfall import Bar, waterfall
from accountkit.finance.peers.comparison import Comparison
from accountkit.finance.peers.gap import Gap
from accountkit.finance.returns.attribution import NO_LOSS_READING
from accountkit.finance.returns.formulas import named, shown
from accountkit.i18n import ESTIMATE, _, money, number, percent, points


def peer_gap_waterfall(gap: Gap, comparison: Comparison, own_name: str) -> Figure:
    """The target's return, one step per factor, the customer's return.

    At a loss of the customer turnover and leverage are hatched: their steps are neither better nor worse.
    """
    own, loss = comparison.own, (comparison.own.return_on_equity or 0.0) <= 0
    start, end = gap.target_return, gap.target_return + gap.delta
    steps = [_step(name, own.known[name], effect, gap, loss) for name, effect in gap.effects.items()]
    return waterfall([_level(_short(gap), start), *steps, _level(own_name, end)])


def peer_gap_waterfall_table(gap: Gap, comparison: Comparison) -> list[Row]:
    """Factor, the customer's value, the peers' median where there is one, the part of the distance, and its worth a year."""
    medians = comparison.medians or {}
    return [
        {
            _("Factor"): named(name),
            _("Customer"): shown(name, comparison.own.factors[name]),
            _("Peer median"): shown(name, medians.get(name)),
            _("Share of the gap"): points(effect),
            _("Annual value of closing it"): money(gap.worth_by.get(name), gap.currency, ESTIMATE),
        }
        for name, effect in gap.effects.items()
    ]


def _short(gap: Gap) -> str:
    names = {"median": _("Peer median"), "best_quartile": _("Top quartile")}
    return names.get(gap.target, gap.label)


def _level(name: str, value: float) -> Bar:
    hover = _("Return on equity of {name}: {value}").format(name=name, value=percent(value))
    return Bar(name, value, percent(value), hover)


def _step(name: str, own: float, effect: float, gap: Gap, loss: bool) -> Bar:
    text = _("{factor}: {own}; effect on the gap to {target}: {effect}.")
    hover = text.format(factor=named(name), own=shown(name, own), effect=points(effect), target=gap.label)
    neutral = loss and name in NO_LOSS_READING
    return Bar(
        named(name),
        effect,
        number(effect * 100, 1, sign=True),
        hover,
        "neutral" if neutral else "good" if effect > 0 else "bad",
    )

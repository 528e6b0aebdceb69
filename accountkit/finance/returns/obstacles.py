"""What stands between the figures and a ratio that means something.

The guards of rule 3 of ``dupont_roe``, and the analyst's list: equity at or under zero on any balance used, revenue at or
under zero, burdens on losses, a multiplier under 1, a missing part; equity under 5 % of assets is *distorted*.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from accountkit.finance.returns.formulas import QUOTIENTS, STEPS
from accountkit.finance.statements.lines import within
from accountkit.i18n import N_, _, listed, percent

Status = Literal["meaningful", "distorted", "not_meaningful", "missing"]
THIN_EQUITY = 0.05
"""Equity under this share of assets makes the return and the multiplier mostly a matter of the denominator."""
BALANCES = ("", "_opening", "_closing")
ROUNDING = 1e-9

STATUS_NAMES = {
    "meaningful": N_("valid"),
    "distorted": N_("distorted"),
    "not_meaningful": N_("not meaningful"),
    "missing": N_("no data"),
}


@dataclass(frozen=True)
class Obstacle:
    """Why the ratios in `blocks` have no figure, or (`distorted`, blocking none) are to be read with care."""

    status: Status
    blocks: frozenset[str]
    text: str


def obstacles(values: Mapping[str, float], steps: int, *, opening: str | None) -> list[Obstacle]:
    """All that stands in the way, for the lines used: flows and, for stocks, the balance used with its two ends.

    `opening` says why there is no opening balance where an average is wanted; None where there is one or none is needed.
    """
    found = [
        _no_opening(opening),
        *_missing(values, steps, opening is not None),
        _no_revenue(values),
        _no_assets(values),
        _no_equity(values),
        _upside_down(values),
        *_losses(values, steps),
        _thin(values),
    ]
    return [obstacle for obstacle in found if obstacle]


def status_of(found: list[Obstacle]) -> Status:
    """The gravest of them: not meaningful before missing before distorted."""
    present = {obstacle.status for obstacle in found}
    order: tuple[Status, ...] = ("not_meaningful", "missing", "distorted")
    return next((status for status in order if status in present), "meaningful")


def _no_opening(reason: str | None) -> Obstacle | None:
    if reason is None:
        return None
    return Obstacle("missing", frozenset({"asset_turnover", "equity_multiplier", "return_on_equity"}), reason)


def _missing(values: Mapping[str, float], steps: int, no_opening: bool) -> list[Obstacle]:
    stocks = {"total_assets", "equity"} if no_opening else set()
    wanted = (*STEPS[steps], "return_on_equity")
    absent = [k for k in _in_use(wanted) if k not in values and k not in stocks]
    blocked = frozenset(name for name in wanted if set(QUOTIENTS[name]) & set(absent))
    if not absent:
        return []
    named = [_at_opening(k) if k + "_closing" in values else within(k) for k in absent]
    return [Obstacle("missing", blocked, _("Missing: {lines}.").format(lines=listed(named)))]


def _at_opening(key: str) -> str:
    return _("opening {line}").format(line=within(key))


def _in_use(wanted: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(key for name in wanted for key in QUOTIENTS[name]))


def _no_revenue(values: Mapping[str, float]) -> Obstacle | None:
    if values.get("revenue", 1.0) > 0:
        return None
    blocks = frozenset({"net_margin", "operating_margin", "asset_turnover"})
    return Obstacle(
        "not_meaningful", blocks, _("Revenue is zero or negative, so margin and turnover have no meaning.")
    )


def _lowest(values: Mapping[str, float], line: str) -> tuple[str, float] | None:
    """The first balance of a line that is at or under zero, with the end it stands at."""
    for end in BALANCES[1:] + BALANCES[:1]:
        if values.get(line + end, 1.0) <= 0:
            return end, values[line + end]
    return None


def _no_assets(values: Mapping[str, float]) -> Obstacle | None:
    if _lowest(values, "total_assets") is None:
        return None
    blocks = frozenset({"asset_turnover", "equity_multiplier"})
    return Obstacle(
        "not_meaningful",
        blocks,
        _(
            "Total assets are zero or negative, so turnover and leverage have no meaning. Check the statement."
        ),
    )


NO_EQUITY = {
    "_opening": N_("Opening equity is zero or negative, so ROE has no meaning. Compare margin and turnover."),
    "_closing": N_("Closing equity is zero or negative, so ROE has no meaning. Compare margin and turnover."),
    "": N_("Equity is zero or negative, so ROE has no meaning. Compare margin and turnover."),
}


def _no_equity(values: Mapping[str, float]) -> Obstacle | None:
    lowest = _lowest(values, "equity")
    if lowest is None:
        return None
    return Obstacle(
        "not_meaningful", frozenset({"equity_multiplier", "return_on_equity"}), _(NO_EQUITY[lowest[0]])
    )


def _upside_down(values: Mapping[str, float]) -> Obstacle | None:
    for end in BALANCES:
        assets, equity = values.get("total_assets" + end), values.get("equity" + end)
        if assets and equity and 0 < assets < equity * (1 - ROUNDING):
            text = _("Equity exceeds total assets, so ROE has no meaning. Check the units.")
            return Obstacle("not_meaningful", frozenset({"equity_multiplier", "return_on_equity"}), text)
    return None


def _losses(values: Mapping[str, float], steps: int) -> list[Obstacle]:
    """A burden is the share of a profit that is kept: on a loss there is no profit to keep a share of."""
    if steps != 5:
        return []
    return [
        Obstacle("not_meaningful", frozenset({name}), text)
        for name, text in (
            ("tax_burden", _("Tax burden has no meaning on a loss.")),
            ("interest_burden", _("Interest burden has no meaning on a loss.")),
        )
        if min(values.get(key, 1.0) for key in QUOTIENTS[name]) <= 0
    ]


THIN = {
    "_opening": N_(
        "Opening equity is only {share} of assets, so ROE is distorted and is not used in medians and estimates."
    ),
    "_closing": N_(
        "Closing equity is only {share} of assets, so ROE is distorted and is not used in medians and estimates."
    ),
    "": N_("Equity is only {share} of assets, so ROE is distorted and is not used in medians and estimates."),
}


def _thin(values: Mapping[str, float]) -> Obstacle | None:
    shares = {
        end: values["equity" + end] / values["total_assets" + end]
        for end in BALANCES[1:] + BALANCES[:1]
        if values.get("total_assets" + end, 0.0) > 0 and "equity" + end in values
    }
    if not shares or not 0 < min(shares.values()) < THIN_EQUITY:
        return None
    end = min(shares, key=lambda one: shares[one])
    return Obstacle("distorted", frozenset(), _(THIN[end]).format(share=percent(shares[end])))

"""What leverage does to the return: never a target, and a warning only if it is high for the kind of business and costs
interest.

High is 1.5 times the median of comparable peers, without peers four units of assets on one of equity. Interest is a burden if
it takes a fifth of operating income. Deposits are not borrowing: where money is lent or insured, interest is the price of what
is sold, and leverage is the business; only peers can tell whether it is high, and rates are no warning.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.finance.returns.attribution import SENTENCES, Attribution
from accountkit.finance.returns.dupont import DuPontYear
from accountkit.finance.returns.formulas import named, shown
from accountkit.finance.statements.business import kind_of
from accountkit.i18n import _

MULTIPLIER = "equity_multiplier"
HIGH_MULTIPLIER = 4.0
"""Four units of assets on one of equity: a fall of assets by a quarter takes all of it."""
ABOVE_PEERS = 1.5
LENDERS_TURNOVER = 0.15
BURDEN = 0.2
"""A fifth of operating income: interest cover of five."""


def fragile(attribution: Attribution | None, year: DuPontYear, peer_medians: Mapping[str, float]) -> str:
    """The sentence on leverage of a year; empty if the multiplier is not known."""
    multiplier = year.factors[MULTIPLIER]
    if multiplier is None:
        return ""
    move = attribution.reading.get(MULTIPLIER) if attribution else None
    if year.status == "distorted":
        text = _("Equity is thin (multiplier {m}), so ROE is distorted: compare margin and turnover.")
    elif highly_leveraged(year, peer_medians):
        text = _("Highly leveraged: assets are {m} times equity, so a bad year would hit returns hard.")
    elif move is None:
        text = _("Assets are {m} times equity.")
    elif attribution and attribution.across_loss:
        text = _(SENTENCES[move.moved, "none"])
    elif move.moved != "rose":
        text = _("Leverage ({m}×) did not add to the return.")
    elif burdened(year):
        text = _("Leverage rose to {m}×, so returns depend more on interest rates.")
    elif _no_net_debt(year):
        text = _("Leverage rose to {m}×, without net debt.")
    else:
        text = _("Leverage rose to {m}×.")
    before = shown(MULTIPLIER, move.before if move else multiplier)
    now = shown(MULTIPLIER, multiplier)
    return text.format(m=now, factor=named(MULTIPLIER), before=before, after=now)


def highly_leveraged(year: DuPontYear, peer_medians: Mapping[str, float]) -> bool:
    """Whether the multiplier is high for the kind of business and interest a burden: the one mark of sentence and problem."""
    multiplier, median = year.factors[MULTIPLIER], peer_medians.get(MULTIPLIER)
    high = HIGH_MULTIPLIER if median is None else ABOVE_PEERS * median
    return multiplier is not None and multiplier >= high and burdened(year)


def burdened(year: DuPontYear) -> bool:
    """Whether interest on borrowing takes a fifth of operating income or more, as far as the statements tell."""
    v = year.inputs
    interest = v.get("interest_expense", v.get("finance_expense", 0.0))
    if _lends(year) or interest <= 0 or "operating_income" not in v:
        return False
    return interest >= BURDEN * v["operating_income"]


def _lends(year: DuPontYear) -> bool:
    """Whether the business lends or insures: its lines say so, or it sells less than a seventh of its assets in a year and
    is no owner of real estate, who borrows as others do."""
    kind, turnover = kind_of(year.inputs), year.factors["asset_turnover"]
    if kind != "other":
        return kind != "real_estate"
    return turnover is not None and turnover < LENDERS_TURNOVER


def _no_net_debt(year: DuPontYear) -> bool:
    """Whether debt is known and does not exceed cash and short-term investments."""
    v = year.inputs
    cash = v.get("cash", 0.0) + v.get("short_term_investments", 0.0)
    return "total_debt" in v and v["total_debt"] <= cash

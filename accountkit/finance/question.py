"""The question to ask about a driver that fell behind: about the deepest line of it that the figures show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from accountkit.finance.candidates import PART, ROUNDING
from accountkit.finance.detail import Part
from accountkit.i18n import N_, _, day

QUESTIONS = {
    "gross": N_("Where did the gross margin go: price, purchase cost, or the mix of what is sold?"),
    "operating_expense": N_(
        "Which expenses of the year to {day} will not come back, and which are still running?"
    ),
    "operating_cost": N_("Which costs of the year to {day} will not come back, and which are still running?"),
    "interest": N_("How much of the interest and of the other items will fall away by itself, and when?"),
    "tax": N_("What made the tax (or the share of minority owners) heavier, and will it stay?"),
    "receivables": N_(
        "Which customers pay later than a year ago, and what would get the invoice out earlier?"
    ),
    "inventory": N_("Which stock has been lying longest, and who decides when to reorder?"),
    "fixed_assets": N_("Which sites or machines stand idle, and for how many hours a week?"),
    "other_assets": N_("Which assets grew faster than sales, and what were they bought for?"),
    "net_margin": N_("Which costs of the year to {day} will not come back, and which are still running?"),
    "asset_turnover": N_("What has been standing longer than a year ago: stock, unpaid invoices, or sites?"),
    "none": N_("What would have to be true for next year's return to be better than this one?"),
}

MARGINS = ("net_margin", "operating_margin")


def question(factor: str | None, fell: bool, parts: Sequence[Part], period_end: dt.date) -> str:
    """What to ask about a factor (``net_margin``, ``asset_turnover``; None: nothing fell behind).

    Where the factor took points off the return (`fell`), the question is about the part of it that took most, at least
    half a point; `parts` are those of `accountkit.finance.detail`.
    """
    own = MARGINS if factor == "net_margin" else (factor,)
    deeper = [part for part in parts if fell and part.factor in own and part.effect <= PART + ROUNDING]
    key = min(deeper, key=lambda part: part.effect).key if deeper else factor or "none"
    return _(QUESTIONS[key]).format(day=day(period_end))

"""The question to ask about a driver that fell behind: about the deepest line of it that the figures show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from accountkit.finance.findings import kinds_of_business as kinds
from accountkit.finance.findings.candidates import PART, ROUNDING
from accountkit.finance.returns.detail import ASSETS, Part
from accountkit.finance.returns.operations import OPERATING_PARTS
from accountkit.finance.statements.business import Kind
from accountkit.i18n import N_, _, fiscal_year

QUESTIONS = {
    "gross": N_("What drove gross margin down: prices, purchase costs or mix?"),
    "operating_expense": N_("Which costs in {year} were one-off, and which will recur?"),
    "operating_cost": N_("Which costs in {year} were one-off, and which will recur?"),
    "receivables": N_(
        "Which of your customers pay later than a year ago, and what would speed up invoicing?"
    ),
    "inventory": N_("Which inventory is oldest, and who decides when to reorder?"),
    "fixed_assets": N_("Which sites or equipment are idle, and for how many hours a week?"),
    "loans": N_("Which assets grew faster than sales, and why were they bought?"),
    "investment_property": N_("Which sites or equipment are idle, and for how many hours a week?"),
    "other_assets": N_("Which assets grew faster than sales, and why were they bought?"),
    "net_margin": N_("Which costs in {year} were one-off, and which will recur?"),
    "asset_turnover": N_("What slowed down since last year: inventory, receivables or the use of sites?"),
    "none": N_("What would it take to improve ROE next year?"),
}


def question(key: str, period_end: dt.date, kind: Kind = "other") -> str:
    """The question of that key, in words, for a kind of business."""
    text = kinds.QUESTIONS.get(kind, QUESTIONS).get(key) or QUESTIONS[key]
    return _(text).format(year=fiscal_year(period_end))


def question_key(factor: str | None, fell: bool, parts: Sequence[Part]) -> str:
    """What to ask about a factor (``net_margin``, ``asset_turnover``; None: nothing fell behind), as a key.

    Where the factor took points off the return (`fell`), the question is about the part of it that took most, at least
    half a point; `parts` are those of `accountkit.finance.returns.detail`. Tax and other items below the operating line
    are not asked about: they are not the customer's operations.
    """
    own = {"net_margin": OPERATING_PARTS, "asset_turnover": (*ASSETS, "other_assets")}.get(factor or "", ())
    deeper = [part for part in parts if fell and part.key in own and part.effect <= PART + ROUNDING]
    return min(deeper, key=lambda part: part.effect).key if deeper else factor or "none"

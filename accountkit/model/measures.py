"""What a problem is measured in, by key.

A person chooses a measure from this list; its name may be replaced by words of one's own (`Problem.metric`). Whatever
reckons with a problem asks for the key, never for the words: they are translated, the key is not.

Accounts stored before measures were keys have none. Their words are read once, as they were stored and never as they
were translated (`read_measure`, `read_unit`): the same words give the same key in every language of the reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from accountkit.i18n import N_
from accountkit.model.record import Driver

Measure = Literal[
    "net_margin",
    "operating_margin",
    "gross_margin",
    "margin",
    "asset_turnover",
    "equity_multiplier",
    "inventory_days",
    "receivable_days",
    "payable_days",
    "revenue_growth",
    "operating_income",
    "market_share",
    "on_time_delivery",
    "defect_rate",
    "capacity_use",
    "customer_retention",
    "other",
]
Counted = Literal["percent", "turns", "other"]


@dataclass(frozen=True)
class Kind:
    """A measure of the list: its name, the unit it is usually given in, and which way is better.

    `is_driver` says that the measure is a factor of the return itself and not something that moves it.
    """

    name: str
    unit: str = ""
    direction: Literal["higher", "lower"] = "higher"
    driver: Driver | None = None
    is_driver: bool = False


MEASURES: dict[Measure, Kind] = {
    "net_margin": Kind(N_("Net margin"), "%", driver="margin", is_driver=True),
    "operating_margin": Kind(N_("Operating margin"), "%", driver="margin", is_driver=True),
    "gross_margin": Kind(N_("Gross margin"), "%", driver="margin", is_driver=True),
    "margin": Kind(N_("Another margin"), "%", driver="margin", is_driver=True),
    "asset_turnover": Kind(N_("Asset turnover"), "×", driver="turnover", is_driver=True),
    "equity_multiplier": Kind(N_("Equity multiplier"), "×", "lower", driver="multiplier", is_driver=True),
    "inventory_days": Kind(N_("Inventory days"), "", "lower", driver="turnover"),
    "receivable_days": Kind(N_("Receivable days"), "", "lower", driver="turnover"),
    "payable_days": Kind(N_("Payable days"), "", driver="turnover"),
    "revenue_growth": Kind(N_("Revenue growth"), "%"),
    "operating_income": Kind(N_("Operating income"), driver="margin"),
    "market_share": Kind(N_("Market share"), "%"),
    "on_time_delivery": Kind(N_("On-time delivery"), "%"),
    "defect_rate": Kind(N_("Defect rate"), "%", "lower", driver="margin"),
    "capacity_use": Kind(N_("Capacity use"), "%"),
    "customer_retention": Kind(N_("Customer retention"), "%"),
    "other": Kind(N_("Another measure")),
}

PERCENT = ("%", "％")
TURNS = ("×", "x", "turns", "次", "倍")

_MARGIN = re.compile(r"margin|利润率|净利率|毛利率", re.IGNORECASE)
_MARGINS: tuple[tuple[Measure, re.Pattern[str]], ...] = (
    ("gross_margin", re.compile(r"gross|毛利", re.IGNORECASE)),
    ("operating_margin", re.compile(r"operating|营业", re.IGNORECASE)),
    ("net_margin", re.compile(r"\bnet\b|净利", re.IGNORECASE)),
)
_TURNOVER = re.compile(r"^\W*$|asset turnover|^turnover$|总资产周转", re.IGNORECASE)


def read_measure(metric: str, driver: Driver | None) -> Measure | None:
    """The measure that stored words name, for a problem on this driver; None without words, *other* for any else."""
    if not metric.strip():
        return None
    if driver == "turnover" and _TURNOVER.search(metric):
        return "asset_turnover"
    if _MARGIN.search(metric):
        return next((key for key, words in _MARGINS if words.search(metric)), "margin")
    return "asset_turnover" if _TURNOVER.search(metric) else "other"


def read_unit(unit: str) -> Counted:
    """What stored words count in: per cent, turns, or something else."""
    text = unit.strip()
    return "percent" if text in PERCENT else "turns" if text in TURNS else "other"

"""Which companies of a sector file would serve as peers: by industry, size and business model.

    distance = mean of |ln(revenue ratio)| / ln 4, |ln(asset turnover ratio)| / ln 2, |difference of gross margins| / 0.20

Size is revenue in one currency. The business model is how fast assets sell and what a sale leaves after its direct cost,
so that a retailer is not set beside a brand; net margin and return are left out, since they are what is to be compared.
The three scales are a proposal (``docs/decisions/0072``). Only usable companies within a year of the customer's year count.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

import pandas as pd

from accountkit.finance.peers.comparison import FEWEST_FOR_MEDIAN, FEWEST_FOR_QUARTILE
from accountkit.finance.peers.placed import nearest_companies
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.i18n import _, enumerated, number, percent

SCALES = {"size": log(4), "turnover": log(2), "gross_margin": 0.20}
"""A distance of one: four times as large, twice as fast, 20 points of gross margin."""
MOST = FEWEST_FOR_QUARTILE


@dataclass(frozen=True)
class SuggestedPeer:
    """A company that would serve. `size` is its revenue over the customer's, None if the currencies differ."""

    company: str
    name: str
    industry: str
    period_end: dt.date
    same_industry: bool
    size: float | None
    turnover: tuple[float, float]
    gross_margin: tuple[float, float] | None
    distance: float

    @property
    def reason(self) -> str:
        """Why it would serve: industry, size and business model, theirs against the customer's."""
        facts = [_("same industry")] if self.same_industry else []
        if self.size is not None:
            facts.append(_("{n}× the revenue").format(n=number(self.size, 1)))
        theirs, own = self.turnover
        facts.append(
            _("asset turnover {theirs} against {own}").format(theirs=number(theirs), own=number(own))
        )
        if self.gross_margin:
            theirs, own = self.gross_margin
            text = _("gross margin {theirs} against {own}")
            facts.append(text.format(theirs=percent(theirs, 0), own=percent(own, 0)))
        return enumerated(facts)


def suggested_peers(
    own: DuPont,
    results: pd.DataFrame,
    *,
    industry: str = "",
    names: Sequence[str] = (),
    n: int = MOST,
) -> tuple[SuggestedPeer, ...]:
    """The nearest companies of `finance.sector`'s results, best first; none if no company's year is near the customer's.

    Companies of `industry` (default: that of the customer) come first, and alone if there are three of them; else the
    nearest others make up the three. Without an industry all companies count. `names` are what the customer is called there (name, code, ticker): it is not its own peer.
    """
    found = nearest_companies(own, results)
    if found is None:
        return ()
    year, companies = found
    others = companies[~_is_called(companies, names)]
    wanted = industry or industry_of(results, names)
    same = in_industry(others["industry"], wanted) if "industry" in others else pd.Series(False, others.index)
    rows = zip(others.to_dict("records"), same, strict=True)
    peers = [_peer(own, year, row, bool(of_industry)) for row, of_industry in rows]
    ranked = sorted(
        (peer for peer in peers if peer), key=lambda peer: (not peer.same_industry, peer.distance)
    )
    return tuple(ranked[: min(n, max(FEWEST_FOR_MEDIAN, int(same.sum()))) if wanted else n])


def industry_of(results: pd.DataFrame, names: Sequence[str]) -> str:
    """The industry of the customer's own row; else the one that a name of the customer's industry is written as."""
    if "industry" not in results:
        return ""
    own = results.loc[_is_called(results, names), "industry"]
    if len(own) and own.iloc[-1]:
        return str(own.iloc[-1])
    wanted = {name.casefold() for name in names if name}
    return next((str(one) for one in results["industry"].unique() if str(one).casefold() in wanted), "")


def in_industry(industries: pd.Series, wanted: str) -> pd.Series:
    """Whether each is the wanted one. An SIC code is widened to its group (three digits, then two) until three fit."""
    texts = industries.astype(str)
    if not wanted:
        return pd.Series(False, index=industries.index)
    for digits in (len(wanted), 3, 2) if wanted.isdigit() and len(wanted) == 4 else (len(wanted),):
        same = texts.str[:digits] == wanted[:digits] if wanted.isdigit() else texts == wanted
        if same.sum() >= FEWEST_FOR_MEDIAN:
            break
    return same


def _is_called(companies: pd.DataFrame, names: Sequence[str]) -> pd.Series:
    """The rows whose company or name is one of the customer's names, or begins with one (``WALMART INC``)."""
    wanted = {name.casefold() for name in names if name}
    starts = tuple(name + " " for name in wanted if len(name) > 3)
    called = pd.Series(False, index=companies.index)
    for column in {"company", "name"} & set(companies.columns):
        text = companies[column].astype(str).str.casefold()
        called |= text.isin(wanted) | (text.str.startswith(starts) if starts else False)
    return called


def _peer(own: DuPont, year: DuPontYear, row: Mapping[Hashable, Any], same: bool) -> SuggestedPeer | None:
    revenue, assets = year.inputs.get("revenue", 0.0), year.inputs.get("total_assets", 0.0)
    if revenue <= 0 or assets <= 0:
        return None
    size = float(row["revenue"]) / revenue if row.get("currency", own.currency) == own.currency else None
    turnover = (float(row["asset_turnover"]), revenue / assets)
    margins = (_gross_margin(row), _gross_margin(year.inputs))
    both = (margins[0], margins[1]) if margins[0] is not None and margins[1] is not None else None
    parts = [abs(log(turnover[0] / turnover[1])) / SCALES["turnover"]]
    if size is not None:
        parts.append(abs(log(size)) / SCALES["size"])
    if both:
        parts.append(abs(both[0] - both[1]) / SCALES["gross_margin"])
    return SuggestedPeer(
        str(row["company"]),
        str(row.get("name", row["company"])),
        str(row.get("industry", "")),
        row["period_end"].date(),
        same,
        size,
        turnover,
        both,
        sum(parts) / len(parts),
    )


def _gross_margin(lines: Mapping[Any, Any]) -> float | None:
    """Gross profit, or revenue less its cost, per unit of revenue."""
    revenue, gross, cost = (lines.get(key) for key in ("revenue", "gross_profit", "cost_of_revenue"))
    if revenue is None or not revenue > 0:
        return None
    if gross is not None and gross == gross:
        return float(gross / revenue)
    return float(1 - cost / revenue) if cost is not None and cost == cost else None

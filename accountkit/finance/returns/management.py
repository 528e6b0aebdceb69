"""The management form: what the business earns, and what financing adds to it.

    ROE = RNOA + FLEV × SPREAD
    RNOA   = operating profit after tax ÷ net operating assets
    FLEV   = net financial obligations ÷ equity
    SPREAD = RNOA − net financial expense ÷ net financial obligations

RNOA is in turn margin × turnover, both on the operating side alone (Nissim & Penman, 2001, equations 9 and 10):

    RNOA = operating profit after tax ÷ revenue × revenue ÷ net operating assets

Turnover without goodwill takes goodwill out of net operating assets: what an acquirer paid over book value turns nothing.
Net debt = debt − cash − short-term investments. Every line is put on the operating or on the financial side, and `reclassified` shows which went where. Net operating
assets = equity + net financial obligations, so that the identity is exact. Where equity is thin or negative, RNOA still
means something. Source: D. Nissim & S. Penman, Ratio Analysis and
Equity Valuation, Review of Accounting Studies 6 (2001); S. Penman, Financial Statement Analysis and Security Valuation; 管理用财务报表 (CPA textbook).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.statements.lines import label
from accountkit.i18n import N_, _, fiscal_year, listed, money, number, paragraph, percent

Side = Literal["financial_asset", "financial_obligation", "equity", "operating"]
SIDES = {
    "financial_asset": N_("Financial asset"),
    "financial_obligation": N_("Financial obligation"),
    "equity": N_("Owners' equity"),
    "operating": N_("Operating (net)"),
}
FINANCIAL_ASSETS = ("cash", "short_term_investments")
DEBTS = ("short_term_debt", "long_term_debt")
OTHERS_CLAIMS = ("mezzanine_equity", "minority_interest")
HIGHEST_TAX_RATE = 0.6


@dataclass(frozen=True)
class Reclassified:
    """One line, the side it was put on, and its amount (positive; the operating side is the net)."""

    line: str
    side: Side
    amount: float

    @property
    def text(self) -> str:
        """Line and side in the reader's language."""
        name = _("Net operating assets") if self.side == "operating" else label(self.line)
        return _("{line}: {side}").format(line=name, side=_(SIDES[self.side]))


@dataclass(frozen=True)
class ManagementYear:
    """Ratios are fractions; None where there is no meaning, with the reason in `notes`."""

    period_end: dt.date
    return_on_net_operating_assets: float | None
    financial_leverage: float | None
    borrowing_rate: float | None
    spread: float | None
    return_on_equity: float | None
    net_operating_assets: float | None
    reclassified: tuple[Reclassified, ...]
    notes: tuple[str, ...]
    operating_margin_after_tax: float | None = None
    turnover: float | None = None
    turnover_without_goodwill: float | None = None
    net_debt: float | None = None

    @property
    def known(self) -> bool:
        """Whether anything of the operating view has a figure."""
        return any(
            value is not None
            for value in (
                self.return_on_net_operating_assets,
                self.turnover,
                self.turnover_without_goodwill,
                self.net_debt,
            )
        )


def management_form(dupont: DuPont) -> tuple[ManagementYear, ...]:
    """The management form of each year, on the basis and for the owners of the decomposition."""
    return tuple(_year(year, dupont.owners) for year in dupont.years)


def _year(year: DuPontYear, owners: str) -> ManagementYear:
    v = year.inputs
    items, notes = reclassify(v, owners)
    profit, tax_note = operating_profit_after_tax(v)
    notes = [*notes, *tax_note]
    obligations = _net(items) if any(i.side == "financial_obligation" for i in items) else None
    equity = v.get("equity")
    operating = None if obligations is None or equity is None else equity + obligations
    if operating is not None:
        items = (*items, Reclassified("net_operating_assets", "operating", operating))
    if operating is not None and operating <= 0:
        notes.append(_("Net operating assets are zero or negative, so this return has no meaning."))
    rnoa = profit / operating if profit is not None and operating is not None and operating > 0 else None
    leverage = None
    if obligations is not None and equity is not None and year.return_on_equity is not None:
        leverage = obligations / equity
    rate = _borrowing_rate(v, profit, obligations)
    return ManagementYear(
        period_end=year.period_end,
        return_on_net_operating_assets=rnoa,
        financial_leverage=leverage,
        borrowing_rate=rate,
        spread=rnoa - rate if rnoa is not None and rate is not None else None,
        return_on_equity=year.return_on_equity,
        net_operating_assets=operating,
        reclassified=items,
        notes=tuple(notes),
        operating_margin_after_tax=_over(profit, v.get("revenue")),
        turnover=_over(v.get("revenue"), operating),
        turnover_without_goodwill=_without_goodwill(v, operating),
        net_debt=_net_debt(v),
    )


def _over(above: float | None, below: float | None) -> float | None:
    return None if above is None or below is None or below <= 0 else above / below


def _without_goodwill(v: Mapping[str, float], operating: float | None) -> float | None:
    """Revenue per net operating assets less goodwill; None without goodwill, where it would say nothing new."""
    if operating is None or not v.get("goodwill"):
        return None
    return _over(v.get("revenue"), operating - v["goodwill"])


def _net_debt(v: Mapping[str, float]) -> float | None:
    """Debt less cash and short-term investments at the end of the year; None without a debt line or without cash."""
    end = {key: v.get(key + "_closing", v.get(key)) for key in ("total_debt", *DEBTS, *FINANCIAL_ASSETS)}
    debts = [end["total_debt"]] if end["total_debt"] is not None else [end[key] for key in DEBTS]
    known = [debt for debt in debts if debt is not None]
    if not known or end["cash"] is None:
        return None
    return sum(known) - end["cash"] - (end["short_term_investments"] or 0.0)


def reclassify(v: Mapping[str, float], owners: str) -> tuple[tuple[Reclassified, ...], list[str]]:
    """The financial lines and the equity of a period, and what to know about what was not given."""
    notes = []
    debts = ("total_debt",) if "total_debt" in v else tuple(key for key in DEBTS if key in v)
    if not debts:
        notes.append(_("Debt is missing, so financial obligations are unknown. Add it to the statement."))
    elif debts != ("total_debt",):
        missing = [label(key) for key in DEBTS if key not in v]
        notes.append(_("{line} is missing; only the other debt is counted.").format(line=listed(missing)))
    missing = [label(key) for key in FINANCIAL_ASSETS if key not in v]
    if missing:
        notes.append(_("Missing, so not counted as financial assets: {lines}.").format(lines=listed(missing)))
    claims = OTHERS_CLAIMS if owners == "parent" else OTHERS_CLAIMS[:1]
    sides: tuple[tuple[Side, tuple[str, ...]], ...] = (
        ("financial_asset", FINANCIAL_ASSETS),
        ("financial_obligation", (*debts, *(claims if debts else ()))),
        ("equity", ("equity",)),
    )
    return tuple(Reclassified(key, side, v[key]) for side, keys in sides for key in keys if key in v), notes


def _net(items: tuple[Reclassified, ...]) -> float:
    """Financial obligations less financial assets."""
    signs = {"financial_obligation": 1, "financial_asset": -1}
    return sum(signs.get(item.side, 0) * item.amount for item in items)


def operating_profit_after_tax(v: Mapping[str, float]) -> tuple[float | None, list[str]]:
    """EBIT less the tax on it, at the year's effective rate; all of the tax where that rate has no meaning."""
    operating, before_tax, tax = (
        v.get(key) for key in ("operating_income", "income_before_tax", "income_tax")
    )
    missing = [k for k in ("operating_income", "income_before_tax", "income_tax") if k not in v]
    if operating is None or before_tax is None or tax is None:
        return None, [_("Missing: {lines}.").format(lines=listed([label(key) for key in missing]))]
    rate = tax / before_tax if before_tax > 0 else None
    if rate is None or not 0 <= rate <= HIGHEST_TAX_RATE:
        return operating - tax, [
            _("The effective tax rate has no meaning this year, so all tax is charged to operations.")
        ]
    return operating * (1 - rate), []


def _borrowing_rate(v: Mapping[str, float], profit: float | None, obligations: float | None) -> float | None:
    """Net financial expense after tax (with other items and what other owners take) per unit of net obligations."""
    if profit is None or not obligations or "net_income" not in v:
        return None
    return (profit - v["net_income"]) / obligations


def operating_view(year: ManagementYear, currency: str) -> str:
    """The operating view of a year in a sentence or two; empty if nothing of it has a figure."""
    when, said = fiscal_year(year.period_end), []
    values = {
        "year": when,
        "rnoa": percent(year.return_on_net_operating_assets),
        "margin": percent(year.operating_margin_after_tax),
        "turnover": number(year.turnover) if year.turnover is not None else "",
        "free": number(year.turnover_without_goodwill) if year.turnover_without_goodwill is not None else "",
    }
    if year.return_on_net_operating_assets is not None and year.turnover is not None:
        text = _(
            "{year}: return on net operating assets {rnoa} = operating margin after tax {margin} × turnover {turnover}."
        )
        if year.turnover_without_goodwill is not None:
            text = _(
                "{year}: return on net operating assets {rnoa} = operating margin after tax {margin} × turnover {turnover} ({free} without goodwill)."
            )
        said.append(text.format(**values))
    if year.net_debt is not None:
        text = _("Net debt is {amount}.") if year.net_debt >= 0 else _("Cash exceeds debt by {amount}.")
        said.append(text.format(amount=money(abs(year.net_debt), currency)))
    return paragraph(*said)

"""The weighted-average return that Chinese listed companies publish, beside ours.

    published = P ÷ (E₀ + P/2 + Σ Eᵢ·Mᵢ/M₀ − Σ Eⱼ·Mⱼ/M₀)

P is the parent's profit, E₀ its opening equity, Eᵢ equity raised and Eⱼ equity paid out or bought back with the months
M left in the year (CSRC, 公开发行证券的公司信息披露编报规则第9号). Ours divides by the mean of opening and closing
equity: the two differ by when in the year equity came and went, and by what went through equity without being profit.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from accountkit.finance.returns.dupont import DuPont
from accountkit.i18n import _, paragraph, percent
from accountkit.model import Statement

SAME = 0.0005


@dataclass(frozen=True)
class PublishedReturn:
    """A published return beside the calculated one, and why they differ; ratios are fractions."""

    period_end: dt.date
    published: float
    ours: float | None
    difference: float | None
    explanation: str


def published_returns(statements: Mapping[str, Statement], dupont: DuPont) -> tuple[PublishedReturn, ...]:
    """The years in which a published weighted-average return is known, ascending; ratios are fractions."""
    published = {
        s.period_end: s.figures["weighted_average_roe"].value
        for s in statements.values()
        if "weighted_average_roe" in s.figures
    }
    return tuple(_compared(dupont, day, published[day]) for day in sorted(published))


def _compared(dupont: DuPont, day: dt.date, published: float) -> PublishedReturn:
    year = dupont.year(day)
    ours = year.return_on_equity
    profit, opening = year.inputs.get("net_income"), year.inputs.get("equity_opening")
    denominator = None if profit is None or opening is None else opening + profit / 2
    without = profit / denominator if profit is not None and denominator and denominator > 0 else None
    difference = None if ours is None else published - ours
    return PublishedReturn(day, published, ours, difference, _explained(dupont, published, ours, without))


def _explained(dupont: DuPont, published: float, ours: float | None, without: float | None) -> str:
    """`without` is the published formula with no equity raised or paid out: P ÷ (E₀ + P/2)."""
    if ours is None:
        return _("The company publishes {published}. It has no calculated figure to compare with.").format(
            published=percent(published, 2)
        )
    if abs(published - ours) < SAME:
        return _("The company publishes {published}, equal to the calculated figure.").format(
            published=percent(published, 2)
        )
    text = _(
        "The company publishes {published}, calculated is {ours}: it weights equity by months, the calculation uses {basis}."
    ).format(
        published=percent(published, 2),
        ours=percent(ours, 2),
        basis=_("average equity") if dupont.basis == "average" else _("closing equity"),
    )
    if without is None:
        return text
    rest = _("Without issues and dividends its formula would give {without}; the rest is their timing.")
    return paragraph(text, rest.format(without=percent(without, 2)))

"""A company without filings: a statement made of its sector's medians and quartiles, every figure marked as assumed.

Revenue is what one usually knows; the rest stands in until it is replaced, line by line. The return of such a statement
is that of its assumed lines, not the sector's median return: medians do not multiply. A ratio ranges from the first quartile
of the sector to the third, and so does the line that it stands for, the other lines being as assumed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from accountkit.errors import NotMeaningful
from accountkit.finance.returns.formulas import THREE, named
from accountkit.i18n import _, listed
from accountkit.model import Figure, Origin, Statement

Quartiles = Mapping[str, tuple[float, float]]


def assumed_statement(
    revenue: float,
    medians: Mapping[str, float],
    *,
    period_end: dt.date,
    currency: str,
    sector: str,
    n: int,
    revenue_known: bool = False,
    quartiles: Quartiles | None = None,
) -> Statement:
    """A statement from revenue and the medians of the three factors; `n` is how many companies they rest on.

    net income = revenue × net margin; total assets = revenue ÷ turnover; equity = total assets ÷ multiplier. Only revenue
    may be known. `quartiles` are the first and the third of each factor; one without them, or with one that is not above zero
    where it divides, has no range. Raises `NotMeaningful` where a median is missing or cannot be divided by, or revenue is
    not positive.
    """
    missing = [name for name in THREE if medians.get(name) is None or medians[name] != medians[name]]
    if missing or min(medians["asset_turnover"], medians["equity_multiplier"], revenue) <= 0:
        raise NotMeaningful(
            _(
                "No statement can be estimated for {sector}: revenue and the medians of {ratios} are needed."
            ).format(sector=sector, ratios=listed([named(name) for name in missing or THREE]))
        )
    assets = revenue / medians["asset_turnover"]
    values = {
        "revenue": revenue,
        "net_income": revenue * medians["net_margin"],
        "total_assets": assets,
        "equity": assets / medians["equity_multiplier"],
    }
    ranges = _ranges(revenue, assets, quartiles or {})
    origin = Origin(source=_("Median of {n} {sector} companies").format(n=n, sector=sector))
    figures = {
        key: Figure(value=value, assumed=True, approximate=True, origin=origin, **ranges.get(key, {}))
        for key, value in values.items()
    }
    if revenue_known:
        figures["revenue"] = Figure(value=revenue)
    note = _(
        "Assumed from sector medians. Replace the lines one by one. The product of the medians differs from the median ROE."
    )
    return Statement(period_end=period_end, currency=currency, figures=figures, notes=(note,))


def _ranges(revenue: float, assets: float, quartiles: Quartiles) -> dict[str, dict[str, float]]:
    """The range of each line: of profit as the margin's, of a balance the other way round, since its ratio divides."""
    found = {}
    if "net_margin" in quartiles:
        low, high = quartiles["net_margin"]
        found["net_income"] = {"low": revenue * low, "high": revenue * high}
    for line, above, ratio in (
        ("total_assets", revenue, "asset_turnover"),
        ("equity", assets, "equity_multiplier"),
    ):
        low, high = quartiles.get(ratio, (0.0, 0.0))
        if low > 0:
            found[line] = {"low": above / high, "high": above / low}
    return found

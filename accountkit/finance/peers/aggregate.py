"""The peers added up as one company: each ratio as the sum of its numerators over the sum of its denominators.

    net margin = Σ net income / Σ revenue      asset turnover = Σ revenue / Σ total assets      ROE = Σ net income / Σ equity

Large companies weigh more than small ones, and unlike medians the factors multiply to the return. Amounts are added in
one currency only: the one that most companies report in. The median counts each company once; the two stand side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from accountkit.finance.returns.dupont import DuPontYear
from accountkit.finance.returns.formulas import QUOTIENTS
from accountkit.i18n import _, currency_name

FEWEST = 3
"""As many companies as a median needs."""


@dataclass(frozen=True)
class Aggregate:
    """`ratios` of `n` companies added up in `currency`; a ratio whose denominators add up to zero or less is left out."""

    ratios: dict[str, float]
    n: int
    currency: str


def aggregate(years: Iterable[tuple[str, DuPontYear]], names: Sequence[str]) -> Aggregate | None:
    """The aggregate of comparable years, each with its currency; None under three in one currency."""
    return added_up(pd.DataFrame([{**year.inputs, "currency": currency} for currency, year in years]), names)


def aggregate_name(found: Aggregate) -> str:
    """The name of its row: what it is, of how many companies, in which currency."""
    return _("Aggregate, sum over sum (n = {n}, {currency})").format(
        n=found.n, currency=currency_name(found.currency)
    )


def together(found: Aggregate) -> str:
    """The same for a customer, in plain words."""
    return _("Peers added together ({n}, in {currency})").format(
        n=found.n, currency=currency_name(found.currency)
    )


def main_currency(currencies: Sequence[str]) -> str:
    """The currency that stands most often; of equals the first by name."""
    return min(Counter(currencies).items(), key=lambda one: (-one[1], one[0]), default=("", 0))[0]


def added_up(companies: pd.DataFrame, names: Sequence[str]) -> Aggregate | None:
    """The same over rows with lines as columns, such as `sector`'s results; without a currency all are one."""
    currencies = companies.get("currency", pd.Series("", index=companies.index)).astype(str)
    currency = main_currency(list(currencies))
    chosen = companies[currencies == currency]
    if len(chosen) < FEWEST:
        return None
    sums = {key: float(chosen[key].sum()) for name in names for key in QUOTIENTS[name] if key in chosen}
    quotients = {name: QUOTIENTS[name] for name in names}
    ratios = {
        name: sums[above] / sums[below]
        for name, (above, below) in quotients.items()
        if above in sums and sums.get(below, 0) > 0
    }
    return Aggregate(ratios, len(chosen), currency)

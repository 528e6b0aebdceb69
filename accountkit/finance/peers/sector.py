"""Thousands of companies at once: the same decomposition and attribution on whole columns.

Input is one row per company and period with the canonical lines as columns; the guards are those of `obstacles`. With
`total_assets_opening` and `equity_opening` as columns, a file of one year has average balances too.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from accountkit.errors import StatementError
from accountkit.finance.peers.aggregate import added_up
from accountkit.finance.peers.comparison import FEWEST_FOR_MEDIAN, FEWEST_FOR_QUARTILE
from accountkit.finance.returns.dupont import Basis
from accountkit.finance.returns.formulas import QUOTIENTS, STEPS, product
from accountkit.finance.returns.obstacles import ROUNDING, THIN_EQUITY
from accountkit.finance.returns.operating_income import REPORTED, STAND_INS, operating_income
from accountkit.finance.returns.shapley import chain, shapley
from accountkit.finance.statements.books import DAYS_A_MONTH, NEAR
from accountkit.finance.statements.business import MONEY_LINES
from accountkit.i18n import _, enumerated

NEEDED = ("company", "period_end", "revenue", "net_income", "total_assets", "equity")
MORE = ("income_before_tax", REPORTED, *STAND_INS, *MONEY_LINES)
BALANCES = ("total_assets", "equity")
YEAR = 12 * DAYS_A_MONTH


def sector(table: pd.DataFrame, *, steps: int = 3, basis: Basis = "average") -> pd.DataFrame:
    """Factors, return and status of every row, ordered by company and period end.

    Ratios are fractions, NaN where missing or not meaningful; `status` is ``meaningful``, ``distorted``,
    ``not_meaningful`` or ``missing``, as in `dupont`. Raises `StatementError` where a column that is needed is missing.
    """
    _columns(table)
    ordered = table.sort_values(["company", "period_end"], kind="stable", ignore_index=True)
    lines = _lines(ordered, steps)
    ends = _ends(ordered, lines, basis)
    used = lines | {key: _used(ends[key]) for key in BALANCES}
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        ratios = {
            name: used[top] / used[bottom]
            for name, (top, bottom) in QUOTIENTS.items()
            if _has(used, top, bottom)
        }
    blocked, status = _guards(used, ends, ratios, steps)
    kept = [column for column in ordered.columns if column not in lines]
    names = (*STEPS[steps], "return_on_equity")
    figures = {name: np.where(blocked[name], np.nan, ratios.get(name, np.nan)) for name in names}
    return ordered[kept].assign(**figures, **used, status=status)


def _columns(table: pd.DataFrame) -> None:
    missing = [column for column in NEEDED if column not in table.columns]
    if missing:
        raise StatementError(
            _("The sector table has no columns {missing}. Columns read: {columns}.").format(
                missing=enumerated(missing), columns=enumerated(map(str, table.columns[:20]))
            )
        )


def _lines(table: pd.DataFrame, steps: int) -> dict[str, np.ndarray]:
    wanted = NEEDED[2:] + MORE if steps == 5 else NEEDED[2:]
    lines = {key: table[key].to_numpy(float) for key in wanted if key in table.columns}
    if steps == 5:
        found = np.broadcast_to(operating_income(lines), len(table))
        lines = {key: lines[key] for key in lines if key not in (*STAND_INS, *MONEY_LINES)} | {
            REPORTED: found
        }
    return lines


def _has(lines: dict[str, np.ndarray], *keys: str) -> bool:
    return all(key in lines for key in keys)


def _ends(table: pd.DataFrame, lines: dict[str, np.ndarray], basis: Basis) -> dict[str, list[np.ndarray]]:
    """The balances used of assets and equity: closing, and opening before it where averages are wanted."""
    if basis == "ending":
        return {key: [lines[key]] for key in BALANCES}
    before = _rows_before(table)
    ends = {}
    for key in BALANCES:
        given = table.get(key + "_opening")
        earlier = _at(lines[key], before)
        if given is not None:  # an opening balance out of the row's own source outranks the row before
            earlier = np.where(np.isnan(given.to_numpy(float)), earlier, given.to_numpy(float))
        ends[key] = [earlier, lines[key]]
    return ends


def _at(column: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """The values in other rows; NaN where there is no such row (−1)."""
    return np.where(rows >= 0, column[rows], np.nan)


def _rows_before(table: pd.DataFrame) -> np.ndarray:
    """For each row that of the same company and currency one year earlier; −1 if there is none.

    A balance of a transition period may stand between the two.
    """
    days = pd.to_datetime(table["period_end"]).to_numpy().astype("datetime64[D]").astype("int64")
    codes = pd.factorize(table["company"])[0]
    currency = pd.factorize(table["currency"])[0] if "currency" in table else np.zeros(len(table), int)
    rows = np.full(len(table), -1)
    place = np.arange(len(table))
    for back in range(1, len(table)):
        apart = days[back:] - days[:-back]
        same = codes[back:] == codes[:-back]
        opens = same & (currency[back:] == currency[:-back]) & (np.abs(apart - YEAR) <= NEAR)
        rows[back:] = np.where(opens & (rows[back:] < 0), place[:-back], rows[back:])
        if not (same & (apart < YEAR - NEAR)).any():
            break
    return rows


def _used(ends: Sequence[np.ndarray]) -> np.ndarray:
    return ends[0] if len(ends) == 1 else (ends[0] + ends[1]) / 2


def _guards(
    used: dict[str, np.ndarray], ends: dict[str, list[np.ndarray]], ratios: dict[str, np.ndarray], steps: int
) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Which ratios have no meaning in which rows, and each row's status: the guards of `obstacles` on columns."""
    no_revenue = used["revenue"] <= 0
    no_assets = np.logical_or.reduce([end <= 0 for end in ends["total_assets"]])
    no_equity = np.logical_or.reduce([end <= 0 for end in ends["equity"]])
    pairs = list(zip(ends["total_assets"], ends["equity"], strict=True))
    upside_down = np.logical_or.reduce([(a > 0) & (a < e * (1 - ROUNDING)) for a, e in pairs])
    thin = np.logical_or.reduce([(a > 0) & (e > 0) & (e < THIN_EQUITY * a) for a, e in pairs])
    blocked = {
        "net_margin": no_revenue,
        "operating_margin": no_revenue,
        "asset_turnover": no_revenue | no_assets,
        "equity_multiplier": no_assets | no_equity | upside_down,
        "return_on_equity": no_equity | upside_down,
    }
    for name in ("tax_burden", "interest_burden"):
        top, bottom = (used.get(key, np.full(len(no_revenue), np.nan)) for key in QUOTIENTS[name])
        blocked[name] = (top <= 0) | (bottom <= 0)
    names = (*STEPS[steps], "return_on_equity")
    senseless = np.logical_or.reduce([blocked[name] for name in names])
    absent = np.logical_or.reduce(
        [~np.isfinite(ratios[n]) if n in ratios else np.full(len(thin), True) for n in names]
    )
    choices = ["not_meaningful", "missing", "distorted"]
    return blocked, np.select([senseless, absent, thin], choices, "meaningful")


def sector_attribution(
    results: pd.DataFrame, *, steps: int = 3, method: str = "shapley", order: Sequence[str] | None = None
) -> pd.DataFrame:
    """What changed the return against the year before, for every row of `sector` that has one; NaN where none.

    Columns: company, period_end, delta, and ``effect_…`` per factor, which add up to delta.
    """
    names = STEPS[steps]
    before = _rows_before(results)
    end = {name: results[name].to_numpy(float) for name in names}
    start = {name: _at(column, before) for name, column in end.items()}
    effects = shapley(product, start, end) if method == "shapley" else chain(product, start, end, order)
    delta = product(end) - product(start)
    return results[["company", "period_end"]].assign(
        delta=delta, **{f"effect_{name}": effect for name, effect in effects.items()}
    )


def sector_percentiles(
    results: pd.DataFrame, *, within: Sequence[str] = ("period_end",), steps: int = 3
) -> pd.DataFrame:
    """Where each usable company stands among the usable ones of its group: 0 to 1, ties counting half, with `n`.

    `within` are the columns that make a group (period end; industry where the file has it). NaN for rows not usable.
    """
    names = [*STEPS[steps], "return_on_equity"]
    usable = results["status"].to_numpy() == "meaningful"
    chosen = results.loc[usable]
    groups = chosen.groupby(list(within), sort=False, dropna=False)
    n = groups["company"].transform("size")
    ranks = groups[names].rank(method="average")
    # the mean rank counts itself and half its ties; without itself, over the others
    among = (ranks - 1).div((n - 1).where(n > 1), axis=0)
    return among.assign(n=n).reindex(results.index)


def sector_medians(results: pd.DataFrame, *, within: Sequence[str] = (), steps: int = 3) -> pd.DataFrame:
    """Medians and quartiles of the usable companies by group, in long form: ratio, median, lower, upper, n, aggregate.

    No median under 3 companies, no quartile under 8 (NaN). The medians of the factors do not multiply to that of the
    return; those of the aggregate (sums over sums in the main currency, `aggregate_n` companies) do.
    """
    names = [*STEPS[steps], "return_on_equity"]
    comparable = results.loc[results["status"] == "meaningful"]
    usable = comparable.melt(id_vars=list(within), value_vars=names, var_name="ratio", value_name="value")
    groups = usable.groupby([*within, "ratio"], sort=True)["value"]
    table = (
        groups.quantile(np.array([0.25, 0.5, 0.75]))
        .unstack()
        .rename(columns={0.25: "lower", 0.5: "median", 0.75: "upper"})
        .reindex(columns=["lower", "median", "upper"])  # of no company there is none
    )
    n = groups.size()
    table["median"] = table["median"].where(n >= FEWEST_FOR_MEDIAN)
    table[["lower", "upper"]] = table[["lower", "upper"]].where(n >= FEWEST_FOR_QUARTILE, axis=0)
    table = table.assign(n=n)[["median", "lower", "upper", "n"]].reset_index()
    return table.merge(_aggregates(comparable, within, names), how="left", on=[*within, "ratio"])


def _aggregates(companies: pd.DataFrame, within: Sequence[str], names: Sequence[str]) -> pd.DataFrame:
    groups = companies.groupby(list(within), sort=False) if within else (((), companies),)
    rows = [
        (*group, name, value, found.n)
        for group, chosen in groups
        if (found := added_up(chosen, names))
        for name, value in found.ratios.items()
    ]
    return pd.DataFrame(rows, columns=[*within, "ratio", "aggregate", "aggregate_n"])

"""A sector file at the command line: the returns of all its companies, and where one company stands among them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from accountkit.commands.terminal import table
from accountkit.errors import NotMeaningful
from accountkit.finance.formulas import STEPS, named, shown
from accountkit.i18n import _, number, percent

if TYPE_CHECKING:
    import pandas as pd

A_YEAR = 366
"""Days: a company whose nearest year-end is further away saw another year."""


def report(found: pd.DataFrame, form: str, *, steps: int, most: int) -> str:
    """The companies as ``csv`` or ``json`` (all of them), or as ``table`` (the best `most`), with the medians."""
    if form == "csv":
        return found.to_csv(index=False).rstrip("\n")
    if form == "json":
        return json.dumps({"companies": _records(found), "medians": _records(_medians(found, steps))}, ensure_ascii=False, indent=2)
    return _text(found, steps, most)


def returns(file: Path, *, steps: int, basis: str, industry: str | None = None) -> pd.DataFrame:
    """Factors, return, status, percentile and attribution of every company and period of a sector file.

    Raises `StatementError` where the file cannot be read, `NotMeaningful` where no company is of the industry.
    """
    from accountkit import finance
    from accountkit.sources.sector import read_sector

    companies = read_sector(file, file.name)
    if industry:
        companies = companies[companies["industry"].str.contains(industry, case=False, regex=False)]
    if companies.empty:
        raise NotMeaningful(_("{file} holds no company of the industry '{industry}'.").format(file=file, industry=industry or ""))
    results = finance.sector(companies, steps=steps, basis=basis)
    standing = finance.sector_percentiles(results, steps=steps)["return_on_equity"].rename("percentile")
    change = finance.sector_attribution(results, steps=steps).drop(columns=["company", "period_end"])
    return results.assign(percentile=standing).join(change)


def _medians(found: pd.DataFrame, steps: int) -> pd.DataFrame:
    from accountkit.finance import sector_medians

    return sector_medians(found, steps=steps)


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as plain values: dates as days, NaN as null."""
    return json.loads(frame.to_json(orient="records", date_format="iso", double_precision=15))


def _text(found: pd.DataFrame, steps: int, most: int) -> str:
    usable = found[found["status"] == "meaningful"]
    names = (*STEPS[steps], "return_on_equity")
    best = usable.sort_values("return_on_equity", ascending=False).head(most)
    head = (_("Company"), _("Year to"), *(_name(name) for name in names), _("Percentile"))
    rows = [
        (row["name"], str(row["period_end"])[:10], *(_ratio(name, row[name]) for name in names), percent(row["percentile"], 0))
        for row in best.to_dict("records")
    ]
    middle = _medians(found, steps).set_index("ratio")
    medians = [
        (_name(name), *(_ratio(name, middle.loc[name, column]) for column in ("lower", "median", "upper")), number(middle.loc[name, "n"], 0))
        for name in names
        if name in middle.index
    ]
    return "\n".join(
        [
            _("{n} rows, {usable} of them usable.").format(n=number(len(found), 0), usable=number(len(usable), 0)),
            table((_("Ratio"), _("Lower quartile"), _("Median"), _("Upper quartile"), _("Companies")), medians, numbers=True),
            "",
            table(head, rows, numbers=True),
        ]
    )


def _name(ratio: str) -> str:
    return _("ROE") if ratio == "return_on_equity" else named(ratio)


def _ratio(name: str, value: float) -> str:
    if value != value:
        return "–"
    return percent(value) if name == "return_on_equity" else shown(name, value)


@dataclass(frozen=True)
class Standing:
    """Where one company's ratios stand among the usable companies of a sector file: shares under it, 0 to 1, and n."""

    file: str
    period_end: str
    n: int
    percentiles: dict[str, float]

    def document(self) -> dict[str, Any]:
        return {"file": self.file, "period_end": self.period_end, "n": self.n, "percentiles": self.percentiles}

    def text(self) -> list[str]:
        head = _("Among {n} companies of {file}:").format(n=number(self.n, 0), file=self.file)
        parts = [
            _("  {ratio}: above {share} of them").format(ratio=_name(name), share=percent(share, 0))
            for name, share in self.percentiles.items()
        ]
        return [head, *parts]


def standing(own: Any, file: Path) -> Standing:
    """The customer's latest year among the years nearest to it, one per company. Raises `NotMeaningful` without one."""
    from accountkit.finance.peers import percentile

    year = own.latest
    if year is None:
        raise NotMeaningful(_("There is no year with a return on equity to place in {file}. Import statements first.").format(file=file))
    near = _nearest(returns(file, steps=own.steps, basis=own.basis), year.period_end)
    if near.empty:
        raise NotMeaningful(
            _("{file} has no usable company with a year-end within a year of {day}.").format(file=file, day=year.period_end)
        )
    ratios = {**year.factors, "return_on_equity": year.return_on_equity}
    shares = {name: percentile(value, near[name].tolist()) for name, value in ratios.items() if value is not None}
    return Standing(file.name, year.period_end.isoformat(), len(near), shares)


def _nearest(found: pd.DataFrame, day: Any) -> pd.DataFrame:
    import pandas as pd

    usable = found[found["status"] == "meaningful"]
    apart = (usable["period_end"] - pd.Timestamp(day)).abs().dt.days
    ordered = usable.assign(apart=apart)[apart <= A_YEAR].sort_values("apart", kind="stable")
    return ordered.drop_duplicates("company")

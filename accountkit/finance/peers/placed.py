"""One company among thousands: a sector's usable companies as its peers, so that percentiles and gaps are the same rule.

Of each company the year nearest to the customer's stands for it, at most a year away. The customer's year is the latest
that has such companies. Source: `accountkit.finance.peers.comparison`, whose limits on n hold here too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from accountkit.errors import NotMeaningful
from accountkit.finance.peers.comparison import A_QUARTER, A_YEAR, Comparison, compare
from accountkit.finance.returns.dupont import DuPont, DuPontYear
from accountkit.finance.returns.formulas import QUOTIENTS, STEPS
from accountkit.i18n import _, day, enumerated, number


def placed(own: DuPont, results: pd.DataFrame) -> Comparison:
    """The customer beside the usable companies of `finance.sector`'s results, on the same steps and basis.

    Raises `NotMeaningful` where the customer has no return, or no year of its own is near to a usable company.
    """
    near = nearest_companies(own, results)
    if near is None:
        years = [year for year in reversed(own.years) if year.return_on_equity is not None]
        raise NotMeaningful(
            _("No company of the sector has a year-end within a year of the customer's ({days}).").format(
                days=enumerated(day(year.period_end) for year in years[:3]) or "–"
            )
        )
    year, found = near
    names = dict(zip(found["company"], found["name"] if "name" in found else found["company"], strict=True))
    peers = {str(row["company"]): _alone(own, row) for row in found.to_dict("records")}
    comparison = compare(
        own, peers, names={str(key): str(name) for key, name in names.items()}, period_end=year.period_end
    )
    return replace(comparison, notes=_notes(comparison))


def nearest_companies(own: DuPont, results: pd.DataFrame) -> tuple[DuPontYear, pd.DataFrame] | None:
    """The customer's latest year with a return that has usable companies within a year of it, and these companies."""
    usable = results[results["status"] == "meaningful"]
    for year in reversed(own.years):
        if year.return_on_equity is not None and not (found := _nearest(usable, year.period_end)).empty:
            return year, found
    return None


def _nearest(usable: pd.DataFrame, end: dt.date) -> pd.DataFrame:
    apart = (usable["period_end"] - pd.Timestamp(end)).abs().dt.days
    ordered = usable.assign(apart=apart)[apart < A_YEAR].sort_values("apart", kind="stable")
    return ordered.drop_duplicates("company")


def _alone(own: DuPont, row: Mapping[Hashable, Any]) -> DuPont:
    factors: dict[str, float | None] = {name: float(row[name]) for name in STEPS[own.steps]}
    lines = {key for name in (*factors, "return_on_equity") for key in QUOTIENTS[name]}
    year = DuPontYear(
        row["period_end"].date(),
        factors,
        float(row["return_on_equity"]),
        "meaningful",
        (),
        {key: float(row[key]) for key in lines if key in row},
    )
    return DuPont(str(row.get("currency", own.currency)), own.basis, own.steps, own.owners, (year,), ())


def _notes(comparison: Comparison) -> tuple[str, ...]:
    """What holds for the whole sector; a note for each of thousands of companies would be none."""
    far = sum((peer.days_apart or 0) > A_QUARTER for peer in comparison.usable)
    notes = list(comparison.general_notes)
    if far:
        text = _("{far} of {n} companies have a year-end more than three months from the customer's.")
        notes.append(text.format(far=number(far, 0), n=number(comparison.n, 0)))
    return tuple(notes)

"""A sector file at the command line: the returns of all its companies."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from accountkit.commands.terminal import BadInput, table
from accountkit.errors import NotMeaningful
from accountkit.finance.returns.formulas import STEPS, named, shown
from accountkit.i18n import _, number, percent
from accountkit.sources.cells.formulas import neutralised

if TYPE_CHECKING:
    import pandas as pd

    from accountkit.finance.peers.suggested import SuggestedPeer
    from accountkit.finance.returns.dupont import Basis
    from accountkit.model import Account
    from accountkit.store import Store


HALF_A_YEAR = dt.timedelta(days=182)
"""The calendar year in which most of a fiscal year lies is the one that its company is ranked in."""


def report(
    found: pd.DataFrame,
    form: str,
    *,
    steps: int,
    most: int,
    suggested: Sequence[SuggestedPeer] | None = None,
) -> str:
    """The companies as ``csv`` or ``json`` (all of them), or as ``table`` (the best `most`), with the medians.

    `suggested` are peers for an account; None if no account was named.
    """
    if form == "csv":
        shown = found.map(lambda cell: neutralised(cell) if isinstance(cell, str) else cell)
        return shown.to_csv(index=False).rstrip("\n")
    if form == "json":
        document = {"companies": _records(found), "medians": _records(_medians(found, steps))}
        if suggested is not None:
            document["suggested"] = [
                {**dataclasses.asdict(peer), "period_end": peer.period_end.isoformat(), "reason": peer.reason}
                for peer in suggested
            ]
        return json.dumps(document, ensure_ascii=False, indent=2)
    return "\n".join([_text(found, steps, most), *([] if suggested is None else ["", _suggested(suggested)])])


def suggestions(account: Account, found: pd.DataFrame) -> tuple[SuggestedPeer, ...]:
    """The companies that would serve the account as peers."""
    from accountkit.sources.sec.sector_peers import peers_suggested

    return peers_suggested(account, found)


def added(store: Store, slug: str, file: Path, suggested: Sequence[str], chosen: str) -> str:
    """Add companies of the file as peers of an account: by code, or the suggested ones. Says what was stored."""
    from accountkit.commands.stores import author
    from accountkit.sources.sec.sector import read_sector
    from accountkit.sources.sec.sector_peers import peers_added

    companies = suggested if chosen == "suggested" else [code.strip() for code in chosen.split(",")]
    if not companies:
        raise BadInput(
            _(
                "No company of {file} is suggested for “{slug}”, so no peer was added. Name companies by code: --add CODE,CODE"
            ).format(file=file, slug=slug)
        )
    edits = peers_added(read_sector(file, file.name), file.name, store.load(slug), companies)
    if not edits:
        return _("These companies are already peers.")
    applied = store.apply(slug, edits, by=author(), label=_("Import of {file}").format(file=file.name))
    return _("Peers added: {n}. Stored as revision {revision}.").format(
        n=len(edits), revision=applied.revision
    )


def _suggested(peers: Sequence[SuggestedPeer]) -> str:
    if not peers:
        return _("No company of this file would serve as a peer. Choose a file of the customer's years.")
    rows = [(peer.name, peer.company, peer.period_end.isoformat(), peer.reason) for peer in peers]
    return table((_("Suggested peer"), _("Code"), _("Year to"), _("Why")), rows)


def returns(file: Path, *, steps: int, basis: Basis, industry: str | None = None) -> pd.DataFrame:
    """Factors, return, status, percentile and attribution of every company and period of a sector file.

    Raises `StatementError` where the file cannot be read, `NotMeaningful` where no company is of the industry.
    """
    from accountkit import finance
    from accountkit.sources.sec.sector import read_sector

    companies = read_sector(file, file.name)
    if industry:
        companies = companies[companies["industry"].str.contains(industry, case=False, regex=False)]
    if companies.empty:
        raise NotMeaningful(
            _("{file} has no company of the industry “{industry}”. Choose another.").format(
                file=file, industry=industry or ""
            )
        )
    results = finance.sector(companies, steps=steps, basis=basis)
    results = results.assign(fiscal_year=(results["period_end"] - HALF_A_YEAR).dt.year)
    standing = finance.sector_percentiles(results, within=("fiscal_year",), steps=steps)
    change = finance.sector_attribution(results, steps=steps).drop(columns=["company", "period_end"])
    return results.assign(percentile=standing["return_on_equity"], percentile_n=standing["n"]).join(change)


def _medians(found: pd.DataFrame, steps: int) -> pd.DataFrame:
    from accountkit.finance import sector_medians

    return sector_medians(found, steps=steps)


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as plain values: dates as days, NaN as null."""
    dates = {name: frame[name].dt.strftime("%Y-%m-%d") for name in frame.select_dtypes("datetime").columns}
    return json.loads(frame.assign(**dates).to_json(orient="records", double_precision=15))


def _text(found: pd.DataFrame, steps: int, most: int) -> str:
    usable = found[found["status"] == "meaningful"]
    names = (*STEPS[steps], "return_on_equity")
    best = usable.sort_values("return_on_equity", ascending=False).head(most)
    head = (_("Company"), _("Year to"), *(_name(name) for name in names), _("Percentile"))
    rows = [
        (
            row["name"],
            str(row["period_end"])[:10],
            *(_ratio(name, row[name]) for name in names),
            percent(row["percentile"], 0),
        )
        for row in best.to_dict("records")
    ]
    middle = _medians(found, steps).set_index("ratio").to_dict("index")
    medians = [
        (
            _name(name),
            *(_ratio(name, middle[name][column]) for column in ("lower", "median", "upper")),
            number(middle[name]["n"], 0),
            _ratio(name, middle[name]["aggregate"]),
        )
        for name in names
        if name in middle
    ]
    return "\n".join(
        [
            _("{n} rows, {usable} of them comparable.").format(
                n=number(len(found), 0), usable=number(len(usable), 0)
            ),
            table(
                (
                    _("Ratio"),
                    _("Lower quartile"),
                    _("Median"),
                    _("Upper quartile"),
                    _("Companies"),
                    _("Aggregate, sum over sum"),
                ),
                medians,
                numbers=True,
            ),
            "",
            table(head, rows, numbers=True),
        ]
    )


def _name(ratio: str) -> str:
    return _("ROE") if ratio == "return_on_equity" else named(ratio)


def _ratio(name: str, value: Any) -> str:
    """A ratio out of a table, as its reader reads it; a cell without one is NaN."""
    if value != value:
        return "–"
    return percent(value) if name == "return_on_equity" else shown(name, value)

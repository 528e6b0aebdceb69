"""Thousands of statements as columns: completed by the identities of `books`, and owners matched by the rule of `owners`.

One row per company and period, NaN where a line is missing. The same rules serve the single company, so that a company
reads the same by itself and among thousands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from accountkit.finance.statements import owners as ownership
from accountkit.finance.statements.books import IDENTITIES

Columns = Mapping[str, np.ndarray]


@dataclass(frozen=True)
class Owned:
    """Completed lines by key; `owners` is ``parent`` or ``total``, and blank if profit or equity has no match.

    `net_income` and `equity` belong to these owners; `from_total` says where the equity was reported as total equity.
    """

    lines: dict[str, np.ndarray]
    owners: np.ndarray
    net_income: np.ndarray
    equity: np.ndarray
    from_total: np.ndarray


def completed_columns(reported: Columns) -> dict[str, np.ndarray]:
    """The lines and what follows from them, row by row, in the order of `IDENTITIES`."""
    lines = dict(reported)
    for identity in IDENTITIES:
        if all(line in lines for _sign, line in identity.needs):
            follows = np.add.reduce([_signed(sign, lines[line]) for sign, line in identity.needs])
            for sign, line in identity.also:
                if line in lines:  # counts where it is known
                    follows = follows + _signed(sign, np.where(np.isnan(lines[line]), 0.0, lines[line]))
            own = lines.get(identity.line)
            lines[identity.line] = follows if own is None else np.where(np.isnan(own), follows, own)
    return lines


def _signed(sign: str, column: np.ndarray) -> np.ndarray:
    return -column if sign == "−" else column


def owned(reported: Columns, company: np.ndarray, filed: np.ndarray) -> Owned:
    """Profit and equity of the same owners for each row, one choice per company.

    `company` numbers the companies from 0; `filed` marks rows out of filings, which name minorities if there are any.
    """
    lines = completed_columns(reported)
    nothing = np.full(len(company), np.nan)
    alone = ownership.undivided_rows(reported, filed, company)
    parent = ownership.parent_rows(reported, lines, alone, company)
    used = {}
    for line in (ownership.PROFIT, ownership.EQUITY):
        for name, twin in ((line["parent"], line["total"]), (line["total"], line["parent"])):
            own, other = reported.get(name, nothing), reported.get(twin, nothing)
            given = alone & np.isnan(own) & ~np.isnan(other)
            used[name] = np.where(given, other, lines.get(name, nothing))
    net_income = np.where(parent, used["net_income"], used["net_income_total"])
    equity = np.where(parent, used["equity"], used["equity_total"])
    matched = ~np.isnan(net_income) & ~np.isnan(equity)
    owners = np.where(matched, np.where(parent, "parent", "total"), "")
    from_total = ~parent | (alone & np.isnan(reported.get("equity", nothing)))
    return Owned(lines, owners, net_income, equity, from_total)

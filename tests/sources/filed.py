"""Companyfacts documents made up filing by filing, in millions: each filing repeats the years and balances it compares."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping

from accountkit import sources
from accountkit.sources import Imported

M = 1e6


class Filed:
    """The filings of one company; `filing` adds one with its flows and balances by concept and period end."""

    def __init__(self, taxonomy: str = "us-gaap", currency: str = "USD") -> None:
        self.taxonomy, self.currency, self.count = taxonomy, currency, 0
        self.facts: dict = {}

    def filing(
        self,
        filed: str,
        flows: Mapping[str, Mapping[str, float]],
        balances: Mapping[str, Mapping[str, float]],
        *,
        form: str = "10-K",
    ) -> Filed:
        """`flows` are ``{concept: {"2023-12-31": value}}`` over the year before, or over ``"2023-04-01/2023-12-31"``."""
        self.count += 1
        about = {"form": form, "filed": filed, "accn": f"0000000001-{filed[2:4]}-{self.count:06}"}
        for concept, values in flows.items():
            for span, value in values.items():
                start, _slash, end = span.rpartition("/")
                self._add(
                    concept, {"start": start or a_year_before(end), "end": end, "val": value * M, **about}
                )
        for concept, values in balances.items():
            for end, value in values.items():
                self._add(concept, {"end": end, "val": value * M, **about})
        return self

    def _add(self, concept: str, row: dict) -> None:
        units = self.facts.setdefault(concept, {"units": {}})["units"]
        units.setdefault(self.currency, []).append(row)

    def read(self, **choices) -> Imported:
        document = {"cik": 1, "entityName": "Invented", "facts": {self.taxonomy: self.facts}}
        return sources.read(json.dumps(document).encode(), "invented.json", **choices)


def a_year_before(end: str) -> str:
    """The first day of a calendar year to `end`."""
    last = dt.date.fromisoformat(end)
    day_after = last + dt.timedelta(days=1)
    return day_after.replace(year=day_after.year - 1).isoformat()


def figures(imported: Imported, end: str) -> dict[str, float]:
    """The figures of a period in millions, by line."""
    return {line: figure.value / M for line, figure in imported.statements[end].figures.items()}

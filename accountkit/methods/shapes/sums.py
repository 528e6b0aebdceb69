"""What the rows of a register add up to: over all, by part, by sign and by standing. Each sum is worked out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import fsum
from typing import Any

from accountkit.methods.shapes.rows import Row
from accountkit.model.evidence import Status


@dataclass(frozen=True)
class Sums:
    """`rows` in their order; `adds` names the column that is summed, and `by` the one that tells their part. Either may be
    empty.
    """

    rows: tuple[Row, ...]
    adds: str
    by: str

    @cached_property
    def counted(self) -> tuple[Row, ...]:
        """The rows that count: all that are not refuted."""
        return tuple([row for row in self.rows if row.status != "refuted"])

    @cached_property
    def summands(self) -> tuple[Row, ...]:
        """The rows that make the score: those that count and whose sum is known. All that count where nothing is summed."""
        if not self.adds:
            return self.counted
        return tuple([row for row in self.counted if row.cells.get(self.adds) is not None])

    @cached_property
    def parted(self) -> Mapping[Any, list[Row]]:
        """The summands by the part that they belong to."""
        found = defaultdict(list)
        for row in self.summands:
            found[row.cells.get(self.by)].append(row)
        return found

    def of(self, part: str | None = None, sign: int = 0, status: Status | None = None) -> float:
        """The sum over the summands: of all, or of one part, of one sign (0: of both) and of one standing."""
        wanted = (part, sign, status)
        if wanted not in self._known:
            amounts = (
                amounts
                for (of_part, of_status, is_above), amounts in self._amounts.items()
                if part in (None, of_part) and status in (None, of_status) and is_above * sign >= 0
            )
            self._known[wanted] = fsum(chain.from_iterable(amounts))
        return self._known[wanted]

    def strongest(self, sign: int) -> Row | None:
        """The summand that adds most (+1), or takes most away (−1)."""
        if sign not in self._strongest:
            known = (row for row in self.summands if row.cells[self.adds] * sign > 0)
            self._strongest[sign] = max(known, key=lambda row: abs(row.cells[self.adds]), default=None)
        return self._strongest[sign]

    @cached_property
    def _amounts(self) -> Mapping[tuple[Any, Status, int], list[float]]:
        """What the summands add, by part, standing and sign: a picture and its table ask for dozens of sums."""
        found = defaultdict(list)
        for part, rows in self.parted.items():
            for row in rows:
                amount = row.cells[self.adds]
                found[part, row.status, (amount > 0) - (amount < 0)].append(amount)
        return found

    @cached_property
    def _known(self) -> dict[tuple[str | None, int, Status | None], float]:
        return {}

    @cached_property
    def _strongest(self) -> dict[int, Row | None]:
        return {}

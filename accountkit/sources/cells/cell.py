"""What a cell of a file may hold, before it means anything."""

from __future__ import annotations

import datetime as dt

Cell = str | int | float | bool | dt.date | None


class Unsolved(str):
    """A formula whose result was never stored in the file."""

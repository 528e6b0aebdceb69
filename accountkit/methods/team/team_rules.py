"""What the methods about a team share: how it sells, and an entry that follows from others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from accountkit.i18n import N_
from accountkit.methods.deal.mode_rules import CELLS, DEMAND, MOTIVE
from accountkit.methods.marks import Mark
from accountkit.methods.method import Entry, Reading
from accountkit.model import Segment

MODES = {cell.key: cell.name for cell in CELLS}
MODE = Entry(
    "mode", N_("Sales mode"), kind="choice", choices=tuple(MODES.items()), counts=False, on_record=True
)
CREATING = (DEMAND, MOTIVE)


def follows(marks: Iterable[Mark], met: bool | None) -> Mark:
    """What follows from some entries: assumed if one of them is."""
    weakest = min(marks, key=lambda mark: mark.status == "confirmed")
    value = None if met is None else "met" if met else "not_met"
    return replace(weakest, value=value, shown=None, derived=True)


def segments(reading: Reading) -> tuple[Segment, ...]:
    """The segments that a team serves; all of them where it names none."""
    kept = reading.practice.segments
    own = getattr(reading.record, "segment_ids", ())
    return tuple(kept[key] for key in own if key in kept) if own else tuple(kept.values())

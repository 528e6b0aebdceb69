"""What was read out of a file, and how: shown and corrected before anything is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from accountkit.i18n import N_, _
from accountkit.model import Statement

Reason = Literal["key", "name", "concept", "similar", "stand_in", "chosen"]
Kind = Literal["table", "long", "companyfacts", "account_years", "xbrl"]

REASONS: dict[str, str] = {
    "key": N_("standard key"),
    "name": N_("known name"),
    "concept": N_("filing concept"),
    "similar": N_("similar name, please check"),
    "stand_in": N_("replaces a line missing in the file"),
    "chosen": N_("chosen by you"),
}


@dataclass(frozen=True)
class Mapped:
    """One line of the canonical form and the label of the file that it was read from.

    `confidence` is 1 for what was chosen, a key, a concept or a known name, and less for a likeness.
    """

    line: str
    label: str
    reason: Reason
    confidence: float = 1.0

    @property
    def why(self) -> str:
        """The reason in the reader's words."""
        return _(REASONS[self.reason])


@dataclass(frozen=True)
class Imported:
    """Statements by period end, with the mapping that led to them and all that was not taken.

    `unmapped` are labels that hold figures but were not recognised; `proposals` are lines for some of them.
    `shape` identifies the file's form (labels and orientation, not values): a mapping chosen for it applies to the next
    file of the same shape. `entities` are the companies that the file holds, `entity` the one that was read.
    `interim` are the statements of the running year to a date, and of the same periods of the year before.
    """

    statements: dict[str, Statement]
    mapping: tuple[Mapped, ...]
    unmapped: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    entity: str = ""
    kind: Kind = "table"
    name: str = ""
    currency: str = "USD"
    shape: str = ""
    ticker: str = ""
    entities: tuple[str, ...] = ()
    proposals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    interim: dict[str, Statement] = field(default_factory=dict)

    @property
    def choices(self) -> dict[str, str]:
        """The mapping as line → label: what `read` takes as `mapping`, and what is worth remembering for the shape."""
        return {m.line: m.label for m in self.mapping if m.reason != "stand_in"}

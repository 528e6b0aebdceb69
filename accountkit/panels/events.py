"""What a browser may say to a panel: named events, each with the types and bounds of what it carries."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, StringConstraints

from accountkit.model.evidence import Grade, Status, Url
from accountkit.model.record import Day, Key, Line, Text
from accountkit.sources.cells.typed import Form

Path = Annotated[str, StringConstraints(max_length=400, pattern=r"^[A-Za-z_]+(/[A-Za-z0-9_.\-]+){0,11}$")]


class Event(BaseModel):
    """An event without content.

    What changes the account has an id of its own, `edit`, and is sent `again` under it until it is answered. `n` is the
    page's own count, which comes back in the answer. `seen` is the number of the view that the field showed when the person
    began to change it.
    """

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)
    edit: Annotated[str, StringConstraints(max_length=80, pattern=r"^[A-Za-z0-9-]*$")] = ""
    again: bool = False
    n: Annotated[int, Field(ge=0)] = 0
    seen: Annotated[int, Field(ge=0)] | None = None


class Write(Event):
    """Set one value; the panel says which paths it lets be written.

    `typed` says that the value is the text of a number field, as it was typed; a number needs no reading.
    """

    path: Path
    value: Any = None
    typed: Form | None = None


class Remove(Event):
    path: Path


class Look(Event):
    """Show the record at `path`, which a choice of the view may hide."""

    path: Path


class Choose(Event):
    """A choice of what is shown (steps, basis, years …); changes the view, not the account."""

    name: Key
    value: str | float | bool | None = None


class Suggested(Event):
    """A suggestion that is accepted or declined; a page from before said `offer`. Its id is one step of a path."""

    suggestion: Annotated[str, StringConstraints(max_length=200, pattern=r"^[^/]+$")] = Field(
        validation_alias=AliasChoices("suggestion", "offer")
    )


class Settle(Event):
    """A reader's comment that is dealt with."""

    comment: Key


class Cite(Event):
    """Evidence for the claim at `target`: a new entry, or a changed one where `id` names it."""

    target: Path
    id: Key | None = None
    source: Line = ""
    url: Url = ""
    date: Day | None = None
    who: Line = ""
    grade: Grade = "D"
    status: Status = "assumed"
    confirmed_by: Line = ""
    note: Text = ""


class Uncite(Event):
    """Take an entry of the ledger away from the claim at `target`; the entry itself stays in the ledger."""

    target: Path
    id: Key


SHARED: dict[str, type[Event]] = {
    "write": Write,
    "remove": Remove,
    "cite": Cite,
    "uncite": Uncite,
    "accept": Suggested,
    "decline": Suggested,
    "settle": Settle,
    "look": Look,
    "undo": Event,
    "redo": Event,
    "resend": Event,
}
"""Those that every panel takes."""

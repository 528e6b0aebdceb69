"""What a definition is made of beside its shape: screens, entries, flags and what it suggests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from accountkit.i18n import N_, _
from accountkit.methods.assessment import Suggestion, SuggestionKind, suggestion_id
from accountkit.methods.sentences import Word, filled
from accountkit.model import Edit

Workspace = Literal[
    "overview",
    "environment",
    "numbers",
    "problems",
    "motives",
    "people",
    "deal",
    "meetings",
    "care",
    "portfolio",
    "team",
]
SHAPES: dict[str, str] = {
    "scorecard": N_("Scorecard"),
    "matrix": N_("Matrix"),
    "register": N_("Register"),
    "checklist": N_("Checklist"),
    "canvas": N_("Canvas"),
    "calculator": N_("Calculator"),
}
WORKSPACES: dict[str, str] = {
    "overview": N_("Overview"),
    "environment": N_("Environment"),
    "numbers": N_("Numbers"),
    "problems": N_("Problems"),
    "motives": N_("Motives"),
    "people": N_("People"),
    "deal": N_("Deal"),
    "meetings": N_("Meetings"),
    "care": N_("Care"),
    "portfolio": N_("Portfolio"),
    "team": N_("Partners & team"),
}
"""The screens, in the order in which a person goes through them."""


@dataclass(frozen=True)
class Entry:
    """One thing that may be entered. `kind` says what it is; a rating is 1 to 5, with what 1 and 5 mean.

    `choices` are key → name. The value of kind ``people`` is ids of people: stakeholders of an account, sellers on our own
    side. Kind ``segment`` is the id of a segment, and a field of the record (`on_record`). `prompt` helps whoever finds it
    empty. What is no field of a record is stored in the answer, a rating under ``ratings``, everything else under ``values``;
    both carry evidence.
    """

    key: str
    name: str
    low: str = ""
    high: str = ""
    kind: Literal[
        "rating", "number", "money", "percent", "date", "choice", "line", "text", "people", "segment"
    ] = "rating"
    choices: tuple[tuple[str, str], ...] = ()
    prompt: str = ""
    weight: float = 1.0
    counts: bool = True
    """Whether it counts among what is to be assessed; a note does not."""
    evidenced: bool = False
    """Whether it counts as empty while it rests on our assumption alone."""
    on_record: bool = False
    """Whether it is the field of that name of the record that the method is about: entered there, once (methods, A5)."""
    of_whole: bool = False
    """Whether it is a share of a whole, 0 to 100 %."""
    middle: str = ""
    """What 3 means, where it is more than what lies between 1 and 5."""

    @property
    def place(self) -> str:
        """Below the answer: where the entry lies, with its evidence."""
        return f"{'ratings' if self.kind == 'rating' else 'values'}/{self.key}"


@dataclass(frozen=True)
class Flag:
    """A word that a rule attaches to a reading or to a row of it, such as "dormant"."""

    key: str
    name: str
    when: Callable[[Any], bool]
    tone: Literal["amber", "green", ""] = "amber"
    """Amber for what is unsure or to do, green for what is good for us, empty for a plain fact."""


@dataclass(frozen=True)
class Suggests:
    """What a method proposes; `text` has braces as a sentence has. `edits` are made when it is accepted, with fresh ids.

    Without `edits` it only opens `path`.
    """

    key: str
    text: str
    action: str
    when: Callable[[Any], bool]
    edits: Callable[[Any], tuple[Edit, ...]] | None = None
    path: Callable[[Any], str] | None = None
    kind: SuggestionKind = "rate"

    def suggestion(
        self, method: str, about: Any, words: Mapping[str, Word], path: str, record: str | None
    ) -> Suggestion | None:
        """As it is put to the reader, with the key of the method and of the record; None where it does not hold."""
        text = filled(self.text, words) if self.when(about) else None
        if not text:
            return None
        return Suggestion(
            id=suggestion_id(method, self.key, *filter(None, [record])),
            text=text,
            action=_(self.action),
            kind=self.kind,
            path=self.path(about) if self.path else path,
            edits=partial(self.edits, about) if self.edits else tuple,
        )

"""What a framework says about an account: a score with its parts, a sentence, suggestions, and lines for the brief.

Everything here is in the reader's language already, except `Assessment.detail`, which holds keys and numbers for
figures, panels and writers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha1
from typing import Any, Literal

from accountkit.i18n import use_language
from accountkit.model import Edit
from accountkit.model.evidence import Status

SuggestionKind = Literal[
    "finding", "problem", "need", "lever", "motive", "commitment", "action", "evidence", "rate", "worksheet"
]


@dataclass(frozen=True)
class Part:
    """One part of a score: what it is called, its value as text, and how it came about."""

    label: str
    value_text: str
    detail: str = ""


@dataclass(frozen=True)
class Suggestion:
    """What follows from the entries, to be taken with one accept.

    `text` is the sentence, `action` the word on the button, `kind` the record that accepting makes, `path` the
    record that it is about. `edits()` makes the edits at the moment of accepting, with fresh ids: two accepts make
    two records, and assessing twice gives equal ones. A suggestion of kind ``rate``, ``evidence`` or ``worksheet`` has
    no edits: the panel opens `path`. `id` is stable and serves as key in `Account.declined`.
    """

    id: str
    text: str
    action: str
    kind: SuggestionKind
    path: str = ""
    edits: Callable[[], tuple[Edit, ...]] = field(default=tuple, compare=False, repr=False)


@dataclass(frozen=True)
class BriefSentence:
    """A sentence for the brief; `status` says whether it may stand as it is or is "to verify"; `path` its record.

    `internal`: it prints a judgement and stays in the internal edition.
    """

    text: str
    status: Status
    path: str = ""
    internal: bool = False


@dataclass(frozen=True)
class Assessment:
    """A framework's verdict on an account, as of its review date.

    `score` counts every claim that is not refuted, `confirmed_score` the confirmed ones alone; None is *nothing to
    count*, never zero. Below a `coverage` of 60 % the verdict is withheld: `band` is None and `band_label` says how much
    is missing. `score_text` and `confirmed_text` are the scores as a reader reads them.
    """

    key: str
    name: str
    question: str
    score: float | None
    confirmed_score: float | None
    scale: str
    score_text: str
    confirmed_text: str
    band: str | None
    band_label: str
    rated: int
    total: int
    parts: tuple[Part, ...]
    rule: str
    sentence: str
    suggestions: tuple[Suggestion, ...]
    written: Callable[[], Iterable[BriefSentence]] = field(repr=False, compare=False)
    lang: str = "en"
    detail: Any = None

    @property
    def coverage(self) -> float:
        """Rated over all items, 0 to 1; 0 where there are none."""
        return self.rated / self.total if self.total else 0.0

    @cached_property
    def brief(self) -> tuple[BriefSentence, ...]:
        """The sentences for the brief, in the assessment's language; written when first asked for, since a panel shows
        none of them."""
        with use_language(self.lang):
            return tuple(self.written())


def suggestion_id(*steps: str) -> str:
    """A stable key for an offer from what it is about: ``pest.problem.f7k2``; too long a one is shortened by its hash."""
    name = ".".join(steps)
    return name if len(name) <= 80 else f"{name[:60]}.{sha1(name.encode()).hexdigest()[:12]}"

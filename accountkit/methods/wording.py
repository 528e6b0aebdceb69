"""Sentences: those that are stored, with their wording in the other language beside them; those of many records, when seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar, overload

from accountkit.i18n import language, number, other_language, paragraph, use_language
from accountkit.model import Edit


def worded(write: Callable[[], str]) -> tuple[str, tuple[Edit, ...]]:
    """The sentence that `write` makes, and the edits that keep its wording in the other language.

    A text with a slash in it cannot be named in an edit's path, so it stays in one language.
    """
    text = write()
    with use_language(other_language()):
        other = write()
    if other == text or not text or "/" in text:
        return text, ()
    return text, (Edit(f"wording/{other_language()}/{text}", other),)


T = TypeVar("T")
F = TypeVar("F")


class WhenSeen(Sequence[T], Generic[F, T]):
    """What was found, each put into words when it is looked at: of thousands a page shows a few."""

    def __init__(self, found: Sequence[F], told: Callable[[F], T]) -> None:
        self._found, self._told = found, told

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        if isinstance(place, slice):
            return WhenSeen(self._found[place], self._told)
        return self._told(self._found[place])


def named(text: str, fallback: str, longest: int = 120) -> str:
    """A record as one names it in a sentence: its text without a closing stop, shortened; the fallback if it is blank."""
    # a narrow space between a number and its sign is no space between words: it stays
    text = re.sub(r"[ \t\r\n]+", " ", text).strip().rstrip("。.")
    if not text:
        return fallback
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def joined(sentences: Iterable[str]) -> str:
    """Sentences one after the other; Chinese ones have no space between them. Empty ones are left out."""
    return paragraph(*sentences)


def upper_first(text: str) -> str:
    """A text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """A label as it stands inside a sentence; an abbreviation (``ROE``) keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def plain(value: float | None, *, sign: bool = False) -> str:
    """A number without needless decimals: ``25``, ``9.6``, ``−14``."""
    return _plain(value, sign, language())


@lru_cache(maxsize=4096)
def _plain(value: float | None, sign: bool, _language: str) -> str:
    # a thousand factors share a few hundred priorities, and writing a number is most of what assessing them costs
    whole = value is not None and abs(value - round(value)) < 1e-9
    return number(value, 0 if whole else 1, sign=sign)

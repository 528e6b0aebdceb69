"""Fill a sentence, or leave it out.

A sentence is a text with braces. What fills them are words: values that know how they stand in a sentence of the
reader's language. A sentence whose value is missing is left out, never printed with a hole; a list that was looked at
and is empty reads "none".
"""

from __future__ import annotations

import datetime as dt
import string
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from accountkit.i18n import FIGURES, N_, _, day, enumerated, listed, number, percent, significant
from accountkit.i18n import money as money_text
from accountkit.methods.wording import lower_first, named, upper_first
from accountkit.model.evidence import Status

Word = Callable[[], str] | str | None
"""What fills a brace: a text as it stands, or one that is made when the sentence is; None where it is missing."""


MOST_FIGURES = 6
"""So many significant figures an amount has at most, where a sum and its parts are written in one sentence."""


@dataclass(frozen=True)
class Says:
    """A sentence of a method. The first of `texts` whose values are all there is said, if `when` holds.

    `internal`: it prints a judgement about a person or about us, and stays in the internal edition. `rests` gives the
    standing and the path of the claim that it is about, where that is not the whole answer.
    """

    texts: tuple[str, ...]
    when: Callable[[Any], bool] = bool
    internal: bool = False
    rests: Callable[[Any], tuple[Status, str]] | None = None


def says(
    *texts: str,
    when: Callable[[Any], bool] = lambda _reading: True,
    internal: bool = False,
    rests: Callable[[Any], tuple[Status, str]] | None = None,
) -> Says:
    """A sentence with its shorter forms, the fullest first."""
    return Says(texts, when, internal, rests)


def filled(text: str, words: Mapping[str, Word]) -> str | None:
    """The sentence in the reader's language; None where a value it names is missing."""
    text = _(text)
    names = [name for _literal, name, _spec, _how in string.Formatter().parse(text) if name]
    values = {name: _text(words.get(name)) for name in names}
    if not all(values.values()):
        return None
    said = text.format(**values)
    first = words.get(names[0]) if text.startswith("{") else None
    return said if isinstance(first, Written) else upper_first(said)


def said(sentences: Iterable[Says], reading: Any, words: Mapping[str, Word]) -> Iterable[tuple[Says, str]]:
    """The sentences that can be said, each with its text."""
    for sentence in sentences:
        if not sentence.when(reading):
            continue
        text = next((t for t in (filled(form, words) for form in sentence.texts) if t), None)
        if text:
            yield sentence, text


def _text(word: Word) -> str:
    return word() if callable(word) else word or ""


def mean(value: float | None) -> Word:
    """A mean of ratings, or a multiple: one decimal, as in every table."""
    return None if value is None else lambda: number(value, 1)


def count(value: float | None) -> Word:
    """A whole number."""
    return None if value is None else lambda: number(value, 0)


def share(value: float | None) -> Word:
    """A share, 0 to 1, in percent without decimals."""
    return None if value is None else lambda: percent(value, 0)


def money(value: float | None, currency: str) -> Word:
    """An amount with its currency, three significant figures."""
    return None if value is None else lambda: money_text(value, currency)


def summed(amounts: tuple[float | None, ...], currency: str) -> tuple[Word, ...]:
    """A sum and its parts as amounts: with so many significant figures that the parts add up as they are written."""
    figures = FIGURES
    if None not in amounts:
        whole, *parts = [one for one in amounts if one is not None]
        figures = next((n for n in range(FIGURES, MOST_FIGURES) if _adds_up(whole, parts, n)), MOST_FIGURES)
    return tuple(None if one is None else partial(money_text, one, currency, figures) for one in amounts)


def _adds_up(whole: float, parts: list[float], figures: int) -> bool:
    left = significant(whole, figures) - sum(significant(part, figures) for part in parts)
    return abs(left) <= 1e-9 * abs(whole)


def date(value: dt.date | None) -> Word:
    """A day in the reader's form."""
    return None if value is None else lambda: day(value)


def label(message: str | None) -> Word:
    """A name from a definition, as it stands inside a sentence."""
    return None if not message else lambda: lower_first(_(message))


def text(value: str | None) -> Word:
    """What a person wrote, without its closing stop; an English role or action begins small inside a sentence."""
    short = named(value or "", "")
    return lower_first(short) if short else None


class Written(str):
    """What a person wrote, as it stands even where it begins a sentence."""


def written(value: str | None) -> Word:
    """What a person wrote, without its closing stop."""
    return Written(named(value or "", "")) or None


def name(value: str | None) -> Word:
    """A name that a person wrote, kept as it is."""
    return named(value or "", "") or None


def listing(words: Iterable[Word]) -> Word:
    """Several words as a list; "none" where there are none."""
    known = [word for word in words if word]
    return lambda: listed([_text(word) for word in known]) if known else _(NONE)


def series(words: Iterable[Word]) -> Word:
    """Several words one after the other, as between semicolons; "none" where there are none."""
    known = [word for word in words if word]
    return lambda: enumerated(_text(word) for word in known) if known else _(NONE)


NONE = N_("none")


def withheld(rated: int, total: int) -> str:
    """What stands in place of a verdict that too few ratings would carry."""
    if not total:
        return _("No ratings yet")
    return _("{rated} of {total} rated, too few to judge").format(rated=rated, total=total)


def coverage_text(rated: int, total: int) -> str:
    """How much is rated, in words: ``5 of 6 rated (83 %)``."""
    return _("{rated} of {total} rated ({share})").format(
        rated=rated, total=total, share=percent(rated / total if total else None, 0)
    )


def rate_the_rest(rated: int, total: int, items: int | None = None) -> str:
    """The offer to rate what is blank, and how long that takes at eight seconds an item; `items` where they are not
    what is counted."""
    text = N_("{rated} of {total} rated. Rate the rest: {seconds} s")
    if not rated:
        text = N_("{rated} of {total} rated. Rate: {seconds} s")
    return _(text).format(rated=rated, total=total, seconds=8 * (total - rated if items is None else items))

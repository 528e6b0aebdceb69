"""The reader's language: sentences, numbers, money and dates.

The English sentence is the key. ``N_()`` marks one where it is defined, ``_()`` translates it where it is shown; a
sentence with values is translated first and filled afterwards: ``_("{n} of {all} rated").format(n=2, all=7)``.
Language and catalogues are `translations`, numbers and dates `numerals`; here they are joined to texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from accountkit.numerals import (
    ESTIMATE,
    FIGURES,
    LARGEST,
    MINUS,
    NARROW_SPACE,
    Scale,
    currency_name,
    day,
    decimals,
    entered,
    fiscal_year,
    money,
    money_range,
    money_scale,
    month,
    number,
    percent,
    period,
    points,
    points_range,
    rounded,
    significant,
    territory,
)
from accountkit.translations import (
    LANGUAGES,
    N_,
    _,
    added_words,
    known_language,
    language,
    other_language,
    set_language,
    translated,
    use_language,
)

__all__ = [
    "ESTIMATE",
    "FIGURES",
    "LANGUAGES",
    "LARGEST",
    "MINUS",
    "NARROW_SPACE",
    "N_",
    "Scale",
    "_",
    "added_words",
    "bracketed",
    "clauses",
    "currency_name",
    "day",
    "decimals",
    "entered",
    "enumerated",
    "fiscal_year",
    "known_language",
    "labelled",
    "language",
    "listed",
    "money",
    "money_range",
    "money_scale",
    "month",
    "number",
    "other_language",
    "paragraph",
    "percent",
    "period",
    "points",
    "points_range",
    "rounded",
    "set_language",
    "significant",
    "territory",
    "translated",
    "use_language",
]


def listed(items: Sequence[str]) -> str:
    """Items joined as in a sentence: ``a, b and c``; in Chinese ``a和b``, and ``a、b、c`` from three on.

    An item that holds an *and* of its own is set off by a comma (of two, the first one), in Chinese by 、 alone.
    """
    *first, last = items or ("",)
    if not first:
        return last
    if language() == "zh_CN":
        plain = len(first) == 1 and not re.search("[和与、]", first[0] + last)
        return ("和" if plain else "、").join((*first, last))
    inner = any(" and " in item for item in (first if len(first) == 1 else (*first, last)))
    return ", ".join(first) + (", and " if inner else " and ") + last


def enumerated(items: Iterable[str]) -> str:
    """Items one after the other, as choices in a message: ``a, b, c``, ``a、b、c``."""
    return ("、" if language() == "zh_CN" else ", ").join(items)


def clauses(items: Iterable[str]) -> str:
    """Facts one after the other: ``best 11 %; now 9 %``, ``最好11%；现为9%``."""
    return ("；" if language() == "zh_CN" else "; ").join(items)


def paragraph(*sentences: str) -> str:
    """Sentences one after another, empty ones left out: with a space between them, in Chinese without."""
    return ("" if language() == "zh_CN" else " ").join(sentence for sentence in sentences if sentence)


def spaced(sentence: str) -> str:
    """A sentence in which names of another script stand: in Chinese with a space between an English word and a sign."""
    if language() != "zh_CN":
        return sentence
    return re.sub(
        r"(?<=[\u4e00-\u9fff])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u4e00-\u9fff])|(?<=[A-Za-z][.)])(?=[\u4e00-\u9fff])",
        " ",
        sentence,
    )


def labelled(label: str, text: str = "") -> str:
    """``label: text`` with the language's own colon; the label alone without a text."""
    return f"{label}：{text}" if language() == "zh_CN" else f"{label}: {text}".rstrip()


def bracketed(text: str) -> str:
    """A remark behind a text, in the language's own brackets."""
    return f"（{text}）" if language() == "zh_CN" else f" ({text})"

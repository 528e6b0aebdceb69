"""The reader's language: sentences, numbers, money and dates.

The English sentence is the key. ``N_()`` marks one where it is defined, ``_()`` translates it where it is shown; a
sentence with values is translated first and filled afterwards: ``_("{n} of {all} rated").format(n=2, all=7)``.
Catalogues are gettext files, one per part of the package, ``locale/zh_CN/PART.po``; they are read as they are, so
there is nothing to compile. The language is held per context, so that one server answers two readers in two languages.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from importlib.resources import files

from babel import Locale
from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
MINUS = "\N{MINUS SIGN}"
NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"
LARGEST = 1e20
"""Beyond it a number is no amount of money but a mistake, and is written with its power of ten: ``1.00e+28``."""

_current: ContextVar[str | None] = ContextVar("accountkit_language", default=None)


def N_(message: str) -> str:
    """Mark a sentence for translation where it is defined; it is returned unchanged."""
    return message


def known_language(name: str | None) -> str:
    """The supported language nearest to `name` ("zh", "zh-Hans", "en_GB" …); English where there is none."""
    return "zh_CN" if (name or "").lower().replace("-", "_").startswith("zh") else "en"


def language() -> str:
    """The language of this context: set by `use_language`, else ``ACCOUNTKIT_LANG``, else English."""
    return _current.get() or known_language(os.environ.get("ACCOUNTKIT_LANG"))


def set_language(name: str) -> None:
    """Set the language of this context for good (a kernel serves one reader)."""
    _current.set(known_language(name))


@contextmanager
def use_language(name: str) -> Iterator[None]:
    """Set the language inside a ``with`` block."""
    token = _current.set(known_language(name))
    try:
        yield
    finally:
        _current.reset(token)


def catalogues(lang: str) -> dict[str, str]:
    """The catalogue files of a language: part → path."""
    folder = files("accountkit") / "locale" / lang
    if not folder.is_dir():
        return {}
    return {
        f.name.removesuffix(".po"): str(f)
        for f in sorted(folder.iterdir(), key=lambda f: f.name)
        if f.name.endswith(".po")
    }


@cache
def _messages(lang: str) -> dict[str, str]:
    messages: dict[str, str] = {}
    for path in catalogues(lang).values():
        with open(path, "rb") as stream:
            for message in read_po(stream, locale=lang):
                if message.id and isinstance(message.id, str) and message.string and not message.fuzzy:
                    messages[message.id] = message.string
    return messages


def _(message: str) -> str:
    """The sentence in the reader's language; the English one where no translation is known."""
    return translated(message, language())


def translated(message: str, lang: str) -> str:
    """The sentence in a language that is named (for the other language's term on hover)."""
    return message if lang == "en" else _messages(lang).get(message, message)


def other_language() -> str:
    """The language that the reader does not read in."""
    return "en" if language() != "en" else "zh_CN"


@cache
def _locale(lang: str) -> Locale:
    """Babel's locale; given a name, babel would look for its file on every call, at a millisecond each."""
    return Locale.parse(lang)


def _signed(text: str, value: float, sign: bool) -> str:
    text = text.replace("-", MINUS)
    return f"+{text}" if sign and value > 0 and not re.fullmatch(r"[0.,]*", text) else text


def _plain_zero(text: str) -> str:
    """A negative number that rounds to nothing is written without a sign."""
    return text if re.search(r"[1-9]", text) else text.replace("-", "")


def number(value: float | None, digits: int = 2, *, sign: bool = False) -> str:
    """A number with a fixed count of decimals: ``−1,234.50``; an en dash where there is none."""
    if value is None:
        return "–"
    if abs(value) >= LARGEST:
        return _signed(f"{value:.2e}", value, sign)
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return _signed(
        _plain_zero(format_decimal(value, format=pattern, locale=_locale(language()))), value, sign
    )


def percent(value: float | None, digits: int = 1, *, sign: bool = False) -> str:
    """A share as per cent: 0.0866 → ``8.7 %``, in Chinese ``8.7%``."""
    if value is None:
        return "–"
    return number(value * 100, digits, sign=sign) + ("%" if language() == "zh_CN" else NARROW_SPACE + "%")


def points(value: float | None, digits: int = 1) -> str:
    """A difference of two shares in percentage points, signed: −0.421 → ``−42.1 points``."""
    if value is None:
        return "–"
    return _("{n} points").format(n=number(value * 100, digits, sign=True))


_CURRENCY_WORD = {
    "USD": ("US$", "美元"),
    "CNY": ("RMB", "元"),
    "EUR": ("€", "欧元"),
    "GBP": ("£", "英镑"),
    "JPY": ("¥", "日元"),
    "HKD": ("HK$", "港元"),
}


def money(value: float | None, currency: str, digits: int = 1, *, sign: bool = False) -> str:
    """An amount in words a person would use: 1.2e6 USD → ``US$ 1.2 m``, in Chinese ``120 万美元``.

    `value` is in units of the currency. English counts in thousands (k), millions (m) and billions (bn), Chinese in
    万 and 亿.
    """
    if value is None:
        return "–"
    symbol, word = _CURRENCY_WORD.get(currency, (currency, currency))
    size = abs(value)
    if language() == "zh_CN":
        scale, unit, places = (
            (1e8, "亿", digits + 1) if size >= 1e8 else (1e4, "万", digits) if size >= 1e4 else (1, "", 0)
        )
        text = number(value / scale, places, sign=sign)
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        return f"{text} {unit}{word}"
    scale, unit = (
        (1e9, "bn") if size >= 1e9 else (1e6, "m") if size >= 1e6 else (1e3, "k") if size >= 1e3 else (1, "")
    )
    text = number(abs(value) / scale, digits if scale > 1 else 0)
    lead = MINUS if value < 0 else "+" if sign and value > 0 else ""
    return f"{lead}{symbol} {text}{NARROW_SPACE + unit if unit else ''}"


def day(value: dt.date | None) -> str:
    """A date in the reader's form: ``24 July 2021``, ``2021年7月24日``; an en dash where there is none."""
    return "–" if value is None else _day(value, language())


@lru_cache(maxsize=4096)
def _day(value: dt.date, lang: str) -> str:
    """An account shows the same few days many times over, and babel takes 30 µs for each."""
    return format_date(value, format="y年M月d日" if lang == "zh_CN" else "d MMMM y", locale=_locale(lang))


def listed(items: list[str]) -> str:
    """Items joined as in a sentence: ``a, b and c``, ``a、b和c``."""
    from babel.lists import format_list

    return format_list(items, locale=_locale(language())) if items else ""

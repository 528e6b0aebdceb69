"""Numbers, shares, money and dates as the reader writes them."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from accountkit.translations import _, language

if TYPE_CHECKING:  # babel is imported where a day is written: `accountkit --help` writes none
    from babel import Locale

MINUS = "\N{MINUS SIGN}"
NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"
LARGEST = 1e20
"""Beyond it a number is no amount of money but a mistake, and is written with its power of ten: ``1.00e+28``."""


@cache
def _locale(lang: str) -> Locale:
    """Babel's locale; given a name, babel would look for its file on every call, at a millisecond each."""
    from babel import Locale

    return Locale.parse(lang)


def territory(code: str) -> str:
    """The name of a country by its ISO 3166 code (``CN``) in the reader's language; blank if it is none."""
    return str(_locale(language()).territories.get(code, ""))


def currency_name(code: str) -> str:
    """A currency inside a sentence: its code in English (``CNY``), its name in Chinese (``人民币``)."""
    lang = language()
    if lang == "en":
        return code
    return str(_locale(lang).currencies.get(code, code))


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
    # both languages write a number alike; babel, which reads a pattern anew each time, takes five times as long
    return _signed(_plain_zero(f"{rounded(value, digits):,.{digits}f}"), value, sign)


def entered(value: float, *, sign: bool = False) -> str:
    """A number as it was entered: with as many decimals as it has, two at most."""
    return number(value, decimals(value), sign=sign)


def decimals(value: float) -> int:
    """How many decimals a number has, two at most."""
    return next((digits for digits in (0, 1) if abs(value - round(value, digits)) < 1e-9), 2)


def rounded(value: float, digits: int) -> Decimal:
    """The value as it is shown: a half goes away from zero, as in the charts of the deck and in a spreadsheet."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def percent(value: float | None, digits: int = 1, *, sign: bool = False) -> str:
    """A share as per cent: 0.0866 → ``8.7 %``, in Chinese ``8.7%``."""
    if value is None:
        return "–"
    return number(value * 100, digits, sign=sign) + ("%" if language() == "zh_CN" else NARROW_SPACE + "%")


def points(value: float | None, digits: int = 1, *, sign: bool = True) -> str:
    """A difference of two shares in percentage points: −0.421 → ``−42.1 points``; after a verb without its sign."""
    if value is None:
        return "–"
    text = number(value * 100 if sign else abs(value) * 100, digits, sign=sign)
    one = re.fullmatch(rf"[+{MINUS}]?1(\.0*)?", text)
    return (_("{n} point") if one else _("{n} points")).format(n=text)


_CURRENCY_WORD = {
    "USD": ("US$", "美元"),
    "CNY": ("RMB", "元"),
    "EUR": ("€", "欧元"),
    "GBP": ("£", "英镑"),
    "JPY": ("¥", "日元"),
    "HKD": ("HK$", "港元"),
}
_SCALES = {
    "en": ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e3, "k"), (1.0, "")),
    "zh_CN": ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"), (1.0, "")),
}
FIGURES = 3
"""Significant figures of an amount of money in a sentence."""
ESTIMATE = 2
"""Significant figures of an amount that is an estimate."""
Scale = tuple[float, str]


def money(
    value: float | None,
    currency: str,
    figures: int = FIGURES,
    *,
    sign: bool = False,
    like: float | None = None,
) -> str:
    """An amount as people write it: 1.234e6 USD → ``US$ 1.23 m``, in Chinese ``123万美元``.

    `value` is in units of the currency; both languages show the same significant figures, without trailing zeros.
    English counts in thousands (k), millions (m), billions (bn) and trillions (tn), Chinese in 万, 亿 and 万亿. `like` is an
    amount of the same table or sentence: its scale is kept.
    """
    if value is None:
        return "–"
    shown = significant(value, figures)
    scale = _scale_like(shown, like)
    lead = MINUS if shown < 0 else "+" if sign and shown > 0 else ""
    return _in_currency(lead, _figures(abs(shown) / scale[0], figures), scale, currency)


def money_range(
    low: float, base: float, high: float, currency: str, figures: int = FIGURES, *, like: float | None = None
) -> str:
    """A value with its range on one scale, the unit once: ``US$ 100 m (41 to 160)``; the value alone if there is none.

    `like` as in `money`.
    """
    largest = max((significant(value, figures) for value in (low, base, high)), key=abs)
    scale = _scale_like(largest, like)
    finest = 1 + max(
        0, _places(abs(largest) / scale[0], figures)
    )  # the small end of a range is no finer than that

    def text(value: float) -> str:
        shown = _figures(abs(significant(value, figures)) / scale[0], figures, finest)
        return (MINUS if value < 0 and shown != "0" else "") + shown

    low_text, base_text, high_text = (text(value) for value in (low, base, high))
    amount = _in_currency("", base_text, scale, currency)
    if low_text == base_text == high_text:
        return amount
    return _("{base} ({low} to {high})").format(base=amount, low=low_text, high=high_text)


def points_range(low: float, base: float, high: float) -> str:
    """A difference in percentage points with its range, the unit once: ``+0.3 points (0.1 to 0.5)``."""
    low_text, base_text, high_text = (number(value * 100, 1) for value in (low, base, high))
    if low_text == base_text == high_text:
        return points(base)
    return _("{base} ({low} to {high})").format(base=points(base), low=low_text, high=high_text)


def money_scale(values: Iterable[float], currency: str) -> tuple[Callable[[float], str], str]:
    """How a table writes its amounts, all on one scale, and the unit for its heading: ``US$ m``, ``亿美元``.

    The scale is the largest at which the smallest amount still has a digit before its point; it has three figures in all.
    """
    sizes = sorted(abs(value) for value in values if value)
    least, most = (sizes[0], sizes[-1]) if sizes else (1.0, 1.0)
    scale = _scale_of(max(least, most / 1e6))
    digits = max(0, 2 - math.floor(math.log10(max(least / scale[0], 1.0)))) if scale[0] > 1 else 0
    symbol, word = _CURRENCY_WORD.get(currency, (currency, currency))
    unit = scale[1] + word if language() == "zh_CN" else f"{symbol} {scale[1]}".strip()
    return lambda value: number(value / scale[0], digits), unit


def significant(value: float, figures: int = FIGURES) -> float:
    """The value with so many significant figures, as `money` shows it."""
    rounded = float(f"{value:.{figures - 1}e}")
    return rounded if math.isfinite(rounded) else value


def _scale_of(value: float) -> Scale:
    scales = _SCALES[language()]
    return next((scale for scale in scales if abs(value) >= scale[0]), scales[-1])


def _scale_like(value: float, like: float | None) -> Scale:
    """The scale of another amount; the value's own where it would have less than a thousandth of that, or four digits: an
    amount has three before its point at most, wherever it stands, so that a list and the app say the same."""
    own = _scale_of(value)
    if not like:
        return own
    scale = _scale_of(significant(like, FIGURES))
    return scale if not value or 1e-3 <= abs(value) / scale[0] < 1e3 else own


def _places(value: float, figures: int) -> int:
    """Decimals of a value that is not negative with so many significant figures."""
    return figures - 1 - math.floor(math.log10(value)) if value else 0


def _figures(value: float, figures: int, finest: int | None = None) -> str:
    """A value that is not negative with so many significant figures, at most `finest` decimals, trailing zeros left out."""
    places = _places(value, figures)
    text = number(value, max(0, places if finest is None else min(places, finest)))
    return text.rstrip("0").rstrip(".") if "." in text else text


def _in_currency(lead: str, text: str, scale: Scale, currency: str) -> str:
    symbol, word = _CURRENCY_WORD.get(currency, (currency, currency))
    if language() == "zh_CN":
        return f"{lead}{text}{scale[1]}{word}"
    if text.startswith(MINUS):
        lead, text = MINUS, text.removeprefix(MINUS)
    return f"{lead}{symbol} {text}{NARROW_SPACE + scale[1] if scale[1] else ''}"


def day(value: dt.date | None) -> str:
    """A date in the reader's form: ``24 July 2021``, ``2021年7月24日``; an en dash where there is none."""
    return "–" if value is None else _day(value, language())


@lru_cache(maxsize=4096)
def _day(value: dt.date, lang: str) -> str:
    """An account shows the same few days many times over, and babel takes 30 µs for each."""
    from babel.dates import format_date

    return format_date(value, format="y年M月d日" if lang == "zh_CN" else "d MMMM y", locale=_locale(lang))


def month(value: dt.date) -> str:
    """The month of a date, short enough to head a column: ``May 2023``, ``2023年5月``."""
    from babel.dates import format_date

    return format_date(
        value, format="y年M月" if language() == "zh_CN" else "MMM y", locale=_locale(language())
    )


def period(end: dt.date) -> str:
    """The period that ends on a day: a calendar year by its number (``2015``, ``2015年``), any other by its last month."""
    if (end.month, end.day) != (12, 31):
        return month(end)
    return f"{end.year}年" if language() == "zh_CN" else str(end.year)


def fiscal_year(end: dt.date) -> str:
    """A company's year by its own label: ``FY2023``, ``2023财年``, a calendar year ``2023年``.

    A year that ends in the first week of January is a year of 52 weeks and bears the year before.
    """
    last = end - dt.timedelta(days=7)
    if language() != "zh_CN":
        return f"FY{last.year}"
    return f"{last.year}年" if last.month == 12 else f"{last.year}财年"

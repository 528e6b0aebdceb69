"""Period labels: which day a column or a row ends on, and whether it is a year.

2024   FY2024   FY24   2023/24   2024A      a bare year: ends on the company's fiscal year end
2024-09-28   20241231   31 May 2024   Sep. 28, 2024   2024年5月31日   As of December 31, 2024   12 months Dec-31-2023
2024年   2024年度   2024年报                Chinese listed companies end their year on 31 December by law
2024H1   1H24   Q3 2024   2024年中报   9M 2024   part of a year, from its beginning as far as the label says: interim
TTM   2024E                                  no years: left out, and said so
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from accountkit.sources.cells.cell import Cell
from accountkit.sources.cells.numerals import plain

PeriodKind = Literal["year", "interim", "trailing", "forecast"]
_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
MONTH_WORD = rf"({_MONTH})[a-z]*\.?"
_YEAR = r"((?:19|20)\d\d)"


@dataclass(frozen=True)
class Period:
    """A period label: its last day, its length where the label says it, and what is uncertain about it.

    Of an interim period `months` are those since its year began, 12 if the label does not say them. `cumulative` is set if
    it says that figures run from there: a half-year and Chinese reports do, a quarter after the first need not.
    """

    end: dt.date
    text: str
    kind: PeriodKind = "year"
    bare_year: bool = False
    ambiguous: bool = False
    months: int = 12
    cumulative: bool = False


_INTERIM = re.compile(
    r"(?<![a-z])q[1-4](?!\d)|(?<!\d)[1-4]q(?![a-z])|(?<![a-z])h[12](?!\d)|(?<!\d)[12]h(?![a-z])|quarter|half[- ]year|(?:six|three|nine) months"
    r"|(?<!\d)[369] ?m(?:onths)?(?![a-z])|first half|\bytd\b|第?[一二三四1-4]?季(?:度)?(?:报告|报)?|上?半年(?:度)?(?:报告|报)?|中报|中期|[1-4]-[369]月|[369]个月"
)
_PARTS = (
    (3, True, r"(?<![a-z])q1(?!\d)|(?<!\d)1q|第?[一1]季|first quarter"),
    (6, False, r"(?<![a-z])q2(?!\d)|(?<!\d)2q|第?[二2]季度?(?!报)|second quarter"),
    (
        6,
        True,
        r"(?<![a-z])h1(?!\d)|(?<!\d)1h|(?<!下)半年|上半年|中报|中期|half[- ]year|first half|(?:six|\b6) months|[二2]季报|1-6月|6个月",
    ),
    (9, True, r"[三3]季(?:度)?报|nine months|\b9 months|1-9月|9个月"),
    (9, False, r"(?<![a-z])q3(?!\d)|(?<!\d)3q|第?[三3]季|third quarter"),
    (3, True, r"(?:three|\b3) months|1-3月|3个月"),
)
"""Months since the year began that a label says, and whether figures run from there; the first that fits."""
_TRAILING = re.compile(r"\b(ttm|ltm|trailing|rolling)\b|滚动|近12个月")
_FORECAST = re.compile(
    r"(?<=\d)\s?[efpb]\b|\b(est|estimates?|estimated|forecast|budget|plan|projected|outlook|guidance|consensus)\b|预测|预算|预计"
)
_FILLER = re.compile(
    r"\b(?:for|the|as|at|of|on|to|in|and|fiscal|financial|year|years|annual|annually|ended|ending|end|period|report|audited|unaudited|"
    r"restated|as restated|reclassified|press release|originally|original|reported|actual|consolidated|months?|weeks?|twelve|12m?|52|53|fy|fye|cy|balance|sheet|date|"
    r"usd|cny|rmb|eur|gbp|jpy|hkd|us|hk|thousands?|millions?|billions?|mn|bn|m|k|note|notes)\b"
    r"|截至|截止|发生额|余额|金额|财年|年度报告|年度|年报|全年|年末|年|期末|报告期|本期|止|经审计|未经审计|已?重述后?|已?调整后?|合并|人民币|美元|港元|百万|千|万|亿|元|单位|(?:12|十二)个月"
    r"|[(){}\[\]$€£¥,.:;'’*/\-]|\s|000"
)
_ACTUAL = re.compile(r"(?<=(?:19|20)\d\d)\s?[ary]$")
"""What some services put behind a year or a day: actual, restated, a year."""
_TIME = re.compile(r"[ t]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(z|[+-]\d{2}:?\d{2})?$")


def period_of(cell: Cell) -> Period | None:
    """The period that a cell names; None if it names none. A bare year ends on 31 December until `placed`."""
    if isinstance(cell, dt.date):
        return Period(cell, cell.isoformat())
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        if float(cell).is_integer() and (1950 <= cell <= 2100 or 19500101 <= cell <= 21001231):
            return _text_period(str(int(cell)))
        return None
    return _text_period(cell) if 2 <= len(cell.strip()) <= 100 else None


_NO_WHOLE_YEAR: tuple[tuple[re.Pattern[str], PeriodKind], ...] = (
    (_TRAILING, "trailing"),
    (_FORECAST, "forecast"),
    (_INTERIM, "interim"),
)


@lru_cache(maxsize=20_000)
def _text_period(original: str) -> Period | None:
    if not any(letter.isdigit() for letter in original) and len(original) > 20:
        return None
    text = _in_digits(_TIME.sub("", plain(original)))
    kind: PeriodKind = "year"
    months, cumulative = _part_of_year(text)
    for pattern, name in _NO_WHOLE_YEAR:
        if pattern.search(text):
            kind, text = name, pattern.sub(" ", text)
    found = _date_in(_ACTUAL.sub("", text.strip()))
    if found is None and kind == "interim" and (short := _SHORT_INTERIM.fullmatch(text.strip())):
        found = _short_year(short), ""
    if found is None:
        return _nameless(original, kind)
    period, rest = found
    if kind == "interim":
        period = replace(period, months=months, cumulative=cumulative)
    rest = re.sub(rf"(?<![a-z\d])(?:fy ?)?{period.end.year}(?!\d)", " ", rest)
    if _FILLER.sub("", rest):
        return None
    return replace(period, text=original.strip(), kind=kind if period.kind == "year" else period.kind)


_SHORT_INTERIM = re.compile(r"(?:fy ?)?[ '’]*(\d\d)")
"""What is left of ``1H24`` or ``Q1 FY24``."""


def _part_of_year(text: str) -> tuple[int, bool]:
    """Months since the year began, and whether figures run from there; 12 months where the label does not say them."""
    text = re.sub(r"(?<!\d)([369]) ?m(?![a-z])", r"\1 months", text)
    if re.search(r"(?<![a-z])[qh]4(?!\d)|(?<![a-z])h2(?!\d)|(?<!\d)(?:4q|2h)|下半年|第?[四4]季", text):
        return 12, False
    return next(((months, whole) for months, whole, part in _PARTS if re.search(part, text)), (12, False))


_SPELLED = re.compile(r"[〇零一二三四五六七八九十]+(?=[年月日])")
_NUMERALS = "〇一二三四五六七八九"


def _in_digits(text: str) -> str:
    """A Chinese date in digits: 二〇二三年十二月三十一日 → 2023年12月31日; 20231231.0 as a spreadsheet writes it."""
    text = re.sub(r"^(\d{8})\.0$", r"\1", text)
    return (
        _SPELLED.sub(lambda match: _number_of(match[0].replace("零", "〇")), text) if "年" in text else text
    )


def _number_of(numeral: str) -> str:
    if "十" not in numeral:
        return "".join(str(_NUMERALS.index(sign)) for sign in numeral)
    tens, _ten, ones = numeral.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return numeral
    return str(10 * (_NUMERALS.index(tens) if tens else 1) + (_NUMERALS.index(ones) if ones else 0))


def _nameless(original: str, kind: PeriodKind) -> Period | None:
    """A trailing column has no date of its own."""
    if kind == "trailing" and len(original.strip()) <= 12:
        return Period(dt.date.min, original.strip(), kind)
    return None


def _date_in(text: str) -> tuple[Period, str] | None:
    for pattern, maker in _PATTERNS:
        if match := pattern.search(text):
            period = maker(match)
            return (period, text[: match.start()] + " " + text[match.end() :]) if period else None
    return None


def _on(year: str | int, month: str | int, day: str | int) -> Period | None:
    try:
        return Period(dt.date(int(year), int(month), int(day)), "")
    except ValueError:
        return None


def _month_end(year: str | int, month: str | int) -> Period | None:
    if not 1 <= int(month) <= 12:
        return None
    return _on(year, month, calendar.monthrange(int(year), int(month))[1])


def month_number(word: str) -> int:
    return _MONTH.split("|").index(word[:3]) + 1


def _slashed(match: re.Match[str]) -> Period | None:
    """``31/05/2024`` or ``05/31/2024``; where both readings are days, the label is ambiguous."""
    return _slashed_days(*match.groups())


def _slashed_days(first: str, second: str, year: str | int) -> Period | None:
    if int(first) > 12:
        return _on(year, second, first)
    period = _on(year, first, second)
    if period and int(second) <= 12 and first != second:
        return replace(period, ambiguous=True)
    return period


def _bare(year: str | int) -> Period:
    return Period(dt.date(int(year), 12, 31), "", bare_year=True)


def _span_of_years(match: re.Match[str]) -> Period | None:
    first, second = match.groups()
    last = int(first[:2] + second) if len(second) == 2 else int(second)
    if last % 100 == 0 and len(second) == 2:
        last += 100
    return _bare(last) if last - int(first) == 1 else None


def _short_year(match: re.Match[str]) -> Period:
    return _bare(2000 + int(match.group(1)))


_PATTERNS = (
    (re.compile(rf"(?<!\d){_YEAR}\s?年\s?1\s?(?:月\s?)?[-~至到]\s?12\s?月份?"), lambda m: _on(m[1], 12, 31)),
    (
        re.compile(rf"(?<!\d){_YEAR}\s?[-/.年]\s?(\d{{1,2}})\s?[-/.月]\s?(\d{{1,2}})(?!\d)\s?日?"),
        lambda m: _on(*m.groups()),
    ),
    (re.compile(rf"(?<!\d){_YEAR}(0\d|1[0-2])([0-3]\d)(?!\d)"), lambda m: _on(*m.groups())),
    (
        re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[ -]{MONTH_WORD},?[ -]{_YEAR}\b"),
        lambda m: _on(m[3], month_number(m[2]), m[1]),
    ),
    (
        re.compile(rf"\b{MONTH_WORD}[ -]?(\d{{1,2}})(?:st|nd|rd|th)?[ ,-]*{_YEAR}\b"),
        lambda m: _on(m[3], month_number(m[1]), m[2]),
    ),
    (re.compile(rf"\b(\d{{1,2}})[/.](\d{{1,2}})[/.]{_YEAR}\b"), _slashed),
    (re.compile(r"^(\d{1,2})/(\d{1,2})/(\d\d)$"), lambda m: _slashed_days(m[1], m[2], 2000 + int(m[3]))),
    (re.compile(rf"^(\d{{1,2}})/{_YEAR}$"), lambda m: _month_end(m[2], m[1])),
    (re.compile(rf"\b{MONTH_WORD}[ \-/,']*{_YEAR}\b"), lambda m: _month_end(m[2], month_number(m[1]))),
    (re.compile(rf"(?<!\d){_YEAR}[ -]{MONTH_WORD}"), lambda m: _month_end(m[1], month_number(m[2]))),
    (
        re.compile(rf"\b(\d{{1,2}})[ -]{MONTH_WORD}[ \-']+(\d\d)\b"),
        lambda m: _on(2000 + int(m[3]), month_number(m[2]), m[1]),
    ),
    (
        re.compile(rf"\b{MONTH_WORD}[ -](\d{{1,2}})[ \-',]+(\d\d)$"),
        lambda m: _on(2000 + int(m[3]), month_number(m[1]), m[2]),
    ),
    (
        re.compile(rf"\b{MONTH_WORD}[ \-']+(\d\d)$"),
        lambda m: _month_end(2000 + int(m[2]), month_number(m[1])),
    ),
    (re.compile(rf"(?<!\d){_YEAR}\s?年\s?(\d{{1,2}})\s?月"), lambda m: _month_end(*m.groups())),
    (re.compile(rf"(?<!\d){_YEAR}\s?[-/]\s?((?:19|20)\d\d)(?!\d)"), _span_of_years),
    (re.compile(rf"(?<!\d){_YEAR}[-/](1[3-9]|[2-9]\d)(?!\d)"), _span_of_years),
    (re.compile(rf"(?<!\d){_YEAR}/(0[1-9]|1[0-2])(?!\d)"), _span_of_years),
    (re.compile(rf"(?<!\d){_YEAR}-(0[1-9]|1[0-2])(?!\d)"), lambda m: _month_end(*m.groups())),
    (re.compile(rf"(?<!\d){_YEAR}\s?年?年报"), lambda m: replace(_bare(m[1]), bare_year=False)),
    (re.compile(rf"(?<![a-z\d])(?:fy|cy)? ?{_YEAR}(?:\s?[ar](?![a-z]))?(?!\d)"), lambda m: _bare(m[1])),
    (re.compile(rf"(?<!\d){_YEAR}(?=\s?年)"), lambda m: _bare(m[1])),
    (re.compile(r"\bfy ?'?(\d\d)a?\b"), _short_year),
)

"""On which day a period ends by what the rest of a file says: how it writes its days, when its fiscal year ends."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

from accountkit.errors import StatementError
from accountkit.i18n import _
from accountkit.sources.cells.numerals import plain
from accountkit.sources.tables.periods import MONTH_WORD, Period, month_number


def month_first(labels: Iterable[str]) -> bool | None:
    """Which way round the slashed days of a file are written (``12/31/2023`` or ``31/12/2023``), if any of them proves it."""
    proofs = {
        int(match[2]) > 12
        for label in labels
        if (match := re.search(r"\b(\d{1,2})[/.](\d{1,2})[/.](?:(?:19|20)\d\d|\d\d)\b", label))
        and (int(match[1]) > 12) != (int(match[2]) > 12)
    }
    return proofs.pop() if len(proofs) == 1 else None


def settled(period: Period, months_first: bool | None) -> Period:
    """An ambiguous day read as the file's other days are written; any other period as it is."""
    if not period.ambiguous or months_first is None:
        return period
    end = period.end if months_first else dt.date(period.end.year, period.end.day, period.end.month)
    return replace(period, end=end, ambiguous=False)


def placed(period: Period, fiscal_year_end: str | None) -> Period:
    """A bare year on the company's fiscal year end (``05-31``), a part of one so many months after its beginning; any
    other period as it is."""
    whole = period
    if period.bare_year and fiscal_year_end:
        month, day = year_end_named(fiscal_year_end)
        last = calendar.monthrange(period.end.year, month)[1]
        whole = replace(period, end=dt.date(period.end.year, month, min(day, last)), bare_year=False)
    if period.kind != "interim" or period.months == 12 or not period.bare_year:
        return whole
    return replace(whole, end=_months_before(whole.end, 12 - period.months), bare_year=False)


def _months_before(day: dt.date, months: int) -> dt.date:
    """The day so many months earlier; the end of a month from the end of a month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    at_end = day.day == calendar.monthrange(day.year, day.month)[1]
    return dt.date(year, month + 1, last if at_end else min(day.day, last))


_YEAR_END = re.compile(
    rf"(?:fiscal|financial) year[ -]?ends?(?:ing)?(?: in| on| is|:)*\s+(?:(\d{{1,2}})[ -])?{MONTH_WORD}(?:[ -](\d{{1,2}}))?\b"
    rf"|\bfye?:?\s+{MONTH_WORD}\b"
)
_YEAR_END_ZH = re.compile(
    r"(?:财年|财政年度|会计年度)(?:截止|截至|结束|止)(?:日|于|日期)?[::]?\s*(\d{1,2})月(?:(\d{1,2})日)?"
)


def year_end_in(texts: Iterable[str]) -> str | None:
    """The fiscal year end that a title or a note names (``Fiscal year ends in September``), as ``09-30``."""
    for text in texts:
        if match := _YEAR_END.search(plain(text)):
            month = month_number(match[2] or match[4])
            day = match[1] or match[3]
        elif match := _YEAR_END_ZH.search(plain(text)):
            month, day = int(match[1]), match[2]
        else:
            continue
        if 1 <= month <= 12:
            last = calendar.monthrange(2023, month)[1]
            return f"{month:02}-{min(int(day or last) or last, last):02}"
    return None


def year_end_named(fiscal_year_end: str) -> tuple[int, int]:
    """Month and day of a fiscal year end given as ``05-31``, ``5/31`` or ``0531``."""
    match = re.fullmatch(r"\s*(\d{1,2})\s*[-/. ]?\s*(\d{2}|\d)\s*", fiscal_year_end)
    month, day = (int(match[1]), int(match[2])) if match else (0, 0)
    if not (1 <= month <= 12 and 1 <= day <= calendar.monthrange(2024, month)[1]):
        raise StatementError(
            _("“{value}” is not a fiscal year end. Enter month and day, for example 05-31.").format(
                value=fiscal_year_end[:40]
            )
        )
    return month, day

"""Headers that name their periods by what came before: 本期发生额 and 上期发生额, 期末余额 and 年初余额.

The year stands elsewhere: above the header, in the sheet's name, in another sheet's title, or in the file's name. The
header is written anew with the dates that are meant, so that everything behind reads an ordinary table.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from accountkit.sources.cells.cell import Cell
from accountkit.sources.cells.numerals import plain
from accountkit.sources.tables.periods import Period, period_of
from accountkit.sources.tables.table import Table, is_blank

_END = r"(?:发生额|金额|余额|数|数额|账面余额|账面价值|累计|累计数|累计金额|累计发生额)?"
_CURRENT = re.compile(
    rf"(?:本期|本年|本年度|本报告期|本期间|当期|期末|年末|本期末|本年末|报告期末){_END}"
    r"|(?:current|this) (?:year|period)|closing balance|(?:at )?(?:the )?end of (?:the )?(?:year|period)"
)
_PRIOR_FLOW = re.compile(
    rf"(?:上期|上年|上年度|上年同期|去年同期|上年同期累计|上一年度|上期同期){_END}|(?:prior|previous|last) (?:year|period)"
)
_PRIOR_BALANCE = re.compile(
    rf"(?:期初|年初|上年末|上年年末|上期期末|上期末|上年期末|本年年初|本期期初|年初至){_END}"
    r"|opening balance|(?:at )?(?:the )?(?:beginning|start) of (?:the )?(?:year|period)"
)
_MOST_ROWS = 3_000
"""Rows that are looked at: a printed statement is shorter, and a longer table is a list."""
_BRACKETS = re.compile(r"[(\[【][^()\[\]【】]*[)\]】]")
_DAY = re.compile(
    r"((?:19|20)\d\d)\s*(?:年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|([-/.])(\d{1,2})\4(\d{1,2})(?!\d))"
)
_MONTHS = re.compile(r"((?:19|20)\d\d)\s*年\s*(?:\d{1,2}\s*月?\s*[-—–~～至到]+\s*)?(\d{1,2})\s*月")
_PART = re.compile(r"((?:19|20)\d\d)\s*年?\s*(?:第?([一二三1-3])季|(上?半年|中期|中报))")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def dated(table: Table, elsewhere: Iterable[str] = ()) -> Table:
    """The table with dates in its relative headers, as far as a year is named in it or `elsewhere`."""
    headers = list(_relative_rows(table))
    if not headers:
        return table
    rows = list(table.rows)
    for row in headers:
        base = _base(table, row, elsewhere)
        if base is not None:
            rows[row] = tuple(_written(cell, base) if c else cell for c, cell in enumerate(rows[row]))
    return replace(table, rows=tuple(rows))


def relative_header(table: Table) -> str:
    """The first header cell that names a period by another one; blank where there is none."""
    row = next(_relative_rows(table), None)
    if row is None:
        return ""
    return next(str(cell).strip() for c, cell in enumerate(table.rows[row]) if c and _meaning(cell))


def _relative_rows(table: Table) -> Iterator[int]:
    for row, cells in enumerate(table.rows[:_MOST_ROWS]):
        meanings = [m for cell in cells[1:] if (m := _meaning(cell))]
        both = "current" in meanings and len(set(meanings)) > 1
        alone = len(meanings) == 1 and any(
            isinstance(c, str) and re.search(r"额|数$|balance", plain(c)) for c in cells[1:] if _meaning(c)
        )
        if (both or alone) and not any(_has_period(cell) for cell in cells[1:]):
            yield row


def _has_period(cell: Cell) -> bool:
    return isinstance(cell, str) and _meaning(cell) == "" and period_of(cell) is not None


def _meaning(cell: Cell) -> str:
    if is_blank(cell) or not isinstance(cell, str) or len(cell) > 40:
        return ""
    text = _BRACKETS.sub("", plain(cell)).strip()
    text = re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", text)
    for name, pattern in (("opening", _PRIOR_BALANCE), ("prior", _PRIOR_FLOW), ("current", _CURRENT)):
        if pattern.fullmatch(text):
            return name
    return ""


def _written(cell: Cell, base: Period) -> Cell:
    """A header cell with its date in front, marked as interim where the base is no whole year."""
    meaning = _meaning(cell)
    if not meaning:
        return cell
    end = base.end
    if meaning == "opening":
        end = dt.date(end.year - 1, 12, 31) if base.kind == "interim" else _year_before(end)
        return end.isoformat()
    end = end if meaning == "current" else _year_before(end)
    return f"{end.isoformat()} 中期" if base.kind == "interim" else end.isoformat()


def _year_before(day: dt.date) -> dt.date:
    last = calendar.monthrange(day.year - 1, day.month)[1]
    at_end = day.day == calendar.monthrange(day.year, day.month)[1]
    return dt.date(day.year - 1, day.month, last if at_end else min(day.day, last))


def _base(table: Table, header: int, elsewhere: Iterable[str]) -> Period | None:
    """The period of the current column: from the nearest row above that names one, the sheet, then elsewhere."""
    above = [
        str(cell)
        for row in range(header - 1, -1, -1)
        for cell in table.rows[row]
        if isinstance(cell, str | dt.date)
    ]
    own = [str(cell) for cell in table.rows[header] if isinstance(cell, str) and not _meaning(cell)]
    texts = [*own[:1], *above, table.sheet, table.name, *elsewhere]
    return next((p for text in texts if text and (p := _named(text))), None)


def _named(text: str) -> Period | None:
    """The period that a title names anywhere in it: a day, months of a year, a part of a year, a year."""
    if match := _DAY.search(text):
        return _period(int(match[1]), int(match[2] or match[5]), int(match[3] or match[6]), text)
    if match := _PART.search(text):
        month = {"一": 3, "二": 6, "三": 9, "1": 3, "2": 6, "3": 9}.get(match[2] or "", 6)
        return _period(int(match[1]), month, None, text)
    if match := _MONTHS.search(text):
        return _period(int(match[1]), int(match[2]), None, text)
    whole = period_of(text)
    if whole is not None:
        return whole if whole.kind in ("year", "interim") else None
    if match := _YEAR.search(text):
        return _period(int(match[1]), 12, None, text)
    return None


def _period(year: int, month: int, day: int | None, text: str) -> Period | None:
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    if not 1 <= (day or last) <= last:
        return None
    chinese = re.search(r"[\u4e00-\u9fff]", text) is not None
    return Period(dt.date(year, month, day or last), text, "interim" if month < 12 and chinese else "year")

"""Dates, amounts and names as a CRM writes them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Literal

from accountkit.i18n import _

DayOrder = Literal["dmy", "mdy"]
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$")
_OTHER = re.compile(r"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?:,? .*)?$")
_CHINESE_NAME = re.compile(r"^[㐀-鿿·]+$")


class Unclear(ValueError):
    """A value that cannot be read, with the reason."""


def day_order(texts: Iterable[str]) -> DayOrder | None:
    """Whether the days of a file come before its months; None where both would do, or no date needs it."""
    pairs = [(int(m[1]), int(m[2])) for text in texts if (m := _OTHER.match(text.strip()))]
    if any(first > 12 for first, _second in pairs):
        return "dmy"
    return "mdy" if any(second > 12 for _first, second in pairs) else None


def date_of(text: str, order: DayOrder | None = None) -> dt.date | None:
    """A date, with or without a time behind it; None for a blank. Raises `Unclear`."""
    text = text.strip()
    if not text:
        return None
    if match := _ISO.match(text):
        year, month, day = map(int, match.groups())
    elif match := _OTHER.match(text):
        first, second, year = map(int, match.groups())
        if order is None and first != second:
            raise Unclear(_("the order of day and month is unclear: use --dates dmy or --dates mdy"))
        month, day = (second, first) if order == "dmy" else (first, second)
    else:
        raise Unclear(_("a date is expected, like 2026-05-31"))
    try:
        return dt.date(year, month, day)
    except ValueError as error:
        raise Unclear(_("this day does not exist")) from error


def joined_name(values: Mapping[str, str]) -> str:
    """A person's whole name: family name first and without a space where it is written in Chinese."""
    first, last = values.get("firstname", "").strip(), values.get("lastname", "").strip()
    if not last and not first:
        return values.get("fullname", "").strip()
    if _CHINESE_NAME.match(last + first):
        return last + first
    return f"{first} {last}".strip()


def parted_name(name: str, said: Mapping[str, str]) -> tuple[str, str]:
    """First and last name: as the CRM had them where they still make the same name, else parted before the last word."""
    if said and joined_name(said) == name and said.get("lastname"):
        return said.get("firstname", ""), said["lastname"]
    if _CHINESE_NAME.match(name) and 2 <= len(name) <= 3:
        return name[1:], name[0]
    first, _space, last = name.rpartition(" ")
    return first, last

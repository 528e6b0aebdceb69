"""A number as a person types it into one field, read by the rules of the reader's language.

A comma before exactly three digits separates thousands where the language writes thousands so (``1,234`` in English and
in Chinese); any other single comma is a decimal mark (``3,5``, ``12,5 %``). What could be read in two ways, and what is no
number, is refused with what to write instead: nothing is dropped from what was typed.

Unlike `numerals`, which weighs the evidence of a whole table, this has a single value to go by.
"""

from __future__ import annotations

import re
from typing import Literal

from accountkit.errors import InvalidEdit
from accountkit.i18n import _, language
from accountkit.sources.cells.numerals import Mark, Reading, is_missing, plain, reading

Form = Literal["number", "percent", "money"]
THOUSANDS: dict[str, Mark] = {"en": ",", "zh_CN": ","}
"""The sign between thousands, by language of the reader; the other one is the decimal mark."""
_GROUPS = r"[1-9]\d{0,2}(?:[%s]\d{3})+"


def typed_value(text: str, form: Form = "number") -> float | None:
    """The value of a field: None for a blank one; of a `percent` field the share (``12,5 %`` → 0.125).

    In a field of numbers ``12.5 %`` is 12.5: it stands where a measure in per cent is asked for; an amount of `money` is
    none. Raises `InvalidEdit` with a reason for what is unclear.
    """
    if not text.strip() or is_missing(text):
        return None
    said = typed_reading(text)
    if form == "percent":
        if said.scale is not None:
            raise _refused(text, _("a percentage takes no unit: write it as 12.5 %"))
        return said.value if said.kind == "percent" else said.value / 100
    if form == "money" and said.kind == "percent":
        raise _refused(
            text, _("an amount is asked for, and this is a percentage: write it as 1,234.5, 3 m or 120万")
        )
    return said.value * (100 if said.kind == "percent" else said.scale or 1)


def typed_reading(text: str) -> Reading:
    """What was typed, a number or a percentage, with the scale it names. Raises `InvalidEdit` for anything else."""
    said = reading(text, _decimal_mark(text))
    if said.kind == "too_large":
        raise _refused(text, _("the number is too large"))
    if said.kind not in ("number", "percent"):
        raise _refused(text, _("it is not a number: write it as 1,234.5, −20, 12.5 %, 3 m or 120万"))
    return said


def _decimal_mark(text: str) -> Mark:
    """The decimal mark of what was typed. Raises `InvalidEdit` where it could be either."""
    body = re.sub(r"[^\d.,]", "", plain(text)).rstrip(",")
    thousands = THOUSANDS[language()]
    decimal: Mark = "." if thousands == "," else ","
    points, commas = body.count("."), body.count(",")
    if points and commas:
        return "." if body.rindex(".") > body.rindex(",") else ","
    for sign, other in ((thousands, decimal), (decimal, thousands)):
        if re.fullmatch(_GROUPS % re.escape(sign), body):
            # 1,234 and 1,234,567; a single decimal mark before three digits is one, two of them are none
            return decimal if sign == thousands or body.count(sign) == 1 else other
    if body.count(thousands) == 1 and not body.count(decimal):
        before, after = body.split(thousands)
        if len(after) == 3 and before.strip("0"):
            raise _refused(
                text,
                _(
                    "it can be read in two ways: write {decimal} for a decimal, {thousands} for thousands"
                ).format(decimal=f"{before}{decimal}{after}", thousands=_grouped(before + after, thousands)),
            )
        return thousands
    return decimal


def _grouped(digits: str, sign: str) -> str:
    return f"{int(digits):,}".replace(",", sign)


def _refused(text: str, reason: str) -> InvalidEdit:
    return InvalidEdit(
        _("“{text}” was not read: {reason}.").format(text=text[:40], reason=reason), reason=reason
    )

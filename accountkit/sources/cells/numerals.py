"""Numbers as people write them in statements.

Brackets and every kind of minus sign are negative; a dash, a blank or "N/A" is *missing*, never zero; a percentage is
never an amount. ``1,234.5`` and ``1.234,5`` are told apart by the evidence of the whole table, not cell by cell.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from accountkit.sources.cells.cell import Cell, Unsolved

MISSING = frozenset(
    [
        "-",
        "--",
        "---",
        "n/a",
        "na",
        "n.a.",
        "n.m.",
        "nm",
        "n/m",
        "nil",
        "null",
        "none",
        "nan",
        "false",
        "#n/a",
        ".",
        "..",
        "...",
        "/",
        "不适用",
        "无",
        "暂无",
        "未披露",
        "未公布",
        "空",
    ]
)
_DASHES = dict.fromkeys(map(ord, "−–—―‒‐‑﹣－⁃"), "-")
_MARKS = re.compile(r"(?<=[\d)%])\s*(?:[¹²³⁰-⁹①-⒛Ⓐ-ⓩ*†‡§#]+|\[\w{1,3}\])\s*$")
_NOTE = re.compile(r"(?<=[\d)])\s*\((?:\d{1,2}|[a-z]{1,2}|注\d{0,2})\)$")
_SYMBOL = re.compile(r"^(?:us\$|hk\$|nt\$|rmb|cny|usd|eur|gbp|jpy|hkd|[$€£¥])\s*", re.IGNORECASE)
_SCALES: dict[str, float] = {
    "万亿": 1e12,
    "千亿": 1e11,
    "百亿": 1e10,
    "十亿": 1e9,
    "亿": 1e8,
    "千万": 1e7,
    "百万": 1e6,
    "万": 1e4,
    "千": 1e3,
    "trillion": 1e12,
    "tn": 1e12,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "million": 1e6,
    "mn": 1e6,
    "mm": 1e6,
    "m": 1e6,
    "thousand": 1e3,
    "k": 1e3,
}
_SCALE = re.compile(r"\s*(" + "|".join(_SCALES) + r")?\s*(?:元|美元|港元|人民币)?$", re.IGNORECASE)
_LARGEST = 1e18

Kind = Literal["number", "missing", "percent", "text", "unsolved", "too_large"]
Mark = Literal[".", ","]


@dataclass(frozen=True)
class Reading:
    """What a cell says: `value` for a number or a percentage (as a share), `scale` if the cell names its own unit."""

    kind: Kind
    value: float = 0.0
    scale: float | None = None


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Text in one form: full-width as ordinary characters, one kind of dash, footnote marks gone, single spaces."""
    text = _MARKS.sub("", text.strip())
    text = unicodedata.normalize("NFKC", text).translate(_DASHES)
    return re.sub(r"\s+", " ", text).strip().casefold()


def is_missing(cell: Cell) -> bool:
    """Whether a cell says that there is no figure."""
    if cell is None or cell is False or (isinstance(cell, float) and math.isnan(cell)):
        return True
    return (
        isinstance(cell, str)
        and not isinstance(cell, Unsolved)
        and (plain(cell) in MISSING or not plain(cell))
    )


def reading(cell: Cell, decimal: Mark = ".") -> Reading:
    """What one cell says under a decimal mark."""
    if is_missing(cell):
        return Reading("missing")
    if isinstance(cell, Unsolved):
        return Reading("unsolved")
    if isinstance(cell, bool | dt.date):
        return Reading("text")
    if isinstance(cell, int | float):
        return Reading("number", float(cell)) if abs(cell) <= _LARGEST else Reading("too_large")
    return _text_reading(plain(cell), decimal)


@lru_cache(maxsize=20_000)
def _text_reading(text: str, decimal: Mark) -> Reading:
    if re.search(r"%\)?$", text):
        value = _signed_value(re.sub(r"\s*%(?=\)?$)", "", text), decimal)
        return Reading("text") if value is None else Reading("percent", value / 100)
    scale = None
    value = _signed_value(text, decimal)
    if value is None:
        core, scale = _without_scale(text)
        value = _signed_value(core, decimal)
    if value is None:
        return Reading("text")
    return Reading("number", value, scale) if abs(value) * (scale or 1) <= _LARGEST else Reading("too_large")


def _without_scale(text: str) -> tuple[str, float | None]:
    closing = ")" if text.startswith("(") and text.endswith(")") else ""
    inner = text[: len(text) - len(closing)]
    match = _SCALE.search(inner)
    assert match is not None  # every group of the pattern is optional
    word = match.group(1)
    return inner[: match.start()] + closing, _SCALES[word] if word else None


def _signed_value(text: str, decimal: Mark) -> float | None:
    text = _NOTE.sub("", _SYMBOL.sub("", text))
    negative = False
    if text.startswith("(") and text.endswith(")"):
        negative, text = True, text[1:-1].strip()
    text = _SYMBOL.sub("", text)
    if text[:1] in ("-", "△", "▲"):
        negative, text = True, _SYMBOL.sub("", text[1:].strip())
    elif text.endswith("-"):
        negative, text = True, text[:-1].strip()
    value = _value(text.removeprefix("+"), decimal)
    return None if value is None else (-value if negative and value else value)


_PLAIN = re.compile(r"(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?")
_GROUPED = re.compile(r"\d{1,3}(?:([,'’ ])\d{3})(?:\1\d{3})*(?:\.\d*)?")
_LAKHS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d*)?")


def _value(text: str, decimal: Mark) -> float | None:
    if not text.isascii() and "’" not in text:
        return None
    if decimal == ",":
        text = text.translate({ord("."): ",", ord(","): "."})
    if _GROUPED.fullmatch(text) or _LAKHS.fullmatch(text):
        text = re.sub(r"[,'’ ]", "", text)
    elif not _PLAIN.fullmatch(text):
        return None
    return float(text)


def proven_mark(cell: Cell) -> Mark | None:
    """The decimal mark that one cell proves, if any: ``1,234.5`` and ``1234.5`` prove the point, ``12,5`` the comma.

    ``1,234`` and ``1.234`` prove nothing.
    """
    if not isinstance(cell, str):
        return None
    digits = re.sub(r"[^\d.,]", "", plain(cell)).strip(".,")
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        return "." if digits.rindex(".") > digits.rindex(",") else ","
    if points > 1 or commas > 1:
        return "," if points > 1 else "."
    if not points and not commas:
        return None
    mark: Mark = "." if points else ","
    before, after = digits.split(mark)
    return mark if len(after) != 3 or len(before) > 3 or before in ("", "0") else None


def is_open(cell: Cell) -> bool:
    """Whether a cell has one mark that could be either: ``1,234`` or ``1.234``."""
    return isinstance(cell, str) and proven_mark(cell) is None and bool(re.search(r"\d[.,]\d", plain(cell)))


def proofs(cells: Iterable[tuple[Cell, str]]) -> dict[Mark, tuple[Cell, str]]:
    """For each decimal mark the first cell, with its place, that proves it and is a number under it."""
    found: dict[Mark, tuple[Cell, str]] = {}
    for cell, place in cells:
        mark = proven_mark(cell)
        if mark and mark not in found and reading(cell, mark).kind in ("number", "percent"):
            found[mark] = (cell, place)
    return found

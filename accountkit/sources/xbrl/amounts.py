"""The amount that a fact writes: as a plain number in an instance, by its format, scale and sign in inline XBRL.

Formats: the transformation rules registries 1 to 5 of XBRL International (``ixt``) and the SEC's own (``ixt-sec``).
"""

from __future__ import annotations

import re

from accountkit.sources.xbrl.events import Written

_ZERO = frozenset({"zerodash", "fixed-zero", "numdash", "fixedzero"})
_COMMA = frozenset(
    {
        "num-comma-decimal",
        "numcommadecimal",
        "numdotcomma",
        "numspacecomma",
        "numcomma",
        "num-comma-decimal-apos",
    }
)
_POINT = frozenset(
    {"num-dot-decimal", "numdotdecimal", "numcommadot", "numspacedot", "num-dot-decimal-apos", ""}
)
_NO_WORDS = frozenset({"no", "none", "nil", "zero", "-", "—", "–"})
_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?")
_LARGEST = 1e18


def amount(fact: Written) -> float | None:
    """The value in whole units; None where the text is no number under its format."""
    text = fact.text
    if not fact.inline:
        return _number(text)
    if fact.format in _ZERO or (
        fact.format in ("numwordsen", "num-word-en") and text.casefold() in _NO_WORDS
    ):
        return 0.0
    if fact.format in _COMMA:
        text = re.sub(r"[\s.'’]", "", text).replace(",", ".")
    elif fact.format in _POINT:
        text = re.sub(r"[\s,'’]", "", text)
    else:
        return None
    value = _number(text)
    if value is None or not re.fullmatch(r"-?\d{0,2}", fact.scale):
        return None
    scaled = float(f"{value * 10 ** int(fact.scale or 0):.15g}")
    return -scaled if fact.sign == "-" and scaled else scaled


def _number(text: str) -> float | None:
    if not _PLAIN.fullmatch(text):
        return None
    value = float(text)
    return value if abs(value) <= _LARGEST else None


def precision(fact: Written) -> float:
    """How exact a fact is said to be: the decimals, of which exact amounts have the most."""
    if fact.decimals == "INF":
        return float("inf")
    try:
        return float(int(fact.decimals))
    except ValueError:
        return float("-inf")

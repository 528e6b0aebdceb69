"""Texts that a spreadsheet would compute: an apostrophe in front keeps it from that."""

from __future__ import annotations

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def neutralised(text: str) -> str:
    """The text for a cell of a CSV file; `as_written` takes the apostrophe off again."""
    return "'" + text if text.startswith((*FORMULA, "'")) else text


def as_written(text: str) -> str:
    """The text as it was written, without blanks around it and without the apostrophe of `neutralised`."""
    text = text.strip()
    return text[1:] if text.startswith(tuple("'" + sign for sign in (*FORMULA, "'"))) else text

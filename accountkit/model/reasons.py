"""Why a value was not accepted, in the reader's words (pydantic speaks English only)."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from accountkit.i18n import N_, _, enumerated

REASONS = {
    "missing": N_("it is missing"),
    "extra_forbidden": N_("this field does not exist"),
    "string_type": N_("text is expected"),
    "string_unicode": N_("half of a sign is there (a lone surrogate)"),
    "string_too_long": N_("the text is longer than {max_length} characters"),
    "string_pattern_mismatch": N_("the form is wrong"),
    "int_type": N_("a whole number is expected"),
    "int_parsing": N_("a whole number is expected"),
    "int_from_float": N_("a whole number is expected"),
    "float_type": N_("a number is expected"),
    "float_parsing": N_("a number is expected"),
    "finite_number": N_("a number is expected"),
    "bool_type": N_("yes or no is expected"),
    "bool_parsing": N_("yes or no is expected"),
    "greater_than": N_("it must be greater than {gt}"),
    "greater_than_equal": N_("it must be {ge} or more"),
    "less_than": N_("it must be less than {lt}"),
    "less_than_equal": N_("it must be {le} or less"),
    "literal_error": N_("it must be one of {expected}"),
    "date_type": N_("a date is expected, for example 2024-05-31"),
    "dict_type": N_("a record is expected"),
    "model_type": N_("a record is expected"),
    "model_attributes_type": N_("a record is expected"),
    "tuple_type": N_("a list is expected"),
    "list_type": N_("a list is expected"),
}

MOST_OFFERED = 5
"""How many keys are named to a person who mistyped one."""
NOT_HERE = N_("it cannot be edited here")
"""Of a path that leads to nothing that may be edited, whatever was deleted meanwhile."""
YEARS = range(1900, 2200)
"""The years of the dates that are taken in. Beyond them lie typing errors, and rules that count days leave the calendar."""


def out_of_reach(value: Any) -> str:
    """Why a record, or whatever else is made of values, has a date that cannot be meant; empty if it has none."""
    if isinstance(value, dt.date):
        return "" if value.year in YEARS else _("the year is not between 1900 and 2199")
    if isinstance(value, BaseModel):
        value = vars(value)
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    return next(filter(None, map(out_of_reach, inner)), "")


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known keys that are close to a mistyped one, the closest first; none where none is."""
    return tuple(get_close_matches(name, list(known), n=MOST_OFFERED, cutoff=0.3))


def offered(name: str, known: Iterable[str]) -> str:
    """A sentence with the known keys that are close to a mistyped one, or with the first where none is; empty without any."""
    known = list(known)
    if near := nearest(name, known):
        return _("Nearest: {keys}.").format(keys=enumerated(near))
    first = known[:MOST_OFFERED] + ["…"] * (len(known) > MOST_OFFERED)
    return _("There are: {keys}.").format(keys=enumerated(first)) if known else ""


def not_json(error: Exception) -> str:
    """Where a text stops being JSON: its line and column; without a place (too deep, not UTF-8) that it is unreadable."""
    if isinstance(error, json.JSONDecodeError):
        return _("unreadable from line {line}, column {column}").format(line=error.lineno, column=error.colno)
    return _("unreadable text")


def first_error(error: ValidationError) -> tuple[str, Any, str]:
    """The first complaint of a validation: the place (``findings/f1/impact``), the value found there, the reason."""
    errors = error.errors(include_url=False)
    # of a value of several kinds each kind complains: that a number is not finite says more than that it is no text
    found = next((one for one in errors if one["type"] == "finite_number"), errors[0])
    place = "/".join(str(step) for step in found["loc"])
    reason = REASONS.get(found["type"])
    return place, found["input"], _(reason).format(**found.get("ctx", {})) if reason else found["msg"]

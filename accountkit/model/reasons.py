"""Why a value was not accepted, in the reader's words (pydantic speaks English only)."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from accountkit.i18n import N_, _

REASONS = {
    "missing": N_("it is missing"),
    "extra_forbidden": N_("there is no such field"),
    "string_type": N_("a text belongs here"),
    "string_too_long": N_("the text is longer than {max_length} characters"),
    "string_pattern_mismatch": N_("it does not have the form that belongs here"),
    "int_type": N_("a whole number belongs here"),
    "int_parsing": N_("a whole number belongs here"),
    "int_from_float": N_("a whole number belongs here"),
    "float_type": N_("a number belongs here"),
    "float_parsing": N_("a number belongs here"),
    "finite_number": N_("a number belongs here"),
    "bool_type": N_("yes or no belongs here"),
    "bool_parsing": N_("yes or no belongs here"),
    "greater_than": N_("it must be greater than {gt}"),
    "greater_than_equal": N_("it must be {ge} or more"),
    "less_than": N_("it must be less than {lt}"),
    "less_than_equal": N_("it must be {le} or less"),
    "literal_error": N_("it must be one of {expected}"),
    "date_type": N_("a date belongs here, as 2024-05-31"),
    "date_parsing": N_("a date belongs here, as 2024-05-31"),
    "date_from_datetime_parsing": N_("a date belongs here, as 2024-05-31"),
    "date_from_datetime_inexact": N_("a date belongs here, as 2024-05-31"),
    "dict_type": N_("a record belongs here"),
    "model_type": N_("a record belongs here"),
    "model_attributes_type": N_("a record belongs here"),
    "tuple_type": N_("a list belongs here"),
    "list_type": N_("a list belongs here"),
}


def first_error(error: ValidationError) -> tuple[str, Any, str]:
    """The first complaint of a validation: the place (``findings/f1/impact``), the value found there, the reason."""
    found = error.errors(include_url=False)[0]
    place = "/".join(str(step) for step in found["loc"])
    reason = REASONS.get(found["type"])
    return place, found["input"], _(reason).format(**found.get("ctx", {})) if reason else found["msg"]

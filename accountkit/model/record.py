"""What every record of the account has in common: frozen, closed, and bounded."""

from __future__ import annotations

import datetime as dt
import re
import secrets
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

KEY = r"^[A-Za-z0-9][A-Za-z0-9_.\-]{0,79}$"
SLUG = r"^[a-z0-9][a-z0-9\-]{0,59}$"

Key = Annotated[str, StringConstraints(pattern=KEY)]
Slug = Annotated[str, StringConstraints(pattern=SLUG)]
MaybeSlug = Annotated[str, StringConstraints(pattern=rf"^({SLUG[1:-1]})?$")]
Line = Annotated[str, StringConstraints(max_length=500)]
"""A name or a label: one line of text."""
Text = Annotated[str, StringConstraints(max_length=20_000)]
"""What a person writes: kept as it is, and shown as text, never as markup."""
Stars = Annotated[int, Field(ge=1, le=5, strict=True)]
"""A rating, 1 to 5."""


def as_rating(value: Any) -> int | None:
    """The rating that a number says, which a cell of a row holds as a float; None for anything else."""
    return None if isinstance(value, bool) or value not in (1, 2, 3, 4, 5) else int(value)


Amount = Annotated[float, Field(allow_inf_nan=False)]
Scalar = str | bool | float | None
Driver = Literal["margin", "turnover", "multiplier"]
LOGGED = "logged"
"""The context in which a value is judged that was taken in before, by the rules of its time."""


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def as_day(value: Any) -> dt.date | None:
    """The day that a date or text like ``2026-03-31`` says; None for anything else."""
    if type(value) is dt.date:
        return value
    text = as_json(value) if isinstance(value, dt.datetime) else value
    try:
        return dt.date.fromisoformat(text) if isinstance(text, str) and _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _day(value: Any, info: ValidationInfo) -> Any:
    """Only a day reaches pydantic, which reads any number as seconds since 1970."""
    if info.context == LOGGED:
        return value
    day = as_day(value)
    if day is None:
        raise PydanticCustomError("date_type", "a date is expected")
    return day


Day = Annotated[dt.date, BeforeValidator(_day)]
"""A date: a day of Python, or ``2026-03-31``."""


class Record(BaseModel):
    """A frozen record: changed by making a new one. Unknown fields are an error, so nothing is dropped unseen."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, revalidate_instances="never")


def new_id(prefix: str = "") -> str:
    """A short id that no other record has (40 random bits)."""
    return f"{prefix}{secrets.token_hex(5)}"


def as_json(value: Any) -> Any:
    """A record, or anything made of records, as plain JSON values."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    # a table of pandas holds a day as its midnight
    return value.isoformat().removesuffix("T00:00:00") if hasattr(value, "isoformat") else value

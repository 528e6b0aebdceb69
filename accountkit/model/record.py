"""What every record of the account has in common: frozen, closed, and bounded."""

from __future__ import annotations

import secrets
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

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
Amount = Annotated[float, Field(allow_inf_nan=False)]
Scalar = str | bool | float | None
Driver = Literal["margin", "turnover", "multiplier"]


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
    return value.isoformat() if hasattr(value, "isoformat") else value

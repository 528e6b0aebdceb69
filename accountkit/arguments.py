"""What an analyst hands in from a notebook, as the account takes it; what cannot be meant is said in plain words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from accountkit.errors import AccountkitError, InvalidEdit, StatementError
from accountkit.i18n import LANGUAGES, _, enumerated, known_language, listed


class InvalidArgument(AccountkitError):
    """A call was given a value of a kind that it does not take."""

    code = "invalid_argument"


def day_of(value: Any) -> dt.date | None:
    """The day of a date, of a moment as pandas and numpy have it, or of a text like 2026-01-31; None stays None."""
    if value is None:
        return None
    try:
        if isinstance(value, str):
            return dt.date.fromisoformat(value)
        if isinstance(value, bool | int | float):
            raise TypeError
        day = value if type(value) is dt.date else pd.Timestamp(value).date()
    except (TypeError, ValueError) as error:
        raise _no_day(value) from error
    if pd.isna(day):
        raise _no_day(value)
    return day


def value_of(value: Any, path: str) -> Any:
    """A value as an edit of `path` takes it: a number of numpy's as Python's own, a whole one without its point, a day as text.

    Raises `InvalidEdit` for what stands for a missing value in a table (NaN, NaT, NA): the account has None.
    """
    if isinstance(value, Mapping):
        return {name: value_of(one, f"{path}/{name}") for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [value_of(one, f"{path}/{place}") for place, one in enumerate(value)]
    if value is None or not pd.api.types.is_scalar(value):
        return value
    if pd.isna(value):
        raise InvalidEdit(
            _("{path} cannot be {value}: it is neither a number nor a text. A missing value is None.").format(
                path=path, value=value
            ),
            path,
        )
    if isinstance(value, dt.date | np.datetime64):
        return pd.Timestamp(value).date().isoformat()
    plain = value.item() if isinstance(value, np.generic) else value
    # a column with a gap in it has the ratings 4.0 and NaN
    return int(plain) if isinstance(plain, float) and plain.is_integer() else plain


def _no_day(value: Any) -> InvalidArgument:
    return InvalidArgument(
        _("“{value}” is not a day. Write a date, or a text like 2026-01-31.").format(value=str(value)[:80])
    )


def language_of(name: str | None) -> str:
    """The language that `name` means ("zh", "en_GB" …). Raises `InvalidArgument` and lists those there are."""
    said = str(name).lower()
    if not said.startswith(("en", "zh")):
        raise InvalidArgument(
            _("“{value}” is not a language. Choose one of: {known}.").format(
                value=str(name)[:40], known=enumerated(LANGUAGES)
            )
        )
    return known_language(said)


def statement_of(text: Any, kind: str) -> Any:
    """The text of a new record. Raises `InvalidEdit` where it is blank; `kind` says of what."""
    if isinstance(text, str) and not text.strip():
        raise InvalidEdit(_("{kind}: the text is empty. Say in a sentence what it is.").format(kind=kind))
    return text


def demand_frame(frame: Any, peer: str | None) -> None:
    """Raises `StatementError` where no table, or a peer without a name, is to be stored."""
    if not isinstance(frame, pd.DataFrame):
        raise StatementError(
            _(
                "A DataFrame is expected, with one row a period end and a column for each line; {kind} was given."
            ).format(kind=type(frame).__name__)
        )
    if peer is not None and not str(peer).strip():
        raise StatementError(_('The peer has no name. Enter one: peer="NAME".'))


def demand_understood(columns: Sequence[str], proposals: Mapping[str, tuple[str, ...]]) -> None:
    """Raises `StatementError` where a table has columns that no line is known for; `proposals` are lines that may be meant."""
    if columns:
        raise StatementError(
            _(
                "No line is known for these columns: {columns}. Nothing was stored. Rename them, or leave them out: frame.drop(columns=…)."
            ).format(columns=listed([_with_proposals(name, proposals) for name in columns]))
        )


def _with_proposals(column: str, proposals: Mapping[str, tuple[str, ...]]) -> str:
    """A column that was not understood, with the lines that it may mean."""
    near = enumerated(proposals.get(column, ()))
    return _("“{column}” (perhaps {lines})").format(column=column, lines=near) if near else f"“{column}”"

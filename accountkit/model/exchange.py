"""An account as one readable, diffable JSON file, and back without loss."""

from __future__ import annotations

import json

from pydantic import ValidationError

from accountkit.errors import InvalidAccount
from accountkit.i18n import _
from accountkit.model.account import Account
from accountkit.model.private import shareable
from accountkit.model.reasons import first_error
from accountkit.model.record import as_json
from accountkit.model.versions import SCHEMA_VERSION, upgraded


def to_json(account: Account, *, with_private: bool = False) -> str:
    """The account as JSON text, keys sorted, one value a line; private parts only when asked for."""
    document = as_json(account if with_private else shareable(account))
    document["schema_version"] = account.schema_version
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False) + "\n"


def from_json(text: str | bytes) -> Account:
    """The account in a JSON text. Raises `InvalidAccount` with the place and the value that are wrong."""
    try:
        document = json.loads(text)
    except (ValueError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidAccount(
            _("This is not a JSON file: {reason}. Choose a file exported by accountkit.").format(reason=error)
        ) from error
    if not isinstance(document, dict) or "slug" not in document:
        raise InvalidAccount(
            _("This JSON file is not an account (it has no “slug”). Choose a file exported by accountkit.")
        )
    version = document.get("schema_version", 1)
    if not isinstance(version, int) or not 1 <= version <= SCHEMA_VERSION:
        raise InvalidAccount(
            _(
                "This account was written by a newer accountkit (schema {version}, known here: {known}). Update accountkit."
            ).format(version=repr(version)[:40], known=SCHEMA_VERSION)
        )
    try:
        return Account.model_validate(upgraded(document))
    except ValidationError as error:
        place, value, reason = first_error(error)
        raise InvalidAccount(
            _(
                "The account file has an error at {place}: {reason} (value {value}). Correct it, or export it again."
            ).format(place=place, reason=reason, value=repr(value)[:120])
        ) from error

"""An account, or our own practice, as one readable, diffable JSON file, and back without loss."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pydantic import ValidationError

from accountkit.errors import InvalidAccount
from accountkit.i18n import _
from accountkit.model.account import Account
from accountkit.model.document import D, Document
from accountkit.model.kept_private import with_private_kept
from accountkit.model.practice import Practice
from accountkit.model.private import shareable
from accountkit.model.reasons import first_error, not_json, out_of_reach
from accountkit.model.record import as_json
from accountkit.model.versions import SCHEMA_VERSION, upgraded


def to_json(document: Document, *, with_private: bool = False) -> str:
    """The document as JSON text, keys sorted, one value a line; private parts only when asked for."""
    plain = as_json(document if with_private else shareable(document))
    plain["schema_version"] = document.schema_version
    if isinstance(document, Practice):
        plain["document"] = document.document
    return json.dumps(plain, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False) + "\n"


def from_json(text: str | bytes, *, stored: bool = False) -> Account:
    """The account in a JSON text. Raises `InvalidAccount` with the place and the value that are wrong.

    `stored`: a text of our own store, whose dates were taken in long ago; it is read so that they can be mended.
    """
    with _uncollected():
        return _account(_parsed(text, stored), stored)


def _account(plain: dict[str, Any], stored: bool) -> Account:
    if _is_practice(plain):
        raise InvalidAccount(
            _("This file holds our own data, not an account. Load it with `accountkit load FILE`.")
        )
    if "slug" not in plain:
        raise InvalidAccount(
            _("This JSON file is not an account (it has no “slug”). Choose a file exported by accountkit.")
        )
    return _read(plain, Account, stored)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let no garbage be looked for meanwhile: what is read makes none, and a look at all that was read so far, time and again,
    takes nearly half of the reading of a large account.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def practice_from_json(text: str | bytes, *, stored: bool = False) -> Practice:
    """The practice in a JSON text, as `from_json` reads an account."""
    plain = _parsed(text, stored)
    if not _is_practice(plain):
        raise InvalidAccount(
            _(
                "This JSON file does not hold our own data. Choose a file written by `accountkit export --practice`."
            )
        )
    return _read(plain, Practice, stored)


def document_from_json(text: str | bytes) -> Account | Practice:
    """Whichever of the two a JSON text holds. Raises `InvalidAccount`."""
    return practice_from_json(text) if _is_practice(_parsed(text)) else from_json(text)


def _is_practice(plain: dict[str, Any]) -> bool:
    return plain.get("document") == "practice"


class _Twice(dict[str, Any]):
    """An object of a JSON text in which a key stands twice; `key` is the first such."""

    key = ""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    twice, seen = _Twice(plain), set[str]()
    twice.key = next(key for key, _value in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    return twice


def _demand_single_keys(node: Any, place: str = "") -> None:
    """Raises `InvalidAccount` where a key stands twice: of two records one would be lost without a word."""
    if isinstance(node, _Twice):
        raise InvalidAccount(
            _(
                "The file has the key “{key}” twice at {place}. Keep one of the two, and load it again."
            ).format(key=node.key[:80], place=place or "/")
        )
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in inner:
        if isinstance(value, dict | list):
            _demand_single_keys(value, f"{place}/{key}" if place else str(key))


def _parsed(text: str | bytes, stored: bool = False) -> dict[str, Any]:
    try:
        plain = json.loads(text) if stored else json.loads(text, object_pairs_hook=_object)
        if not stored:
            _demand_single_keys(plain)
    except (ValueError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidAccount(
            _("This is not a JSON file: {reason}. Choose a file exported by accountkit.").format(
                reason=not_json(error)
            )
        ) from error
    return plain if isinstance(plain, dict) else {}


def _read(plain: dict[str, Any], kind: type[D], stored: bool) -> D:
    version = plain.get("schema_version", 1)
    if type(version) is not int or version < 1:
        reason = _("a whole number from 1 to {known} is expected").format(known=SCHEMA_VERSION)
        raise wrong("schema_version", reason, repr(version)[:120], plain)
    if version > SCHEMA_VERSION:
        raise InvalidAccount(
            _(
                "This file was written by a newer accountkit (schema {version}, known here: {known}). Update accountkit."
            ).format(version=repr(version)[:40], known=SCHEMA_VERSION)
        )
    try:
        present = upgraded(plain)
        document = kind.model_validate(present if stored else with_private_kept(present))
    except ValidationError as error:
        place, value, reason = first_error(error)
        raise wrong(place, reason, repr(value)[:120], plain) from error
    if stored:
        return document
    for name, value in vars(document).items():
        if reason := out_of_reach(value):
            raise wrong(name, reason, "…", plain)
    for place, value, reason in document.contradictions():
        raise wrong(place, reason, value, plain)
    return document


def wrong(place: str, reason: str, value: str, plain: dict[str, Any]) -> InvalidAccount:
    """What is raised where a file, read as `plain`, has a value that cannot be."""
    return InvalidAccount(in_file(place, reason, value), place, value, reason, plain)


def in_file(place: str, reason: str, value: str) -> str:
    """The sentence about a value of a file that is wrong; `place` as whoever reads it knows it."""
    return _(
        "The file has an error at {place}: {reason} (value {value}). Correct it, or export it again."
    ).format(place=place, reason=reason, value=value)

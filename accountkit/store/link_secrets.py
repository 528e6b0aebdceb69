"""Secrets of links and of sign-ins. A secret is in its link or cookie and nowhere else: the database holds its SHA-256. (256 random
bits need no slow hash: there is nothing to guess.) The beginning of the hash is the id by which people name one.
"""

from __future__ import annotations

import hashlib
import secrets

from sqlalchemy import Column, ColumnElement, func

ID_LENGTH = 16


def new() -> str:
    """A secret that nobody guesses."""
    return secrets.token_urlsafe(32)


def hashed(secret: str) -> str:
    """A secret as the database holds it."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def id_of(secret_hash: str) -> str:
    """The id of what a secret opens."""
    return secret_hash[:ID_LENGTH]


def has_id(secret_hash: Column, link_id: str) -> ColumnElement[bool]:
    """True for the row of an id."""
    return func.substr(secret_hash, 1, ID_LENGTH) == link_id

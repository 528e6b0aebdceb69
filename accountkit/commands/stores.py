"""Which store a command works on, and who is at work."""

from __future__ import annotations

import getpass
import os
from typing import TYPE_CHECKING

from accountkit.commands.terminal import tell
from accountkit.i18n import _

if TYPE_CHECKING:
    from accountkit.store import Store


def opened(db: str | None) -> Store:
    """The store at `db`; one that holds no account yet gets the two samples."""
    from accountkit.samples import load_into
    from accountkit.store import open_store

    store = open_store(db)
    loaded = load_into(store)
    if loaded:
        tell(_("The store was empty: loaded the sample accounts {slugs}.").format(slugs=", ".join(loaded)))
    return store


def author() -> str:
    """Who edits: ``ACCOUNTKIT_USER``, else the system's user; nobody in a container without a user entry."""
    try:
        return os.environ.get("ACCOUNTKIT_USER") or getpass.getuser()
    except (KeyError, OSError):
        return ""

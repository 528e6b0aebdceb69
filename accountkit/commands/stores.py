"""Which store a command works on, and who is at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accountkit.commands.terminal import AT_THE_END, tell
from accountkit.i18n import _, enumerated

if TYPE_CHECKING:
    from accountkit.store import Store


def opened(db: str | None) -> Store:
    """The store at `db`; one that holds no account yet gets the two samples."""
    from accountkit.samples import load_into

    store = as_it_is(db)
    loaded = load_into(store)
    if loaded:
        tell(_("The store was empty. Loaded the sample accounts {slugs}.").format(slugs=enumerated(loaded)))
    return store


def as_it_is(db: str | None) -> Store:
    """The store at `db`, closed when the command ends."""
    from accountkit.store import open_store

    store = open_store(db)
    AT_THE_END.callback(store.close)
    return store


def author() -> str:
    """Who edits (`accountkit.store.authors`), imported when a command asks."""
    from accountkit.store.authors import author as known

    return known()

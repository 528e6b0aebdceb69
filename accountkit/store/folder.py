"""An account in a folder: ``account.json`` beside its notebooks, worked on without any database of the user.

The file is the account for everyone who has no store with it: a colleague who was sent the folder, or a test on a
clean machine. Which of the two is opened where both exist is decided here, and a difference between them is told.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Row

from accountkit.errors import AccountNotFound, InvalidEdit, Unavailable
from accountkit.i18n import _
from accountkit.methods.paths import demand_ratings
from accountkit.model import Account, Edit, Practice, apply, from_json, practice_from_json, shareable, to_json
from accountkit.store.accounts import Store
from accountkit.store.database import Database, database_url
from accountkit.store.ledger import R
from accountkit.store.origins import Standing, standing
from accountkit.store.practices import Practices
from accountkit.store.rows import Applied
from accountkit.whole import put

Done = TypeVar("Done", Applied[Account], Applied[Account] | None)
"""What a step came back with: undoing may find nothing to do."""

FILE = "account.json"
OURS = "practice.json"


@dataclass(frozen=True)
class Opened:
    """A store and the account in it that is meant.

    `difference` says how the other copy differs (empty: it does not). `checked`: the texts that nbval compares say
    so too, because neither copy is plainly the newer one.
    """

    store: Store
    slug: str
    difference: str = ""
    checked: bool = True


class FolderPractices(Practices):
    """A folder holds an account and nothing of our own side: there is an empty practice, which cannot be changed."""

    def _change(
        self, slug: str, work: Callable[[Connection, Row[Any], Practice], R], event: str = ""
    ) -> Applied[Practice] | R:
        raise InvalidEdit(
            _(
                "A folder holds one account and no data of our own. Run `accountkit load FILE` with its account.json, "
                "and work in the store."
            )
        )


class FolderStore(Store):
    """One account, kept in a JSON file. Each change is written to the file at once.

    Undo, redo and history last as long as the process: they live in a temporary database. A file without private
    parts never gets any, because folders are passed on and put under version control.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        self._temporary = tempfile.TemporaryDirectory(prefix="accountkit-")
        super().__init__(Database(f"sqlite:///{self._temporary.name}/accounts.sqlite"))
        self.practices = FolderPractices(self._database)
        account = read(self.path)
        self.slug, self._seen = account.slug, self._state()
        self._with_private = shareable(account) != account
        super().create(account, by=self.path.name)

    def close(self) -> None:
        super().close()
        self._temporary.cleanup()

    def revision(self, slug: str) -> int:
        self._catch_up()
        return super().revision(slug)

    def apply(
        self,
        slug: str,
        edits: Sequence[Edit],
        by: str,
        seen: int | None = None,
        label: str = "",
        event: str = "",
        own: Collection[int] | None = None,
    ) -> Applied[Account]:
        self._catch_up()
        self._demand_public(apply(self.load(slug), edits))
        return self._written(super().apply(slug, edits, by, seen, label, event, own))

    def undo(self, slug: str, by: str, event: str = "") -> Applied[Account] | None:
        self._catch_up()
        return self._written(super().undo(slug, by, event))

    def redo(self, slug: str, by: str, event: str = "") -> Applied[Account] | None:
        self._catch_up()
        return self._written(super().redo(slug, by, event))

    def _written(self, applied: Done) -> Done:
        if applied is not None:
            try:
                write(applied.account, self.path, with_private=self._with_private)
            except OSError as error:
                self._seen = ()  # what could not be written is forgotten: the file is read again
                raise Unavailable(
                    _(
                        "{file} cannot be written: {reason}. Nothing was changed. Allow writing and try again."
                    ).format(file=self.path, reason=error.strerror or error)
                ) from error
            self._seen = self._state()
        return applied

    def _catch_up(self) -> None:
        """Take over what another program wrote to the file."""
        if self._state() != self._seen:
            self._seen = self._state()
            self.replace(read(self.path), by=self.path.name)

    def _state(self) -> tuple[int, ...]:
        try:
            state = self.path.stat()
        except FileNotFoundError:
            return ()
        return state.st_mtime_ns, state.st_size

    def _demand_public(self, account: Account) -> None:
        if not self._with_private and shareable(account) != account:
            raise InvalidEdit(
                _(
                    "Private notes are not written to {file}, because the folder may be passed on. Run "
                    "`accountkit load {file}`, and enter them in the workbook."
                ).format(file=self.path.name)
            )


def read(path: Path) -> Account:
    """The account in a file. Raises `AccountNotFound` if there is no file, `InvalidAccount` if it holds none."""
    try:
        return demand_ratings(from_json(path.read_bytes()))
    except FileNotFoundError as error:
        raise AccountNotFound(
            _(
                "The file {file} does not exist. Enter the account.json of a folder, or an account's short name."
            ).format(file=path)
        ) from error


def write(account: Account, path: Path, *, with_private: bool = False) -> None:
    """Put an account into a file: whole, or not at all."""
    put(path, to_json(account, with_private=with_private).encode("utf-8"))


def practice_beside(path: Path) -> Store:
    """A store for as long as the process lasts, with our own side as the file has it."""
    folder = tempfile.mkdtemp(prefix="accountkit-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    store = Store(Database(f"sqlite:///{folder}/accounts.sqlite"))
    try:
        store.practices.replace(demand_ratings(practice_from_json(path.read_bytes())), by=path.name)
    except FileNotFoundError as error:
        raise AccountNotFound(_("The file {file} does not exist.").format(file=path)) from error
    return store


def opened_beside(path: Path, db: str | None, *, store_first: bool) -> Opened:
    """The account of the file at `path`: from the store if that was last saved from exactly this file, else from it.

    With `store_first` (the served app, or an account asked for by its name) the store is what is edited wherever it
    has the account. Raises `InvalidAccount` if the file holds no account.
    """
    account = read(path)
    if not exists(db):
        return Opened(FolderStore(path), account.slug)
    store = Store(Database(db))
    found = standing(store, account)
    if found is Standing.ABSENT:
        store.close()
        return Opened(FolderStore(path), account.slug)
    if store_first or found in (Standing.SAME, Standing.STORE):
        return Opened(
            store, account.slug, difference(found, path, in_store=True), found is not Standing.STORE
        )
    store.close()
    said = difference(found, path, in_store=False)
    return Opened(FolderStore(path), account.slug, said, found is Standing.BOTH)


def exists(db: str | None) -> bool:
    """True if there is a database to open at this URL, path or default place; nothing is made."""
    url = database_url(db)
    return url.get_backend_name() != "sqlite" or Path(url.database or "").is_file()


def difference(found: Standing, path: Path, *, in_store: bool) -> str:
    """What a person must know if a file and the store differ; empty if they do not."""
    said = {
        Standing.STORE: _("{file} and the store differ: the store has changed."),
        Standing.FILE: _("{file} and the store differ: the file has changed."),
        Standing.BOTH: _("{file} and the store differ: both have changed since they were last the same."),
    }.get(found)
    if said is None:
        return ""
    shown = (
        _("This is the store's account. `accountkit refresh {slug}` writes it to the folder.")
        if in_store
        else _("This is the file's account. `accountkit load {file}` takes it into the store.")
    )
    return f"{said} {shown}".format(file=path.name, slug=path.resolve().parent.name)

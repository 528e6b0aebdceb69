"""One person at work on one account: what they see, what they change, and who is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from accountkit.errors import Forbidden
from accountkit.i18n import _, known_language
from accountkit.methods import Analyses
from accountkit.model import Account, Edit, in_language
from accountkit.store.log import LogEntry
from accountkit.store.practices import Practices
from accountkit.store.rows import Applied


class AccountStore(Protocol):
    """What a session needs of a store (`accountkit.store`)."""

    @property
    def practices(self) -> Practices: ...
    def load(self, slug: str) -> Account: ...
    def revision(self, slug: str) -> int: ...
    def apply(
        self, slug: str, edits: Sequence[Edit], by: str, seen: int | None = None, *, event: str = ""
    ) -> Applied[Account]: ...
    def undo(self, slug: str, by: str, event: str = "") -> Applied[Account] | None: ...
    def redo(self, slug: str, by: str, event: str = "") -> Applied[Account] | None: ...
    def has_received(self, slug: str, event: str) -> bool: ...
    def history(self, slug: str) -> list[LogEntry]: ...
    def recall(self, kind: str, key: str) -> Any: ...
    def remember(self, kind: str, key: str, value: Any) -> None: ...


class Session:
    """The account `slug` as one person works on it.

    Account and author come from here, never from the browser. Every edit is stored at once; those who asked with
    `on_change` are told when the account changed, by this person or (after `look_again`) by somebody else.
    """

    def __init__(
        self,
        store: AccountStore,
        slug: str,
        by: str = "",
        lang: str = "en",
        *,
        editable: bool = True,
        difference: str = "",
    ) -> None:
        self.store, self.slug, self.by, self.editable = store, slug, by, editable
        self.lang, self.difference = known_language(lang), difference
        self.account = store.load(slug)
        self.revision = store.revision(slug)
        self.overwritten: tuple[LogEntry, ...] = ()
        self._shown: tuple[Account, Account] | None = None
        self._analyses: Analyses | None = None
        self.records: dict[str, str] = {}
        """Which record is looked at, by what it is (``stakeholder`` → id): all cards about a person show the same one."""
        self._told: list[Callable[[], None]] = []
        self._event, self._steps = "", 0
        self.panels: dict[str, Any] = {}
        """The panels that show this account, by name: an event may be meant for another than the one that got it."""

    @property
    def shown(self) -> Account:
        """The account in the reader's language, as far as it has a wording there."""
        if self._shown is None or self._shown[0] is not self.account:
            self._shown = (self.account, in_language(self.account, self.lang))
        return self._shown[1]

    @property
    def analyses(self) -> Analyses:
        """What the methods find in the account as it is shown; what an edit left as it was is not worked out again."""
        if self._analyses is None:
            self._analyses = Analyses(self.shown)
        elif self._analyses.account is not self.shown:
            self._analyses = self._analyses.after(self.shown)
        return self._analyses

    def choose(self, subject: str, record: str) -> None:
        """Look at another record, on all panels that are about one of its kind."""
        self.records[subject] = record
        self._tell()

    def on_change(self, tell: Callable[[], None]) -> None:
        """Call `tell` whenever the account changed."""
        self._told.append(tell)

    def edit(self, edits: Sequence[Edit]) -> None:
        """Store the edits as one step that one undo takes back; raises what the store raises, changing nothing."""
        if not self.editable:
            raise Forbidden(_("This page is read-only. Ask the account owner for a link with edit rights."))
        self._take(self.store.apply(self.slug, edits, self.by, seen=self.revision, event=self._step_id()))

    def undo(self) -> bool:
        """Take back this person's last step; whether there was one."""
        return self._step(self.store.undo)

    def redo(self) -> bool:
        """Bring back the step that was last taken back; whether there was one."""
        return self._step(self.store.redo)

    def look_again(self) -> bool:
        """Whether somebody else changed the account meanwhile; if so it is loaded and those who asked are told."""
        revision = self.store.revision(self.slug)
        if revision == self.revision:
            return False
        self.account, self.revision = self.store.load(self.slug), revision
        self._tell()
        return True

    @contextmanager
    def answering(self, event: str) -> Iterator[None]:
        """What is stored meanwhile answers the event of this id: if it comes again, it is not stored again."""
        self._event, self._steps = event, 0
        try:
            yield
        finally:
            self._event = ""

    def has_received(self, event: str) -> bool:
        """Whether an event was answered before, perhaps by another process; what it stored is shown then."""
        if not event or not self.store.has_received(self.slug, event):
            return False
        self.account, self.revision = self.store.load(self.slug), self.store.revision(self.slug)
        self.overwritten = ()
        self._tell()
        return True

    def _step_id(self) -> str:
        """The id of the next step that is stored: the event's own, and numbered from the second on."""
        self._steps += 1
        return self._event if self._steps == 1 or not self._event else f"{self._event}.{self._steps}"

    def _step(self, take: Callable[..., Applied[Account] | None]) -> bool:
        if not self.editable:
            raise Forbidden(_("This page is read-only. Ask the account owner for a link with edit rights."))
        applied = take(self.slug, self.by, event=self._step_id())
        if applied is not None:
            self._take(applied)
        return applied is not None

    def _take(self, applied: Applied[Account]) -> None:
        self.account, self.revision = applied.account, applied.revision
        self.overwritten = applied.overwritten
        self._tell()

    def _tell(self) -> None:
        for tell in list(self._told):
            tell()

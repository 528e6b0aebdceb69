"""One person at work on one account, or on our own side: what they see, what they change, and who is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from accountkit.errors import Forbidden, InvalidEdit
from accountkit.i18n import _, known_language
from accountkit.methods import Analyses, Method
from accountkit.methods.subjects import OURS
from accountkit.model import Account, Edit, Practice, in_language
from accountkit.store.accounts import Store
from accountkit.store.ledger import Ledger
from accountkit.store.log import LogEntry
from accountkit.store.readings import beside, lines
from accountkit.store.rows import Applied
from accountkit.store.schema import PRACTICE


class Session:
    """The account `slug`, or our own side (`PRACTICE`), as one person works on it.

    Document and author come from here, never from the browser. Every edit is stored at once; those who asked with
    `on_change` are told when it changed, by this person or (after `look_again`) by somebody else.
    """

    def __init__(
        self,
        store: Store,
        slug: str,
        by: str = "",
        lang: str = "en",
        *,
        editable: bool = True,
        difference: str = "",
    ) -> None:
        self.store, self.slug, self.by, self.editable = store, slug, by, editable
        self.lang, self.difference = known_language(lang), difference
        self.documents: Ledger[Any] = store.practices if slug == PRACTICE else store
        # the number first: what is stored between the two is news then, and not taken for known
        self.revision = self.documents.revision(slug)
        self.document: Account | Practice = self.documents.load(slug)
        self._practice = None if slug == PRACTICE else beside(store.practices, self.lang)
        self._lines = partial(lines, store, self.lang)
        self.overwritten: tuple[LogEntry, ...] = ()
        self._own: set[int] = set()
        """The revisions that this session has stored: others of the same name are another page's."""
        self.report: Callable[[dict[str, Any]], None] = lambda report: None
        """Called with what became of each event that is for editing."""
        self._seen: tuple[Any, Any] | None = None
        self._analyses: Analyses | None = None
        self.records: dict[str, str] = {}
        """Which record is looked at, by what it is (``stakeholder`` → id): all cards about a person show the same one."""
        self._told: list[Callable[[], None]] = []
        self._event, self._steps = "", 0
        self._looked_at: int | None = None
        self.panels: dict[str, Any] = {}
        """The panels that show this document, by name: an event may be meant for another than the one that got it."""

    def holds(self, method: Method) -> bool:
        """Whether the records and answers of a method lie in this document."""
        return (method.subject in OURS) == (self.slug == PRACTICE)

    def demand_held(self, method: Method) -> None:
        """Raises `InvalidEdit` for a method whose answers lie in another document, and says in which."""
        if not self.holds(method):
            raise InvalidEdit(
                _("“{method}” is on the page of our own data.").format(method=_(method.name))
                if method.subject in OURS
                else _("“{method}” is about an account. Open one.").format(method=_(method.name))
            )

    @property
    def account(self) -> Account:
        """The account. Raises `TypeError` where our own side is worked on."""
        return _account(self.document)

    @property
    def shown(self) -> Account:
        """The account in the reader's language, as far as it has a wording there."""
        return _account(self.seen)

    @property
    def seen(self) -> Account | Practice:
        """The document in the reader's language, as far as it has a wording there."""
        if self._seen is None or self._seen[0] is not self.document:
            self._seen = (self.document, in_language(self.document, self.lang))
        return self._seen[1]

    @property
    def analyses(self) -> Analyses:
        """What the methods find in the document as it is shown; what an edit left as it was is not worked out again."""
        found = self._analyses
        if found is None:
            found = Analyses(self.seen, self._practice, self._lines)
        elif found.document is not self.seen or self._practice not in (None, found.practice):
            found = found.after(self.seen, self._practice)
        self._analyses = found
        return found

    @property
    def stored(self) -> Analyses:
        """The same of the document as it is stored, which is what an edit changes."""
        return Analyses(self.document, self._practice, self._lines)

    def choose(self, subject: str, record: str) -> None:
        """Look at another record, on all panels that are about one of its kind."""
        self.records[subject] = record
        self._tell()

    def on_change(self, tell: Callable[[], None]) -> None:
        """Call `tell` whenever the document changed."""
        self._told.append(tell)

    def edit(self, edits: Sequence[Edit]) -> None:
        """Store the edits as one step that one undo takes back; raises what the store raises, changing nothing."""
        if not self.editable:
            raise Forbidden(_("This page is read-only. Ask the account owner for a link with edit rights."))
        since, event = self._since(), self._step_id()
        applied = self.documents.apply(self.slug, edits, self.by, seen=since, event=event, own=self._own)
        self._take(applied, is_own=bool(edits))

    def undo(self) -> bool:
        """Take back this person's last step; whether there was one."""
        return self._step(self.documents.undo)

    def redo(self) -> bool:
        """Bring back the step that was last taken back; whether there was one."""
        return self._step(self.documents.redo)

    def look_again(self) -> bool:
        """Whether somebody else changed the document meanwhile, or our own side; if so those who asked are told."""
        revision = self.documents.revision(self.slug)
        ours = None if self._practice is None else beside(self.store.practices, self.lang)
        if revision == self.revision and ours == self._practice:
            return False
        lost = self.documents.overwritten(self.slug, self.by, self.revision, self._own)
        self.document, self.revision, self._practice = self.documents.load(self.slug), revision, ours
        self._tell()
        seen = next((panel for panel in self.panels.values() if panel.visible), None)
        if lost and seen is not None:
            seen.say_overwritten(lost)
        return True

    @contextmanager
    def answering(self, event: str, seen: int | None = None) -> Iterator[None]:
        """What is stored meanwhile answers the event of this id: if it comes again, it is not stored again. `seen` is the
        revision that the person looked at, if it is not the newest that is known here.
        """
        self._event, self._steps, self._looked_at = event, 0, seen
        try:
            yield
        finally:
            self._event, self._looked_at = "", None

    def has_received(self, event: str) -> bool:
        """Whether an event was answered before, perhaps by another process; what it stored is shown then."""
        if not event or not self.documents.has_received(self.slug, event):
            return False
        self.revision, self.document = self.documents.revision(self.slug), self.documents.load(self.slug)
        self.overwritten = ()
        self._tell()
        return True

    def _since(self) -> int:
        """The revision after which a colleague's edit of the same value is news to this person."""
        return self.revision if self._looked_at is None else min(self._looked_at, self.revision)

    def _step_id(self) -> str:
        """The id of the next step that is stored: the event's own, and numbered from the second on."""
        self._steps += 1
        return self._event if self._steps == 1 or not self._event else f"{self._event}.{self._steps}"

    def _step(self, take: Callable[..., Applied[Any] | None]) -> bool:
        if not self.editable:
            raise Forbidden(_("This page is read-only. Ask the account owner for a link with edit rights."))
        applied = take(self.slug, self.by, event=self._step_id())
        if applied is not None:
            self._take(applied)
        return applied is not None

    def _take(self, applied: Applied[Any], is_own: bool = True) -> None:
        if is_own and not applied.is_repeat:
            self._own.add(applied.revision)
        self.document, self.revision = applied.document, applied.revision
        self.overwritten = applied.overwritten
        self._tell()

    def _tell(self) -> None:
        for tell in list(self._told):
            tell()


def _account(document: Account | Practice) -> Account:
    if not isinstance(document, Account):
        raise TypeError("our own side is worked on, which has no account")
    return document

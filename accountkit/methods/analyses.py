"""Every reading worked out once: the only place where a method's rule is asked.

Panels, brief, server and notebooks ask an `Analyses`, so that no two of them can say different things. A method reads
another's result through it (`Method.reads`). What did not change from one edit to the next is kept (`after`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from accountkit.errors import InvalidEdit
from accountkit.i18n import _, enumerated, language, paragraph
from accountkit.methods import registry, subjects
from accountkit.methods.assessment import Assessment
from accountkit.methods.method import Method, read_in
from accountkit.methods.shapes.kept_rows import KeptRows
from accountkit.model import Account, Practice
from accountkit.model.account_line import AccountLine
from accountkit.model.reasons import nearest, offered


def method(key: str) -> Method:
    """The method of that key. Raises `InvalidEdit` with the nearest keys, or where all are listed."""
    if key not in registry.REGISTRY:
        near = nearest(str(key), registry.REGISTRY)
        said = (
            _("No method is named “{key}”. Nearest: {keys}.")
            if near
            else _("No method is named “{key}” or nearly so. All {n} are listed by `accountkit methods`.")
        )
        raise InvalidEdit(said.format(key=str(key)[:80], keys=enumerated(near), n=len(registry.REGISTRY)))
    return registry.REGISTRY[key]


def method_and_record(text: str) -> tuple[str, str | None]:
    """A method and the record it is asked about, as a person names them: ``KEY`` or ``KEY.ID``."""
    key, _dot, subject_id = text.partition(".")
    return key, subject_id or None


def demand_record(document: Account | Practice, about: Method, record: str | None) -> None:
    """Raises `InvalidEdit` where a method about records has none of that id: with the nearest, or with what to add first."""
    known = subjects.ids(document, about.subject)
    if not known:
        raise InvalidEdit(_(subjects.FIRST[about.subject]))
    if record not in known:
        raise InvalidEdit(
            paragraph(
                _("{method} has no {kind} “{id}”.").format(
                    method=_(about.name), kind=_(subjects.KINDS[about.subject]), id=str(record)[:80]
                ),
                offered(str(record), known),
            )
        )


ALWAYS = ("evidence", "review_date", "stale_after_days", "declined")
"""The fields of a document that every reading depends on."""
Lines = tuple[AccountLine, ...] | Callable[[], tuple[AccountLine, ...]]
NOBODYS = Practice()
"""Our own side where nobody has written any."""


class Analyses:
    """The readings of one account, or of our own side, made when first asked for.

    A method about an account may look at our own side (`practice`), one about our own side at a summary line of each account
    (`accounts`, which may be handed in as what asks for them, so that nobody does who does not need them).
    """

    def __init__(
        self,
        document: Account | Practice,
        practice: Practice | None = None,
        accounts: Lines = (),
    ) -> None:
        self.document, self._lines = document, accounts
        self.practice = document if isinstance(document, Practice) else practice or NOBODYS
        self._read: dict[tuple[str, str | None, str], Any] = {}
        self._all: dict[tuple[str, str], tuple[Any, ...]] = {}
        self._assessed: dict[tuple[str, str | None, str], Assessment] = {}
        self.kept_rows: dict[str, KeptRows] = {}
        """The rows of registers by method, which say themselves what they hold of (`shapes.kept_rows`)."""

    @property
    def account(self) -> Account:
        """The account. Raises `TypeError` where our own side is read, which has none."""
        if not isinstance(self.document, Account):
            raise TypeError("our own side is read, which has no account")
        return self.document

    @cached_property
    def accounts(self) -> tuple[AccountLine, ...]:
        """A summary line of each account."""
        return self._lines() if callable(self._lines) else self._lines

    def ids(self, key: str) -> tuple[str | None, ...]:
        """The subjects of a method: its records, or None alone for the document itself."""
        about = method(key)
        return (
            subjects.ids(read_in(about, self), about.subject)
            if about.subject in subjects.COLLECTION
            else (None,)
        )

    def read(self, key: str, subject_id: str | None = None) -> Any:
        """The reading of one method for one subject; some hold words, so each language has its own."""
        place = (key, subject_id, language())
        if place not in self._read:
            self._read[place] = method(key).read(self, subject_id)
        return self._read[place]

    def readings(self, key: str) -> tuple[Any, ...]:
        """The readings of one method for all its subjects, in its order."""
        place = (key, language())
        if place not in self._all:
            found = tuple(self.read(key, one) for one in self.ids(key))
            self._all[place] = method(key).in_order(found)
        return self._all[place]

    def assess(self, key: str, subject_id: str | None = None) -> Assessment:
        """What a method says in the current language, about one subject or about all of them together.

        Raises `InvalidEdit` where there is no such method, or no such record.
        """
        about = method(key)
        if subject_id is not None and about.subject not in subjects.COLLECTION:
            raise InvalidEdit(
                _("{method} is about no single record. Leave out “.{id}”.").format(
                    method=_(about.name), id=subject_id[:80]
                )
            )
        if subject_id is not None:
            demand_record(read_in(about, self), about, subject_id)
        place = (key, subject_id, language())
        if place not in self._assessed:
            self._assessed[place] = about.assess(self, subject_id)
        return self._assessed[place]

    def after(
        self,
        document: Account | Practice,
        practice: Practice | None = None,
        accounts: Lines | None = None,
    ) -> Analyses:
        """The readings after an edit; those whose inputs are equal are taken over, and what is not handed in is as before."""
        later = Analyses(document, practice or self.practice, self._lines if accounts is None else accounts)
        later.kept_rows = self.kept_rows
        if (self.document, self.practice, self._lines) == (later.document, later.practice, later._lines):
            later._read = dict(self._read)
            return later
        known: dict[tuple[str, str | None], bool] = {}
        for (key, subject_id, lang), reading in self._read.items():
            if not _needs_all(key) and self._is_as(later, key, subject_id, known):
                later._read[key, subject_id, lang] = reading
        return later

    def is_same(self, later: Analyses, key: str, subject_id: str | None = None) -> bool:
        """Whether nothing that a reading depends on differs there."""
        return not _needs_all(key) and self._is_as(later, key, subject_id, {})

    def _is_as(
        self, later: Analyses, key: str, subject_id: str | None, known: dict[tuple[str, str | None], bool]
    ) -> bool:
        """Whether all that a reading depends on is equal there, by itself and through what it reads; `known` keeps answers."""
        place = (key, subject_id)
        if place not in known:
            about = method(key)
            known[place] = self._inputs(about, subject_id) == later._inputs(about, subject_id) and all(
                self.ids(other) == later.ids(other)
                and all(self._is_as(later, other, one, known) for one in self.ids(other))
                for other in about.reads
            )
        return known[place]

    def _inputs(self, about: Method, subject_id: str | None) -> tuple[Any, ...]:
        """What a reading depends on by itself: a document compares by its records, which an edit elsewhere leaves as they
        are."""
        fields, home = about.depends_on() or (), read_in(about, self)
        kept = getattr(home, about.collection)
        answers = (kept.get(about.answer_key(subject_id)), kept.get(about.key) if about.settings else None)
        mine = tuple(getattr(home, name) for name in ALWAYS) + tuple(
            fact for name in fields for fact in self._field(home, name)
        )
        return (answers, mine)

    def _field(self, home: Account | Practice, name: str) -> tuple[Any, ...]:
        """What a name of `Method.uses` means: a field of the method's own document, or of our own side with its evidence."""
        if name == "accounts":
            return (self.accounts,)
        if hasattr(home, name):
            return (getattr(home, name),)
        return (getattr(self.practice, name), *(getattr(self.practice, one) for one in ALWAYS))


def analysed(found: Account | Practice | Analyses) -> Analyses:
    """The readings of a document alone; readings stay what they are."""
    return found if isinstance(found, Analyses) else Analyses(found)


@registry.kept
def _needs_all(key: str) -> bool:
    """Whether a reading depends on everything, by itself or through what it reads."""
    about = method(key)
    return about.depends_on() is None or any(map(_needs_all, about.reads))

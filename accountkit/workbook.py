"""What a notebook imports: one account, or our own side; panels, summaries and data as DataFrames.

from accountkit import open_account
account = open_account("walmart")
account.panel("five_forces")
account.summary("five_forces")
practice = open_practice()
practice.panel("portfolio")
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import os
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from accountkit.analyst import Analyst
from accountkit.arguments import day_of, language_of, value_of
from accountkit.brief.blocks import Edition
from accountkit.errors import AccountNotFound
from accountkit.i18n import _, enumerated, known_language, language, use_language
from accountkit.methods import REGISTRY
from accountkit.methods.paths import demand_kinds
from accountkit.methods.subjects import COLLECTION
from accountkit.model import Edit, Practice
from accountkit.model.evidence import Grade
from accountkit.panels.following import Following
from accountkit.panels.output_only import close_kernel_to_browser
from accountkit.panels.session import Session
from accountkit.store import PRACTICE, Store, open_store
from accountkit.store.authors import author
from accountkit.store.folder import FILE, OURS, FolderStore, Opened, opened_beside, practice_beside, read
from accountkit.store.readings import around
from accountkit.summaries import summary


def open_account(
    slug: str | Path | None = None, *, db: str | None = None, lang: str | None = None
) -> Workbook:
    """The account `slug`, ready to work on; or the account in a file, if `slug` is a path that ends in ``.json``.

    Without a slug it is the one in the page's address (``?account=``), else the one whose ``account.json`` lies beside
    the notebook. That file needs no store: it is the account, unless the store was last saved from exactly this file.
    `db` names the store (else ``ACCOUNTKIT_DB``, else the file in the user's data directory), `lang` the language (else
    ``?lang=``, else ``ACCOUNTKIT_LANG``, else English). Raises `AccountNotFound` with what there is.
    """
    asked = parse_qs(os.environ.get("QUERY_STRING", ""))
    lang = language_of(lang) if lang else known_language(asked.get("lang", [""])[0] or language())
    with use_language(lang):
        opened = _opened(slug or asked.get("account", [""])[0], db)
        session = Session(
            opened.store,
            opened.slug,
            by=author(),
            lang=lang,
            editable=os.environ.get("ACCOUNTKIT_READ_ONLY") != "1",
            difference=opened.difference,
        )
    _close_where_served()
    return Workbook(session, opened.difference if opened.checked else "")


def open_practice(
    path: str | Path | None = None, *, db: str | None = None, lang: str | None = None
) -> PracticeBook:
    """Our own side, ready to work on: of the store, or of the ``practice.json`` at `path` or beside the notebook.

    A file is read and not changed: what the store holds is for one's own. On a served page it is always the store's.
    """
    asked = parse_qs(os.environ.get("QUERY_STRING", ""))
    lang = language_of(lang) if lang else known_language(asked.get("lang", [""])[0] or language())
    file = Path(path or OURS)
    of_file = bool(path) or (file.is_file() and not _is_served())
    with use_language(lang):
        store = practice_beside(file) if of_file else _filled(db)
        session = Session(
            store,
            PRACTICE,
            by=author(),
            lang=lang,
            editable=not of_file and os.environ.get("ACCOUNTKIT_READ_ONLY") != "1",
        )
    _close_where_served()
    return PracticeBook(session)


def _close_where_served() -> None:
    if _is_served():
        close_kernel_to_browser(widgets_of_ours_alone=os.environ.get("ACCOUNTKIT_OWN") != "1")
        _log_to_the_server()


def _filled(db: str | None) -> Store:
    """The store; an empty one is given the samples."""
    store = open_store(db)
    if store.is_empty() and not _is_served():  # a server has done that; a person may see none
        from accountkit.samples import load_into

        load_into(store)
    return store


def _opened(asked: str | Path, db: str | None) -> Opened:
    """The store and the account that are meant: of a file, of the file beside the notebook, or of the user's store."""
    if str(asked).endswith(".json"):
        folder = FolderStore(Path(asked))
        return Opened(folder, folder.slug)
    beside = Path(FILE)
    if beside.is_file() and asked in ("", read(beside).slug):
        return opened_beside(beside, db, store_first=bool(asked) or _is_served())
    store = _filled(db)
    if not asked:
        known = enumerated(stored.slug for stored in store.accounts())
        raise AccountNotFound(
            _('Which account? Call open_account("SLUG") with one of: {known}.').format(known=known)
        )
    return Opened(store, str(asked))


def _is_served() -> bool:
    return os.environ.get("ACCOUNTKIT_SERVED") == "1"


class Book:
    """A document in a notebook: what it says, and what colleagues change in it."""

    def __init__(self, session: Session, difference: str = "") -> None:
        self.session, self._difference = session, difference
        self._following: Following | None = None

    def summary(self, key: str = "overview") -> _Text:
        """What a method says, as plain text: the same for everybody, as of the document's review date.

        `key` is a method's, or ``KEY.ID`` for one of the records that it is about.
        """
        with use_language(self.session.lang):
            text = summary(self.session.analyses, key)
            return _Text(f"{self._difference}\n{text}" if self._difference else text)

    def edit(self, path: str, value: Any) -> None:
        """Change one value: ``account.edit("findings/f7k2/impact", 4)``. Raises `InvalidEdit`."""
        with use_language(self.session.lang):
            edit = Edit(str(path), value_of(value, str(path)))
            demand_kinds(self.session.document, edit.path, edit.value)
            self.session.edit([edit])

    def _look_at(self, key: str, record: str) -> None:
        if record and key in REGISTRY and REGISTRY[key].subject in COLLECTION:
            with use_language(self.session.lang):
                self.session.analyses.assess(key, record)
            self.session.choose(REGISTRY[key].subject, record)

    def _as_html(self, *keys: str) -> str:
        with use_language(self.session.lang):
            return "".join(f"<pre>{escape(summary(self.session.analyses, key))}</pre>" for key in keys)

    def _follow_colleagues(self) -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return  # a script or a test: nobody looks at the panel for longer than the call
        if self._following is None:
            self._following = Following(self.session, loop)


class PracticeBook(Book):
    """Our own side in a notebook."""

    @property
    def practice(self) -> Practice:
        """Our own side as it is now."""
        return self.session.analyses.practice

    def panel(self, key: str = "portfolio", record: str = "") -> Any:
        """A page (``portfolio``, ``team``), or the card of one method, about the `record` of that id or the first."""
        from accountkit.methods.workspaces import ELSEWHERE
        from accountkit.panels.practice import page_class
        from accountkit.panels.registry import panel_class

        self._look_at(key, record)
        panel = (page_class(key) if key in ELSEWHERE else panel_class(key))(self.session)
        self._follow_colleagues()
        return panel

    def _repr_html_(self) -> str:
        return self._as_html("portfolio", "team")


class Workbook(Analyst, Book):
    """One account in a notebook."""

    def panel(self, key: str = "workbook", record: str = "") -> Any:
        """The panel of one method, or the whole workbook with a tab for each screen.

        A method about a person or a deal shows the `record` of that id (else the one in the page's address, ``?id=``,
        else the first). Raises `InvalidEdit` with the records that there are.
        """
        from accountkit.panels.registry import panel_class
        from accountkit.panels.workbook import WorkbookPanel

        asked = parse_qs(os.environ.get("QUERY_STRING", ""))
        if key == "workbook":
            panel = WorkbookPanel(self.session, asked.get("tab", ["overview"])[0])
        else:
            self._look_at(key, record or asked.get("id", [""])[0])
            panel = panel_class(key)(self.session)
        self._follow_colleagues()
        return panel

    def asked_for(self, analysis: str) -> str:
        """The analysis that the page's address asks for, else `analysis` (for the notebook of any framework)."""
        return os.environ.get("ACCOUNTKIT_ANALYSIS") or analysis

    def cite(self, target: str, source: str, *, grade: Grade = "C", note: str = "", url: str = "") -> None:
        """Save a result of your own as evidence for the claim at `target` (``findings/f7k2``). Raises `InvalidEdit`.

        >>> account.cite(f"findings/{account.findings.index[0]}", "Own regression of 6 May", grade="C")
        >>> "Own regression of 6 May" in set(account.evidence["source"])
        True
        """
        from accountkit.panels.evidence import cite_of, cited

        said = {"target": target, "source": source, "grade": grade, "note": note, "url": url}
        with use_language(self.session.lang):
            self.session.edit(cited(self.account, cite_of(said)))

    def brief(
        self,
        path: str,
        *,
        edition: Edition = "internal",
        since: int | dt.date | str | None = None,
        template: str | Path | None = None,
        lang: str | None = None,
        pages: int | None = None,
        with_private: bool = False,
    ) -> Path:
        """Write the account brief; the file's ending says the format. What private methods judge stays out by default.

        `since` (a day, or a revision) tells what changed; `template` is a company's own docx, pptx or look; `lang` another
        language than the notebook's; ``pages=1`` writes the first page alone. Raises `UnknownFormat`, also for pages of a
        format that has none, `InvalidLook`, `CannotWrite`, and `AccountNotFound` for an unknown revision.

        >>> account.brief("brief.md", pages=1).name
        'brief.md'
        """
        from accountkit.brief import compose, write
        from accountkit.brief.compose import first_page
        from accountkit.brief.look import read_look
        from accountkit.brief.writing import check_pages, format_of
        from accountkit.whole import demand_place

        check_pages(format_of(path), pages)
        demand_place(path)
        store, lang = self.session.store, language_of(lang) if lang else self.session.lang
        when = since if isinstance(since, int) else day_of(since)
        past = None if when is None else store.before(self.session.slug, when)
        composed = compose(
            self.account,
            edition=edition,
            lang=lang,
            since=past.document if past else None,
            since_day=past.day if past else None,
            **around(store, lang),
        )
        if pages:
            composed = first_page(composed)
        write(composed, path, look=read_look(Path(template)) if template else None, with_private=with_private)
        return Path(path)

    def _repr_html_(self) -> str:
        return f"<strong>{escape(self.account.profile.name)}</strong>{self._as_html('overview')}"


class _Text(str):
    """A text that a notebook shows as it is, without quotes."""

    def __repr__(self) -> str:
        return str(self)


def _log_to_the_server() -> None:
    """What fails in a panel goes to the server's log: a kernel's own ``sys.stderr`` is sent to the browser instead."""
    log = logging.getLogger("accountkit")
    if not log.handlers:
        handler = logging.StreamHandler(os.fdopen(os.dup(2), "w", encoding="utf-8", closefd=True))
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        log.addHandler(handler)
        log.propagate = False

"""The live pages: the workbook, single analyses and the pages of our own side, notebooks that Voilà runs for one viewer.

What the store knows is sent at once (`first_paint`), before a kernel is asked; the outputs of the notebook
follow in the same answer, and Voilà's script in the browser turns them into the live panels, which take the
place of what was painted.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Any
from urllib.parse import quote

from nbclient.exceptions import DeadKernelError
from tornado.iostream import StreamClosedError
from voila.tornado.handler import TornadoVoilaHandler

from accountkit.i18n import language
from accountkit.methods import REGISTRY
from accountkit.methods.subjects import OURS
from accountkit.methods.workspaces import ELSEWHERE
from accountkit.panels.compiled import told
from accountkit.server import first_paint, panel_run
from accountkit.server.assets import Assets
from accountkit.server.bar import Bar, bar
from accountkit.server.headers import LIVE, OWN
from accountkit.server.notebooks import WORKBOOK, notebook_of
from accountkit.server.own_notebooks import OwnNotebooks
from accountkit.server.page import Page
from accountkit.server.sessions import Opening, Sessions, opening
from accountkit.server.threads import asked
from accountkit.store import PRACTICE, Store
from accountkit.store.readings import of_loaded, of_practice
from accountkit.store.rows import Applied

RETRY_SECONDS = 10


def painted(store: Store, stored: Applied, key: str, record: str = "") -> first_paint.Paint:
    """The first picture of an analysis or a tab: with our own side and all accounts beside it, as the live panels read it."""
    revisions = (stored.revision, store.practices.revision(PRACTICE))
    return first_paint.of_account(
        lambda: of_loaded(store, stored.account, language()), stored.account, revisions, key, record
    )


class Painted(Page):
    """GET ``?account=&tab=``: the first picture of another tab, for a page whose address names it after the
    #.
    """

    async def get(self) -> None:
        slug, tab = self.get_query_argument("account", ""), self.get_query_argument("tab", "")
        paint = await asked(lambda: self._paint(slug, tab))
        self.finish(self.text("painted.html", paint=paint))

    def _paint(self, slug: str, tab: str) -> first_paint.Paint:
        stored = self.store.loaded(slug)
        return painted(self.store, stored, tab)


class Live(Page, TornadoVoilaHandler):
    """A notebook for one viewer; which one, and in which kernel, say its addresses."""

    @property
    def scripts(self) -> str:
        """The page compiles a panel itself if its compiled module is missing or out of date."""
        return LIVE if self.assets.is_compiled else OWN

    async def open_live(self, head: Callable[[], str], begun: Callable[[], Opening]) -> None:
        """Send the page: its head at once, then what the notebook's cells show."""
        first = await asked(head)  # it looks into the store
        await self.sessions.make_room()
        if self.sessions.is_full:
            self._say_full()
            return
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.write(first)
        self.flush()
        await self._run(begun())

    @property
    def sessions(self) -> Sessions:
        return self.settings["accountkit_sessions"]

    @property
    def assets(self) -> Assets:
        return self.settings["accountkit_assets"]

    def first_half(
        self, stored: Applied, *, key: str, paint: first_paint.Paint | None, notebook: str = ""
    ) -> str:
        """The first half of the page; `notebook` is the name of a person's own."""
        own: OwnNotebooks = self.settings["accountkit_own"]
        found = bar(
            self.store,
            stored.account,
            key,
            self.base_url,
            notebooks=own.names(stored.account.slug),
            notebook=notebook,
        )
        return self.head_under(found, key=key, paint=paint, notebook=notebook)

    def head_under(
        self, bar: Bar | None, *, key: str, paint: first_paint.Paint | None, notebook: str = ""
    ) -> str:
        """The first half of a page under the bar of an account, or without one under that of all pages."""
        return self.text(
            "live_head.html",
            bar=bar,
            here=key,
            paint=paint,
            notebook=notebook,
            config=self._config(),
            nonce=self.nonce if self.scripts == OWN else "",
            containers=self.assets.containers,
            preloads=self.assets.preloads,
            panels=self.assets.panels,
            modules=self.assets.modules(*self._modules(key, paint)),
        )

    def _modules(self, key: str, paint: first_paint.Paint | None) -> tuple[str, ...]:
        """The names of the modules that the page shows first: a panel's own, or those of any card."""
        shown = paint.key if paint and key == WORKBOOK else key
        own = shown in self.assets.panels
        generic = ("method",) if shown in REGISTRY else ("workspace", "method")
        if key in ELSEWHERE:
            return ("practice", *generic)
        return (*((WORKBOOK,) if key == WORKBOOK else ()), *((shown,) if own or not paint else generic))

    def _config(self) -> dict[str, object]:
        """What the page's scripts ask for, under the name where Jupyter's packages look for it."""
        return {
            "baseUrl": self.base_url,
            "accountkitUploadUrl": f"{self.base_url}upload",
            "accountkitPlotlyUrl": self.assets.url("charts.js"),
            "accountkitWholePlotlyUrl": self.assets.url("plotly.min.js"),
            "deferredExtensions": [],
            "disabledExtensions": [],
        }

    def pieces(self) -> AsyncGenerator[str, None]:
        """The second half of the page, as its notebook is run."""
        return panel_run.pieces(self, self.settings["accountkit_templates"])

    async def _run(self, page: Opening) -> None:
        """Send what the notebook's cells show. A page that ends before its last template, ``data-complete``, says that it
        could not be opened (live.js), so a fault needs no more than an end; no other answer can be given after the head.
        """
        opening.set(page)
        self.sessions.opening.add(page)
        try:
            async with aclosing(self.pieces()) as coming:
                async for html in coming:
                    self.write(html)
                    await self.flush()
        except StreamClosedError:  # the page was closed before it was complete
            await self._give_up(page)
        except Exception as fault:
            self.log.error(
                "%s was not run to its end: %s",
                self.notebook_path,
                fault,
                exc_info=None if isinstance(fault, DeadKernelError) else fault,
            )
            await self._give_up(page)
        finally:
            self.sessions.opening.discard(page)

    async def _give_up(self, page: Opening) -> None:
        if page.kernel_id:
            await self.sessions.end(page.kernel_id)

    def common_environment(self) -> dict[str, str]:
        """What the kernel of any page of ours is told."""
        return {
            "ACCOUNTKIT_USER": self.person,
            "ACCOUNTKIT_PERSON": self.store.person_id,
            "ACCOUNTKIT_LANG": language(),
            "ACCOUNTKIT_SPOOL": str(self.settings["accountkit_spool"].folder),
            "ACCOUNTKIT_SERVED": "1",
            **told(self.assets.panels),
        }

    def store_environment(self) -> dict[str, str]:
        """The same with the address of the store, for the pages that are ours alone."""
        return {**self.common_environment(), "ACCOUNTKIT_DB": self.store.url}

    def _say_full(self) -> None:
        self.set_status(503)
        self.set_header("Retry-After", str(RETRY_SECONDS))
        self.finish(self.text("full.html", seconds=RETRY_SECONDS, most=self.sessions.most))


class LivePage(Live):
    """GET ``?account=``: the workbook, or one analysis, of an account."""

    async def get(self, key: str = WORKBOOK) -> None:
        slug = self.get_query_argument("account", "")
        if key in REGISTRY and REGISTRY[key].subject in OURS:
            self.redirect(address(self.base_url, key))
            return
        if not slug:
            self.redirect(self.base_url)
            return
        if not await asked(lambda: self.store.may(slug, "edit")):
            self.redirect(f"{self.base_url}shared/{quote(slug, safe='')}")  # for reading no kernel is needed
            return
        stored = await asked(lambda: self.store.loaded(slug))
        self.notebook_path = notebook_of(self.settings["accountkit_templates"], key, set(REGISTRY))
        await self.open_live(
            lambda: self._analysis_head(key, stored),
            lambda: Opening(self.current_user.username, self._environment(key), about=slug),
        )

    def _analysis_head(self, key: str, stored: Applied) -> str:
        tab = self.get_query_argument("tab", "")
        record = self.get_query_argument("id", "")
        paint = painted(self.store, stored, tab if key == WORKBOOK else key, record)
        return self.first_half(stored, key=key, paint=paint)

    def _environment(self, key: str) -> dict[str, str]:
        return {**self.store_environment(), "ACCOUNTKIT_ANALYSIS": key}


class PracticePage(Live):
    """GET ``/portfolio`` and ``/team``: our own side, which belongs to no account; no link for readers leads here."""

    def initialize(self, page: str, **kwargs: Any) -> None:
        super().initialize(**kwargs)
        self.page = page

    async def get(self) -> None:
        page = self.page
        await asked(lambda: self.store.practices.demand_edit())
        self.notebook_path = notebook_of(self.settings["accountkit_templates"], page, set())
        await self.open_live(
            lambda: self.head_under(None, key=page, paint=self._paint(page)),
            lambda: Opening(self.current_user.username, self.store_environment(), about=PRACTICE),
        )

    def _paint(self, page: str) -> first_paint.Paint:
        revision = self.store.practices.revision(PRACTICE)
        return first_paint.of_practice(lambda: of_practice(self.store, language()), revision, page)


def address(base_url: str, key: str) -> str:
    """The place of a method about our own side, on its page."""
    method = REGISTRY[key]
    return f"{base_url}{method.workspace}#{method.workspace}:{method.collection}/{key}"

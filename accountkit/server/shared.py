"""An account for those of its people who may only read it, or read and comment: the page of a reader's link, for a person who is
signed in. It needs no kernel, and shows nothing private.
"""

from __future__ import annotations

import datetime as dt
from urllib.parse import quote

from accountkit.model import Account, Comment
from accountkit.server.briefs import Brief
from accountkit.server.page import Page
from accountkit.server.readers import Answer, ReaderComment, ReaderPage
from accountkit.server.threads import asked
from accountkit.server.views import BRIEF
from accountkit.store import ReaderLink
from accountkit.store.rows import Applied


class SharedPage(ReaderPage):
    """GET ``/shared/SLUG``: the internal edition of an account."""

    async def get(self, slug: str) -> None:
        target = self.get_query_argument("commented", "")
        await self.show(slug, Answer(target, said=self.thanks() if target else ""))

    def opened(self, slug: str) -> tuple[ReaderLink, Applied[Account]]:
        stored = self.store.shared(slug)
        self._comments = self.store.may(slug, "comment")
        now = dt.datetime.now(dt.UTC)
        return ReaderLink(self.person, slug, BRIEF, "internal", self.person, now, now, None, None), stored

    def terms(self, link: ReaderLink) -> dict[str, str | bool]:
        return {"until": "", "comments": self._comments, "named": self.person}

    def place(self, slug: str) -> str:
        return f"{self.base_url}shared/{quote(slug, safe='')}"

    def assets_at(self, name: str) -> str:
        return Page.assets_at(self, name)


class SharedComment(SharedPage, ReaderComment):
    """POST ``target text``: a comment under the name of who is signed in."""

    async def post(self, slug: str) -> None:
        await asked(lambda: self.store.demand(slug, "comment"))
        await self.take(slug, self.get_body_argument("target", "").strip(), self.person)

    def keep(self, link: ReaderLink, comment: Comment) -> None:
        self.store.comment(link.slug, comment, by=self.person)


class SharedBrief(Brief):
    """GET: the brief that the page offers."""


SHARED_ROUTES = [
    (r"/shared/([^/]+)", SharedPage),
    (r"/shared/([^/]+)/comment", SharedComment),
    (r"/shared/([^/]+)/brief\.([a-z]+)", SharedBrief),
]

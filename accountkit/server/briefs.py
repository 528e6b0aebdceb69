"""The brief as a file to take away."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Hashable
from functools import partial
from typing import Any

from tornado.web import HTTPError

from accountkit import brief
from accountkit.brief.blocks import Edition
from accountkit.i18n import language
from accountkit.model import Account
from accountkit.server.kept_briefs import KeptBriefs, Writing
from accountkit.server.page import Page
from accountkit.server.threads import asked
from accountkit.store import PRACTICE, Store
from accountkit.store.readings import around

EDITIONS: tuple[Edition, ...] = ("internal", "customer")


def written(account: Account, edition: Edition, lang: str, format: str, **beside: Any) -> bytes:
    """The brief of an account in a format, as bytes; `beside` is what it is read beside (`readings.around`)."""
    target = io.BytesIO()
    brief.write(brief.compose(account, edition=edition, lang=lang, **beside), target, format)
    return target.getvalue()


class Brief(Page):
    """GET ``/brief/SLUG.FORMAT?edition=&lang=``: the file, as a download."""

    async def get(self, slug: str, format: str) -> None:
        wanted = self.get_query_argument("edition", "internal")
        edition = next((one for one in EDITIONS if one == wanted), None)
        if format not in brief.MEDIA_TYPES or edition is None:
            raise HTTPError(404)
        lang = language()
        state = await asked(lambda: (slug, _state(self.store, slug), self.store.person_id))

        def read() -> tuple[Account, dict[str, Any]]:
            if not self.store.may(slug, "edit"):
                return self.store.shared(slug).account, {}
            return self.store.load(slug), around(self.store, lang)

        await self.send(slug, state, edition, format, self.person, read)

    async def send(
        self,
        slug: str,
        state: Hashable,
        edition: Edition,
        format: str,
        who: str,
        read: Callable[[], tuple[Account, dict[str, Any]]],
    ) -> None:
        """Send the brief of an account in this `state`: what has been written of it is sent again. `read` gives the account, and
        what it is read beside."""
        lang = language()
        of = (self.store.url, state, edition, lang, format, dt.date.today())
        kept: KeptBriefs = self.settings["accountkit_briefs"]

        async def begin() -> Writing:
            account, beside = await asked(read)
            # what lies beside an account stays here
            return Writing(partial(written, account, edition, lang, format, **beside), aside=not beside)

        content = await kept.file(of, begin, who)
        self.set_header("Content-Type", brief.MEDIA_TYPES[format])
        self.set_attachment_header(f"{slug}-brief.{format}")
        self.finish(content)


def _state(store: Store, slug: str) -> Hashable:
    """The state of an account and of what it is read beside; for who may only read it, that is nothing."""
    if not store.may(slug, "edit"):
        return store.shared(slug).revision, "shared"
    return store.revision(slug), store.practices.revision(PRACTICE), store.state()

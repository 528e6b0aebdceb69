"""The brief as a file to take away."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Hashable
from typing import Any

from tornado.web import HTTPError

from accountkit import brief
from accountkit.brief.blocks import Edition
from accountkit.i18n import language
from accountkit.model import Account
from accountkit.server.kept_briefs import KeptBriefs
from accountkit.server.page import Page
from accountkit.server.threads import asked
from accountkit.store import PRACTICE, Store
from accountkit.store.readings import around
from accountkit.store.rows import Applied

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
        stored, beside, others = await asked(lambda: _read(self.store, slug, lang))
        state = (slug, stored.revision, others, self.current_user.username if self.sign_in else "")
        await self.send(stored.account, state, edition, format, self.person, **beside)

    async def send(
        self, account: Account, state: Hashable, edition: Edition, format: str, who: str, **beside: Any
    ) -> None:
        """Send the brief of an account in this `state`: what has been written of it is sent again."""
        lang = language()
        of = (self.store.url, state, edition, lang, format, dt.date.today())
        kept: KeptBriefs = self.settings["accountkit_briefs"]
        content = await kept.file(of, lambda: written(account, edition, lang, format, **beside), who)
        self.set_header("Content-Type", brief.MEDIA_TYPES[format])
        self.set_attachment_header(f"{account.slug}-brief.{format}")
        self.finish(content)


def _read(store: Store, slug: str, lang: str) -> tuple[Applied[Account], dict[str, Any], Hashable]:
    """An account, what it is read beside, and the state of that; for who may only read it without what is private, alone."""
    if not store.may(slug, "edit"):
        return store.shared(slug), {}, "shared"
    others = (store.practices.revision(PRACTICE), store.state())
    return store.loaded(slug), around(store, lang), others

"""The brief as a file to take away."""

from __future__ import annotations

import io
from typing import Any

from tornado.web import HTTPError

from accountkit import brief
from accountkit.brief.blocks import Edition
from accountkit.i18n import language
from accountkit.model import Account
from accountkit.server.page import Page
from accountkit.server.threads import asked, in_thread
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
        account, beside = await asked(lambda: (self.store.load(slug), around(self.store, language())))
        await self.send(account, edition, format, **beside)

    async def send(self, account: Account, edition: Edition, format: str, **beside: Any) -> None:
        lang = language()
        content = await in_thread(lambda: written(account, edition, lang, format, **beside))
        self.set_header("Content-Type", brief.MEDIA_TYPES[format])
        self.set_attachment_header(f"{account.slug}-brief.{format}")
        self.finish(content)

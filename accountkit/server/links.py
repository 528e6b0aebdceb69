"""Links for readers, as their owner makes, sees and revokes them."""

from __future__ import annotations

import datetime as dt

from tornado.web import HTTPError

from accountkit.errors import AccountNotFound, InvalidEdit
from accountkit.i18n import _, day
from accountkit.server import views
from accountkit.server.page import Page
from accountkit.server.threads import asked
from accountkit.server.views import BRIEF
from accountkit.store import ReaderLink

LONGEST_DAYS = 365


class Answering(Page):
    """What answers a script about links."""

    def wants_json(self) -> bool:
        return True


class Links(Answering):
    """GET: the links of an account. POST ``account view edition days``: a new one, with its address, shown
    once.
    """

    async def get(self) -> None:
        slug = self.get_query_argument("account", "")
        await asked(lambda: self.store.revision(slug))
        self.answer({"links": [_shown(link) for link in await asked(lambda: self.store.links(slug))]})

    async def post(self) -> None:
        view = self.get_body_argument("view", BRIEF)
        found = views.find(view)
        if found is None:
            raise AccountNotFound(
                _("No view is named “{view}”. Choose one of the list.").format(view=view[:60])
            )
        slug, edition = (self.get_body_argument("account", ""), self.get_body_argument("edition", "customer"))
        if edition == "customer" and not found.outward:
            raise InvalidEdit(
                _("The customer edition has nothing of “{view}”. Choose the internal edition.").format(
                    view=found.name
                )
            )
        expires = dt.datetime.now(dt.UTC) + dt.timedelta(days=self._days())
        secret, link = await asked(
            lambda: self.store.create_link(slug, view=view, edition=edition, by=self.person, expires=expires)
        )
        address = f"{self.public_address}read/{secret}"
        self.answer({"address": address, "link": _shown(link)})

    def _days(self) -> int:
        try:
            return max(1, min(LONGEST_DAYS, int(self.get_body_argument("days", "30"))))
        except ValueError as error:
            raise HTTPError(400) from error


class RevokeLink(Answering):
    """POST: the link opens nothing any more."""

    async def post(self, link_id: str) -> None:
        if not await asked(lambda: self.store.revoke_link(link_id)):
            raise HTTPError(404)
        self.answer({"revoked": link_id})


def _shown(link: ReaderLink) -> dict:
    valid, view = link.is_valid(dt.datetime.now(dt.UTC)), views.find(link.view)
    return {
        "id": link.id,
        "view": view.name if view else link.view,
        "edition": _("Internal edition") if link.edition == "internal" else _("Customer edition"),
        "until": day(link.expires_at.date()),
        "used": day(link.last_used_at.date()) if link.last_used_at else "",
        "valid": valid,
    }

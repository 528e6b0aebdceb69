"""The calendar of the week behind a secret link: read by who holds the secret, made and revoked on the page of the week."""

from __future__ import annotations

import datetime as dt

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import HTTPError

from accountkit.errors import Forbidden
from accountkit.i18n import language
from accountkit.server.links import LONGEST_DAYS
from accountkit.server.page import Page
from accountkit.server.threads import asked
from accountkit.server.week_page import WeekPage
from accountkit.store import ReaderLink, Store
from accountkit.store.personal import PersonalStore

KEPT_DAYS = 180


class CalendarFeed(Page):
    """GET: the calendar, for the holder of the secret. What is unknown, expired, revoked, or a link to a page is not there."""

    @allow_unauthenticated
    async def get(self, secret: str) -> None:
        try:
            link = await asked(lambda: self.whole_store.link_for(secret))
        except Forbidden as error:
            raise HTTPError(404) from error
        if not link.is_calendar:
            raise HTTPError(404)
        from accountkit.week.calendar import calendar_of_link

        found = await asked(lambda: calendar_of_link(self._maker(link), link, self.public_address))
        self.set_header("Content-Type", "text/calendar; charset=utf-8")
        self.set_header("Content-Disposition", 'inline; filename="week.ics"')
        self.finish(found)

    def _maker(self, link: ReaderLink) -> Store:
        """The store as who made the link may use it, now; a link of the time before sign-ins was its holder's of the token."""
        if not self.sign_in:
            return self.whole_store
        return PersonalStore(self.whole_store, self.whole_store.people.named(link.created_by))


class NewCalendar(WeekPage):
    """POST ``who days``: a new link, whose address the page shows this once."""

    async def post(self) -> None:
        who = self.get_body_argument("who", "")
        try:
            days = max(1, min(LONGEST_DAYS, int(self.get_body_argument("days", str(KEPT_DAYS)))))
        except ValueError as error:
            raise HTTPError(400) from error
        expires = dt.datetime.now(dt.UTC) + dt.timedelta(days=days)
        secret, _link = await asked(lambda: self.store.create_calendar(who, by=self.person, expires=expires))
        address = f"{self.public_address}read/{secret}/week.ics?lang={language()}"
        self.finish(await asked(lambda: self.page(made=address)))


class RevokeCalendar(WeekPage):
    """POST ``link``: one of this person's calendar links opens nothing any more."""

    async def post(self) -> None:
        link = self.get_body_argument("link", "")
        if link not in [one.id for one in await asked(lambda: self.store.calendars(self.person))]:
            raise HTTPError(404)
        await asked(lambda: self.store.revoke_link(link))
        self.redirect(f"{self.base_url}week#calendar", status=303)


CALENDAR_ROUTES = [(r"/week/calendar", NewCalendar), (r"/week/calendar/revoke", RevokeCalendar)]

"""What a reader's link opens: a page for reading, made from the store by the code of the first paint, without
a kernel.

A reader can say of a claim that it is wrong; the owner sees that on the claim.
Whoever holds the secret is not known to the server otherwise: nothing here gives a cookie that opens
anything.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import HTTPError

from accountkit.brief import MEDIA_TYPES
from accountkit.errors import AccountkitError, Forbidden, InvalidEdit
from accountkit.i18n import _, day, language
from accountkit.methods.subjects import customer_name
from accountkit.model import Account, Comment, in_language
from accountkit.panels.names import READER
from accountkit.server.assets import AssetPage
from accountkit.server.briefs import Brief
from accountkit.server.calendars import CalendarFeed
from accountkit.server.page import SECRET, STATUS, Page
from accountkit.server.reader_parts import parts, targets
from accountkit.server.threads import asked
from accountkit.server.views import BRIEF
from accountkit.store import ReaderLink, Store
from accountkit.store.rows import Applied

FOR_READERS = {"charts.js", "dark.js", "panel.css", "page.css", "paint.js"}
LONGEST_COMMENT = 2000
MOST_OF_A_LINK = 20
"""Open comments that came through one link: who sends more takes nobody else's place."""
MOST_OPEN_COMMENTS = 500


@dataclass(frozen=True)
class Answer:
    """What a page says to a comment: thanks, or what is wrong with it, beside the claim `target`."""

    target: str = ""
    text: str = ""
    name: str = ""
    said: str = ""
    wrong: str = ""


def opened(store: Store, secret: str) -> tuple[ReaderLink, Applied[Account]]:
    """The link of a secret, and its account with its revision. Raises `Forbidden`."""
    link = store.link_for(secret)
    return link, store.loaded(link.slug)


class ReaderPage(Page):
    """GET: the page, for the holder of the secret; the token is not asked for. ``commented`` names the claim that says
    thanks.
    """

    @allow_unauthenticated
    async def get(self, secret: str) -> None:
        target = self.get_query_argument("commented", "")
        await self.show(secret, Answer(target, said=self.thanks() if target else ""))

    @staticmethod
    def thanks() -> str:
        """What a page says to who commented."""
        return _("Thank you. The account owner will see your comment.")

    async def show(self, secret: str, answer: Answer) -> None:
        link, stored = await asked(lambda: self.opened(secret))
        account = stored.account
        shown = in_language(account, language())
        found = parts(account, link)
        lost = answer.wrong and answer.target not in targets(found)
        self.finish(
            self.text(
                "reader.html",
                name=customer_name(shown),
                as_of=day(account.as_of),
                parts=found,
                answer=answer,
                unsent=answer.text if lost else "",
                wrong=answer.wrong if lost else "",
                here=self.place(secret),
                formats=("docx", "pdf") if link.view == BRIEF else (),
                reading=True,
                **self.terms(link),
            )
        )

    def opened(self, secret: str) -> tuple[ReaderLink, Applied[Account]]:
        """What is shown, and of which account. Raises `Forbidden`."""
        return opened(self.whole_store, secret)

    def terms(self, link: ReaderLink) -> dict[str, str | bool]:
        """What the page says of its reader: until when it is valid, and whether and as whom they comment."""
        return {"until": day(link.expires_at.date()), "comments": True, "named": ""}

    def place(self, secret: str) -> str:
        """The address of the page."""
        return f"{self.base_url}read/{secret}"

    def assets_at(self, name: str) -> str:
        return f"{self.base_url}read/{self.path_args[0]}/{self.settings['accountkit_assets'].hash}/{name}"


class ReaderComment(ReaderPage):
    """POST ``target text name``: a comment on a claim that the page shows; then the page, which says thanks beside
    the claim; reloading it sends nothing again. What is refused stays in its field.
    """

    @allow_unauthenticated
    async def post(self, secret: str) -> None:
        await self.take(secret, *(self.get_body_argument(key, "").strip() for key in ("target", "name")))

    async def take(self, secret: str, target: str, name: str) -> None:
        """Keep the comment of the form, by somebody of this name."""
        text = self.get_body_argument("text", "").strip()
        try:
            await asked(lambda: self._take(secret, target, text, name))
        except AccountkitError as error:
            self.set_status(STATUS.get(type(error), 400))
            await self.show(secret, Answer(target, text, name, wrong=str(error)))
        else:
            # without a fragment of its own, so that the browser keeps the one of the claim
            self.redirect(f"{self.place(secret)}?{urlencode({'commented': target})}", status=303)

    def _take(self, secret: str, target: str, text: str, name: str) -> None:
        link, stored = self.opened(secret)
        account = stored.account
        if not text:
            raise InvalidEdit(_("The comment is empty. Enter what is wrong, or what you know."))
        if target not in targets(parts(account, link)):
            raise Forbidden(
                _("This claim was not found, so the comment was not sent. Reload the page and try again.")
            )
        still_open = [one for one in account.comments.values() if not one.closed]
        of_this = sum(one.through == link.id for one in still_open)
        if of_this >= MOST_OF_A_LINK or len(still_open) >= MOST_OPEN_COMMENTS:
            raise Forbidden(
                _(
                    "The limit of open comments is reached, so this one was not sent. Contact the account owner directly."
                )
            )
        comment = Comment(
            target=target,
            text=text[:LONGEST_COMMENT],
            by=name[:80],
            at=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            through=link.id,
        )
        self.keep(link, comment)

    def keep(self, link: ReaderLink, comment: Comment) -> None:
        """Store a comment."""
        self.whole_store.comment(link.slug, comment, by=f"{READER}{link.id[:6]}")

    def unsent(self) -> str:
        return self.get_body_argument("text", "")[:LONGEST_COMMENT]


class ReaderBrief(Brief):
    """GET: the brief of a link that shows it, in the link's edition and no other."""

    @allow_unauthenticated
    async def get(self, secret: str, format: str) -> None:
        link, revision = await asked(lambda: self._opened(secret))
        if link.view != BRIEF or format not in MEDIA_TYPES:
            raise HTTPError(404)
        state = ("shared", link.slug, revision)
        store = self.whole_store
        await self.send(
            link.slug, state, link.edition, format, link.id, lambda: (store.shared(link.slug).account, {})
        )

    def _opened(self, secret: str) -> tuple[ReaderLink, int]:
        link = self.whole_store.link_for(secret)
        return link, self.whole_store.revision(link.slug)


class ReaderAsset(AssetPage):
    """GET: the few files that a reader's page loads."""

    @allow_unauthenticated
    async def get(self, secret: str, hashed: str, name: str) -> None:
        await asked(lambda: self.whole_store.link_for(secret))
        if name not in FOR_READERS:
            raise HTTPError(404)
        await self.send(hashed, name)


READER_ROUTES = [
    (rf"/read/{SECRET}", ReaderPage),
    (rf"/read/{SECRET}/comment", ReaderComment),
    (rf"/read/{SECRET}/week\.ics", CalendarFeed),
    (rf"/read/{SECRET}/brief\.([a-z]+)", ReaderBrief),
    (rf"/read/{SECRET}/([0-9a-f]+)/([A-Za-z._]+)", ReaderAsset),
]

"""What a reader's link opens: a page for reading, made from the store by the code of the first paint, without
a kernel.

The account is cut to its edition before anything is made of it: the customer's edition, or the internal one
without what is private. A reader can say of a claim that it is wrong; the owner sees that on the claim.
Whoever holds the secret is not known to the server otherwise: nothing here gives a cookie that opens
anything.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import HTTPError

from accountkit import frameworks
from accountkit.brief.edition import customers
from accountkit.errors import AccountkitError, Forbidden, InvalidEdit
from accountkit.frameworks.completeness import claims as all_claims
from accountkit.i18n import _, day, language
from accountkit.model import Account, Comment, Edit, in_language, new_id, shareable
from accountkit.server.account_rows import customer_name
from accountkit.server.assets import AssetHandler
from accountkit.server.briefs import FORMATS, Brief
from accountkit.server.first_paint import Paint, paint
from accountkit.server.links import BRIEF
from accountkit.server.page import Page
from accountkit.store import ReaderLink

VIEWS = {
    "internal": ("overview", "pest", "five_forces", "dupont_roe", "problem_types", "motive_assessment"),
    "customer": ("dupont_roe", "pest", "five_forces", "problem_types"),
}
FOR_READERS = {"charts.js", "dark.js", "panel.css", "page.css", "paint.js"}
LONGEST_COMMENT = 2000
MOST_OPEN_COMMENTS = 100


@dataclass(frozen=True)
class Claim:
    """A sentence that a reader may comment: the path of what it is about, its text, its status in words."""

    path: str
    text: str
    status: str


@dataclass(frozen=True)
class Part:
    """One analysis on a reader's page."""

    paint: Paint
    claims: tuple[Claim, ...]


def cut(account: Account, edition: str) -> Account:
    """As much of an account as a reader of this edition sees, in the current language."""
    shown = in_language(account, language())
    return customers(shown) if edition == "customer" else shareable(shown)


def parts(account: Account, link: ReaderLink) -> tuple[Part, ...]:
    """The page of a link: the analysis it names, or all that its edition shows."""
    allowed = VIEWS[link.edition]
    keys = allowed if link.view == BRIEF else tuple(key for key in (link.view,) if key in allowed)
    shown = cut(account, link.edition)
    return tuple(Part(paint(shown, key), _claims(shown, key)) for key in keys)


def _claims(account: Account, key: str) -> tuple[Claim, ...]:
    if key not in frameworks.REGISTRY:
        return ()
    words = {"confirmed": _("confirmed"), "assumed": _("assumed"), "refuted": _("refuted")}
    try:
        sentences = frameworks.assess(account, key).brief
    except AccountkitError:
        return ()  # the paint says why there is nothing
    known = {path for path, _standing, _stale in all_claims(account)}
    return tuple(Claim(s.path, s.text, words[s.status]) for s in sentences if s.path in known)


class ReaderPage(Page):
    """GET: the page, for the holder of the secret; the token is not asked for."""

    @allow_unauthenticated
    async def get(self, secret: str) -> None:
        self.show(secret)

    def show(self, secret: str, said: str = "") -> None:
        link = self.store.link_for(secret)
        account = self.store.load(link.slug)
        shown = in_language(account, language())
        self.finish(
            self.text(
                "reader.html",
                name=customer_name(shown),
                as_of=day(account.as_of),
                until=day(link.expires_at.date()),
                parts=parts(account, link),
                said=said,
                here=f"{self.base_url}read/{secret}",
                edition=link.edition,
                live=f"{self.base_url}workbook?account={link.slug}" if self.current_user else "",
                formats=("docx", "pdf") if link.view == BRIEF else (),
            )
        )

    def assets_at(self, name: str) -> str:
        return f"{self.base_url}read/{self.path_args[0]}/{self.settings['accountkit_assets'].hash}/{name}"


class ReaderComment(ReaderPage):
    """POST ``target text name``: a comment on a claim that the page shows; the page again."""

    @allow_unauthenticated
    async def post(self, secret: str) -> None:
        link = self.store.link_for(secret)
        account = self.store.load(link.slug)
        target, text = self.get_body_argument("target", ""), self.get_body_argument("text", "").strip()
        if not text:
            raise InvalidEdit(_("The comment is empty. Enter what is wrong, or what you know."))
        if target not in {claim.path for part in parts(account, link) for claim in part.claims}:
            raise Forbidden(_("This claim is no longer on the page. Reload the page and comment again."))
        if sum(not comment.closed for comment in account.comments.values()) >= MOST_OPEN_COMMENTS:
            raise Forbidden(
                _(
                    "The limit of open comments is reached, so this one was not sent. Contact the account owner "
                    "directly."
                )
            )
        name = self.get_body_argument("name", "").strip()[:80]
        comment = Comment(
            target=target,
            text=text[:LONGEST_COMMENT],
            by=name,
            at=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        )
        self.store.apply(link.slug, [Edit(f"comments/{new_id('c')}", comment)], by=f"reader {link.id[:6]}")
        self.show(secret, said=_("Thank you. The account owner will see your comment."))

    @allow_unauthenticated
    async def get(self, secret: str) -> None:
        self.show(secret)


class ReaderBrief(Brief):
    """GET: the brief of a link that shows it, in the link's edition and no other."""

    @allow_unauthenticated
    async def get(self, secret: str, format: str) -> None:
        link = self.store.link_for(secret)
        if link.view != BRIEF or format not in FORMATS:
            raise HTTPError(404)
        await self.send(shareable(self.store.load(link.slug)), link.edition, format)


class ReaderAsset(AssetHandler):
    """GET: the few files that a reader's page loads."""

    @allow_unauthenticated
    async def get(self, secret: str, hashed: str, name: str) -> None:
        self.store.link_for(secret)
        if name not in FOR_READERS:
            raise HTTPError(404)
        await self.send(hashed, name)


SECRET = r"([A-Za-z0-9_-]{20,100})"
READER_ROUTES = [
    (rf"/read/{SECRET}", ReaderPage),
    (rf"/read/{SECRET}/comment", ReaderComment),
    (rf"/read/{SECRET}/brief\.([a-z]+)", ReaderBrief),
    (rf"/read/{SECRET}/([0-9a-f]+)/([A-Za-z._]+)", ReaderAsset),
]

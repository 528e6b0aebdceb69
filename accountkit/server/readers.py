"""What a reader's link opens: a page for reading, made from the store by the code of the first paint, without
a kernel.

The account is cut to its edition before anything is made of it: the customer's edition, or the internal one
without what is private. A reader can say of a claim that it is wrong; the owner sees that on the claim.
Whoever holds the secret is not known to the server otherwise: nothing here gives a cookie that opens
anything.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import HTTPError

from accountkit import methods
from accountkit.brief import MEDIA_TYPES
from accountkit.brief.edition import customers
from accountkit.brief.sections.results import told
from accountkit.errors import AccountkitError, Forbidden, InvalidEdit
from accountkit.i18n import _, day, language
from accountkit.methods import Method
from accountkit.methods.chain import customer_sentences
from accountkit.methods.chain.completeness import claims as all_claims
from accountkit.methods.subjects import customer_name
from accountkit.methods.wording import joined
from accountkit.model import Account, Comment, in_language, shareable
from accountkit.server import views
from accountkit.server.assets import AssetPage
from accountkit.server.briefs import Brief
from accountkit.server.calendars import CalendarFeed
from accountkit.server.first_paint import Paint, paint
from accountkit.server.page import SECRET, STATUS, Page
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
    """The page of a link: the analysis or the screen that it names, or all that its edition shows."""
    shown = cut(account, link.edition)
    analyses = methods.Analyses(shown)
    keys = views.analyses(link.view, link.edition)
    if link.edition == "customer":
        # the basis of a picture is its score, and scores are internal
        core = [
            Part(replace(paint(analyses, key), basis=""), _claims(analyses, key, link.edition))
            for key in keys
            if customer_sentences.shows(analyses, key)
        ]
    else:
        core = [Part(paint(analyses, key), _claims(analyses, key, link.edition)) for key in keys]
    is_card = link.view != BRIEF and link.edition == "internal"
    for method in views.others(link.view):
        core += _cards(analyses, method) if is_card else _results(analyses, method, link.edition)
    return tuple(core)


def _results(analyses: methods.Analyses, method: Method, edition: str) -> Iterator[Part]:
    """What a method beside the core analyses says to this reader; nothing of one that says nothing."""
    lines = told(analyses, method, edition)
    if lines:
        assumed = any(line.status == "assumed" for line in lines)
        basis = f"○ {_('assumed')}" if assumed and edition == "internal" else ""
        text = joined(line.text for line in lines)
        yield Part(Paint(method.key, _(method.name), text, basis, (), ()), ())


def _cards(analyses: methods.Analyses, method: Method) -> Iterator[Part]:
    """The card of a method for each record that it has begun with, or of the account: sentence, verdict and figure. What it
    says of all records together comes first.
    """
    if method.says_of_all and method.subject != "account":
        yield from _results(analyses, method, "internal")
    for reading in filter(lambda one: one.begun, analyses.readings(method.key)):
        card = paint(analyses, method.key, reading.subject_id or "")
        about = {"label": card.title, "text": reading.called}
        # a prompt to its owner, which a card has where it can say nothing yet, is nothing for a reader
        said = joined(line.text for line in method.brief((reading,), each=True))
        drawings = (replace(one, key=f"{one.key}/{reading.subject_id or ''}") for one in card.drawings)
        shown = replace(
            card,
            title=_("{label}: {text}").format(**about) if reading.subject_id else card.title,
            sentence=said or card.basis,
            basis=card.basis if said else "",
            drawings=tuple(drawings),
        )
        yield Part(shown, ())


def _claims(analyses: methods.Analyses, key: str, edition: str) -> tuple[Claim, ...]:
    if key not in methods.REGISTRY:
        return ()
    customer = edition == "customer"
    assumed = _("to confirm with you") if customer else _("assumed")
    words = {"confirmed": _("confirmed"), "assumed": assumed, "refuted": _("refuted")}
    try:
        sentences = customer_sentences.sentences(analyses, key) if customer else analyses.assess(key).brief
    except AccountkitError:
        return ()  # the paint says why there is nothing
    known = {path for path, _standing, _stale in all_claims(analyses.account)}
    return tuple(Claim(s.path, s.text, words[s.status]) for s in sentences if s.path in known)


def targets(shown: tuple[Part, ...]) -> set[str]:
    """The paths of all claims that a page shows."""
    return {claim.path for part in shown for claim in part.claims}


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
        self.whole_store.comment(link.slug, comment, by=f"reader {link.id[:6]}")

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

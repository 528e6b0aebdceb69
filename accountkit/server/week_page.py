"""This week: what a seller opens on Monday, and the review of an account that begins there. Pages without a kernel.

What a click changes is one step of the account, which the page names and can take back.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from urllib.parse import urlencode

from babel.dates import format_date

from accountkit.errors import InvalidEdit
from accountkit.i18n import _, bracketed, day, enumerated, language
from accountkit.methods.week import review as rules
from accountkit.model import Account, Edit, in_language, new_id
from accountkit.model.reasons import out_of_reach
from accountkit.panels.names import kind_and_title
from accountkit.server.admission import EDITORS_ONLY
from accountkit.server.page import Page
from accountkit.server.threads import asked
from accountkit.store.listing import A_PAGE
from accountkit.week.gather import Week, judged, note_visit, week
from accountkit.week.review import walk
from accountkit.week.told import Told, late

ACTS: dict[str, Callable[[Account, str, str, str], tuple[Edit, ...]]] = {
    "done": lambda account, path, _by, _what: rules.done(account, path),
    "remind": rules.remind,
    "visit": lambda account, path, by, _what: rules.visit(account, path, by),
}


REVISION = re.compile(r"[0-9]{1,15}")


class OfTheWeek(Page):
    """What the pages have in common: the day asked for, and the step that was just made."""

    FOR_WORKERS = EDITORS_ONLY

    def chosen_day(self) -> dt.date | None:
        """The day of the query, if it is one."""
        return self.as_day(self.get_query_argument("day", ""))

    @staticmethod
    def as_day(text: str) -> dt.date | None:
        try:
            day = dt.date.fromisoformat(text)
        except ValueError:
            return None
        return None if out_of_reach(day) else day

    def step_just_made(self) -> dict[str, str] | None:
        """What the newest step of this person in an account was, for the page to say; None where there is none."""
        return self.newest_step(*self.get_query_argument("step", "").partition(":")[::2])

    def newest_step(self, slug: str, revision: str) -> dict[str, str] | None:
        """The step of a revision, if it is this person's newest in the account and can be taken back."""
        if not slug or not REVISION.fullmatch(revision):
            return None
        entries = [one for one in self.store.history(slug, int(revision) - 1) if one.by == self.person]
        newest = entries[-1] if entries else None
        if newest is None or newest.revision != int(revision) or newest.kind != "edit":
            return None
        return {"slug": slug, "label": newest.label, "revision": revision}

    async def change(self, slug: str, label: str, made: Callable[[Account], Sequence[Edit]]) -> None:
        """Make one step of an account, and lead back to the page that asked for it."""

        def work() -> int:
            account = judged(self.store.load(slug), self.as_day(self.get_body_argument("day", "")))
            event = self.get_body_argument("event", "")[:80]
            return self.store.apply(slug, made(account), by=self.person, label=label, event=event).revision

        revision = await asked(work)
        self.redirect(self.back(step=f"{slug}:{revision}"), status=303)

    def back(self, **more: str) -> str:
        """The page that a form came from, by the values that it sent along."""
        kept = {name: self.get_body_argument(name, "") for name in ("day", "who", "account")}
        query = {**{name: value for name, value in kept.items() if value}, **more}
        return f"{self.base_url}{self.PLACE}?{urlencode(query)}" if query else f"{self.base_url}{self.PLACE}"

    PLACE = "week"


class WeekPage(OfTheWeek):
    """GET ``?day=&who=&page=``: the lines of all accounts, or of those of one owner, a page of accounts at a time."""

    async def get(self) -> None:
        self.finish(await asked(self.page))

    def page(self, made: str = "") -> str:
        who = self.get_argument("who", "-")
        on = self.as_day(self.get_argument("day", ""))
        if on is None:
            note_visit(self.store, self.person)
        found = week(
            self.store,
            self.person,
            on,
            None if who == "-" else who,
            page=self.page_asked(),
            most=A_PAGE,
            waits=False,
        )
        values = {"week": found, "on": on, "days": _days(found), "step": self.step_just_made()}
        acts = {"done": _("Done"), "remind": _("Remind next week"), "visit": _("Plan a visit")}
        pinned = enumerated(name + bracketed(day(when)) for when, name in found.pinned[:3])
        return self.text(
            "week.html",
            pinned=pinned,
            **values,
            acts=acts,
            weekday=_weekday,
            late=late,
            event=new_id(),
            made=made,
            near=self.near(found.page, found.pages),
            calendars=[
                one for one in self.store.calendars(self.person) if one.is_valid(dt.datetime.now(dt.UTC))
            ],
        )


def _weekday(one: dt.date) -> str:
    return format_date(one, format="EEE d日" if language() == "zh_CN" else "EEE d", locale=language())


def _days(found: Week) -> tuple[tuple[dt.date, tuple[Told, ...]], ...]:
    """The week of the day, from Monday, each day with what is due on it; a Saturday or Sunday only with something."""
    monday = found.day - dt.timedelta(days=found.day.weekday())
    days = [monday + dt.timedelta(days=n) for n in range(7)]
    filled = [(one, tuple(line for line in found.due if line.day == one)) for one in days]
    if not any(lines for _day, lines in filled):
        return ()
    return tuple((one, lines) for one, lines in filled if lines or one.weekday() < 5)


class WeekAct(OfTheWeek):
    """POST ``account path do``: one line of the week is settled."""

    async def post(self) -> None:
        slug, path = self.get_body_argument("account", ""), self.get_body_argument("path", "")
        act = ACTS.get(self.get_body_argument("do", ""))
        if act is None:
            raise InvalidEdit(_("This action does not exist. Reload the page."))
        account = await asked(lambda: in_language(self.store.load(slug), language()))
        kind, title = kind_and_title(account, path)
        named = title or kind
        labels = {
            "done": _("Done: {what}"),
            "remind": _("Remind next week: {what}"),
            "visit": _("Plan a visit: {what}"),
        }
        label = labels[self.get_body_argument("do")].format(what=named)
        await self.change(slug, label, lambda account: act(account, path, self.person, named))

    def back(self, **more: str) -> str:
        self.request.body_arguments.pop("account", None)
        return super().back(**more)


class WeekUndo(OfTheWeek):
    """POST ``account revision``: the step that the page names is taken back, once, while it is this person's newest."""

    async def post(self) -> None:
        slug, revision = self.get_body_argument("account", ""), self.get_body_argument("revision", "")
        self.PLACE = "review" if self.get_body_argument("place", "") == "review" else "week"

        def work() -> None:
            if self.newest_step(slug, revision) is None:
                raise InvalidEdit(_("You changed this account after that. Undo it in the account."))
            self.store.undo(slug, by=self.person, event=f"undo-{revision}")

        await asked(work)
        if self.PLACE == "week":
            self.request.body_arguments.pop("account", None)
        self.redirect(self.back(), status=303)


class ReviewPage(OfTheWeek):
    """GET ``?account=``: the review of an account. POST: ``do=take`` makes a finding an action of the plan, ``do=hold`` ends the
    review.
    """

    PLACE = "review"

    async def get(self) -> None:
        slug = self.get_query_argument("account", "")
        if not slug:
            self.redirect(f"{self.base_url}week")
            return
        self.finish(await asked(lambda: self.page(slug)))

    def page(self, slug: str) -> str:
        account = judged(self.store.load(slug), self.chosen_day())
        seen = walk(in_language(account, language()))
        values = {
            "walk": seen,
            "on": self.chosen_day(),
            "step": self.step_just_made(),
            "owner": self._owner(account),
        }
        return self.text("review.html", **values, event=new_id(), as_of=day(account.as_of))

    async def post(self) -> None:
        slug, do = self.get_body_argument("account", ""), self.get_body_argument("do", "")
        if do == "hold":
            await self.change(slug, _("Review held"), self._held)
            return
        if do == "done":
            path = self.get_body_argument("path", "")
            label = _("Done: {what}").format(what=self.get_body_argument("action", "")[:200])
            await self.change(slug, label, lambda account: rules.done(account, path))
            return
        check, path, action, owner, due = (
            self.get_body_argument(name, "") for name in ("check", "path", "action", "owner", "due")
        )

        def taken(account: Account) -> tuple[Edit, ...]:
            # the owner of the account is stored as everywhere, not as this reader's language calls them
            who = account.profile.owner if owner == self._owner(account) else ""
            return rules.take_on(account, check, path, action, who or owner, self.as_day(due))

        await self.change(slug, _("Added to the plan: {action}").format(action=action[:200]), taken)

    def _owner(self, account: Account) -> str:
        """Who has an action if nobody else is named, as this reader's language calls them."""
        return in_language(account, language()).profile.owner or self.person

    def _held(self, account: Account) -> tuple[Edit, ...]:
        return rules.held(account, self.person, walk(account).open)


WEEK_ROUTES = [
    (r"/week", WeekPage),
    (r"/week/act", WeekAct),
    (r"/week/undo", WeekUndo),
    (r"/review", ReviewPage),
]

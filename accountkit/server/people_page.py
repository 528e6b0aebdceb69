"""People: who is signed in where, and for owners and administrators who may do what.

Each act asks for its own right, from the database:

    end        one's own sign-ins; of others an administrator
    invite     a new person: who manages the account that the role is on; as an administrator, an administrator
    role       who manages the account
    link       a new personal link for a person who is there, who could be anybody: an administrator
    revoke     an administrator, and nobody themselves
"""

from __future__ import annotations

from typing import Any

from tornado.web import HTTPError

from accountkit.errors import Forbidden, InvalidEdit
from accountkit.i18n import _, day
from accountkit.server.page import Page
from accountkit.server.threads import asked
from accountkit.store import PRACTICE
from accountkit.store.listing import LONGEST_SEARCH
from accountkit.store.people_found import Found
from accountkit.store.person import Person
from accountkit.store.rights import ROLE_NAMES, demand_role

ACCOUNTS_SHOWN = 100
"""Accounts to choose among; beyond them an account is named."""


class PeoplePage(Page):
    """GET ``?q=&page=``: a page of people, found by name or e-mail. POST ``do``: one act, and the page again, with a link that was
    made, this once."""

    async def get(self) -> None:
        self._demand_people()
        self.finish(await asked(self.page))

    async def post(self) -> None:
        self._demand_people()
        act = ACTS.get(self.get_body_argument("do", ""))
        if act is None:
            raise HTTPError(400)
        told, ended = await asked(lambda: act(self))
        if ended:
            await self.settings["accountkit_sessions"].end_all_of(ended)
        if told:
            self.finish(await asked(lambda: self.page(told)))
        else:
            self.redirect(self.address_without(), status=303)

    def page(self, made: str = "") -> str:
        theirs, people = self.store, self.whole_store.people
        managed = theirs.managed
        accounts = managed.first_named(ACCOUNTS_SHOWN + 1)
        is_named = len(accounts) > ACCOUNTS_SHOWN
        if theirs.practices.may("manage"):
            accounts[PRACTICE] = _("our own data")
        is_administrator = theirs.is_administrator()
        manages = is_administrator or bool(accounts)
        sign_ins = self.whole_store.sign_ins
        shown = people.page(self.wanted, self.page_asked(), managed.among) if manages else Found(())
        return self.text(
            "people.html",
            made=made,
            me=self.current_user.username,
            own=sign_ins.all(self.current_user.username),
            others=sign_ins.all(*(one.person.id for one in shown.people))
            if is_administrator and shown.people
            else [],
            found=shown,
            wanted=self.wanted,
            near=self.near(shown.page, shown.pages),
            here_again=self.address_without(),
            accounts=accounts,
            is_named=is_named,
            practice=PRACTICE,
            roles={role: _(name) for role, name in ROLE_NAMES.items()},
            role_names=ROLE_NAMES,
            manages=manages,
            is_administrator=is_administrator,
            when=lambda at: day(at.date()),
        )

    @property
    def wanted(self) -> str:
        """What people are searched for by."""
        return self.get_query_argument("q", "")[:LONGEST_SEARCH].strip()

    def place(self) -> str:
        """The slug of the account that the form names, by its slug or its name."""
        text = self.get_body_argument("account", "")
        return text if text in ("", PRACTICE) else self.store.managed.slug_of(text)

    def whom(self) -> Person:
        """The person that the form names. Raises `InvalidEdit`."""
        return self.whole_store.people.find(self.get_body_argument("person", ""))

    def demand_administrator(self) -> None:
        if not self.store.is_administrator():
            raise Forbidden(_("Only an administrator may do this. Nothing was changed."))

    def personal_link(self, person: Person) -> str:
        """The address of a personal link, or what lets the person in without one."""
        if not self.access.way.by_link:
            return _("{name} can sign in now.").format(name=person.name)
        secret = self.whole_store.people.invite(person, self.person)
        return f"{self.public_address}invitation/{secret}"

    def _demand_people(self) -> None:
        if not self.sign_in:
            raise Forbidden(
                _("Sign-in is off on this server. Start it with --sign-in to have people and roles.")
            )


def _invite(page: PeoplePage) -> tuple[str, str]:
    slug, role = page.place(), page.get_body_argument("role", "")
    administrator = page.get_body_argument("administrator", "") == "1"
    if slug and role:
        page.store.demand(slug, "manage")
    if administrator or not (slug and role):
        page.demand_administrator()
    if role:
        demand_role(role)
    people = page.whole_store.people
    name, email = (page.get_body_argument(word, "") for word in ("name", "email"))
    person = people.add(name, email, administrator=administrator)
    if slug and role:
        people.give(person, slug, role)
    return page.personal_link(person), ""


def _role(page: PeoplePage) -> tuple[str, str]:
    slug = page.place()
    page.store.demand(slug, "manage")
    page.whole_store.people.give(page.whom(), slug, page.get_body_argument("role", ""))
    return "", ""


def _administrator(page: PeoplePage) -> tuple[str, str]:
    page.demand_administrator()
    page.whole_store.people.make_administrator(_another(page), page.get_body_argument("yes", "") == "1")
    return "", ""


def _link(page: PeoplePage) -> tuple[str, str]:
    page.demand_administrator()
    return page.personal_link(page.whom()), ""


def _revoke(page: PeoplePage) -> tuple[str, str]:
    page.demand_administrator()
    person = _another(page)
    page.whole_store.people.revoke(person)
    return "", person.id


def _another(page: PeoplePage) -> Person:
    person = page.whom()
    if person.id == page.current_user.username:
        raise InvalidEdit(_("You cannot revoke yourself. Ask another administrator."))
    return person


def _end(page: PeoplePage) -> tuple[str, str]:
    one = page.get_body_argument("sign_in", "")
    whose = None if page.store.is_administrator() else page.current_user.username
    person_id = page.whole_store.sign_ins.whose(one)
    if not person_id or not page.whole_store.sign_ins.end(one, whose):
        raise InvalidEdit(_("This sign-in has ended already."))
    return "", person_id


ACTS: dict[str, Any] = {
    "invite": _invite,
    "role": _role,
    "administrator": _administrator,
    "link": _link,
    "revoke": _revoke,
    "end": _end,
}
"""What a form may ask for: what the page then says, and whose open pages end."""
PEOPLE_ROUTES = [(r"/people", PeoplePage)]

"""The command ``accountkit people``: who may sign in, with which role, and where they are signed in."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from accountkit.commands.options import WEEK_OF_HOURS, Db, IdleHours, Lang
from accountkit.commands.stores import author, opened
from accountkit.commands.terminal import ASSUMED, BadInput, address, demand_server, one_of, say, table, tell
from accountkit.i18n import N_, _, day, enumerated
from accountkit.store import PRACTICE, Store
from accountkit.store.person import Person
from accountkit.store.rights import ADMINISTRATOR, ROLE_NAMES

ACTIONS = ("list", "invite", "role", "revoke", "sessions")
NO_ROLE = "none"


def people(
    action: Annotated[
        str, typer.Argument(help=N_("list, invite, role, revoke or sessions."), metavar="ACTION")
    ] = "list",
    name: Annotated[
        str | None, typer.Argument(help=N_("Name or e-mail of a person."), metavar="NAME")
    ] = None,
    role: Annotated[
        str | None,
        typer.Argument(help=N_("owner, editor, commenter, reader, none or administrator."), metavar="ROLE"),
    ] = None,
    account: Annotated[
        str | None, typer.Option("--account", help=N_("Account that the role is on."), metavar="SLUG")
    ] = None,
    practice: Annotated[bool, typer.Option("--practice", help=N_("The role is on our own data."))] = False,
    email: Annotated[
        str, typer.Option("--email", help=N_("E-mail by which the organisation's sign-in knows the person."))
    ] = "",
    administrator: Annotated[
        bool, typer.Option("--administrator", help=N_("Invite as administrator: every account, and people."))
    ] = False,
    days: Annotated[
        int, typer.Option("--days", min=1, max=90, help=N_("Days for which the invitation is valid."))
    ] = 7,
    end: Annotated[
        str | None, typer.Option("--end", help=N_("End the sign-in of this number."), metavar="SIGN-IN")
    ] = None,
    server: Annotated[
        str | None,
        typer.Option("--server", help=N_("Address at which people reach the server."), show_default=ASSUMED),
    ] = None,
    idle_hours: IdleHours = WEEK_OF_HOURS,
    db: Db = None,
    lang: Lang = None,
) -> None:
    one_of(action, ACTIONS, "ACTION")
    store = opened(db)
    store.sign_ins.idle = dt.timedelta(hours=idle_hours)
    if practice and account is not None:
        raise BadInput(_("Enter --account or --practice, one of the two."))
    place = PRACTICE if practice else account
    if end is not None and action != "sessions":
        raise BadInput(_("--end works with `accountkit people sessions` only."))
    if action == "list":
        _list(store)
    elif action == "sessions":
        _sessions(store, name, end)
    elif name is None:
        raise BadInput(_("Enter a name: accountkit people {action} NAME").format(action=action))
    elif action == "invite":
        demand_server(server)
        person = _invited(store, name, email, administrator=administrator, role=role, place=place)
        secret = store.people.invite(person, author(), dt.timedelta(days=days))
        tell(_("Send this personal link. It works once, with `accountkit serve --sign-in invite`:"))
        say(address(server, f"invitation/{secret}"))
    elif action == "role":
        _role(store, store.people.find(name), role, place)
    else:
        store.people.revoke(store.people.find(name))
        say(_("Revoked. {name} is signed out everywhere and has no role.").format(name=name))


def _list(store: Store) -> None:
    rows = []
    for one in store.people.all():
        held = [f"{_place(slug)}: {_(ROLE_NAMES[role])}" for slug, role in sorted(one.roles.items())]
        standing = [_("revoked")] * one.revoked + [_("administrator")] * one.administrator
        rows.append((one.name, one.email or "–", enumerated([*standing, *held]) or "–"))
    if rows:
        say(table((_("Name"), _("E-mail"), _("Roles")), rows))
    else:
        say(_("No one has been invited yet. Invite someone: accountkit people invite NAME --administrator"))


def _sessions(store: Store, name: str | None, end: str | None) -> None:
    if end is not None:
        if not store.sign_ins.end(end):
            raise BadInput(
                _("No sign-in has the number “{number}”. `accountkit people sessions` lists all.").format(
                    number=end[:40]
                )
            )
        say(_("The sign-in has ended."))
        return
    found = store.sign_ins.all(*([store.people.find(name).id] if name else []))
    head = (_("Sign-in"), _("Name"), _("Browser"), _("Since"), _("Last used"))
    say(
        table(
            head,
            (
                (
                    one.id,
                    one.person,
                    one.browser[:60] or "–",
                    day(one.created_at.date()),
                    day(one.seen_at.date()),
                )
                for one in found
            ),
        )
    )


def _invited(
    store: Store, name: str, email: str, *, administrator: bool, role: str | None, place: str | None
) -> Person:
    """The person to invite: who has this name or address, or a new one."""
    if role or place:  # what cannot be given is refused before anybody is invited
        _demand(role or "editor", place)
    if place not in (None, PRACTICE):
        store.revision(place)
    known = store.people.matching(name)
    if known and email:
        store.people.keep_email(known[0], email)
    person = known[0] if known else store.people.add(name, email, administrator=administrator)
    if known and administrator:
        store.people.make_administrator(person)
    if role or place:
        _role(store, person, role or "editor", place)
    return person


def _demand(role: str, place: str | None) -> None:
    """Raises `BadInput` for an unknown role, for one on an account where none is named, and for an administrator of one."""
    one_of(role, (*ROLE_NAMES, NO_ROLE, ADMINISTRATOR), "ROLE")
    if place is not None and role == ADMINISTRATOR:
        raise BadInput(
            _(
                "An administrator is one of all accounts and our own data. Leave out --account and --practice, or choose owner."
            )
        )
    if place is None and role in ROLE_NAMES:
        raise BadInput(_("Enter an account with --account SLUG, or --practice for our own data."))


def _role(store: Store, person: Person, role: str | None, place: str | None) -> None:
    _demand(role or "", place)
    if role == ADMINISTRATOR:
        store.people.make_administrator(person)
    elif place is not None:
        store.people.give(person, place, "" if role == NO_ROLE else role or "")
    elif role == NO_ROLE and person.administrator:
        store.people.make_administrator(person, yes=False)
    else:
        raise BadInput(_("Enter an account with --account SLUG, or --practice for our own data."))
    named = _("all accounts and our own data") if place is None else _place(place)
    said = _(ROLE_NAMES.get(role or "", role or ""))  # type: ignore[call-overload]
    tell(_("{name}, {place}: {role}").format(name=person.name, place=named, role=said))


def _place(slug: str) -> str:
    return _("our own data") if slug == PRACTICE else slug

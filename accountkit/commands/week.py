"""The commands ``accountkit week``, what the page of this week shows, and ``calendar``, the links to it as a calendar."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Annotated, Any

import typer

from accountkit.commands.options import Db, Lang
from accountkit.commands.stores import author, opened
from accountkit.commands.terminal import ASSUMED, BadInput, address, demand_server, one_of, say, table, tell
from accountkit.i18n import N_, _, day, enumerated, labelled, language

SECTIONS = {
    "due": N_("Due"),
    "unmet": N_("Who was not met"),
    "stale": N_("What went stale"),
    "changed": N_("What changed"),
}


def week(
    who: Annotated[
        str | None,
        typer.Option("--who", help=N_("Owner of the accounts; by default you, if you own any, else all.")),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--day", help=N_("Day to look at (YYYY-MM-DD); by default each account's own.")),
    ] = None,
    form: Annotated[str, typer.Option("--format", help=N_("text, json or ics (a calendar)."))] = "text",
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit.week import week as of_accounts

    one_of(form, ("text", "json", "ics"), "--format")
    store, chosen = opened(db), None if on is None else _day(on)
    after: int | None = 0
    while after is not None:  # what an earlier version has not written
        after = store.catch_up(after)
    found = of_accounts(store, author(), chosen, who)
    _demand_owner(who or "", found.owners)
    for name in found.unread:
        tell(_("“{name}” cannot be read. `accountkit list` says why.").format(name=name))
    if form == "ics":
        from accountkit.week.calendar import calendar as of_week

        say(of_week(store, found.who).decode().replace("\r\n", "\n").rstrip())
        return
    if form == "json":
        said: dict[str, Any] = {
            "day": found.day.isoformat(),
            "who": found.who,
            "since": found.since.isoformat(),
        }
        said |= {key: [_plain(line) for line in getattr(found, key)] for key in SECTIONS}
        said["review"] = _plain(found.review) if found.review else None
        say(json.dumps(said, ensure_ascii=False, indent=2))
        return
    for key, name in SECTIONS.items():
        if lines := getattr(found, key):
            say("\n".join([_(name), *(f"- {line.sentence}" for line in lines)]))
    if found.review:
        say(labelled(_("Next review"), f"{found.review.customer}, {day(found.review.day)}"))
    if not found.lines:
        say(_("Nothing is overdue, stale or left alone."))


def calendar(
    new: Annotated[
        bool, typer.Option("--new", help=N_("Create a link, whose address is printed once."))
    ] = False,
    revoke: Annotated[
        str | None,
        typer.Option("--revoke", help=N_("Revoke the link that the list names so."), metavar="LINK"),
    ] = None,
    who: Annotated[str, typer.Option("--who", help=N_("Owner of the accounts; by default all."))] = "",
    days: Annotated[
        int, typer.Option("--days", min=1, max=365, help=N_("Days for which the link is valid."))
    ] = 180,
    server: Annotated[
        str | None,
        typer.Option(
            "--server",
            help=N_("Address at which the calendar program reaches the server."),
            show_default=ASSUMED,
        ),
    ] = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    store, by = opened(db), author()
    if revoke is not None:
        if revoke not in [one.id for one in store.calendars(by)]:
            raise BadInput(
                _("You have no calendar link “{link}”. `accountkit calendar` lists them.").format(
                    link=revoke[:40]
                )
            )
        store.revoke_link(revoke)
        say(_("Revoked. The address opens nothing from now on."))
        return
    if new:
        demand_server(server)
        _demand_owner(who, sorted({one.owner for one in store.lines().lines if one.owner}))
        expires = dt.datetime.now(dt.UTC) + dt.timedelta(days=days)
        secret, _link = store.create_calendar(who, by=by, expires=expires)
        tell(_("Copy it now; it is not shown again"))
        say(address(server, f"read/{secret}/week.ics?lang={language()}"))
        return
    if not (links := store.calendars(by)):
        say(_("You have no calendar link yet. Create one: accountkit calendar --new"))
        return
    now = dt.datetime.now(dt.UTC)
    head = (_("Link"), _("Whose accounts"), _("Valid until"), _("Last opened"))
    say(
        table(
            head,
            (
                (
                    one.id,
                    one.view.partition(":")[2] or _("All accounts"),
                    one.expires_at.date().isoformat() if one.is_valid(now) else _("Expired or revoked"),
                    one.last_used_at.date().isoformat() if one.last_used_at else "–",
                )
                for one in links
            ),
        )
    )


def _demand_owner(who: str, owners: Iterable[str]) -> None:
    if who and who not in owners:
        raise BadInput(
            _("“{who}” owns no account. Owners: {owners}.").format(who=who[:80], owners=enumerated(owners))
        )


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(_("“{text}” is not a day. Write it as 2026-05-11.").format(text=text[:40])) from error


def _plain(line: Any) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, dt.date) else value for name, value in vars(line).items()
    }

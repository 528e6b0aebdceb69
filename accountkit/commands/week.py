"""The command ``accountkit week``: what the page of this week shows, as text or JSON."""

from __future__ import annotations

import datetime as dt
import json
from typing import Annotated, Any

import typer

from accountkit.commands.stores import author, opened
from accountkit.commands.terminal import BadInput, Db, Lang, one_of, say, tell
from accountkit.i18n import N_, _, day, labelled

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
    form: Annotated[str, typer.Option("--format", help=N_("text or json."))] = "text",
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit.week import week as of_accounts

    one_of(form, ("text", "json"), "--format")
    store, chosen = opened(db), None if on is None else _day(on)
    found = of_accounts(store, author(), chosen, who)
    if who and who not in found.owners:
        raise BadInput(
            _("“{who}” owns no account. Owners: {owners}.").format(who=who, owners=", ".join(found.owners))
        )
    for name in found.unread:
        tell(_("“{name}” cannot be read. `accountkit list` says why.").format(name=name))
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


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(_("“{text}” is not a day. Write it as 2026-05-11.").format(text=text[:40])) from error


def _plain(line: Any) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, dt.date) else value for name, value in vars(line).items()
    }

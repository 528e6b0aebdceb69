"""Commands about accounts: list, new, export, load, history, changes."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from accountkit.commands.options import (
    VINTAGES,
    Db,
    FileCurrency,
    FileUnit,
    Lang,
    NoSlug,
    OfFilings,
    Ours,
    Sec,
    Slug,
)
from accountkit.commands.stores import author, opened
from accountkit.commands.terminal import BadInput, one_of, say, short, table, tell
from accountkit.errors import EntityNeeded
from accountkit.i18n import N_, _, day, labelled, language, listed, number

if TYPE_CHECKING:
    from accountkit.model import Account
    from accountkit.model.statement import Vintage
    from accountkit.sources import Imported
    from accountkit.store import Store
    from accountkit.store.ledger import Past
    from accountkit.store.log import LogEntry

Form = Annotated[str, typer.Option("--format", help=N_("table or json."))]


def new(
    name: Annotated[
        str | None,
        typer.Argument(
            help=N_("The customer's name; by default what the file or the SEC says."), metavar="NAME"
        ),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file",
            help=N_("Statements to begin with; the file's other companies become peers."),
            metavar="FILE",
        ),
    ] = None,
    sec: Sec = None,
    slug: Annotated[
        str | None,
        typer.Option(
            "--slug", help=N_("Short name for addresses and folders; by default made from the name.")
        ),
    ] = None,
    folder: Annotated[Path, typer.Option("--folder", help=N_("Folder for the account's notebooks."))] = Path(
        "workbooks"
    ),
    currency: FileCurrency = None,
    unit: FileUnit = None,
    vintage: OfFilings = "as_last_filed",
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit.commands import notebooks
    from accountkit.store import origins

    filings = one_of(vintage, VINTAGES, "--vintage")
    if (currency or unit) and file is None:
        raise BadInput(_("--currency and --unit say how a file counts. Use them with --file FILE."))
    store = opened(db)
    how = Counted(filings, currency, unit)
    account = _begun(store, (name or "").strip(), file, sec, _checked(slug) if slug else "", how)
    store.create(account, by=author())
    try:
        place = notebooks.write(account, folder)
    except OSError:
        store.delete(account.slug)  # both or none: the name stays free for the next try
        raise
    origins.note(store, account)
    say(
        _("Created the account “{slug}” and its notebooks in {folder}.").format(
            slug=account.slug, folder=place
        )
    )
    if not account.statements:
        tell(_("Next: accountkit import {slug} FILE").format(slug=account.slug))
        return
    told = (
        (_("statements"), number(len(account.statements), 0)),
        (_("fiscal year end"), account.profile.fiscal_year_end),
        (_("peers"), listed([peer.name for peer in account.peers.values()])),
    )
    say("\n".join("- " + labelled(what, text) for what, text in told if text))


class Counted(NamedTuple):
    """Which filings the figures are taken from, and the currency and unit of a file, as far as they were said."""

    vintage: Vintage
    currency: str | None
    unit: str | None


def _begun(store: Store, name: str, file: Path | None, sec: str | None, slug: str, how: Counted) -> Account:
    """A new account: empty, or with what a file or the SEC says of the company."""
    from accountkit.commands.statements import fetched, read
    from accountkit.model.slugs import slug_of
    from accountkit.sources.beginning import begun, by_name, named, peers_in

    if (file is not None) + bool(sec) + bool(name) == 0 or (file is not None and sec):
        raise BadInput(_("Enter the customer's name, --file FILE or --sec TICKER."))
    if file is None and not sec:
        return by_name(slug or slug_of(name), name)
    peers: tuple[Imported, ...] = ()
    left: tuple[str, ...] = ()
    if sec:
        imported = fetched(sec, how.vintage)
    elif file is not None:
        try:
            imported = read(store, file, None, None, how.currency, how.unit, how.vintage)
        except EntityNeeded:
            if not name:
                raise
            imported = read(
                store, file, None, name, how.currency, how.unit, how.vintage
            )  # of several companies the one of that name
        peers, left = peers_in(file.read_bytes(), file.name, imported, how.vintage, how.currency, how.unit)
    for reason in (*imported.warnings, *left):
        tell(reason)
    name = name or named(imported, file.name if file else sec or "")
    return begun(slug or slug_of(name), imported, name, peers)


def _checked(slug: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9\-]{0,59}", slug):
        raise BadInput(
            _("“{slug}” is not a short name. Use up to 60 lower-case letters, digits and hyphens.").format(
                slug=slug[:80]
            )
        )
    return slug


def history(
    slug: NoSlug = None,
    practice: Ours = False,
    since: Annotated[
        str | None,
        typer.Option("--since", help=N_("First day (YYYY-MM-DD) or revision to show.")),
    ] = None,
    form: Form = "table",
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit.store import PRACTICE

    one_of(form, ("table", "json"), "--format")
    if practice == (slug is not None):
        raise BadInput(_("Enter either an account or --practice."))
    store, when = opened(db), None if since is None else moment(since)
    entries = store.history(slug, when) if slug else store.practices.history(PRACTICE, when)
    if form == "json":
        say(json.dumps([_logged(entry) for entry in entries], ensure_ascii=False, indent=2))
        return
    if not entries:
        say(_("No edits since then.") if since else _("No edits yet."))
        return
    head = (_("Revision"), _("When"), _("By"), _("What"), _("Path"), _("Before"), _("After"))
    say(table(head, [_line(entry) for entry in entries]))


KINDS = {
    "create": N_("created"),
    "edit": N_("edited"),
    "replace": N_("loaded"),
    "undo": N_("undone"),
    "redo": N_("redone"),
}


def _logged(entry: LogEntry) -> dict[str, Any]:
    return {
        "revision": entry.revision,
        "at": entry.at.isoformat(),
        "by": entry.by,
        "kind": entry.kind,
        "path": entry.path,
        "before": entry.before,
        "value": entry.value,
        "remove": entry.remove,
    }


def _line(entry: LogEntry) -> tuple[str, ...]:
    after = _("(removed)") if entry.remove else short(entry.value)
    when = entry.at.strftime("%Y-%m-%d %H:%M")
    return str(entry.revision), when, entry.by, _(KINDS[entry.kind]), entry.path, short(entry.before), after


def moment(text: str) -> int | dt.date:
    """A revision's number or a day, as a person types it."""
    try:
        return int(text) if text.isdigit() else dt.date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(
            _(
                "“{text}” is neither a day nor a revision. Write a day as 2026-05-06, a revision as 12."
            ).format(text=text[:40])
        ) from error


def earlier(store: Store, slug: str, when: int | dt.date) -> Past[Account]:
    """The account as it once was (`Store.before`); where it had not begun then, that is said."""
    past = store.before(slug, when)
    if past.is_first:
        tell(
            _("“{slug}” has no state before {day} and is compared with its first one.").format(
                slug=slug, day=day(past.day)
            )
        )
    return past


def changes(
    slug: Slug,
    since: Annotated[str, typer.Option("--since", help=N_("A day (YYYY-MM-DD) or a revision."))],
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit.brief.changes import KINDS as HEADINGS
    from accountkit.brief.changes import changes as differences
    from accountkit.model import in_language

    store, when = opened(db), moment(since)
    before, now = (
        in_language(a, language()) for a in (earlier(store, slug, when).document, store.load(slug))
    )
    found = differences(before, now)
    if not found:
        said = day(when) if isinstance(when, dt.date) else _("revision {n}").format(n=when)
        say(_("No changes since {when}.").format(when=said))
    for kind, heading in HEADINGS.items():
        told = [change.text for change in found if change.kind == kind]
        if told:
            say("\n".join([_(heading), *(f"- {text}" for text in told)]))

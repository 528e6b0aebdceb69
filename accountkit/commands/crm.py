"""``accountkit crm import`` and ``crm export``: accounts, people, deals and activities from a CRM's CSV files and back."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from accountkit.commands.options import Db, Lang
from accountkit.commands.stores import author, opened
from accountkit.commands.terminal import BadInput, Command, Group, one_of, say, short, table, tell
from accountkit.errors import DamagedAccount
from accountkit.i18n import N_, _, enumerated, number

if TYPE_CHECKING:
    from accountkit.crm.joined import Change, Joined
    from accountkit.crm.values import DayOrder
    from accountkit.model import Account
    from accountkit.model.crm import System
    from accountkit.store import Store

crm = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode=None, add_completion=False)

As = Annotated[str, typer.Option("--as", help=N_("The CRM: salesforce, hubspot or dynamics."), metavar="CRM")]
WHAT = {
    "new": N_("new"),
    "changed": N_("changed"),
    "kept": N_("differs, ours is kept"),
    "joined": N_("joined"),
    "gone": N_("deleted here, stays deleted"),
}


@crm.command(
    "import",
    cls=Command,
    help=N_("Take accounts, contacts, opportunities and activities from CSV files of a CRM."),
)
def take(
    files: Annotated[
        list[Path],
        typer.Argument(
            help=N_("CSV files, in any order; their columns say what they hold."), metavar="FILE..."
        ),
    ],
    system: As,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=N_("Show what would change, and change nothing."))
    ] = False,
    overwrite: Annotated[
        bool,
        typer.Option(
            "--overwrite",
            help=N_("Take the CRM's value also where it was changed here since the last import."),
        ),
    ] = False,
    dates: Annotated[
        str | None,
        typer.Option("--dates", help=N_("dmy or mdy, where the order of day and month is unclear.")),
    ] = None,
    form: Annotated[str, typer.Option("--format", help=N_("text or json."))] = "text",
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit.crm.joining import join
    from accountkit.crm.reading import read

    one_of(form, ("text", "json"), "--format")
    chosen = _system(system)
    days = cast("DayOrder | None", dates and one_of(dates, ("dmy", "mdy"), "--dates"))
    sheets = [read(file, chosen, days=days) for file in files]
    store = opened(db)
    joined = join(_whole(store), sheets, overwrite=overwrite, taken=store.slugs(""))
    if not dry_run:
        _keep(store, joined)
    if form == "json":
        say(json.dumps([_plain(change) for change in joined.changes], ensure_ascii=False, indent=2))
    else:
        _show(joined, dry_run)


def _system(name: str) -> System:
    from accountkit.crm.columns import SYSTEMS

    return one_of(name, SYSTEMS, "--as")


def _whole(store: Store) -> dict[str, Account]:
    """All accounts that can be read; the others are named."""
    accounts = {}
    for line in store.accounts():
        try:
            accounts[line.slug] = store.load(line.slug)
        except DamagedAccount:
            tell(_("“{name}” cannot be read. `accountkit list` says why.").format(name=line.slug))
    return accounts


def _keep(store: Store, joined: Joined) -> None:
    """Each account's edits as one step, which one undo takes back; accounts that begin come first."""
    for slug in sorted(joined.edits, key=lambda slug: slug not in joined.new):
        if slug in joined.new:
            store.create(joined.accounts[slug], by=author())
        else:
            store.apply(slug, joined.edits[slug], by=author())


def _show(joined: Joined, dry_run: bool) -> None:
    from accountkit.panels.names import place_name

    rows = [
        (
            change.slug,
            place_name(joined.accounts[change.slug], change.path),
            _(WHAT[change.what]),
            _short(change.before),
            _short(change.after),
        )
        for change in joined.changes
    ]
    if rows:
        say(table((_("Account"), _("Record"), _("What"), _("Here"), _("CRM")), rows))
    counts = Counter(change.what for change in joined.changes)
    said = _("Nothing was changed: this was a dry run.") if dry_run else _("Imported.")
    if not rows:
        said = _("Nothing to import: all values are the same here and in the CRM.")
    tell(said)
    if counts["kept"]:
        tell(
            _(
                "Values that were changed on both sides: {n}. Ours were kept; --overwrite takes the CRM's."
            ).format(n=number(counts["kept"], 0))
        )


def _short(value: Any) -> str:
    return short(number(value) if isinstance(value, float) else value)


def _plain(change: Change) -> dict[str, Any]:
    return {
        "account": change.slug,
        "path": change.path,
        "what": change.what,
        "before": change.before,
        "after": change.after,
    }


@crm.command(
    "export",
    cls=Command,
    help=N_("Write accounts, contacts, opportunities and activities as CSV files for a CRM."),
)
def give(
    system: As,
    out: Annotated[Path, typer.Option("--out", help=N_("Folder to write the files to."), metavar="FOLDER")],
    slugs: Annotated[
        list[str] | None,
        typer.Argument(help=N_("Accounts; by default all."), metavar="ACCOUNT..."),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help=N_("Write over files that are there."))
    ] = False,
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit.crm.writing import write
    from accountkit.whole import put

    chosen, store = _system(system), opened(db)
    accounts = [store.load(slug) for slug in slugs] if slugs else list(_whole(store).values())
    written = write(accounts, chosen)
    files = {out / f"{name}.csv": text for name, text in written.files.items()}
    there = [str(file) for file in files if file.exists()]
    if there and not overwrite:
        raise BadInput(
            _("{file} exists. Choose another folder, or write over it with --overwrite.").format(
                file=there[0]
            )
        )
    out.mkdir(parents=True, exist_ok=True)
    for file, text in files.items():
        # the data loader of Salesforce would read the mark of a spreadsheet's UTF-8 as part of the first column's name
        put(file, text.encode("utf-8" if chosen == "salesforce" else "utf-8-sig"))
        tell(_("Wrote {file}.").format(file=file))
    if written.nameless:
        tell(_("Roles without a name, which stay here: {roles}.").format(roles=enumerated(written.nameless)))

"""The commands that look after the store: doctor, backup, restore."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from accountkit.commands.options import Db, Lang
from accountkit.commands.stores import as_it_is, author, opened
from accountkit.commands.terminal import say, table, tell
from accountkit.i18n import N_, _, number

MEGABYTE = 1_000_000
FOUND_FAULTS = 1


def doctor(
    repair: Annotated[
        bool,
        typer.Option("--repair", help=N_("Thin old snapshots and remove what can be made again.")),
    ] = False,
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit.store import PRACTICE, checking

    store = opened(db)
    rows, left, to_thin = [], 0, 0.0
    for found in checking.examine(store):
        name = _("our own data") if found.slug == PRACTICE else found.slug
        tell(_("Checked {name}.").format(name=name))
        size = f"{number(found.bytes / MEGABYTE, 1)} MB"
        rows.append((name, number(found.revision, 0), number(found.snapshots, 0), size))
        to_thin += found.bytes_to_thin / MEGABYTE
        for fault in found.faults:
            mended = repair and fault.kind in checking.MENDED
            left += not mended
            tell(f"{name}: {fault.text}" + (" " + _("Repaired.") if mended else ""))
        if repair:
            checking.repair(store, found)
    say(table((_("Account"), _("Revision"), _("Snapshots"), _("Size")), rows, numbers=True))
    if repair:
        checking.shrink(store)
        say(_("Old snapshots removed: {size} MB.").format(size=number(to_thin, 1)))
    elif to_thin:
        say(
            _("Old snapshots that can go: {size} MB. Run: accountkit doctor --repair").format(
                size=number(to_thin, 1)
            )
        )
    say(_("Every document is what its log says.") if not left else _("Faults left: {n}.").format(n=left))
    if left:
        raise typer.Exit(FOUND_FAULTS)


def backup(
    file: Annotated[Path, typer.Argument(help=N_("The file to write."), metavar="FILE")],
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit.store.backup import backup as write

    write(opened(db), file)
    say(_("Wrote {file}. It holds private notes too.").format(file=file))


def restore(
    file: Annotated[Path, typer.Argument(help=N_("A file that `accountkit backup` wrote."), metavar="FILE")],
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit.store import PRACTICE
    from accountkit.store.backup import restore as take_back

    outcomes = {
        "added": _("added with its history"),
        "restored": _("restored as a new revision"),
        "unchanged": _("unchanged"),
    }
    for one in take_back(as_it_is(db), file, author()):
        name = _("our own data") if one.slug == PRACTICE else one.slug
        say(f"{name}: {outcomes[one.outcome]}")

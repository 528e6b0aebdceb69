"""``accountkit offers``: the catalogue of our own offers, in and out as CSV."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated, Any

import typer

from accountkit.commands.options import Db, Lang
from accountkit.commands.stores import author, opened
from accountkit.commands.terminal import BadInput, say, table, tell
from accountkit.i18n import N_, _


def offers(
    file: Annotated[
        Path | None,
        typer.Argument(help=N_("CSV file of offerings to import."), metavar="FILE"),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", help=N_("CSV file to write the catalogue to; - for standard output."), metavar="FILE"
        ),
    ] = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit.methods.proposals import name_of
    from accountkit.sources.catalogue import write_catalogue
    from accountkit.store.catalogue import catalogue, keep
    from accountkit.whole import put

    store = opened(db)
    if file is not None:
        taken = _read(file)
        keep(store, taken, by=author())
        text = (
            _("Imported {n} offering from {file}.")
            if len(taken) == 1
            else _("Imported {n} offerings from {file}.")
        )
        tell(text.format(n=len(taken), file=file))
    known = catalogue(store)
    if out is None:
        say(
            table(
                (_("Offering"), _("Name"), _("Indicator"), _("Lever")),
                [(key, name_of(offer), offer.metric, offer.kind) for key, offer in known.items()],
            )
        )
    elif str(out) == "-":
        say(write_catalogue(known))
    else:
        put(out, write_catalogue(known).encode("utf-8-sig"))
        tell(_("Wrote {file}.").format(file=out))


def _read(file: Path) -> dict[str, Any]:
    from accountkit.sources.catalogue import read_catalogue

    try:
        return read_catalogue(file)
    except csv.Error as error:
        raise BadInput(
            _("{file} is not a CSV file. Save the catalogue as CSV and try again.").format(file=file)
        ) from error

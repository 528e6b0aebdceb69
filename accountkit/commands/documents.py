"""The command that writes the brief."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from accountkit.commands.accounts import moment
from accountkit.commands.stores import opened
from accountkit.commands.terminal import Db, Lang, Slug, one_of, say, tell
from accountkit.i18n import N_, _


def brief(
    slug: Slug,
    out: Annotated[Path, typer.Option("--out", "-o", help=N_("The file to write; its ending says the format."), metavar="FILE")],
    edition: Annotated[str, typer.Option("--edition", help=N_("internal, or customer: without anything private or only assumed."))] = "internal",
    template: Annotated[
        Path | None, typer.Option("--template", help=N_("Your own look: a docx or pptx template, or a folder with a look.toml."), metavar="PATH")
    ] = None,
    since: Annotated[str | None, typer.Option("--since", help=N_("Tell what changed since this day (YYYY-MM-DD) or revision."))] = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit.brief.compose import compose
    from accountkit.brief.look import read_look
    from accountkit.brief.writing import format_of, write

    one_of(edition, ("internal", "customer"), "--edition")
    format_of(out)  # before the work, so that a wrong ending costs nothing
    store, when = opened(db), moment(since)
    composed = compose(
        store.load(slug),
        edition=edition,
        since=None if when is None else store.at(slug, when),
        since_day=when if isinstance(when, dt.date) else None,
    )
    written = write(composed, out, look=read_look(template) if template else None, progress=tell)
    for note in written.notes:
        tell(note)
    say(_("Wrote {file}.").format(file=out))

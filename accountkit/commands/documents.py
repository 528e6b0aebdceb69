"""The command that writes the brief."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accountkit.commands.accounts import earlier, moment
from accountkit.commands.options import Db, Lang, Slug, WithPrivate
from accountkit.commands.stores import opened
from accountkit.commands.terminal import one_of, say, tell
from accountkit.i18n import N_, _, bracketed, labelled, language, number

if TYPE_CHECKING:
    from accountkit.brief.blocks import Brief, Edition
    from accountkit.model import Account


def brief(
    slug: Slug,
    out: Annotated[
        Path,
        typer.Option("--out", "-o", help=N_("File to write; its extension sets the format."), metavar="FILE"),
    ],
    edition: Annotated[
        str,
        typer.Option("--edition", help=N_("internal, or customer (without private or assumed content).")),
    ] = "internal",
    template: Annotated[
        Path | None,
        typer.Option(
            "--template",
            help=N_("Own template: docx, pptx, or a folder with a look.toml."),
            metavar="PATH",
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", help=N_("Show what changed since this day (YYYY-MM-DD) or revision.")),
    ] = None,
    pages: Annotated[
        int | None,
        typer.Option("--pages", help=N_("1 writes the first page alone; not for xlsx."), min=1, max=1),
    ] = None,
    with_private: WithPrivate = False,
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit.brief.compose import compose, first_page
    from accountkit.brief.look import read_look
    from accountkit.brief.writing import check_pages, format_of, write
    from accountkit.model import in_language
    from accountkit.store.readings import around
    from accountkit.whole import demand_place

    reader: Edition = one_of(edition, ("internal", "customer"), "--edition")
    check_pages(format_of(out), pages)  # before the work, so that a wrong ending or place costs nothing
    demand_place(out)
    look = read_look(template) if template else None
    store, when = opened(db), moment(since) if since is not None else None
    account = store.load(slug)
    past = None if when is None else earlier(store, slug, when)
    composed = compose(
        account,
        edition=reader,
        **around(store, language()),
        since=past.document if past else None,
        since_day=past.day if past else None,
    )
    if pages:
        composed = first_page(composed)
    if reader == "customer":
        _check(in_language(account, language()), composed)
    written = write(composed, out, look=look, with_private=with_private, progress=tell)
    for note in written.notes:
        tell(note)
    say(_("Wrote {file}.").format(file=out))


def _check(account: Account, composed: Brief) -> None:
    """What is about to leave the house, what stays, and what is worth a second look."""
    from accountkit.brief.going_out import going_out

    checklist = going_out(account, composed)
    for title, parcels in (
        (_("In the customer edition"), checklist.goes),
        (_("Internal only"), checklist.stays),
    ):
        tell(title)
        for parcel in parcels:
            tell("- " + labelled(parcel.what + bracketed(number(parcel.count, 0)), parcel.reason))
    tell(_("Check before sending"))
    for question in checklist.questions:
        tell(f"- {question}")

"""The commands that write an account, or our own data, to a JSON file and take one in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accountkit.commands.options import Db, Lang, NoSlug, Ours, WithPrivate
from accountkit.commands.stores import author, opened
from accountkit.commands.terminal import BadInput, say
from accountkit.errors import AccountNotFound
from accountkit.i18n import N_, _, language

if TYPE_CHECKING:
    from accountkit.model import Account
    from accountkit.store import Store


def export(
    slug: NoSlug = None,
    file: Annotated[
        str | None,
        typer.Argument(help=N_("The JSON file to write; - for standard output."), metavar="FILE.json"),
    ] = None,
    practice: Ours = False,
    with_private: WithPrivate = False,
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit.model import to_json
    from accountkit.store import origins
    from accountkit.whole import put

    place = slug if practice else file  # with --practice, the one name is the file's
    if place is None or (practice and file is not None):
        raise BadInput(
            _("Enter an account and a file, or --practice and a file: accountkit export walmart walmart.json")
        )
    store = opened(db)
    account = None if practice or slug is None else store.load(slug)
    text = to_json(account or store.practice(), with_private=with_private)
    if place == "-":
        typer.echo(text, nl=False)
        return
    put(place, text.encode("utf-8"))
    if account is not None:
        origins.note(store, account)
    say(_("Wrote {file}.").format(file=place))


def load(
    file: Annotated[
        Path, typer.Argument(help=N_("A JSON file that accountkit exported."), metavar="FILE.json")
    ],
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit.methods.paths import demand_ratings
    from accountkit.model import Practice, document_from_json

    document, store = demand_ratings(document_from_json(_content(file))), opened(db)
    if isinstance(document, Practice):
        applied = store.practices.replace(document, by=author())
        text = _("Loaded our own data, as revision {revision}. The earlier state stays in the history.")
        say(text.format(revision=applied.revision))
    else:
        _load(store, document)


def _load(store: Store, account: Account) -> None:
    from accountkit.methods.chain.gaps import contradicting
    from accountkit.model import in_language
    from accountkit.store import origins

    try:
        applied = store.replace(account, by=author())
        text = _(
            "Loaded “{slug}” over the existing account, as revision {revision}. The earlier state stays in the history."
        )
    except AccountNotFound:
        applied = store.create(account, by=author())
        text = _("Loaded “{slug}” as a new account, revision {revision}.")
    origins.note(store, account)
    say(text.format(slug=account.slug, revision=applied.revision))
    for gap in contradicting(in_language(account, language())):
        say(gap.text)


LARGEST_ACCOUNT = 50_000_000


def _content(file: Path) -> bytes:
    from accountkit.errors import FileTooLarge

    if file.stat().st_size > LARGEST_ACCOUNT:
        raise FileTooLarge(
            _("{file} is larger than 50 MB, so it is not an exported account. Choose another file.").format(
                file=file
            )
        )
    return file.read_bytes()

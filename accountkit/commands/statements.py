"""The command that reads statements into an account."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from accountkit.commands.options import (
    VINTAGES,
    Company,
    Db,
    FileCurrency,
    FileUnit,
    Lang,
    Lines,
    OfFilings,
    Sec,
    Slug,
)
from accountkit.commands.stores import author, opened
from accountkit.commands.terminal import BadInput, one_of, say, table, tell
from accountkit.i18n import N_, _, listed, money

if TYPE_CHECKING:
    from accountkit.model.statement import Vintage


def import_(
    slug: Slug,
    file: Annotated[
        Path | None,
        typer.Argument(
            help=N_("CSV, XLSX, .xls, XBRL (instance, inline or zip), or SEC companyfacts JSON."),
            metavar="FILE",
        ),
    ] = None,
    sec: Sec = None,
    peer: Annotated[
        str | None,
        typer.Option("--peer", help=N_("Peer to import into; created if new."), metavar="NAME"),
    ] = None,
    lines: Lines = None,
    ticker: Company = None,
    currency: FileCurrency = None,
    unit: FileUnit = None,
    vintage: OfFilings = "as_last_filed",
    replace: Annotated[
        bool,
        typer.Option(
            "--replace",
            help=N_(
                "Put the statements of the file in place of all stored ones of the account, or of the peer."
            ),
        ),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=N_("Show what would be imported, without storing it."))
    ] = False,
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit import sources
    from accountkit.store.mappings import remember_mapping

    if peer is not None and not peer.strip():
        raise BadInput(
            _("--peer is empty. Enter the peer, or leave --peer out to import the customer's figures.")
        )
    filings = one_of(vintage, VINTAGES, "--vintage")
    store = opened(db)
    account = store.load(slug)
    imported = (
        fetched(sec, filings)
        if sec
        else read(store, file, mapping(lines), ticker, currency, unit, vintage=filings)
    )
    _show(imported)
    edits = sources.import_edits(account, imported, peer=peer, replace=replace)
    gone = [edit.path.rpartition("/")[2] for edit in edits if edit.remove and "statements/" in edit.path]
    if gone:
        tell(_("Stored years that the file does not have are removed: {days}.").format(days=listed(gone)))
    if (
        not replace
        and peer is None
        and account.statements
        and account.statement_currency != imported.currency
    ):
        tell(
            _(
                "The import has all years and lines of the account: its statements change from {old} to {new}."
            ).format(old=account.statement_currency, new=imported.currency)
        )
    if dry_run:
        say(_("Dry run, nothing stored. Changes to be made: {n}.").format(n=len(edits)))
    elif not edits:
        say(_("Nothing to store: the account has all of these figures."))
    else:
        applied = store.apply(
            slug, edits, by=author(), label=_("Import of {file}").format(file=imported.name)
        )
        if lines:
            remember_mapping(store, imported.shape, imported.choices)
        say(_("Stored as revision {revision}.").format(revision=applied.revision))


def mapping(lines: list[str] | None) -> dict[str, str] | None:
    """``["revenue=Sales"]`` → ``{"revenue": "Sales"}``."""
    chosen: dict[str, str] = {}
    for item in lines or ():
        line, sign, column = item.partition("=")
        if not (sign and line.strip() and column.strip()):
            raise BadInput(_("“{text}” is not a mapping. Write --map revenue=COLUMN.").format(text=item[:80]))
        before = chosen.setdefault(line.strip(), column.strip())
        if before != column.strip():
            raise BadInput(
                _("--map names {line} twice: “{first}” and “{second}”. Keep one of them.").format(
                    line=line.strip()[:80], first=before[:80], second=column.strip()[:80]
                )
            )
    return chosen or None


def fetched(ticker: str, vintage: Vintage = "as_last_filed") -> Any:
    from accountkit.sources.sec.client import fetch

    tell(_("Asking the SEC for {ticker} …").format(ticker=ticker))
    return fetch(ticker, progress=_progress, vintage=vintage)


def _progress(received: int, expected: int | None) -> None:
    """One line, written over while megabytes arrive; nothing where nobody watches."""
    if sys.stderr.isatty():
        share = f"{received / expected:4.0%}" if expected else f"{received / 1e6:.1f} MB"
        typer.echo(f"\r{share}", err=True, nl=False)


def read(
    store: Any,
    file: Path | None,
    chosen: dict[str, str] | None,
    ticker: str | None,
    currency: str | None,
    unit: str | None,
    vintage: Vintage = "as_last_filed",
) -> Any:
    from accountkit import sources
    from accountkit.store.mappings import remembered_mapping

    if file is None:
        raise BadInput(_("Enter a file to import, or --sec TICKER."))
    if chosen is None:
        chosen = remembered_mapping(store, sources.shape_of(file, file.name, entity=ticker))
        if chosen:
            tell(_("A similar file was mapped before. That mapping is used."))
    return sources.read(
        file, file.name, mapping=chosen, ticker=ticker, currency=currency, unit=unit, vintage=vintage
    )


def _show(imported: Any) -> None:
    """The mapping with its reasons, what was left, the warnings, and the resulting statements."""
    from accountkit.finance.statements.lines import label

    say(
        table(
            (_("Line"), _("Read from"), _("Recognised by")),
            [(label(m.line), m.label, m.why) for m in imported.mapping],
        )
    )
    for name in imported.unmapped:
        tell(_("Not recognised: {label}. Name its line with --map LINE={label}.").format(label=name))
    for warning in imported.warnings:
        tell(warning)
    shown = imported.statements or imported.interim
    lines = list(dict.fromkeys(line for s in shown.values() for line in s.figures))
    head = (_("Year to") if imported.statements else _("Part of a year to"), *shown)
    say(
        table(
            head, [(label(line), *(_shown(s, line) for s in shown.values())) for line in lines], numbers=True
        )
    )
    if imported.interim:
        say(_("Kept beside the years as interim: {days}.").format(days=listed(list(imported.interim))))


def _shown(statement: Any, line: str) -> str:
    figure = statement.figures.get(line)
    return "–" if figure is None else money(figure.value, statement.currency)

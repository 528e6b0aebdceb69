"""Commands about returns: roe of an account or a file, sector."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from accountkit.commands.options import VINTAGES, Company, Db, Lang, Lines, OfFilings
from accountkit.commands.stores import opened
from accountkit.commands.terminal import BadInput, one_of, say, tell
from accountkit.i18n import N_, _

if TYPE_CHECKING:
    from accountkit.finance.returns.attribution import Method
    from accountkit.finance.returns.dupont import Basis as Balances
    from accountkit.finance.statements.owners import Owners
    from accountkit.model.statement import Vintage

FORMATS = ("table", "json", "csv")
Form = Annotated[str, typer.Option("--format", help=N_("table, json or csv."))]
Steps = Annotated[
    int,
    typer.Option(
        "--steps", help=N_("3 factors (margin, turnover, multiplier) or 5 (with tax and interest burden).")
    ),
]
Basis = Annotated[str, typer.Option("--basis", help=N_("average or ending balances."))]


def roe(
    source: Annotated[
        str, typer.Argument(help=N_("An account's short name, or a statement file."), metavar="SLUG|FILE")
    ],
    peer_files: Annotated[
        list[Path] | None, typer.Argument(help=N_("Peer files, with --peers."), metavar="PEERS")
    ] = None,
    steps: Steps = 3,
    basis: Basis = "average",
    start: Annotated[
        str | None, typer.Option("--from", help=N_("First period end of the change (YYYY-MM-DD)."))
    ] = None,
    end: Annotated[
        str | None, typer.Option("--to", help=N_("Last period end of the change (YYYY-MM-DD)."))
    ] = None,
    method: Annotated[
        str, typer.Option("--method", help=N_("shapley, or chain (chain substitution)."))
    ] = "shapley",
    order: Annotated[
        str | None,
        typer.Option(
            "--order", help=N_("Order of chain substitution, for example margin,turnover,multiplier.")
        ),
    ] = None,
    owners: Annotated[
        str | None,
        typer.Option(
            "--owners", help=N_("parent or total owners; by default the parent's if the file has them.")
        ),
    ] = None,
    ticker: Company = None,
    lines: Lines = None,
    peers: Annotated[
        bool,
        typer.Option(
            "--peers",
            help=N_(
                "Compare with the account's peers, with companies of peer files, or with the others of the same file."
            ),
        ),
    ] = False,
    sector: Annotated[
        Path | None,
        typer.Option("--sector", help=N_("Compare with the companies of a sector file."), metavar="FILE"),
    ] = None,
    vintage: OfFilings = "as_last_filed",
    form: Form = "table",
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit import finance
    from accountkit.commands import comparing, reports

    one_of(form, FORMATS, "--format")
    balances: Balances = one_of(basis, ("average", "ending"), "--basis")
    shared: Method = one_of(method, ("shapley", "chain"), "--method")
    one_of(str(steps), ("3", "5"), "--steps")
    known: tuple[Owners, ...] = ("parent", "total")
    whose = None if owners is None else one_of(owners, known, "--owners")
    filings = one_of(vintage, VINTAGES, "--vintage")
    if peer_files and not peers:
        raise BadInput(_("Unexpected file {file}. Peer files need --peers.").format(file=peer_files[0]))
    if order and method == "shapley":
        tell(_("--order works with --method chain only."))
    found = _found(source, ticker, lines, db, filings)
    warnings = finance.checks(found.statements)
    own = finance.dupont(found.statements, steps=steps, basis=balances, owners=whose)
    change = _change(own, _day(start, "--from"), _day(end, "--to"), shared, order)
    beside = comparing.Beside(
        peers=comparing.with_peers(own, *_peers(found, peer_files or (), filings)) if peers else None,
        sector=comparing.with_sector(own, sector) if sector else None,
    )
    for warning in warnings:
        tell(warning.text)
    writer: dict[str, Callable[..., str]] = {
        "table": partial(reports.as_text, statements=found.statements, interim=found.interim),
        "json": partial(reports.as_json, statements=found.statements, interim=found.interim),
        "csv": reports.as_csv,
    }
    say(writer[form](own, change, beside, warnings))


@dataclass(frozen=True)
class Found:
    """What SLUG|FILE means: an account, or a file with the company that was chosen out of it."""

    statements: dict[str, Any]
    account: Any = None
    file: Path | None = None
    company: str = ""
    interim: dict[str, Any] = field(default_factory=dict)


def _found(
    source: str, ticker: str | None, lines: list[str] | None, db: str | None, vintage: Vintage
) -> Found:
    from accountkit import sources
    from accountkit.commands.statements import mapping

    path = Path(source)
    if path.is_file():
        imported = sources.read(path, path.name, mapping=mapping(lines), ticker=ticker, vintage=vintage)
        for warning in imported.warnings:
            tell(warning)
        if not imported.statements:
            raise BadInput(
                _(
                    "{name} has no full year, so no ROE. Import it into an account that has the years: accountkit import SLUG {name}"
                ).format(name=path.name)
            )
        return Found(imported.statements, file=path, company=imported.entity, interim=imported.interim)
    if path.suffix or "/" in source or "\\" in source:
        text = (
            _("{file} is a folder. Enter a statement file or an account.")
            if path.is_dir()
            else _("{file} is a device or a pipe. Save its content to a file, and enter that.")
            if path.exists()
            else _("The file {file} does not exist. Enter a statement file or an account.")
        )
        raise BadInput(text.format(file=source))
    for option, given in (("--ticker", ticker), ("--map", lines)):
        if given:
            tell(
                _("{option} works with a file only; “{slug}” is an account.").format(
                    option=option, slug=source
                )
            )
    mapping(lines)
    account = opened(db).load(source)
    if vintage != "as_last_filed" and vintage not in {s.vintage for s in account.statements.values()}:
        raise BadInput(
            _(
                "“{slug}” keeps the figures of its import. Import the filings again with --vintage {vintage}."
            ).format(slug=source, vintage=vintage)
        )
    if not account.statements:
        raise BadInput(
            _("“{slug}” has no statements yet. Import them: accountkit import {slug} FILE").format(
                slug=source
            )
        )
    return Found(account.statements, account, interim=account.interim)


def _peers(found: Found, files: Sequence[Path], vintage: Vintage) -> tuple[dict[str, Any], dict[str, str]]:
    from accountkit.commands.comparing import account_peers, peers_in

    if found.account is not None and not files:
        return account_peers(found.account)
    own = [found.file] if found.file else []
    return peers_in(files or own, (found.file, found.company), vintage)


def _day(text: str | None, option: str) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(
            _("{option} is “{text}”, not a day. Write it as 2024-05-31.").format(
                option=option, text=text[:40]
            )
        ) from error


def _change(own: Any, start: dt.date | None, end: dt.date | None, method: Method, order: str | None) -> Any:
    """The attribution that was asked for; unasked, none where there are not two years with all figures."""
    from accountkit import finance
    from accountkit.errors import NotMeaningful

    wanted = [name.strip() for name in order.split(",")] if order else None
    try:
        return finance.attribution(own, start, end, method=method, order=wanted)
    except NotMeaningful:
        if start or end or order:
            raise
        return None


def sector(
    file: Annotated[
        Path,
        typer.Argument(
            help=N_("CSV or XLSX with one row per company, or a quarter of the SEC's data sets (zip)."),
            metavar="FILE",
        ),
    ],
    steps: Steps = 3,
    basis: Basis = "average",
    industry: Annotated[
        str | None, typer.Option("--industry", help=N_("Text that the industry must contain."))
    ] = None,
    most: Annotated[
        int, typer.Option("--rows", min=1, help=N_("Number of companies in the table, highest ROE first."))
    ] = 20,
    form: Annotated[
        str, typer.Option("--format", help=N_("table, json or csv; json and csv have all companies."))
    ] = "table",
    account: Annotated[
        str | None, typer.Option("--account", help=N_("Suggest peers for this account."), metavar="SLUG")
    ] = None,
    add: Annotated[
        str | None,
        typer.Option(
            "--add",
            help=N_("With --account: add these companies as peers, by code, or all “suggested”."),
            metavar="CODES",
        ),
    ] = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    one_of(str(steps), ("3", "5"), "--steps")
    balances: Balances = one_of(basis, ("average", "ending"), "--basis")
    one_of(form, ("table", "json", "csv"), "--format")
    if add and not account:
        raise BadInput(_("--add needs --account."))
    from accountkit.commands.sectors import added, report, returns, suggestions

    tell(_("Reading {file} …").format(file=file))
    found = returns(file, steps=steps, basis=balances, industry=industry)
    store = opened(db) if account else None
    suggested = suggestions(store.load(account), found) if store and account else None
    say(report(found, form, steps=steps, most=most, suggested=suggested))
    if store and account and add:
        tell(added(store, account, file, [one.company for one in suggested or ()], add))

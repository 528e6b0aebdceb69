"""The options and arguments that several commands take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from accountkit.i18n import LANGUAGES, N_, _, enumerated, use_language

if TYPE_CHECKING:
    from accountkit.model.statement import Vintage


def _speak(ctx: typer.Context, value: str | None) -> str | None:
    if value is None:
        return None
    if value not in LANGUAGES:
        raise typer.BadParameter(
            _("“{value}” is not a language. Choose one of: {known}.").format(
                value=value, known=enumerated(LANGUAGES)
            )
        )
    ctx.with_resource(use_language(value))
    return value


Lang = Annotated[
    str | None,
    typer.Option("--lang", callback=_speak, is_eager=True, help=N_("Language: en or zh_CN."), metavar="LANG"),
]
FileCurrency = Annotated[
    str | None, typer.Option("--currency", help=N_("Currency of the file, for example CNY."))
]
FileUnit = Annotated[
    str | None, typer.Option("--unit", help=N_("Unit of the file, for example thousand or 万元."))
]
Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        help=N_("Database: a URL or a file. Default: ACCOUNTKIT_DB, or a file in your home folder."),
        metavar="URL",
    ),
]
WEEK_OF_HOURS = 7 * 24
IdleHours = Annotated[
    int,
    typer.Option(
        "--idle-hours",
        min=1,
        max=90 * 24,
        envvar="ACCOUNTKIT_IDLE_HOURS",
        help=N_("Hours without use after which a sign-in is over; or ACCOUNTKIT_IDLE_HOURS."),
        show_envvar=False,
    ),
]
Sec = Annotated[
    str | None,
    typer.Option(
        "--sec", help=N_("Ticker or CIK to fetch from the SEC instead of a file."), metavar="TICKER"
    ),
]
OfFilings = Annotated[
    str,
    typer.Option(
        "--vintage",
        help=N_(
            "Which filing counts if several give a year: as_last_filed, as_first_filed, or one_filing (balances and flows from the year's own report)."
        ),
    ),
]
Company = Annotated[
    str | None, typer.Option("--ticker", "--entity", help=N_("Company to read from a file with several."))
]
Lines = Annotated[
    list[str] | None,
    typer.Option(
        "--map", help=N_("Column of a line: --map revenue=Sales. Can be repeated."), metavar="LINE=COLUMN"
    ),
]
WithPrivate = Annotated[
    bool,
    typer.Option("--with-private", help=N_("Include private notes about people. Do not share such a file.")),
]
VINTAGES: tuple[Vintage, ...] = ("as_first_filed", "as_last_filed", "one_filing")
Slug = Annotated[
    str, typer.Argument(help=N_("Short name of the account, as in `accountkit list`."), metavar="SLUG")
]
NoSlug = Annotated[
    str | None,
    typer.Argument(
        help=N_("Short name of the account, as in `accountkit list`; not with --practice."), metavar="SLUG"
    ),
]
Ours = Annotated[
    bool,
    typer.Option(
        "--practice",
        help=N_("Our own data (segments, offerings, partners, teams, sellers) in place of an account."),
    ),
]

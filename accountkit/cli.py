"""The command line: ``accountkit COMMAND``. Each command has help; ``--lang`` and ``ACCOUNTKIT_LANG`` choose the language."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer

from accountkit import __version__
from accountkit.commands.options import Lang
from accountkit.commands.terminal import Command, Group, say
from accountkit.i18n import N_, _

COMMANDS: dict[str, tuple[str, str]] = {
    "serve": ("places.serve", N_("Serve the workbook; the printed link opens it in the browser.")),
    "lab": ("places.lab", N_("Open JupyterLab in the workbooks folder.")),
    "new": ("accounts.new", N_("Create an account and its folder of notebooks.")),
    "list": ("listing.list_", N_("List the accounts with their return on equity.")),
    "show": ("methods.show", N_("Show an account's results as text or JSON.")),
    "methods": ("methods.methods", N_("List the methods, or describe one.")),
    "import": (
        "statements.import_",
        N_("Import statements into an account or a peer, from a file or the SEC."),
    ),
    "roe": (
        "returns.roe",
        N_("Decompose the return on equity of an account or a statement file."),
    ),
    "scenario": ("scenario.scenario", N_("Estimate the value of an account's levers: low, base, high.")),
    "sector": ("returns.sector", N_("Decompose the return on equity of all companies in a sector file.")),
    "brief": ("documents.brief", N_("Write the account brief: html, docx, pptx, pdf, md or xlsx.")),
    "changes": ("accounts.changes", N_("Show what changed in an account since a day or a revision.")),
    "week": (
        "week.week",
        N_("List what is due, stale, not met or changed in all accounts, the worst first."),
    ),
    "calendar": (
        "week.calendar",
        N_("List, create and revoke links to the week as a calendar (.ics)."),
    ),
    "crm": ("crm.crm", N_("Take accounts from the CSV files of a CRM, and give them back.")),
    "offers": ("offers.offers", N_("Import and export our catalogue of offerings as CSV.")),
    "history": (
        "accounts.history",
        N_("List every edit of an account, or of our own data: when, by whom, before and after."),
    ),
    "export": ("exchange.export", N_("Export an account, or our own data, as one JSON file.")),
    "load": ("exchange.load", N_("Load an exported JSON file into the store.")),
    "doctor": ("upkeep.doctor", N_("Check that every document is what its log says; thin old snapshots.")),
    "backup": ("upkeep.backup", N_("Write the whole store to one file, while it is in use.")),
    "restore": ("upkeep.restore", N_("Take the accounts of a backup into the store; nothing is lost.")),
    "people": (
        "people.people",
        N_("List and invite people, give roles, revoke, and list sign-ins."),
    ),
    "refresh": ("places.refresh", N_("Refresh the snapshots and stored outputs of notebooks.")),
}
"""Name → the function in `accountkit.commands`, and what it does."""


class Commands(Group):
    """The commands of the table; each is imported and built when it is asked for, so that help is there at once."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            self.commands[cmd_name] = _built(cmd_name)
        return self.commands.get(cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(sentence)) for name, (_place, sentence) in COMMANDS.items()])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in COMMANDS:  # typer looks for a name like it among those that are built
            for name in COMMANDS:
                self.get_command(ctx, name)
        return super().resolve_command(ctx, args)


def _built(name: str) -> Any:
    place, sentence = COMMANDS[name]
    module, function = place.split(".")
    found = getattr(import_module(f"accountkit.commands.{module}"), function)
    if isinstance(found, typer.Typer):  # a group of commands
        found.info.help = sentence
        return typer.main.get_command(found)
    one = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    one.command(name, cls=Command, help=sentence)(found)
    return typer.main.get_command(one)


app = typer.Typer(
    name="accountkit",
    cls=Commands,
    help=N_("From a customer's financial statements to an account brief that holds up to questions."),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        say(f"accountkit {__version__}")
        raise typer.Exit


@app.callback()
def main(
    lang: Lang = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=N_("Print the version."))
    ] = False,
) -> None:
    pass

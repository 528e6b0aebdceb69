"""How the commands speak: help and messages in the reader's language, tables, and errors that say what to do.

Results go to standard output, everything else to standard error, so that ``--format json`` can be piped. Bad input
ends with exit code 2 and a sentence, a fault of ours with 1 and where it was noted down; neither with a traceback.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import traceback
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import typer
from typer.core import TyperCommand, TyperGroup

from accountkit.commands.usage import ClickError, UsageError, is_bad_number, sentence
from accountkit.errors import AccountkitError, EntityNeeded
from accountkit.i18n import _, enumerated, language, paragraph

T = TypeVar("T", bound=str)

BAD_INPUT = 2
OUR_FAULT = 1
ASSUMED = "http://localhost:8866/"
"""Where a server is that was started without options."""
AT_THE_END = ExitStack()
"""What a command lets go of when it ends, however it ends."""


class BadInput(AccountkitError):
    """What was typed cannot be meant; the message says what to type instead."""

    code = "bad_input"


if TYPE_CHECKING:
    # what typer's commands and groups have in common; at run time each brings it itself
    from typer._click.core import Command as _Common
else:
    _Common = object


class _InReadersLanguage(_Common):
    """Help is marked with ``N_()`` where it is written and translated where it is shown, and so is what was mistyped."""

    def make_context(self, *words: Any, **more: Any) -> Any:
        try:
            return super().make_context(*words, **more)
        except UsageError as error:
            raise _mistyped(error) from error

    def format_help(self, ctx: Any, formatter: Any) -> None:
        described: list[Any] = [self, *self.params]
        for item in described:
            item.help = _(_english(item))
        super().format_help(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        self.help = _(_english(self))
        return super().get_short_help_str(limit)


def _english(item: Any) -> str:
    """The sentence as it was written, however often it has been shown since."""
    if not hasattr(item, "sentence"):
        item.sentence = getattr(item, "help", None) or ""
    return item.sentence


class Command(_InReadersLanguage, TyperCommand):
    """A command whose help is in the reader's language."""


class Group(_InReadersLanguage, TyperGroup):
    """All commands. What a user can cause and mend ends with a sentence and exit code 2."""

    def invoke(self, ctx: Any) -> Any:
        try:
            with AT_THE_END:
                return super().invoke(ctx)
        except AccountkitError as error:
            complain(paragraph(str(error), self._hint(ctx, error)))
            if details := getattr(error, "details", ""):
                tell(details)
        except (BrokenPipeError, typer.Exit, typer.Abort):
            raise  # whoever read our output has had enough, or all has been said
        except UsageError as error:
            raise _mistyped(error) from error
        except ClickError:
            raise
        except OSError as error:
            complain(
                _(
                    "{file} cannot be used: {reason}. Check the path and your permission to read and write there."
                ).format(file=error.filename or _("Standard output"), reason=error.strerror or error)
            )
        except Exception as error:
            raise _fault(error) from error
        raise typer.Exit(BAD_INPUT)

    def _hint(self, ctx: Any, error: AccountkitError) -> str:
        """How one of several companies is chosen with the command that was given; empty for other errors."""
        if not isinstance(error, EntityNeeded) or not error.entities:
            return ""
        command = self.get_command(ctx, ctx.invoked_subcommand or "")
        options = {one.name for one in command.params} if command else set()
        text = (
            _('Add --ticker "{name}".') if "ticker" in options else _('Begin with: accountkit new "{name}"')
        )
        return text.format(name=error.entities[0])


def _mistyped(error: Any) -> Exception:
    """typer's own words where they are English and plain; elsewhere ours, and the end."""
    if (language() == "en" and not is_bad_number(error)) or type(error).__name__ == "NoArgsIsHelpError":
        return error
    complain(sentence(error))
    return typer.Exit(BAD_INPUT)


def _fault(error: Exception) -> Exception:
    """A fault of ours: noted down for whoever mends it; shown only to those who ask with ``ACCOUNTKIT_DEBUG=1``."""
    if os.environ.get("ACCOUNTKIT_DEBUG"):
        return error
    complain(
        _("accountkit failed: {error}. Your data is safe.").format(
            error=f"{type(error).__name__}: {error}".splitlines()[0][:200]
        )
    )
    try:
        tell(_("Send {file} with your report.").format(file=_noted(error)))
    except OSError:
        tell(_("For details, set ACCOUNTKIT_DEBUG=1 and try again."))
    return typer.Exit(OUR_FAULT)


def _noted(error: Exception) -> Path:
    import platformdirs

    file = platformdirs.user_log_path("accountkit", appauthor=False, ensure_exists=True) / "errors.log"
    with file.open("a", encoding="utf-8") as log:
        log.write(f"{dt.datetime.now().astimezone().isoformat(timespec='seconds')}\n")
        log.writelines(traceback.format_exception(error))
    return file


def say(text: str) -> None:
    """A result, on standard output."""
    typer.echo(text)


def tell(text: str) -> None:
    """What happens meanwhile, on standard error."""
    typer.echo(text, err=True)


def complain(text: str) -> None:
    """What went wrong and what to do, on standard error."""
    typer.secho(text, err=True, fg=typer.colors.RED)


def demand_server(server: str | None) -> None:
    """Raises `BadInput` where what was said to be the server's address is none."""
    said = urlsplit(server or ASSUMED)
    if said.scheme not in ("http", "https") or not said.hostname or re.search(r"\s", server or ""):
        raise BadInput(
            _(
                "--server is “{server}”, which is not an address. Enter one like https://accounts.example."
            ).format(server=(server or "")[:200])
        )


def address(server: str | None, path: str) -> str:
    """An address below the server's; where nobody said which that is, the usual one, and that it is assumed."""
    demand_server(server)
    if server is None:
        tell(
            _(
                "The address {address} is assumed. If people reach the server at another one, run this again with "
                "--server URL."
            ).format(address=ASSUMED)
        )
    return f"{(server or ASSUMED).rstrip('/')}/{path}"


def one_of(value: str, known: Sequence[T], option: str) -> T:
    """`value`, if it is one of `known`; else an error that lists them."""
    found = next((one for one in known if one == value), None)
    if found is None:
        raise BadInput(
            _("{option} is “{value}”, which is not an option. Choose one of: {known}.").format(
                option=option, value=value, known=enumerated(known)
            )
        )
    return found


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: bool = False) -> str:
    """Rows under a head, columns aligned by what a terminal shows (a Chinese character takes two places).

    With `numbers` all columns but the first are aligned to the right.
    """
    lines = [list(head), *(list(row) for row in rows)]
    widths = [max(_width(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(
        "  ".join(
            _padded(cell, width, right=numbers and column > 0)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def short(value: object, most: int = 40) -> str:
    """A stored value on one line of a table, at most so many characters long."""
    text = "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _padded(text: str, width: int, *, right: bool) -> str:
    space = " " * (width - _width(text))
    return space + text if right else text + space

"""What typer says about wrong words on the command line, in the reader's language.

typer explains itself in English alone; in any other language, and about numbers, the sentence is ours.
"""

from __future__ import annotations

from typing import Any

import typer

from accountkit.i18n import _

# typer carries its own copy of click since 0.26; the classes between its two public ones are reached through these
UsageError: Any = typer.BadParameter.__mro__[1]
ClickError: Any = typer.BadParameter.__mro__[2]


def sentence(error: Any) -> str:
    """What is wrong with the words, and where the right ones are explained."""
    return _("{problem} See `{command} --help`.").format(problem=_problem(error), command=_command(error))


def _problem(error: Any) -> str:
    kind = type(error).__name__
    if kind == "MissingParameter":
        return _("{what} is missing.").format(what=_named(error))
    if kind == "NoSuchOption":
        return _("{option} is not an option.").format(option=error.option_name)
    if kind == "BadParameter":
        return _bad_value(error)
    if error.message.startswith("No such command"):
        return _("“{name}” is not a command.").format(name=error.message.split()[-1].strip(".'"))
    return error.message


def _bad_value(error: Any) -> str:
    if not is_bad_number(error):
        return error.message  # our own, translated already
    if "valid number" in error.message:
        return _("{what} must be a number.").format(what=_named(error))
    least, most = getattr(error.param, "min", None), getattr(error.param, "max", None)
    if least is not None and most is not None:
        return _("{what} must be a whole number from {least} to {most}.").format(
            what=_named(error), least=least, most=most
        )
    if least is not None and "greater" in error.message:
        return _("{what} must be a whole number of at least {least}.").format(what=_named(error), least=least)
    return _("{what} must be a whole number.").format(what=_named(error))


def is_bad_number(error: Any) -> bool:
    """Whether typer says so in the words of its parser, which nobody who types a command knows."""
    return type(error).__name__ == "BadParameter" and error.message.startswith("Input should")


def _named(error: Any) -> str:
    """``--out``, or the argument's name as the help writes it."""
    options = [name for name in error.param.opts if name.startswith("--")]
    return options[0] if options else error.param.metavar or error.param.name.upper()


def _command(error: Any) -> str:
    return error.ctx.command_path if error.ctx else "accountkit"

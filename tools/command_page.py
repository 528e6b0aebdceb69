"""Writes docs/reference/commands.md: each command with its arguments and options, from the command line itself.

python -m tools.command_page
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from accountkit.cli import app

ROOT = Path(__file__).resolve().parents[1]
PAGE = Path("docs/reference/commands.md")


def page() -> str:
    """The page as the commands are today."""
    group: Any = typer.main.get_command(app)
    parts = ["# Command line\n", f"{group.help}\n", "Written by `python -m tools.command_page`.\n"]
    return "\n".join((*parts, *_told(group, "accountkit", 2)))


def _told(group: Any, path: str, depth: int) -> Iterator[str]:
    context = typer.Context(group, info_name=path)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        called = f"{path} {name}"
        yield f"{'#' * depth} {called}\n\n{_sentence(command)}\n"
        usage = " ".join(command.collect_usage_pieces(typer.Context(command, info_name=called)))
        yield f"```text\n{called} {usage}\n```\n"
        rows = [row for one in command.params if (row := _row(one, context))]
        if rows:
            yield "\n".join(("Option | Meaning\n-|-", *rows, ""))
        if hasattr(command, "list_commands"):
            yield from _told(command, called, depth + 1)


def _row(parameter: Any, context: Any) -> str:
    """An option or argument as its help says it, with its default; blank for one that help hides."""
    parameter.help = _sentence(parameter)
    record = parameter.get_help_record(context)
    if record is None:
        return ""
    called, meaning = (" ".join(text.split()).replace("|", "\\|") for text in record)
    return f"`{called}` | {meaning}"


def _sentence(item: Any) -> str:
    """The English sentence, also if help was shown in another language before."""
    return getattr(item, "sentence", None) or item.help or ""


def main() -> None:
    (ROOT / PAGE).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()

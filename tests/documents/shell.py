"""The shell blocks of our pages: our own commands run here, in this process; those of other programs are looked up."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from accountkit.cli import app

ROOT = Path(__file__).parents[2]
SERVERS = {"serve", "lab"}
"""Commands that run until they are stopped: their words are read, and nothing is started."""


def commands(block: str) -> Iterator[list[str]]:
    """The words of each command of a block, without comments."""
    for line in block.splitlines():
        waiting = shlex.split(line, comments=True)
        while waiting:
            end = waiting.index("&&") if "&&" in waiting else len(waiting)
            yield waiting[:end]
            waiting = waiting[end + 1 :]


def commands_of(page: Path) -> list[list[str]]:
    """The words of each command of ours in the fenced blocks of a page."""
    blocks = re.findall(r"^```([^\n]*)\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    lines = [line for kind, block in blocks if kind in ("", "shell") for line in block.splitlines()]
    return [words for line in lines if line.startswith("accountkit ") for words in commands(line)]


def understood(words: list[str]) -> None:
    """Read the words of a command of ours as the command line does, without doing anything. Raises what it would say."""
    command: Any = typer.main.get_command(app)
    context, called, rest = None, "accountkit", words
    while hasattr(command, "list_commands"):
        context = typer.Context(command, info_name=called, parent=context)
        called, *rest = rest
        command = command.get_command(context, called)
        assert command is not None, f"no command {called} in: {' '.join(words)}"
    command.make_context(called, list(rest), parent=context)


class Shell:
    """Runs the shell blocks of one page, in the folder and the environment of a test."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch, self._runner = patch, CliRunner()
        self.ran: list[str] = []

    def __call__(self, example: Any) -> None:
        for words in commands(example.parsed):
            self._one(words)

    def _one(self, words: list[str]) -> None:
        program, *rest = words
        if program == "accountkit" and rest[0] in SERVERS:
            understood(rest)
        elif program == "accountkit":
            result = self._runner.invoke(app, rest)
            assert result.exit_code == 0, f"{' '.join(words)}\n{result.output}"
            self.ran.append(" ".join(words))
        elif program == "export":
            name, _equals, value = rest[0].partition("=")
            self._patch.setenv(name, value)
        else:
            known(program, rest)


def known(program: str, rest: list[str]) -> None:
    """What another program is asked for is there. Raises AssertionError for a program that no page may name unseen."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    if program == "make":
        targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
        assert rest[0] in targets, f"make {rest[0]}"
    elif program == "pip":
        assert rest[0] == "install" and rest[1] in (".", project["name"]), rest
    elif program == "uvx":
        assert set(rest) & set(project["scripts"]), rest
    elif program == "docker":
        assert (ROOT / ("compose.yaml" if rest[0] == "compose" else "Dockerfile")).is_file()
    elif program == "git":
        assert rest[0] == "clone"
    else:
        raise AssertionError(
            f"{program} {' '.join(rest)} is run by no test: name it here, with what must be there"
        )

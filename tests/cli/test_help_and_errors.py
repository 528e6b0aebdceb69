"""Every command explains itself in both languages; bad input ends with 2 and a sentence that says what to do."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from accountkit.cli import COMMANDS
from accountkit.i18n import translated


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_so_has_every_option(accountkit, command):
    text = accountkit(command, "--help").output
    assert COMMANDS[command][1].split()[0] in text
    options = re.findall(r"^  (-\S.*?)(?:  +(\S.*))?$", text, re.MULTILINE)
    explained = " ".join(text.split())
    assert options
    for name, help_text in options:
        assert help_text or re.search(re.escape(name) + r" +\S", explained), f"{name} has no help"


def test_the_commands_of_the_issues_are_all_there():
    # issue 2, point 10, with what the issues on finance, briefs and notebooks add
    wanted = ["serve", "lab", "new", "list", "show", "import", "roe", "brief", "export", "load", "history", "sector", "scenario", "offers", "changes", "refresh"]
    assert sorted(COMMANDS) == sorted(wanted)


def test_help_is_in_the_readers_language(accountkit):
    chinese = accountkit("--lang", "zh_CN", "--help").output
    assert translated("List the accounts with their return on equity.", "zh_CN") in chinese
    assert "List the accounts" not in chinese
    assert "List the accounts" in accountkit("--help").output  # and the language does not stick


def test_the_environment_chooses_the_language(accountkit, monkeypatch):
    monkeypatch.setenv("ACCOUNTKIT_LANG", "zh_CN")
    assert "沃尔玛" in accountkit("list").output


BAD = {
    "no such account": (["show", "nobody"], "nobody"),
    "a path for a slug": (["show", "../etc"], "../etc"),
    "no such file": (["roe", "figures.csv"], "figures.csv"),
    "no such period": (["roe", "walmart", "--from", "2020-01-31"], "2023-01-31"),
    "no day": (["roe", "walmart", "--to", "last year"], "2024-05-31"),
    "a wrong number of steps": (["roe", "walmart", "--steps", "4"], "3, 5"),
    "a wrong basis": (["roe", "walmart", "--basis", "opening"], "average, ending"),
    "a wrong method": (["roe", "walmart", "--method", "guess"], "shapley, chain"),
    "a wrong order": (["roe", "walmart", "--method", "chain", "--order", "margin,margin"], "net_margin"),
    "a wrong format": (["list", "--format", "xml"], "table, json"),
    "no file to import": (["import", "walmart"], "--sec"),
    "a mapping without a column": (["import", "walmart", "x.csv", "--map", "revenue"], "revenue=COLUMN"),
    "no such account file": (["load", "account.json"], "account.json"),
    "a folder that is not there": (["export", "walmart", "nowhere/account.json"], "nowhere/account.json"),
    "a name that gives no slug": (["new", "新东方"], "--slug"),
    "a slug that leaves the folder": (["new", "X", "--slug", "../x"], "../x"),
    "a name that is taken": (["new", "Walmart"], "walmart"),
    "no moment": (["history", "walmart", "--since", "Monday"], "2026-05-06"),
    "a moment before the account": (["changes", "walmart", "--since", "2001-01-01"], "2001-01-01"),
    "a brief of no format": (["brief", "walmart", "--out", "brief.txt"], "docx"),
    "a brief of no edition": (["brief", "walmart", "--out", "brief.md", "--edition", "secret"], "customer"),
    "a template that is not there": (["brief", "walmart", "--out", "brief.md", "--template", "our.docx"], "our.docx"),
    "no such lever": (["scenario", "walmart", "--lever", "l-x"], "l-order"),
    "a sector file that is not there": (["sector", "sector.csv"], "sector.csv"),
    "a folder without notebooks": (["refresh"], "accountkit new"),
    "a lab without a folder": (["lab"], "--folder"),
    "kernels of no kind": (["serve", "--kernels", "warm"], "forked, ordinary"),
    "a port that is none": (["serve", "--port", "70000"], "65535"),
    "a database that is none": (["list", "--db", "nonsense://x"], "nonsense"),
    "a language that is not known": (["list", "--lang", "fr"], "zh_CN"),
    "no such command": (["analyse"], "analyse"),
    "a missing argument": (["roe"], "SLUG|FILE"),
}


@pytest.mark.parametrize(("words", "named"), BAD.values(), ids=BAD)
def test_bad_input_exits_2_and_says_what_to_do(accountkit, words, named):
    result = accountkit(*words, code=2)
    assert named in result.stderr
    assert "Traceback" not in result.output
    assert result.stdout == ""


def test_errors_are_in_the_readers_language(accountkit):
    assert "没有" in accountkit("show", "nobody", "--lang", "zh_CN", code=2).stderr


def test_the_command_line_starts_without_the_heavy_parts():
    # pandas alone takes 0.3 s; help must not wait for it
    code = "import sys, accountkit.cli; print([m for m in ('pandas', 'sqlalchemy', 'ipywidgets', 'voila', 'docx') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

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
    # issue 2, point 10, with what the issues on finance, briefs, notebooks and people add
    wanted = [
        "serve",
        "lab",
        "new",
        "list",
        "show",
        "import",
        "roe",
        "brief",
        "export",
        "load",
        "history",
        "sector",
        "scenario",
        "offers",
        "changes",
        "refresh",
        "methods",
        "week",
        "calendar",
        "doctor",
        "backup",
        "restore",
        "crm",
        "people",
    ]
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
    "a folder that is not there": (
        ["export", "walmart", "nowhere/account.json"],
        "folder nowhere for account.json",
    ),
    "a slug that leaves the folder": (["new", "X", "--slug", "../x"], "../x"),
    "a name that is taken": (["new", "Walmart"], "walmart"),
    "no moment": (["history", "walmart", "--since", "Monday"], "2026-05-06"),
    "a revision that never was": (["changes", "walmart", "--since", "99"], "99"),
    "a brief of no format": (["brief", "walmart", "--out", "brief.txt"], "docx"),
    "a brief of no edition": (["brief", "walmart", "--out", "brief.md", "--edition", "secret"], "customer"),
    "pages of a workbook": (["brief", "walmart", "--out", "brief.xlsx", "--pages", "1"], "docx"),
    "more pages than the first": (["brief", "walmart", "--out", "brief.md", "--pages", "2"], "--pages"),
    "a template that is not there": (
        ["brief", "walmart", "--out", "brief.md", "--template", "our.docx"],
        "our.docx",
    ),
    "no such lever": (["scenario", "walmart", "--lever", "l-x"], "l-order"),
    "a sector file that is not there": (["sector", "sector.csv"], "sector.csv"),
    "a folder without notebooks": (["refresh"], "accountkit new"),
    "a lab without a folder": (["lab"], "--folder"),
    "kernels of no kind": (["serve", "--kernels", "warm"], "forked, ordinary"),
    "a port that is none": (["serve", "--port", "70000"], "65535"),
    "a number that is none": (
        ["scenario", "walmart", "--discount-rate", "x"],
        "--discount-rate must be a number.",
    ),
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


MISTYPED = {
    "an argument": (["roe"], "缺少 SLUG|FILE。请看 `accountkit roe --help`。"),
    "an option's value": (["serve", "--port", "70000"], "--port 必须是0到65535之间的整数。"),
    "a number": (["sector", "x.csv", "--rows", "many"], "--rows 必须是整数。"),
    "a number with a fraction": (
        ["scenario", "walmart", "--discount-rate", "x"],
        "--discount-rate 必须是数字。",
    ),
    "a least number": (["list", "--limit", "0"], "--limit 必须是不小于1的整数。"),
    "an option": (["list", "--nope"], "没有选项 --nope。"),
    "a command": (["analyse"], "没有命令“analyse”。"),
}


@pytest.mark.parametrize(("words", "said"), MISTYPED.values(), ids=MISTYPED)
def test_what_is_mistyped_is_explained_in_chinese_too(accountkit, monkeypatch, words, said):
    monkeypatch.setenv("ACCOUNTKIT_LANG", "zh_CN")
    result = accountkit(*words, code=2)
    assert said in result.stderr
    assert "Usage" not in result.stderr and "Error" not in result.stderr


@pytest.mark.parametrize("name", ["offers.csv", "accounts.db"])
def test_bytes_that_mean_nothing_are_refused(accountkit, tmp_path, name):
    (tmp_path / name).write_bytes(bytes(range(256)) * 12)
    words = ["offers", name] if name == "offers.csv" else ["list", "--db", name]
    assert name in accountkit(*words, code=2).stderr


def test_an_account_whose_notebooks_cannot_be_written_is_not_left_behind(accountkit, tmp_path):
    (tmp_path / "taken").write_text("a file where a folder should be")
    accountkit("new", "Foo", "--folder", "taken", code=2)
    accountkit("new", "Foo", "--folder", "free")


def test_a_peer_without_a_name_is_not_taken_for_the_customer(accountkit):
    assert "--peer" in accountkit("import", "walmart", "x.csv", "--peer", " ", code=2).stderr


def test_a_brief_says_where_it_cannot_go_before_any_work(accountkit):
    result = accountkit("brief", "walmart", "--out", "nowhere/brief.md", code=2)
    assert "nowhere" in result.stderr and "Writing" not in result.stderr


@pytest.fixture
def broken(tmp_path, monkeypatch):
    """A fault of ours in `history`; the file where it will be noted down."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("ACCOUNTKIT_DEBUG", raising=False)
    monkeypatch.setattr("accountkit.commands.accounts.say", lambda text: {}["no such key"])
    return tmp_path / "state"


def test_a_fault_of_ours_ends_with_1_and_is_noted_down(accountkit, broken):
    result = accountkit("history", "walmart", code=1)
    assert (
        "Your data is safe." in result.stderr
        and "with your report" in result.stderr
        and "Traceback" not in result.output
    )
    noted = next(broken.rglob("errors.log"))
    assert str(noted) in result.stderr
    assert "Traceback" in noted.read_text() and "no such key" in noted.read_text()


def test_a_fault_of_ours_is_shown_to_whoever_asks(accountkit, broken, monkeypatch):
    monkeypatch.setenv("ACCOUNTKIT_DEBUG", "1")
    with pytest.raises(KeyError):
        raise accountkit("history", "walmart", code=1).exception

"""The examples of README, tutorial and docstrings run; the commands of all other pages are ones that there are."""

from __future__ import annotations

import ast
import re

import pandas as pd
import pytest
from sybil import Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser
from sybil.sybil import PythonDocStringDocument

from accountkit import open_account
from tests.documents.shell import ROOT, Shell, commands_of, understood
from tests.sources.test_sec import server  # noqa: F401  (a fixture)

STATEMENTS = {
    "period_end": ["2024-01-28", "2025-02-02"],
    "revenue": [152_669e6, 159_514e6],
    "net_income": [15_143e6, 14_806e6],
    "total_assets": [76_530e6, 96_119e6],
    "equity": [1_044e6, 6_640e6],
}
"""Home Depot, 10-K of fiscal 2024."""
PAGES = sorted(
    {
        str(page.relative_to(ROOT))
        for page in (ROOT / "README.md", *ROOT.glob("docs/**/*.md"))
        if commands_of(page)
    }
    - {"docs/reference/commands.md"}  # usage lines; made from the command line itself
)
RUN = ("README.md", "docs/tutorial.md", "docs/tutorial.zh_CN.md")


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An empty home, a working folder in it with the files that the pages speak of, and no settings."""
    for name in ("ACCOUNTKIT_LANG", "ACCOUNTKIT_CACHE", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("ACCOUNTKIT_DB", f"sqlite:///{tmp_path / 'accounts.sqlite'}")
    monkeypatch.setenv("ACCOUNTKIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("ACCOUNTKIT_CHROMIUM", "none")
    monkeypatch.chdir(tmp_path)
    figures = pd.DataFrame(STATEMENTS)
    figures.to_csv("figures.csv", index=False)
    figures.to_excel("figures.xlsx", index=False)
    return tmp_path


def evaluated(page: str, monkeypatch) -> Shell:
    """Run each example of a page in turn."""
    shell = Shell(monkeypatch)
    parsers = [PythonCodeBlockParser(), CodeBlockParser("shell", shell)]
    document = Sybil(parsers=parsers).parse(ROOT / page)
    for example in document.examples():
        example.evaluate()
    return shell


@pytest.mark.parametrize("page", RUN)
def test_the_examples_of_a_page_run_in_an_empty_home(page, home, server, monkeypatch):  # noqa: F811
    monkeypatch.setenv("ACCOUNTKIT_SEC_URL", f"http://127.0.0.1:{server.server_address[1]}")
    shell = evaluated(page, monkeypatch)
    assert len(shell.ran) >= 4
    assert (home / "brief.pptx").stat().st_size > 20_000


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_a_page_is_understood(page):
    for words in commands_of(ROOT / page):
        understood(words[1:])


def test_a_command_that_there_is_not_is_noticed():
    for words in (["roe", "walmart", "--peer-group"], ["returns", "walmart"]):
        with pytest.raises(Exception, match=r"peer-group|returns"):
            understood(words)


@pytest.mark.parametrize(
    "module", ["accountkit/analyst.py", "accountkit/tables.py", "accountkit/workbook.py"]
)
def test_the_examples_of_docstrings_run(module, home):
    document = Sybil(parsers=[DocTestParser()], document_types={".py": PythonDocStringDocument}).parse(
        ROOT / module
    )
    document.namespace["account"] = open_account("walmart")
    examples = list(document.examples())
    assert examples
    for example in examples:
        example.evaluate()


@pytest.mark.parametrize(
    "page", [str(page.relative_to(ROOT)) for page in sorted((ROOT / "docs").glob("*.md"))]
)
def test_python_on_a_page_is_python(page):
    blocks = re.findall(r"^```python\n(.*?)^```", (ROOT / page).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    for block in blocks:
        ast.parse(re.sub(r"^(>>>|\.\.\.) ?", "", block, flags=re.MULTILINE))

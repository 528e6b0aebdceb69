"""What the documents for developers name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools import routes

ROOT = Path(__file__).parents[2]
PAGES = (
    "docs/architecture.md",
    "CONTRIBUTING.md",
    "README.md",
    "SECURITY.md",
    "docs/adding-a-method.md",
    "docs/index.md",
    "docs/explanation/index.md",
)


@pytest.mark.parametrize("page", PAGES)
def test_every_path_and_link_of_a_page_leads_somewhere(page):
    text = (ROOT / page).read_text("utf-8")
    paths = re.findall(r"`((?:accountkit|docs|tests|templates|frontend)/[\w/.\-]*)`", text)
    missing = [path for path in paths if not (ROOT / path).exists()]
    links = [
        link
        for link in re.findall(r"\]\(([^)#:]+)[)#]", text)
        if not (ROOT / page).parent.joinpath(link).exists()
    ]
    assert missing == [] and links == []


def test_the_tables_of_addresses_are_those_of_the_application():
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    assert routes.written(text) == text, "run: python -m tools.routes"
    assert text.count("\n| GET | `/") > 20 and "`/read/SECRET`" in text


def test_the_walks_name_functions_that_are_where_they_say():
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    named = re.findall(r"`(\w+)(?:\.(\w+))?` in `(accountkit/[\w/]+\.py)`", text)
    assert len(named) >= 6
    for name, inner, path in named:
        source = (ROOT / path).read_text("utf-8")
        assert re.search(rf"^(def|class) {name}\b", source, re.MULTILINE), f"{name} in {path}"
        assert not inner or re.search(rf"^    def {inner}\b", source, re.MULTILINE), f"{name}.{inner}"


def test_every_layer_of_the_page_is_one_that_the_linter_holds():
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    table = text.split("|---|---|\n")[1].split("\n\n")[0]
    shown = {
        path.removesuffix(".py").replace("/", ".")
        for path in re.findall(r"`(accountkit/\w+)(?:/|\.py)`", table)
    }
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    held = set(re.findall(r"accountkit\.\w+", project.split("layers = [")[1].split("]\n")[0]))
    assert held - shown <= {"accountkit.samples", "accountkit.shipped"} and shown <= held

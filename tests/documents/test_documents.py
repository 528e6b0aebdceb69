"""What the documents for developers name is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from accountkit.methods import REGISTRY
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


def test_the_method_that_is_shown_is_the_one_that_its_file_defines():
    """Imports that work, and each field as the file has it; what is too long to show ends in dots."""
    text = (ROOT / "docs/adding-a-method.md").read_text("utf-8")
    *imports, shown = ast.parse(re.search(r"```python\n(.*?)```", text, re.DOTALL)[1]).body
    found = {}
    exec(compile(ast.Module(imports, []), "imports", "exec"), found)
    assert {"Scorecard", "Group", "N_", "cut"} <= set(found)
    method, compared = REGISTRY["influence_score"], []
    for field in shown.value.keywords:
        value = field.value.args[0] if isinstance(field.value, ast.Call) else field.value
        try:
            value = ast.literal_eval(value)
        except ValueError:
            continue  # built of other values
        stored = getattr(method, field.arg)
        assert stored.startswith(value[:-1]) if str(value).endswith("…") else stored == value, field.arg
        compared.append(field.arg)
    assert {"key", "name", "first", "uses", "feeds"} <= set(compared)

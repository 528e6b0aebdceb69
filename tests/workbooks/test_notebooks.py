"""The notebooks under version control are exactly what the templates give, small, and stored with what they say."""

from __future__ import annotations

import ast
import json

import nbformat
import pytest

from accountkit import samples
from accountkit.methods.workspaces import ELSEWHERE
from tests.workbooks.notebook_facts import NOTEBOOKS, ROOT, WORKBOOKS, as_template, code_cells, name, unstored
from tools import templates

TEMPLATES = ROOT / "templates"


def test_the_templates_are_what_their_maker_gives():
    committed = {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.ipynb")}
    assert committed == templates.notebooks(), "run python -m tools.templates"


def test_each_sample_has_every_notebook_and_nothing_else_is_there():
    ours = {f"{page}.ipynb" for page in ELSEWHERE}
    folders = {"practice": ours, **dict.fromkeys(samples.SLUGS, set(templates.notebooks()) - ours)}
    assert {folder.name for folder in WORKBOOKS.iterdir() if folder.is_dir()} == set(folders)
    for folder, notebooks in folders.items():
        assert {path.name for path in (WORKBOOKS / folder).glob("*.ipynb")} == notebooks


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_is_its_template_with_outputs(path):
    assert as_template(path) == json.loads((TEMPLATES / path.name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("slug", samples.SLUGS)
def test_the_account_beside_the_notebooks_is_the_sample(slug):
    assert samples.file_of(slug) == WORKBOOKS / slug / "account.json"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_is_small(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert len(notebook.cells) <= 5
    assert len(code_cells(notebook)) <= 3
    for cell in code_cells(notebook):
        assert len(cell.source.splitlines()) <= 5
        loops = (
            ast.FunctionDef,
            ast.ClassDef,
            ast.Lambda,
            ast.For,
            ast.While,
            ast.ListComp,
            ast.DictComp,
            ast.GeneratorExp,
        )
        assert not [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, loops)]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_the_last_cell_is_checked_and_stored(path):
    notebook = nbformat.read(path, as_version=4)
    assert notebook.cells[-1].source.startswith("# NBVAL_CHECK_OUTPUT")
    assert unstored(notebook) == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_nothing_that_runs_is_stored(path):
    notebook = nbformat.read(path, as_version=4)
    assert "widgets" not in notebook.metadata
    kinds = {
        kind for cell in code_cells(notebook) for output in cell.outputs for kind in output.get("data", {})
    }
    assert kinds <= {"text/plain"}


@pytest.mark.slow
def test_a_checked_cell_without_stored_output_is_found():
    notebook = nbformat.read(NOTEBOOKS[0], as_version=4)
    cell = notebook.cells[-1]
    kept = cell.outputs
    cell.outputs = []
    assert unstored(notebook) == [cell.id]
    cell.outputs, cell.execution_count = kept, None
    assert unstored(notebook) == [cell.id]
    cell.execution_count = 3
    cell.outputs = [nbformat.v4.new_output("execute_result", {"text/plain": " "}, execution_count=3)]
    assert unstored(notebook) == [cell.id]

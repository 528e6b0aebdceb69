"""All notebooks run again and say what is stored; a wrong number does not get by."""

from __future__ import annotations

import re
import shutil

import pytest

from accountkit import samples
from accountkit.commands.notebooks import store_of
from accountkit.model import Edit, apply, from_json
from tests.workbooks.notebook_facts import NOTEBOOKS, WORKBOOKS, code_cells, nbformat, nbval


@pytest.mark.slow
def test_every_notebook_says_what_is_stored():
    snapshots = [from_json((WORKBOOKS / slug / "account.json").read_bytes()) for slug in samples.SLUGS]
    with store_of(*snapshots) as environment:
        done = nbval(NOTEBOOKS, environment)
    cells = sum(len(code_cells(nbformat.read(path, as_version=4))) for path in NOTEBOOKS)
    assert done.returncode == 0, done.stdout[-5000:]
    assert re.search(rf"\b{cells} passed", done.stdout), done.stdout[-500:]


@pytest.mark.slow
def test_a_changed_figure_fails_its_notebook(tmp_path):
    """Net income of fiscal 2023 (177,341 thousand, filed) 1 % higher: the return is no longer what is stored."""
    for name in ("account.json", "dupont_roe.ipynb"):
        shutil.copy(WORKBOOKS / "new-oriental" / name, tmp_path / name)
    account = samples.sample("new-oriental")
    wrong = apply(account, [Edit("statements/2023-05-31/figures/net_income/value", 177_341_000 * 1.01)])
    with store_of(wrong) as environment:
        done = nbval([tmp_path / "dupont_roe.ipynb"], environment)
    assert done.returncode == 1, done.stdout[-2000:]
    assert "1 failed" in done.stdout
    with store_of(account) as environment:
        assert nbval([tmp_path / "dupont_roe.ipynb"], environment).returncode == 0

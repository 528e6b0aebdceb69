"""All notebooks run again, from their folders alone, and say what is stored; a wrong number does not get by."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys

import nbformat
import pytest

from accountkit.model import Edit
from accountkit.store import open_store, origins
from accountkit.store.folder import read
from tests.workbooks.notebook_facts import NOTEBOOKS, ROOT, WORKBOOKS, code_cells

pytestmark = pytest.mark.slow


@pytest.fixture
def nbval(tmp_path):
    """The command of docs/how-to/notebooks.md, ``pytest --nbval workbooks``, in an empty home and the folder given."""

    def run(place, *arguments: str) -> subprocess.CompletedProcess:
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("ACCOUNTKIT_", "XDG_"))
        }
        environment = {**kept, "HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}
        (tmp_path / "home").mkdir(exist_ok=True)
        command = [sys.executable, "-m", "pytest", "--nbval", *arguments, "-p", "no:cacheprovider"]
        return subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True)

    return run


@pytest.fixture
def folder(tmp_path):
    """One sample's folder as a colleague was sent it, with the notebook that reads the figures."""
    place = tmp_path / "workbooks" / "new-oriental"
    place.mkdir(parents=True)
    for name in ("account.json", "dupont_roe.ipynb"):
        shutil.copy(WORKBOOKS / "new-oriental" / name, place / name)
    return place


def change_a_figure(place) -> None:
    """Total equity of fiscal 2024 1 % higher: the return is not what is stored."""
    file = place / "account.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    document["statements"]["2024-05-31"]["figures"]["equity_total"]["value"] *= 1.01
    file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


def home_store(tmp_path):
    """The store that a user of the empty home would have."""
    place = tmp_path / "home" / ".local" / "share" / "accountkit"
    place.mkdir(parents=True)
    return open_store(str(place / "accounts.sqlite"))


def test_every_notebook_says_what_is_stored_and_leaves_no_store_behind(nbval, tmp_path):
    shutil.copytree(WORKBOOKS, tmp_path / "workbooks")
    done = nbval(tmp_path, "workbooks")
    cells = sum(len(code_cells(nbformat.read(path, as_version=4))) for path in NOTEBOOKS)
    assert done.returncode == 0, done.stdout[-5000:]
    assert re.search(rf"\b{cells} passed", done.stdout), done.stdout[-500:]
    assert not list((tmp_path / "home").rglob("accounts.sqlite"))


def test_a_changed_figure_fails_its_notebook(nbval, folder):
    assert nbval(folder.parents[1], "workbooks").returncode == 0
    change_a_figure(folder)
    done = nbval(folder.parents[1], "workbooks")
    assert done.returncode == 1 and "1 failed" in done.stdout, done.stdout[-2000:]


def test_a_changed_figure_fails_in_a_home_that_has_the_account_too(nbval, folder, tmp_path):
    store = home_store(tmp_path)
    store.create(read(folder / "account.json"), by="ann")
    origins.note(store, read(folder / "account.json"))
    assert nbval(folder.parents[1], "workbooks").returncode == 0
    change_a_figure(folder)
    assert nbval(folder.parents[1], "workbooks").returncode == 1


def test_where_both_changed_the_checked_text_says_so(nbval, folder, tmp_path):
    """Neither changes anything that the notebook says: the text fails by its first line alone."""
    store = home_store(tmp_path)
    store.create(read(WORKBOOKS / "new-oriental" / "account.json"), by="ann")
    origins.note(store, read(WORKBOOKS / "new-oriental" / "account.json"))
    change_the_owner(folder / "account.json")
    assert nbval(folder.parents[1], "workbooks").returncode == 0
    store.apply("new-oriental", [Edit("profile/owner", "ann")], by="ann")
    done = nbval(folder.parents[1], "workbooks")
    assert done.returncode == 1 and "both have changed" in done.stdout, done.stdout[-2000:]


def change_the_owner(file) -> None:
    document = json.loads(file.read_text(encoding="utf-8"))
    document["profile"]["owner"] = "bob"
    file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


def test_papermill_chooses_the_account(tmp_path):
    """``papermill -p slug walmart`` runs a template on an account of the store."""
    out = tmp_path / "out.ipynb"
    command = [sys.executable, "-m", "papermill", str(ROOT / "templates" / "dupont_roe.ipynb"), str(out)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ACCOUNTKIT_DB": str(tmp_path / "accounts.sqlite")}
    for slug, name in (("walmart", "Walmart"), ("new-oriental", "New Oriental")):
        done = subprocess.run(
            [*command, "-p", "slug", slug, "--cwd", str(tmp_path)],
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        said = nbformat.read(out, as_version=4).cells[-1].outputs[0]["data"]["text/plain"]
        stored = nbformat.read(WORKBOOKS / slug / "dupont_roe.ipynb", as_version=4).cells[-1].outputs[0]
        assert said == stored["data"]["text/plain"], name

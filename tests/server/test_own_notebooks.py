"""Which notebooks are served, which are not, and what their kernels are told."""

import os
import shutil
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from accountkit.server.kernels.template import Template
from accountkit.server.markdown import sanitized
from accountkit.server.own_notebooks import OwnNotebooks
from accountkit.store import handed
from accountkit.store.database import database_url

NAME = "增长 and margin"


def notebook(path, *cells, **metadata):
    path.parent.mkdir(parents=True, exist_ok=True)
    made = new_notebook(cells=[new_code_cell(cell) for cell in cells], metadata=metadata)
    nbformat.write(made, path)


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "workbooks"
    notebook(place / "walmart" / f"{NAME}.ipynb", "1 + 1")
    notebook(place / "walmart" / ".ipynb_checkpoints" / "old-checkpoint.ipynb", "1")
    notebook(place / "walmart" / ".hidden.ipynb", "1")
    notebook(place / "new-oriental" / "other.ipynb", "1")
    notebook(place / ".hidden" / "x.ipynb", "1")
    notebook(tmp_path / "outside" / "secret.ipynb", "1")
    (place / "walmart" / "account.json").write_text("{}")
    (place / "walmart" / "folder.ipynb").mkdir()
    (place / "walmart" / "out.ipynb").symlink_to(tmp_path / "outside" / "secret.ipynb")
    (place / "walmart" / "across.ipynb").symlink_to(place / "new-oriental" / "other.ipynb")
    (place / "walmart" / "veiled.ipynb").symlink_to(place / "walmart" / ".hidden.ipynb")
    (place / "walmart" / "again.ipynb").symlink_to(place / "walmart" / f"{NAME}.ipynb")
    (place / "outside").symlink_to(tmp_path / "outside")
    return place


def test_the_notebooks_of_an_account_are_those_that_lie_in_its_folder(folder):
    own = OwnNotebooks(folder)
    assert own.names("walmart") == ("again", NAME)
    assert own.path("walmart", NAME) == own.path("walmart", f"{NAME}.ipynb")
    for slug in ("outside", ".hidden", ".", "..", "", "walmart/..", str(folder / "walmart")):
        assert own.names(slug) == (), slug
    assert OwnNotebooks(None).names("walmart") == () == OwnNotebooks(folder / "nowhere").names("walmart")


ESCAPES = (
    "walmart/out",
    "walmart/across",
    "walmart/veiled",
    "walmart/.hidden",
    "walmart/folder",
    "walmart/account.json",
    "walmart/old-checkpoint",
    "walmart/.ipynb_checkpoints%2Fold-checkpoint",
    "walmart/..%2Fnew-oriental%2Fother",
    "walmart/..%2F..%2Foutside%2Fsecret",
    "walmart/%2Fetc%2Fpasswd",
    "walmart/nothing%00",
    "outside/secret",
    "..%2Foutside/secret",
    ".hidden/x",
)


def test_no_address_leads_out_of_an_accounts_folder(start, folder):
    visitor = start(folder=folder).visitor()
    for path in ESCAPES:
        assert visitor.get(f"/notebook/{path}").status_code == 404, path


def test_a_stranger_and_a_reader_are_asked_for_the_token(start, folder):
    served = start(folder=folder)
    answer = served.stranger().get(f"/notebook/walmart/{NAME}")
    assert answer.status_code == 403 and 'name="token"' in answer.text


def test_what_is_no_notebook_in_python_is_said_before_a_kernel_is_started(start, folder):
    (folder / "walmart" / "broken.ipynb").write_text("{")
    notebook(
        folder / "walmart" / "r.ipynb", "1", kernelspec={"name": "ir", "display_name": "R", "language": "R"}
    )
    served = start(folder=folder)
    visitor = served.visitor()
    for name in ("broken", "r"):
        answer = visitor.get(f"/notebook/walmart/{name}", headers={"Accept": "application/json"})
        assert answer.status_code == 400 and name in answer.json()["message"]
    assert not served.app.sessions.live


def test_an_ordinary_kernel_opens_the_store_without_its_address_in_the_environment(
    start, folder, monkeypatch
):
    monkeypatch.setenv("ACCOUNTKIT_TOKEN", "a-token-nobody-prints")
    monkeypatch.setenv("ACCOUNTKIT_DB", "sqlite:////nowhere/else.sqlite")
    notebook(
        folder / "walmart" / "told.ipynb",
        "import os\nfrom accountkit import open_account\nprint(dict(os.environ))",
        "print('the account', open_account().account.slug, os.getcwd())",
        "print(dict(os.environ), open('/proc/self/environ').read())",
        kernelspec={"name": "a-kernel-of-another-machine", "display_name": "x", "language": "python"},
    )
    served = start(folder=folder)
    shutil.copy(Path(__file__).parents[2] / "workbooks" / "walmart" / "account.json", folder / "walmart")
    said = served.visitor().get("/notebook/walmart/told").text
    assert f"the account walmart {folder / 'walmart'}" in said
    assert "accounts.sqlite" not in said and "a-token-nobody-prints" not in said and "else.sqlite" not in said
    assert not list(Path(served.app.connection_dir).glob("handed-*"))


def test_an_address_is_handed_over_once_to_its_owner_alone(tmp_path, monkeypatch):
    monkeypatch.delenv("ACCOUNTKIT_DB", raising=False)
    monkeypatch.setenv("PGPASSWORD", "p@ss")
    monkeypatch.setattr(handed, "_taken", "")
    variable = handed.hand_over("postgresql+psycopg://ann@host/db", tmp_path)
    (file,) = tmp_path.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600 and "p%40ss" not in str(variable)
    monkeypatch.setenv(handed.VARIABLE, variable[handed.VARIABLE])
    assert database_url().password == "p@ss"
    assert not file.exists() and handed.VARIABLE not in os.environ
    assert database_url().host == "host"  # remembered


def test_the_process_that_kernels_are_forked_from_has_no_secrets_either(monkeypatch):
    begun = {}
    monkeypatch.setenv("ACCOUNTKIT_TOKEN", "secret")
    monkeypatch.setattr("subprocess.Popen", lambda *_a, env, **_k: begun.update(env))
    Template().start()
    assert "PATH" in begun and not handed.WITHHELD & set(begun)


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:x'>y</a>",
        "<a href='data:text/html,x'>y</a>",
        "<iframe src=x></iframe>",
        "<svg onload=x>",
        "<p style='position:fixed'>y</p>",
        "<scr<script></script>ipt>x</script>",
        "<form action=x><input name=y></form>",
    ],
)
def test_texts_hold_nothing_that_runs(html):
    left = sanitized(html)
    for part in (
        "<script",
        "onerror",
        "javascript:",
        "data:text",
        "<iframe",
        "onload",
        "style=",
        "<form",
        "<input",
    ):
        assert part not in left


def test_texts_keep_what_is_read():
    for html in (
        "<h2>a</h2>",
        "<table><tr><th>a</th></tr></table>",
        '<img src="data:image/png;base64,AA==">',
    ):
        assert sanitized(html).startswith(html[:4])

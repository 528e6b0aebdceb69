"""An account's folder of notebooks: made from the templates, run, and stored with the outputs that nbval checks.

``workbooks/SLUG/account.json`` is the account of the folder: for a test, and for everyone without a store. Outputs are
stored in English and as of the account's review date, so that neither the day nor the user changes them. Cells that a
person added stay.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from accountkit.commands.terminal import tell
from accountkit.errors import AccountkitError
from accountkit.i18n import _
from accountkit.shipped import CHECKED
from accountkit.whole import put

if TYPE_CHECKING:
    from accountkit.model import Account

SECONDS_A_CELL = 180


def slugs(folder: Path) -> tuple[str, ...]:
    """The accounts that have a folder of notebooks here."""
    from accountkit.store.folder import FILE

    return tuple(sorted(path.parent.name for path in folder.glob(f"*/{FILE}")))


def write(account: Account, folder: Path, *, with_private: bool = False) -> Path:
    """Make the account's folder from the templates; notebooks that are there already are left as they are."""
    place = folder / account.slug
    _copy(place, ours=False)
    snapshot(account, place, with_private=with_private)
    return place


def _copy(place: Path, *, ours: bool) -> None:
    """The templates of an account, or of our own side, that are not in the folder yet."""
    from accountkit.methods.workspaces import ELSEWHERE
    from accountkit.server.notebooks import templates_folder

    place.mkdir(parents=True, exist_ok=True)
    for template in sorted(templates_folder().glob("*.ipynb")):
        if (template.stem in ELSEWHERE) == ours and not (place / template.name).exists():
            put(place / template.name, template.read_bytes())


def snapshot(account: Account, place: Path, *, with_private: bool = False) -> None:
    """Write the account beside its notebooks, without its private parts unless they are asked for."""
    from accountkit.store.folder import FILE
    from accountkit.store.folder import write as write_file

    write_file(account, place / FILE, with_private=with_private)


def refresh(account: Account, folder: Path, *, with_private: bool = False) -> None:
    """Bring the snapshot up to date, run all notebooks of the account on it, and store what they say."""
    run_all(write(account, folder, with_private=with_private))


def refresh_practice(place: Path) -> None:
    """Run the notebooks of our own side on the file beside them, and store what they say."""
    _copy(place, ours=True)
    run_all(place)


def run_all(place: Path) -> None:
    with no_store() as environment:
        for path in sorted(place.glob("*.ipynb")):
            run(path, environment)


@contextmanager
def no_store() -> Iterator[dict[str, str]]:
    """The environment of a kernel that finds no store, so that ``account.json`` is the account; in English."""
    with tempfile.TemporaryDirectory(prefix="accountkit-") as folder:
        yield {
            **os.environ,
            "ACCOUNTKIT_DB": f"sqlite:///{folder}/none.sqlite",
            "ACCOUNTKIT_LANG": "en",
            "ACCOUNTKIT_USER": "accountkit",
        }


def run(path: Path, environment: dict[str, str]) -> None:
    """Run a notebook and write it back with the outputs of its checked cells. Raises `AccountkitError` where it fails, and
    `typer.Exit` where a signal stops it, with the code that a shell gives such an end."""
    import nbformat
    from nbclient.exceptions import CellExecutionError

    from accountkit.commands.stopping import StoppableClient

    notebook = nbformat.read(path, as_version=4)
    client = StoppableClient(
        notebook,
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        extra_arguments=["--log-level=ERROR"],
        store_widget_state=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    try:
        client.execute(env=environment)
    except CellExecutionError as error:
        raise AccountkitError(
            _("{notebook} stopped at {error}: {reason}. No results were stored.").format(
                notebook=path, error=error.ename, reason=error.evalue
            )
        ) from error
    except (Exception, asyncio.CancelledError) as error:
        if not client.stopped_by:
            raise
        tell(_("Stopped. {notebook} keeps its earlier results.").format(notebook=path))
        raise typer.Exit(128 + client.stopped_by) from error
    for cell in notebook.cells:
        _keep_what_is_checked(cell)
    notebook.metadata.pop("widgets", None)
    notebook.metadata["language_info"] = {"name": "python"}
    put(path, f"{nbformat.writes(notebook)}\n".encode())


def _keep_what_is_checked(cell: Any) -> None:
    """A panel lives in its kernel and a time of running says nothing: neither is stored."""
    cell.metadata.pop("execution", None)
    if cell.cell_type == "code" and not cell.source.startswith(CHECKED):
        cell.outputs = [output for output in cell.outputs if not _is_live(output)]
        if not cell.outputs:
            cell.execution_count = None


def _is_live(output: Any) -> bool:
    return "application/vnd.jupyter.widget-view+json" in output.get("data", {})

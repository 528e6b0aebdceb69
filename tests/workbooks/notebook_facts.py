"""What the tests ask of a notebook."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat

ROOT = Path(__file__).parents[2]
WORKBOOKS = ROOT / "workbooks"
CHECKED = "# NBVAL_CHECK_OUTPUT"
NOTEBOOKS = sorted(WORKBOOKS.glob("*/*.ipynb"))


def name(path: Path) -> str:
    """``walmart/pest``, as a test's id."""
    return f"{path.parent.name}/{path.stem}"


def code_cells(notebook) -> list:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def unstored(notebook) -> list[str]:
    """The ids of checked cells that nbval would pass because nothing is stored to compare with."""
    return [
        cell.id
        for cell in code_cells(notebook)
        if CHECKED in cell.source and not (cell.execution_count and _text(cell).strip())
    ]


def _text(cell) -> str:
    return "".join(
        output.get("text", "") or output.get("data", {}).get("text/plain", "") for output in cell.outputs
    )


def as_template(path: Path) -> dict:
    """A notebook without its outputs: what its template holds."""
    notebook = nbformat.read(path, as_version=4)
    for cell in code_cells(notebook):
        cell.outputs, cell.execution_count = [], None
    return json.loads(nbformat.writes(notebook))


def nbval(places: list[Path], environment: dict[str, str]) -> subprocess.CompletedProcess:
    """nbval over notebooks, one after the other, every stored output compared."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--nbval",
        "-q",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(places[0].parent),
    ]
    variables = {**os.environ, **environment, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [*command, "-c", os.devnull, *map(str, places)], env=variables, capture_output=True, text=True
    )

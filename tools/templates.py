"""The notebook templates, made rather than edited: ``python -m tools.templates`` writes ``templates/*.ipynb``.

Each is an import, a panel and a text that nbval checks. What a reader reads lives in the package.
"""

from __future__ import annotations

import json
from pathlib import Path

from accountkit.methods import core
from accountkit.methods.workspaces import ELSEWHERE, screens
from accountkit.shipped import CHECKED

FOLDER = Path(__file__).parents[1] / "templates"

PARAMETERS = "slug = None  # an account of the store; None: the one beside this notebook"
OPEN = "from accountkit import open_account\naccount = open_account(slug)"
PARAMETERS_OURS = (
    "path = None  # a file with our own data; None: the one beside this notebook, else the store's"
)
OPEN_OURS = "from accountkit import open_practice\npractice = open_practice(path)"
GENERIC = f'{OPEN}\nanalysis = account.asked_for("pest")'


def notebooks() -> dict[str, str]:
    """File name → notebook text, of all templates."""
    named = {"workbook": ("workbook", "overview"), "brief": ("brief", "brief")} | {
        key: (key, key) for key in (*core(), *screens())
    }
    made = {
        f"{name}.ipynb": notebook(OPEN, f'"{panel}"', f'"{text}"') for name, (panel, text) in named.items()
    }
    ours = {f"{page}.ipynb": notebook(OPEN_OURS, f'"{page}"', f'"{page}"', "practice") for page in ELSEWHERE}
    return made | ours | {"framework.ipynb": notebook(GENERIC, "analysis", "analysis")}


def notebook(opening: str, panel: str, text: str, name: str = "account") -> str:
    """One notebook: open the account, or our own side (`name`), show a panel, and say what it says.

    The first cell has the tag that papermill looks for, so that ``-p slug walmart`` chooses the account.
    """
    document = {
        "cells": [
            _code("parameters", PARAMETERS if name == "account" else PARAMETERS_OURS),
            _code("panel", f"{opening}\n{name}.panel({panel})"),
            _code("summary", f"{CHECKED}\n{name}.summary({text})"),
        ],
        "metadata": {
            "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _code(name: str, source: str) -> dict:
    """A code cell. Its name is its id and its tag, so that a page can leave the summary out."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": {"tags": [name]},
        "outputs": [],
        "source": source.splitlines(keepends=True),
    }


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, text in notebooks().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

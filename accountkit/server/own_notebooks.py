"""Notebooks of one's own: the ``.ipynb`` files of an account's folder, found by their names and never by a path.

    DIR/SLUG/NAME.ipynb   →   /notebook/SLUG/NAME

A name is compared with what is in the folder, so that no address leads anywhere else: neither to hidden files and
Jupyter's checkpoints, nor through a link out of the account's folder.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

import nbformat
from jupyter_server.services.contents.largefilemanager import LargeFileManager

from accountkit.errors import AccountNotFound, UnreadableFile
from accountkit.i18n import _

ENDING = ".ipynb"


class OwnNotebooks:
    """The notebooks in the folders of all accounts; none where the server has no folder."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder and folder.resolve()

    def names(self, slug: str) -> tuple[str, ...]:
        """The names of an account's notebooks, without their ending."""
        return tuple(sorted(self._files(slug), key=str.casefold))

    def path(self, slug: str, name: str) -> Path:
        """The file of a notebook. Raises `AccountNotFound` where the account's folder has none of that name."""
        found = self._files(slug).get(name.removesuffix(ENDING))
        if found is None:
            raise AccountNotFound(
                _(
                    "The folder of this account has no notebook “{name}”. Choose one in the menu of the account."
                ).format(name=name[:60])
            )
        return found

    def _files(self, slug: str) -> dict[str, Path]:
        place = next((entry for entry in _entries(self.folder) if entry.name == slug), None)
        return {
            entry.name.removesuffix(ENDING): entry
            for entry in _entries(place)
            if entry.name.endswith(ENDING) and entry.is_file()
        }


def address(base_url: str, slug: str, name: str) -> str:
    """Where a notebook is served."""
    return f"{base_url}notebook/{quote(slug, safe='')}/{quote(name, safe='')}"


def demand_readable(path: Path) -> None:
    """Raise `UnreadableFile` where a file is no notebook, or one of another language than Python."""
    try:
        notebook = nbformat.read(path, as_version=4)
    except (OSError, ValueError, nbformat.ValidationError) as error:
        raise UnreadableFile(
            _("“{name}” cannot be read as a notebook ({reason}). Open it in JupyterLab and save it.").format(
                name=path.name, reason=str(error).partition("\n")[0][:120]
            )
        ) from error
    spec, info = notebook.metadata.get("kernelspec", {}), notebook.metadata.get("language_info", {})
    language = spec.get("language") or info.get("name") or "python"
    if language.lower() not in ("python", "python3"):
        raise UnreadableFile(
            _("“{name}” is written in {language}. Only notebooks in Python are served.").format(
                name=path.name, language=language[:40]
            )
        )


class OneFolder(LargeFileManager):
    """What Voilà reads a notebook from, and the pictures beside it that its texts show."""

    @cached_property
    def kernelspec(self) -> nbformat.NotebookNode:
        return nbformat.from_dict({"name": "python3", "display_name": "Python 3", "language": "python"})

    def get(self, path: str, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The notebook as one of a person's own, for the server's kernel, whatever kernel it was saved with."""
        model = super().get(path, *args, **kwargs)
        if model["type"] == "notebook":
            model["content"].metadata.kernelspec = self.kernelspec
        return model


def _entries(folder: Path | None) -> list[Path]:
    """What is in a folder, less what is hidden and what lies elsewhere in truth."""
    if folder is None or not folder.is_dir():
        return []
    truth = folder.resolve()
    return [entry for entry in folder.iterdir() if _is_open(entry.resolve(), truth) and entry.name[0] != "."]


def _is_open(path: Path, folder: Path) -> bool:
    return path.is_relative_to(folder) and not any(
        part.startswith(".") for part in path.relative_to(folder).parts
    )

"""The notebook templates: in the wheel as ``accountkit/_templates``, in a checkout as ``templates/`` beside
the package.
"""

from __future__ import annotations

import re
from pathlib import Path

from accountkit.errors import AccountNotFound
from accountkit.i18n import _
from accountkit.shipped import shipped

WORKBOOK = "workbook"
GENERIC = "framework"
"""The notebook of any framework that has none of its own."""


def templates_folder() -> Path:
    """Where the notebook templates are."""
    return shipped("_templates", "templates")


def notebook_of(folder: Path, key: str, frameworks: set[str]) -> str:
    """The file name of the notebook of an analysis. Raises `AccountNotFound` where there is no such
    analysis.
    """
    if re.fullmatch(r"[a-z0-9_]{1,60}", key) and (folder / f"{key}.ipynb").is_file():
        return f"{key}.ipynb"
    if key in frameworks and (folder / f"{GENERIC}.ipynb").is_file():
        return f"{GENERIC}.ipynb"
    raise AccountNotFound(
        _("No analysis is named “{key}”. Open the workbook and choose a tab.").format(key=key[:60])
    )

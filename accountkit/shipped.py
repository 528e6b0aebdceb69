"""What the repository keeps at its top level, for people, and a wheel carries inside the package."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

CHECKED = "# NBVAL_CHECK_OUTPUT"
"""The first line of a notebook's cell whose output is stored and compared by tests; no page shows it."""


def shipped(in_wheel: str, in_checkout: str) -> Path:
    """The file or folder: `in_wheel` inside the installed package, else `in_checkout` beside it in a checkout.

    ``pyproject.toml`` says what is packed where.
    """
    package = Path(str(files("accountkit")))
    places = (package / in_wheel, package.parent / in_checkout)
    for place in places:
        if place.exists():
            return place
    raise FileNotFoundError(f"neither {places[0]} nor {places[1]} exists")

"""Who edits: the name that stands in the edit log."""

from __future__ import annotations

import getpass
import os


def author() -> str:
    """``ACCOUNTKIT_USER``, else the system's user; nobody (an empty name) in a container without a user entry."""
    try:
        return os.environ.get("ACCOUNTKIT_USER") or getpass.getuser()
    except (KeyError, OSError):
        return ""

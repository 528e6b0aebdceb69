"""The store's address as a server hands it to a kernel that is not to have it in its environment.

The environment names a file of the server's own folder; whoever opens the store first reads it and removes it, and
remembers the address in this process alone. What the kernel prints or starts does not hold it. It is no wall: code in
the same process can ask the open store for it.
"""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

from sqlalchemy.engine import make_url

VARIABLE = "ACCOUNTKIT_HANDED"
TOKENS = frozenset(
    {
        "ACCOUNTKIT_OIDC_SECRET",
        "ACCOUNTKIT_TOKEN",
        "JPY_API_TOKEN",
        "JUPYTERHUB_API_TOKEN",
        "JUPYTER_TOKEN",
    }
)
"""What no kernel is to have: they open the server, and nothing in a kernel needs them."""
WITHHELD = TOKENS | frozenset(
    {
        "ACCOUNTKIT_DB",
        "PGPASSWORD",
    }
)
"""What a server keeps out of the environment of a kernel that runs a person's own notebook, beside its `TOKENS`."""

_taken = ""


def hand_over(url: str, folder: Path) -> dict[str, str]:
    """Put the address into a file of `folder` that its owner alone can read; the variable that names it."""
    path = folder / f"handed-{uuid4().hex}"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(_with_password(url))
    return {VARIABLE: str(path)}


def taken() -> str:
    """The address that was handed to this process; empty where none was."""
    global _taken
    if path := os.environ.pop(VARIABLE, ""):
        _taken = Path(path).read_text(encoding="utf-8")
        Path(path).unlink()
    return _taken


def _with_password(url: str) -> str:
    """The address with the password that PostgreSQL's own variable holds, which is withheld as well."""
    parsed, password = make_url(url), os.environ.get("PGPASSWORD")
    if parsed.get_backend_name() != "postgresql" or parsed.password or not password:
        return url
    return parsed.set(password=password).render_as_string(hide_password=False)

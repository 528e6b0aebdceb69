"""What a kernel does for a page of ours: it runs the notebook's source and says the state of all its widgets.

The state goes into the page itself, so that a browser makes the panels before it is connected to the kernel. It comes after
what the notebook shows; whatever changes later, the kernel says to the page as ever.
"""

from __future__ import annotations

import os
from typing import Any

STATE = "application/vnd.jupyter.widget-state+json"


CALL = f"__import__({__name__!r}, fromlist=['run']).run()"
"""The code that a kernel is sent to do so. What it is to run and to know comes beside it (`told`), so that no traceback holds it."""


def told(source: str, environment: dict[str, str] | None = None) -> dict[str, Any]:
    """The metadata of the message with that code: the source, and what of the request the kernel does not know yet."""
    return {"accountkit": {"source": source, "environment": environment or {}}}


def run() -> None:
    """Take over the environment of the request and run the source.

    Only the last expression is shown, as in a cell; where an error comes first, no state is said.
    """
    from IPython import get_ipython
    from IPython.display import display
    from ipywidgets import Widget
    from jupyter_client.session import json_packer

    shell = get_ipython()
    asked = shell.kernel.get_parent("shell")["metadata"]["accountkit"]
    os.environ.update(asked["environment"])
    if not shell.run_cell(asked["source"], store_history=False).success:
        return
    # as text: the server passes it on and need not read it
    display({STATE: json_packer(Widget.get_manager_state()).decode()}, raw=True)

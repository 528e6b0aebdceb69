"""Widgets whose state goes to the browser and never comes back from it.

Whoever opens a page can set any synced trait of any widget and can open comms of their own, so what the browser says
is untrusted: it may send a panel's named events and nothing else.
"""

from __future__ import annotations

import logging
from typing import Any

import ipywidgets

log = logging.getLogger("accountkit")


class OutputOnly:
    """Mixed into a widget class: state sent by the browser is refused."""

    def set_state(self, sync_data: dict[str, Any]) -> None:
        log.debug("refused a state update of %s from the browser: %s", type(self).__name__, list(sync_data))


def close_kernel_to_browser(*, widgets_of_ours_alone: bool = True) -> None:
    """Refuse, in this whole kernel, state updates to any widget and widgets that a browser wants to create.

    For served pages: besides the panels a kernel holds ipywidgets' layouts and ipyvue's templates, whose state a
    browser could set as well. A notebook of one's own has widgets that are there to be set; of its panels nothing is.
    """
    if widgets_of_ours_alone:
        ipywidgets.Widget.set_state = OutputOnly.set_state
    manager = _comm_manager()
    if manager is not None:
        manager.targets.pop("jupyter.widget", None)


def _comm_manager() -> Any:
    from IPython import get_ipython

    shell = get_ipython()
    return getattr(getattr(shell, "kernel", None), "comm_manager", None)

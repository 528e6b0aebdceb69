"""Kernels that are forked from one warm process instead of started one by one.

    server ──asks──> template process (pandas, widgets, accountkit imported) ──forks──> kernel of one viewer

`install` puts this under a Voilà application; the notebooks and their ``python3`` kernelspec stay as they are.
"""

from __future__ import annotations

import os
import signal
import sys
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from accountkit.i18n import _

if TYPE_CHECKING:
    from voila.app import Voila

    from .template import Template

__all__ = ["MODES", "install", "obstacle"]

MODES = ("forked", "ordinary")
PROVISIONER = "accountkit-forked"


def obstacle() -> str | None:
    """Why kernels cannot be forked here; None where they can."""
    if not sys.platform.startswith("linux"):
        return _("processes can be forked safely on Linux only, not on {system}").format(system=sys.platform)
    if not (hasattr(os, "pidfd_open") and hasattr(signal, "pidfd_send_signal")):
        return _("this Python does not support process descriptors")
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError as error:
        return _("this system does not support process descriptors ({error})").format(error=error)
    if not entry_points(group="jupyter_client.kernel_provisioners", name=PROVISIONER):
        return _("the entry points of accountkit are missing; reinstall it")
    return None


def install(app: Voila, mode: str = "forked") -> Template | None:
    """Give a Voilà application forked kernels; call it between ``initialize()`` and ``start()``.

    The template process, already importing; None where kernels are ordinary, by choice or, with a line in the log,
    because forking is not possible. The caller closes the template when the server ends; where it cannot, the end of
    the process does.
    """
    if mode not in MODES:
        raise ValueError(f"no kernel mode {mode!r}, choose one of {', '.join(MODES)}")
    if mode == "ordinary":
        return None
    if reason := obstacle():
        app.log.warning(_("Kernels start without the template process: {reason}.").format(reason=reason))
        return None
    from .specs import ForkedKernelSpecs
    from .template import Template

    app.kernel_template = template = Template(app.log)
    app.voila_configuration.kernel_spec_manager_class = ForkedKernelSpecs
    app.config.AsyncMappingKernelManager.kernel_manager_class = f"{__name__}.connections.PrivateKernelManager"
    template.start()
    return template

"""A forked child becomes the kernel of one viewer.

What a fresh process would have by itself a forked one has to be given: its environment and directory, a process group,
seeds of its own, open comms for the widgets that importing ipyvue made, and an end when its parent dies.

What every kernel would build in the same way is built before the fork (`KernelApplication.prepare`): the application's
configuration and IPython's shell. That is most of the time that a kernel takes to start, and half of its memory.
"""

from __future__ import annotations

import atexit
import ctypes
import gc
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from typing import Any, ClassVar

import comm
import numpy
from ipykernel import ipkernel
from ipykernel.compiler import XCachingCompiler
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core.application import BaseIPythonApplication
from ipywidgets import Widget, register_comm_target
from ipywidgets.widgets.widget import _instances as live_widgets
from traitlets.config import Config

from accountkit.store import handed

PR_SET_PDEATHSIG = 1
libc = ctypes.CDLL(None, use_errno=True)


def settings() -> Config:
    """What a served kernel does without: nobody types into a page.

    No history file and thread, no completion by jedi. Output below Python (file descriptors 1 and 2) goes to the
    server's log. The system watches the parent, no thread needs to.
    """
    config = Config()
    config.HistoryManager.enabled = False
    config.Completer.use_jedi = False
    config.IPKernelApp.capture_fd_output = False
    config.IPKernelApp.parent_handle = 1
    return config


class _SysWithoutModules:
    """The module `sys` with an empty `modules`."""

    modules: ClassVar[dict] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(sys, name)


class ServedKernel(IPythonKernel):
    """ipykernel's kernel, which does not list every loaded module for its debugger.

    There is no debugger here, and counting a reference to 2,000 shared modules and their file names copies 10 MB.
    """

    def __init__(self, **kwargs: Any) -> None:
        vars(ipkernel)["sys"] = _SysWithoutModules()
        try:
            super().__init__(**kwargs)
        finally:
            vars(ipkernel)["sys"] = sys


class _Prepared(BaseIPythonApplication):
    """Stands between ipykernel's application and IPython's, whose part was done before the fork."""

    def initialize(self, argv: list[str] | None = None) -> None:
        """Nothing is left to do."""


class KernelApplication(IPKernelApp, _Prepared):
    """ipykernel's application in two halves: `prepare` in the template process, `initialize` in the child."""

    name = "ipython-kernel"
    kernel_class = ServedKernel

    def prepare(self) -> None:
        """Read the configuration and make the shell; no socket, no thread, no session."""
        BaseIPythonApplication.initialize(self, [])
        super().init_pdb()
        ZMQInteractiveShell.instance(
            parent=self, profile_dir=self.profile_dir, user_ns={}, compiler_class=XCachingCompiler
        )

    def init_pdb(self) -> None:
        """Done in `prepare`."""

    def init_path(self) -> None:
        """Search the notebook's directory after the standard library; only the template's own imports ignored it."""
        folders = [os.path.basename(path) for path in sys.path]
        sys.path.insert(folders.index("site-packages") if "site-packages" in folders else 0, "")

    def init_kernel(self) -> None:
        """Make the kernel around the shell that is there already."""
        super().init_kernel()
        shell = self.kernel.shell
        shell.parent = shell.kernel = self.kernel
        shell.init_environment()  # it had set variables in an environment that is no more


def prepare() -> None:
    """Do before the fork what every kernel would do."""
    KernelApplication.instance(config=settings()).prepare()


def serve(request: dict, template: int, bound: Callable[[], None]) -> None:
    """Be the kernel that `request` describes until it is shut down; call `bound` once clients can connect."""
    die_with(template)
    os.setsid()  # a process group of its own: what it starts ends with it
    settle(request["env"], request["cwd"])
    handed.taken()  # before any code of the notebook could find where it lies
    reseed()
    gc.enable()
    widgets = widgets_without_comms()
    app = initialised(request["connection_file"])
    register_comm_target()
    for widget in widgets:
        widget.open()
    bound()
    try:
        app.start()
    finally:
        atexit.unregister(app.close)  # waits for threads; the end of the process closes sockets as well
        atexit.unregister(app.iopub_thread.stop)
        atexit._run_exitfuncs()  # the interpreter's own ending would touch, and so copy, every shared page


def die_with(parent: int) -> None:
    """Have the system kill this process when its parent dies, also where it died a moment ago."""
    if libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_PDEATHSIG)")
    if os.getppid() != parent:
        os._exit(1)


def settle(environment: dict[str, str], directory: str | None) -> None:
    """Take over the environment and the directory of the request."""
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    if directory:
        os.chdir(directory)


def reseed() -> None:
    """Seed the generators that would otherwise give every viewer the same numbers."""
    random.seed()
    numpy.random.seed()


def widgets_without_comms() -> list[Widget]:
    """The widgets that imports made in the template process, their comms dropped: nobody could hear them there.

    Dropped before the kernel exists, so that no closing is announced either; opened again they get ids of their own.
    """
    widgets = list(live_widgets.values())
    for widget in widgets:
        widget.comm = widget._model_id = None
    live_widgets.clear()
    comm.get_comm_manager().comms.clear()
    return widgets


def initialised(connection_file: str) -> KernelApplication:
    """The kernel application with its sockets bound and its threads running."""
    sys.argv = ["ipykernel_launcher", "-f", connection_file]
    app = KernelApplication.instance()
    app.connection_file = connection_file
    app.initialize([])
    return app

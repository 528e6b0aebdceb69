"""The template process: everything a notebook imports, imported once, and forked for every viewer.

Started by `template.Template`, never by hand. It stays single-threaded, holds no ZMQ context and no widget of its own
making, and serves one private channel, a socket pair without a name in the file system:

    server ── control ──> template     one packet a kernel, carrying one end of a second socket pair, its line
    server ── line ─────> template     one JSON line: connection_file, env, cwd
    server <── line ───── template     {"pid": …} with the child's pidfd
    server <── line ───── kernel       {"bound": true}: its sockets wait for clients
    server <── line ───── template     {"exit": …}, when it has ended

A kernel lives no longer than its line, its line no longer than the server: when the server ends, however it ends, the
control channel closes and the template process kills its children, removes their connection files and exits. The other
way round each child asked the system to be killed when the template process dies (`PR_SET_PDEATHSIG`).
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import selectors
import signal
import socket
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REQUEST_TIMEOUT = 5.0
"""Seconds within which a request has to follow its packet; the server writes both at once."""

PRELOADED = (
    "ipykernel.ipkernel",  # before any widget: it replaces the comm package's manager
    "ipykernel.kernelapp",
    "ipykernel.debugger",
    "ipykernel.displayhook",
    "ipykernel.iostream",
    "IPython.core.completerlib",
    "IPython.extensions.storemagic",
    "faulthandler",
    "psutil",
    "tornado.platform.asyncio",
    "numpy.random",
    "pandas",
    "pandas.io.formats.format",
    "pandas.io.formats.style",
    "ipywidgets",
    "ipyvue",
    "anywidget",
    "nbformat",  # a figure of one's own imports it; plotly itself has to find its kernel when it is imported
    "accountkit.workbook",
    "accountkit.server.kernels.forked_kernel",
    "accountkit.server.kernels.rehearsal",
)
"""What kernels and notebooks import; the rehearsal imports the rest. A name that is not there is left out."""


def say(line: socket.socket, message: dict, fds: tuple[int, ...] = ()) -> None:
    """Tell the server something about one kernel; a server that is gone is noticed on the control channel."""
    with contextlib.suppress(OSError):
        socket.send_fds(line, [json.dumps(message).encode() + b"\n"], fds)


@dataclass
class Child:
    """A running kernel as its parent knows it."""

    pid: int
    pidfd: int
    line: socket.socket
    connection_file: str
    abandoned: bool = False

    def kill(self) -> None:
        """Kill the kernel and what it started. Until it is reaped, its number can be nobody else's."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)

    def close(self) -> None:
        """Let go of the line and the pidfd."""
        self.line.close()
        os.close(self.pidfd)


def preload() -> list[str]:
    """Import the modules that exist; the names of those that could not be imported."""
    missing = []
    for name in PRELOADED:
        try:
            importlib.import_module(name)
        except ImportError:
            missing.append(name)
    return missing


def request_on(line: socket.socket) -> dict:
    """The request that a line opens with: ``connection_file``, ``env`` and ``cwd``."""
    line.settimeout(REQUEST_TIMEOUT)
    text = b""
    while not text.endswith(b"\n"):
        part = line.recv(1 << 16)
        if not part:
            raise EOFError("the line closed before the request was complete")
        text += part
    return json.loads(text)


def remove_files(connection_file: str) -> None:
    """Remove a kernel's connection file and the unix sockets beside it, where its server did not."""
    sockets = Path(connection_file).parent.glob(f"{Path(connection_file).stem}-ipc-*")
    for path in (Path(connection_file), *sockets):
        path.unlink(missing_ok=True)


class TemplateProcess:
    """The loop of the template process: fork on request, report deaths, end with the server."""

    def __init__(self, control: socket.socket) -> None:
        self.control = control
        self.children: dict[int, Child] = {}
        self.events = selectors.DefaultSelector()
        self.events.register(control, selectors.EVENT_READ, self.serve_request)

    def run(self) -> None:
        """Serve until the control channel closes."""
        while self.control.fileno() >= 0:
            for key, _events in self.events.select():
                if key.fd in self.events.get_map():  # an earlier event of the same round may have ended it
                    key.data()

    def serve_request(self) -> None:
        try:
            packet, fds, *_ = socket.recv_fds(self.control, 16, 1)
        except ConnectionResetError:  # closed before it read what we had said
            packet = b""
        if not packet:
            self.end()
            return
        line = socket.socket(fileno=fds[0])
        try:
            request = request_on(line)
        except (OSError, EOFError, ValueError) as error:
            print(f"kernel request refused: {error}", file=sys.stderr, flush=True)
            line.close()
            return
        self.fork(request, line)

    def fork(self, request: dict, line: socket.socket) -> None:
        template = os.getpid()
        pid = os.fork()
        if pid == 0:
            self.forget()
            run_kernel(request, template, line)
        child = Child(pid, os.pidfd_open(pid), line, request["connection_file"])
        self.children[pid] = child
        self.events.register(child.pidfd, selectors.EVENT_READ, lambda: self.reap(child))
        self.events.register(line, selectors.EVENT_READ, lambda: self.abandon(child))
        say(line, {"pid": pid}, (child.pidfd,))

    def abandon(self, child: Child) -> None:
        """The server let go of the line: nobody can reach this kernel any more."""
        self.events.unregister(child.line)
        child.abandoned = True
        child.kill()

    def reap(self, child: Child) -> None:
        """Report a child's death, after killing whatever it left running."""
        child.kill()
        code = _exit_code(child)
        del self.children[child.pid]
        self.events.unregister(child.pidfd)
        with contextlib.suppress(KeyError):
            self.events.unregister(child.line)
        say(child.line, {"exit": code})
        child.close()
        if child.abandoned:
            remove_files(child.connection_file)

    def forget(self) -> None:
        """In a child: let go of all that belongs to the template process and to other children."""
        self.events.close()
        self.control.close()
        for child in self.children.values():
            child.close()
        self.children.clear()

    def end(self) -> None:
        """The server is gone: so are its kernels, and the files that tell how to reach them."""
        for child in list(self.children.values()):
            child.abandoned = True
            child.kill()
            self.reap(child)
        self.events.unregister(self.control)
        self.control.close()


def _exit_code(child: Child) -> int:
    """How a child ended, as `subprocess` counts: a signal is negative."""
    status = os.waitid(os.P_PIDFD, child.pidfd, os.WEXITED)
    if status is None:  # told of those that do not wait alone
        return 0
    return status.si_status if status.si_code == os.CLD_EXITED else -status.si_status


def run_kernel(request: dict, template: int, line: socket.socket) -> None:
    """In a child: be the kernel, and end without unwinding into the template process's own frames."""
    from .forked_kernel import serve

    def bound() -> None:
        say(line, {"bound": True})
        line.close()

    code = 1
    try:
        serve(request, template, bound)
        code = 0
    except BaseException:
        traceback.print_exc(file=sys.__stderr__)
    finally:
        os._exit(code)


def main(control_fd: int) -> None:
    """Import, freeze, report ready, serve."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's to handle
    modules: dict[str, Any] = sys.modules  # None in it: not to be imported
    modules["debugpy"] = None  # nobody debugs a served page, and every kernel would make a debugger
    gc.disable()  # no holes in pages that children share
    missing = preload()
    sys.modules.pop(
        "rfc3987_syntax", None
    )  # what is imported goes without (accountkit.server); notebooks may have it
    importlib.import_module("accountkit.server.kernels.rehearsal").rehearse()
    importlib.import_module("accountkit.server.kernels.forked_kernel").prepare()
    gc.collect()
    importlib.import_module("accountkit.server.kernels.shared_pages").keep()
    gc.freeze()
    control = socket.socket(fileno=control_fd)
    control.set_inheritable(False)
    with contextlib.suppress(BrokenPipeError):  # a server that is gone already is noticed next
        control.send(json.dumps({"ready": os.getpid(), "missing": missing}).encode())
    TemplateProcess(control).run()


if __name__ == "__main__":
    main(int(sys.argv[1]))

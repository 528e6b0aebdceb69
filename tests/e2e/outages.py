"""What a page and its server stand on, and how it is taken away: for the tests that nothing typed is lost."""

from __future__ import annotations

import os
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from accountkit.store import open_store
from tests.e2e.conftest import Served, free_port

TOKEN = "a-token-of-the-tests"


class Site:
    """`accountkit serve` on a store and a port that stay when the server does not."""

    def __init__(self, folder: Path, db: str | None = None, command: tuple[str, ...] = ()) -> None:
        """`command`: what the server is started by."""
        self.folder, self.port, self.command = folder, free_port(), command
        self.db = db or f"sqlite:///{folder / 'accounts.sqlite'}"
        self.server = self._start()

    def _start(self) -> Served:
        serve = [sys.executable, "-m", "accountkit", "serve", "--no-browser", "--port", str(self.port)]
        return Served(
            [*self.command, *serve],
            self.folder,
            rf"http://\S+:{self.port}/",
            ACCOUNTKIT_DB=self.db,
            ACCOUNTKIT_TOKEN=TOKEN,
        )

    def kill(self) -> None:
        """End the server as the system would that has no memory left: nothing is tidied up."""
        self.server.process.kill()
        self.server.process.wait()

    def start_again(self) -> None:
        (self.folder / "server.log").unlink()
        self.server = self._start()

    def findings(self) -> dict:
        """What is stored: the findings of the sample account, by id."""
        store = open_store(self.db)
        try:
            return store.load("walmart").findings
        finally:
            store.close()

    def processes(self) -> dict[str, list[int]]:
        """The numbers of the template process and of the kernels that were forked from it."""
        templates = _children(self.server.process.pid, "template_process")
        return {"template": templates, "kernels": [pid for one in templates for pid in _children(one)]}


def _children(parent: int, name: str = "") -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it may end while it is looked at
            fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
            if int(fields[1]) == parent and fields[0] != "Z" and name in (folder / "cmdline").read_text():
                found.append(int(folder.name))
    return found


def end(pids: list[int]) -> None:
    assert pids
    for pid in pids:
        os.kill(pid, signal.SIGKILL)


class Wire:
    """A connection between browser and server that can be cut and mended: a port that leads to another."""

    def __init__(self, target: int) -> None:
        self.target, self.whole, self.open = target, True, []
        self.slow_before = b""  # what a slow line brings two seconds late, with all that follows
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        self.whole = False
        for one in self.open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        self.open.clear()

    def mend(self) -> None:
        self.whole = True

    def close(self) -> None:
        self.cut()
        self.listener.close()

    def _accept(self) -> None:
        with suppress(OSError):  # the listener is closed at the end
            while True:
                near, _address = self.listener.accept()
                if not self.whole:
                    near.close()
                    continue
                far = socket.create_connection(("127.0.0.1", self.target))
                self.open += [near, far]
                for pair in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=pair, daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):  # either end may go first
            while data := source.recv(1 << 16):
                if self.slow_before and (at := data.find(self.slow_before)) >= 0:
                    target.sendall(data[:at])
                    data = data[at:]
                    time.sleep(2)
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another program holds the file for itself."""
    other = sqlite3.connect(file, isolation_level=None, timeout=30)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.rollback()
        other.close()


@contextmanager
def small_disk(folder: Path, size: str = "24m") -> Iterator[Path]:
    """A disk of its own of a few megabytes; only root may mount one."""
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True
    )
    assert done.returncode == 0, "a test mounts a small disk, so it needs root: " + done.stderr.decode()
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def full(folder: Path) -> Iterator[None]:
    """Nothing fits on the disk of this folder any more."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):  # until it is full
        while True:
            file.write(b"\0" * 4096)
    try:
        yield
    finally:
        filler.unlink()


WITHOUT_PRIVILEGE = ("setpriv", "--bounding-set=-dac_override") if os.geteuid() == 0 else ()
"""Root may write whatever a file allows; started by this it may not."""


@contextmanager
def read_only(file: Path) -> Iterator[None]:
    """The file of a database and what lies beside it can only be read by who opens it now."""
    places = [file.parent, *file.parent.glob(f"{file.name}*")]
    modes = [place.stat().st_mode for place in places]
    for place, mode in zip(places, modes, strict=True):
        place.chmod(mode & ~0o222)
    try:
        yield
    finally:
        for place, mode in zip(places, modes, strict=True):
            place.chmod(mode)


@contextmanager
def no_growth(pids: list[int], file: Path) -> Iterator[None]:
    """The processes may make no file larger than this one is, as where a quota is used up."""
    limits = [resource.prlimit(pid, resource.RLIMIT_FSIZE) for pid in pids]
    for pid, (_soft, hard) in zip(pids, limits, strict=True):
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (file.stat().st_size, hard))
    try:
        yield
    finally:
        for pid, limit in zip(pids, limits, strict=True):
            resource.prlimit(pid, resource.RLIMIT_FSIZE, limit)


def until(true, seconds: float = 60) -> None:
    """Wait until something holds; fails where it does not in time."""
    end_of_patience = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end_of_patience, "it did not happen in time"
        time.sleep(0.1)

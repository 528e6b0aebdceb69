"""The server tells its kernels what is stored, whoever stored it (`panels.following` is their end)."""

from __future__ import annotations

import json
import logging
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from tornado.ioloop import IOLoop

from accountkit.panels.following import ADDRESS, SERVER
from accountkit.store import Store
from accountkit.store.watching import Watch

log = logging.getLogger("accountkit")

LONGEST_NOTICE = 8192
"""Bytes; where more changed at once, every kernel looks for itself."""
MAY_CHANGE = json.dumps({}).encode()


class News:
    """Sockets of kernels in a private folder, and what they are told. Kernels may come and go as they like."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(mode=0o700)
        self.heard: Callable[[str, bytes], None] = lambda kernel_id, said: None
        """Called with what a kernel says, and which it is."""
        self._watch: Watch | None = None
        self._line: socket.socket | None = None
        self._loop: IOLoop | None = None

    def begin(self, store: Store, loop: IOLoop | None = None) -> None:
        """Tell of every change in a store from now on, where the system has sockets for it, and hear in `loop` what kernels
        say.
        """
        if not hasattr(socket, "AF_UNIX"):
            return
        line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        line.setblocking(False)
        try:
            line.bind(str(self.folder / SERVER))
        except OSError as error:  # the folder's name is too long for an address
            log.warning("pages look for changes themselves: %s", error)
            line.close()
            return
        self._line, self._loop = line, loop
        if loop is not None:
            loop.add_handler(line, self._hear, IOLoop.READ)
        self._watch = store.watch(self.tell)

    def environment(self, kernel_id: str) -> dict[str, str]:
        """What a kernel is to know in order to be told; nothing where nobody watches, so that it looks for itself."""
        return {} if self._watch is None else {ADDRESS: str(self.folder / kernel_id)}

    def _hear(self, line: socket.socket, _events: int) -> None:
        """Take what has come. The system writes the sender's address, and only one kernel is told it."""
        with suppress(BlockingIOError):
            while True:
                said, address = line.recvfrom(LONGEST_NOTICE)
                self.heard(Path(address or "").name.partition(".")[0], said)

    def tell(self, changed: Mapping[str, int]) -> None:
        """Send the new revisions by slug to every kernel."""
        notice = json.dumps(changed).encode()
        for address in self.folder.iterdir():
            if address.name != SERVER:
                self._send(notice if len(notice) <= LONGEST_NOTICE else MAY_CHANGE, address)

    def _send(self, notice: bytes, address: Path) -> None:
        assert self._line is not None  # who tells has begun
        try:
            self._line.sendto(notice, str(address))
        except BlockingIOError:
            pass  # what waits there already makes it look
        except (ConnectionRefusedError, FileNotFoundError):  # its kernel has ended
            address.unlink(missing_ok=True)

    def close(self) -> None:
        if self._watch is not None:
            self._watch.close()
        if self._line is not None:
            if self._loop is not None:
                self._loop.remove_handler(self._line)
            self._line.close()

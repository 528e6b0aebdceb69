"""The server tells its kernels what is stored, whoever stored it (`panels.following` is their end)."""

from __future__ import annotations

import json
import logging
import socket
from collections.abc import Mapping
from pathlib import Path

from accountkit.panels.following import ADDRESS
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
        self._watch: Watch | None = None
        self._line: socket.socket | None = None

    def begin(self, store: Store) -> None:
        """Tell of every change in a store from now on, where the system has sockets for it."""
        if not hasattr(socket, "AF_UNIX"):
            return
        self._line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._line.setblocking(False)
        self._watch = store.watch(self.tell)

    def environment(self, kernel_id: str) -> dict[str, str]:
        """What a kernel is to know in order to be told; nothing where nobody watches, so that it looks for itself."""
        return {} if self._watch is None else {ADDRESS: str(self.folder / kernel_id)}

    def tell(self, changed: Mapping[str, int]) -> None:
        """Send the new revisions by slug to every kernel."""
        notice = json.dumps(changed).encode()
        for address in self.folder.iterdir():
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
            self._line.close()

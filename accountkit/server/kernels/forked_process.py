"""A forked kernel as the server sees it: a process that is not its own child."""

from __future__ import annotations

import json
import os
import select
import signal
import socket

ENDED_UNSEEN = -int(signal.SIGKILL)
"""The exit code of a kernel whose template process died: the system killed it too, and nobody is left to report."""


class ForkedProcess:
    """The part of `subprocess.Popen` that a provisioner uses, over a line to the template process and a pidfd.

    Signals go through the pidfd: they reach this very process or none, also after its number was given to another.
    """

    stdin = stdout = stderr = None

    def __init__(self, line: socket.socket) -> None:
        self.line, self.pidfd, self.pid = line, -1, 0
        self.bound = False
        self.returncode: int | None = None
        self._unread = b""
        line.setblocking(False)

    def poll(self) -> int | None:
        """The exit code; None while the kernel runs."""
        while self.returncode is None:
            try:
                news, fds, *_ = socket.recv_fds(self.line, 1 << 12, 1)
            except BlockingIOError:
                break
            except ConnectionError:
                news, fds = b"", []
            if fds:
                self.pidfd = fds[0]
            if news:
                self._hear(news)
            elif self.ended():
                self.returncode = ENDED_UNSEEN
            else:
                break
        return self.returncode

    def _hear(self, news: bytes) -> None:
        """Take in what the template process and the kernel say about it, in lines of JSON."""
        *lines, self._unread = (self._unread + news).split(b"\n")
        for message in map(json.loads, lines):
            self.pid = message.get("pid", self.pid)
            self.bound = message.get("bound", self.bound)
            self.returncode = message.get("exit", self.returncode)

    def ended(self) -> bool:
        """Whether the process has ended, by the pidfd alone; also where none came to be."""
        return self.pidfd < 0 or bool(select.select([self.pidfd], [], [], 0)[0])

    def wait(self) -> int | None:
        """The exit code of a kernel that has ended; its descriptors are closed."""
        code = self.poll()
        if code is not None:
            self.close()
        return code

    def send_signal(self, signum: int) -> None:
        """Signal the kernel; nothing happens where it has ended."""
        if self.pidfd >= 0:
            try:
                signal.pidfd_send_signal(self.pidfd, signum)
            except ProcessLookupError:
                return

    def kill(self) -> None:
        """End the kernel at once; the template process ends whatever it had started."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask the kernel to end."""
        self.send_signal(signal.SIGTERM)

    def close(self) -> None:
        """Let go of the line and the pidfd. A kernel that still runs is killed by the template process."""
        if self.returncode is None:
            self.returncode = ENDED_UNSEEN
        self.line.close()
        if self.pidfd >= 0:
            os.close(self.pidfd)
            self.pidfd = -1

    def __del__(self) -> None:
        self.close()

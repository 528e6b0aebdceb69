"""Who writes to an SQLite file next: those who wait go in the order in which they came, in whatever process they are.

SQLite has whoever finds the file locked sleep and try again, and of many the one who has just written is the likeliest to
find it free: others starve. Here each takes a number and waits until the one before has written. The numbers are locks on
single bytes of a file beside the database (open file descriptions' own, of Linux), which the system lets go of when a
process ends, however it ends. They only order who asks: what keeps writers apart is SQLite's own lock as before, so it
harms nothing where somebody does without them.
"""

from __future__ import annotations

import os
import struct
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "linux":
    import fcntl

NUMBERS = struct.Struct("=qq")
"""What the file holds: the number that was taken last, and the one whose turn it is."""
FIRST = 1024
"""The byte that stands for the first number; byte 0 is held while one is taken."""
LOCK = struct.Struct("hhqqi4x")
"""`struct flock` of Linux: kind, whence, start, length, process."""
PAUSE, FARTHEST = 0.001, 20
"""Seconds between two looks whether it is one's turn, for each who comes before, and of how many that is counted."""


@contextmanager
def turn(database: Path | None, patience: float) -> Iterator[None]:
    """Wait until all who came before have written, and have those who come wait until the block ends.

    Who waits longer than `patience` seconds without any other getting on goes ahead: somebody holds the file who takes no
    turns, or stands still with it, and SQLite says so. None, or a file beside which nothing can be written: nobody waits.
    """
    queue = _opened(database)
    if queue is None:
        yield
        return
    try:
        own = _taken(queue)
        _wait(queue, own, patience)
        yield
    finally:
        os.close(queue)  # and with it all of its locks


def _opened(database: Path | None) -> int | None:
    if database is None or sys.platform != "linux":
        return None
    try:
        allowed = database.stat().st_mode & 0o666
        return os.open(f"{database}-turns", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, allowed)
    except OSError:  # the folder can only be read, or the file is another person's: SQLite's own lock remains
        return None


def _taken(queue: int) -> int:
    """The next number; its byte is locked by us."""
    _lock(queue, 0, wait=True)
    own = max(_numbers(queue)[0], 0) + 1
    os.pwrite(queue, own.to_bytes(8, sys.byteorder), 0)
    _lock(queue, FIRST + own)
    _lock(queue, 0, kind=fcntl.F_UNLCK)
    return own


def _wait(queue: int, own: int, patience: float) -> None:
    """Wait until the number before ours is let go of, or nobody got on for too long."""
    served, since = _numbers(queue)[1], time.monotonic()
    while not _lock(queue, FIRST + own - 1, kind=fcntl.F_RDLCK):
        now = _numbers(queue)[1]
        if now != served:
            served, since = now, time.monotonic()
        elif time.monotonic() > since + patience:
            return
        time.sleep(PAUSE * min(max(own - served, 1), FARTHEST))
    os.pwrite(queue, own.to_bytes(8, sys.byteorder), 8)


def _numbers(queue: int) -> tuple[int, int]:
    held = os.pread(queue, NUMBERS.size, 0)
    return NUMBERS.unpack(held.ljust(NUMBERS.size, b"\0"))


def _lock(queue: int, byte: int, kind: int | None = None, *, wait: bool = False) -> bool:
    """Lock one byte for us (`F_WRLCK`, if not said otherwise); False where another holds it."""
    what = LOCK.pack(fcntl.F_WRLCK if kind is None else kind, os.SEEK_SET, byte, 1, 0)
    try:
        fcntl.fcntl(queue, fcntl.F_OFD_SETLKW if wait else fcntl.F_OFD_SETLK, what)
    except BlockingIOError:
        return False
    return True

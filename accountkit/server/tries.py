"""Slows down who tries tokens: after some wrong ones an address waits, twice as long each time."""

from __future__ import annotations

import time
from collections import OrderedDict

from accountkit.errors import TooManyTries
from accountkit.i18n import _

FREE = 20
"""Wrong tokens that an address may send without waiting: people copy links badly, and some share an address."""
LONGEST = 900.0
FORGOTTEN = 3600.0
KEPT = 10_000
"""Addresses that are remembered at most."""


class Tries:
    """Wrong tokens by address; used in the event loop alone."""

    def __init__(self) -> None:
        self._wrong: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def demand_patience(self, address: str) -> None:
        """Raise `TooManyTries` while an address is to wait: what it sends is not looked at."""
        count, last = self._wrong.get(address, (0, 0.0))
        left = last + self._wait(count) - time.monotonic()
        if left > 0:
            raise TooManyTries(
                _("Too many wrong tokens came from this address. Wait {n} seconds, then try again.").format(
                    n=int(left) + 1
                )
            )

    def note_wrong(self, address: str) -> None:
        """Count a wrong token."""
        count, last = self._wrong.pop(address, (0, 0.0))
        now = time.monotonic()
        self._wrong[address] = (1 if now - last > FORGOTTEN else count + 1, now)
        while len(self._wrong) > KEPT:
            self._wrong.popitem(last=False)

    @staticmethod
    def _wait(count: int) -> float:
        return 0.0 if count <= FREE else min(2.0 ** min(count - FREE - 1, 20), LONGEST)

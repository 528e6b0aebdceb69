"""How much one person, or one link, and how much all together may have under way of what takes a processor for seconds."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from accountkit.errors import Busy


@dataclass
class Places:
    """Used in the event loop alone; `alone` says what to do to whoever has `for_one` under way, `together` to who finds all
    taken."""

    for_one: int
    for_all: int
    taken: Counter[str] = field(default_factory=Counter)

    @contextlib.contextmanager
    def place(self, who: str, alone: str, together: str) -> Iterator[None]:
        """A place for one piece of work. Raises `Busy` with one of the two sentences."""
        if self.taken[who] >= self.for_one:
            raise Busy(alone)
        if self.taken.total() >= self.for_all:
            raise Busy(together)
        self.taken[who] += 1
        try:
            yield
        finally:
            self.taken[who] -= 1
            self.taken += Counter()  # forget those who have nothing under way

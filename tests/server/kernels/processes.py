"""Watching processes come to an end."""

from __future__ import annotations

import asyncio
from pathlib import Path

TIMEOUT = 60
"""Seconds; far more than any of it takes, for a machine that is busy."""


def alive(pid: int) -> bool:
    """Whether a process of that number runs (a zombie does not)."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):  # the latter where it goes between opening and reading
        return False
    return state not in "ZX"


def wait_until(condition, runner: asyncio.Runner | None = None, timeout: float = TIMEOUT) -> bool:
    """Whether the condition comes true in time; the event loop goes on meanwhile."""

    async def poll() -> bool:
        async with asyncio.timeout(timeout):
            while not condition():
                await asyncio.sleep(0.02)
        return True

    return runner.run(poll()) if runner else asyncio.run(poll())

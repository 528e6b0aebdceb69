"""Memory that comes back: sessions are opened and closed, several times over, and the server is weighed between.

python -m benchmarks.cycles              # 100 sessions, five times
python -m benchmarks.cycles 10 3
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from accountkit.server.kernels.reserve import wanted
from benchmarks.memory import kernels, pss, pss_of_tree
from benchmarks.protocol import held

PATIENCE = 60.0
"""Seconds within which the kernels of closed pages have to be gone."""
HELD = 62.0
"""Seconds for which jupyter_server holds a connection that was closed: until its limit for a kernel's first answer has passed."""


def measured(
    address: str, server: int, sessions: int, times: int, rest: float = HELD, kept: int | None = None
) -> list[dict]:
    """One row per cycle: megabytes with all sessions open and `rest` seconds after they were closed, kernels in reserve
    counted apart; the server keeps `kept` of them, by default as many as this tree's."""
    reserve, rows = _reserve(server, wanted() if kept is None else kept), []
    for cycle in range(times):
        opened = asyncio.run(_opened(address, server, sessions))
        left = _left(server, reserve)
        time.sleep(rest)
        after = pss_of_tree(server, without=tuple(left))
        rows.append({"cycle": cycle + 1, **opened, "after_mb": round(after, 1), "reserve": len(left)})
    return rows


async def _opened(address: str, server: int, sessions: int) -> dict:
    viewers = await held(address, sessions)
    alive, total = kernels(server), pss_of_tree(server)
    lost = sum(viewer.lost for viewer in viewers)
    each = sum(map(pss, alive)) / max(1, len(alive))
    for viewer in viewers:
        viewer.close()
    while not all(viewer.lost for viewer in viewers):  # a page says that it goes, and is not only gone
        await asyncio.sleep(0.1)
    return {"open_mb": round(total, 1), "session_mb": round(each, 1), "lost": lost}


def _reserve(server: int, kept: int) -> int:
    """The number of kernels that wait for pages, once the server has made them all. Raises `TimeoutError` where it does not."""
    end = time.monotonic() + PATIENCE
    while (count := len(kernels(server))) < kept:
        if time.monotonic() > end:
            raise TimeoutError(f"{count} kernels are in reserve, {kept} are to be")
        time.sleep(0.5)
    return count


def _left(server: int, reserve: int) -> list[int]:
    """The kernels that stay when the others are gone. Raises `TimeoutError` where more stay than were there before."""
    end = time.monotonic() + PATIENCE
    while len(left := kernels(server)) > reserve:
        if time.monotonic() > end:
            raise TimeoutError(f"{len(left)} kernels are still there after their pages were closed")
        time.sleep(0.5)
    return left


def gained(rows: list[dict]) -> float:
    """Megabytes by which the server is larger after the last cycle than after the first."""
    return round(rows[-1]["after_mb"] - rows[0]["after_mb"], 1)


def main(sessions: int, times: int) -> None:
    from benchmarks.environments import served
    from benchmarks.ours import ours_with_templates

    with (
        tempfile.TemporaryDirectory(prefix="accountkit-bench-") as work,
        served(ours_with_templates(), Path(work)) as (address, server),
    ):
        rows = measured(address, server, sessions, times)
    for row in rows:
        print(row)
    print(f"{gained(rows)} MB more after the last cycle than after the first")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3]) if len(sys.argv) > 2 else (100, 5))

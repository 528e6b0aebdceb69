"""Many processes that write to one store as fast as they can, and what became of each edit."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass

from accountkit.errors import StoreUnavailable
from accountkit.model import Edit
from accountkit.store import open_store


@dataclass(frozen=True)
class Written:
    """One writer: what it was told was stored, the refusals, and the longest that an edit took, in seconds."""

    acknowledged: list[str]
    refused: list[str]
    longest: float


def write(url: str, slug: str, number: int, seconds: float) -> Written:
    """Add findings, one after the other, for some seconds from when the store is open."""
    store = open_store(url)
    until = time.time() + seconds
    acknowledged, refused, longest = [], [], 0.0
    count = 0
    while (begun := time.time()) < until:
        key = f"w{number}-{count}"
        try:
            store.apply(slug, [Edit(f"findings/{key}", {"statement": key})], by=f"writer {number}")
            acknowledged.append(key)
        except StoreUnavailable as error:
            refused.append(str(error))
            time.sleep(0.1)  # as a person would wait
        longest, count = max(longest, time.time() - begun), count + 1
    store.close()
    return Written(acknowledged, refused, longest)


def all_at_once(url: str, slug: str, writers: int, seconds: float) -> list[Written]:
    """What `writers` processes wrote, which all begin at the same moment."""
    command = [sys.executable, "-m", "tests.store.many_writers", url, slug]
    running = [
        subprocess.Popen(
            [*command, str(number), str(seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(writers)
    ]
    for process in running:
        assert process.stdout and process.stdout.readline() == "ready\n"
    return [Written(**json.loads(said)) for said in _said(running)]


def _said(running: list[subprocess.Popen[str]]) -> list[str]:
    for process in running:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    return [process.communicate()[0] for process in running]


if __name__ == "__main__":
    url, slug, number, seconds = sys.argv[1:]
    print("ready", flush=True)
    sys.stdin.readline()
    json.dump(vars(write(url, slug, int(number), float(seconds))), sys.stdout)

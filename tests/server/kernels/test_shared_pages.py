"""A forked process copies no page for what it only looks at, nor for what it puts beside what was there."""

from __future__ import annotations

import os
import subprocess
import sys

from accountkit.server.kernels.shared_pages import can_uncount

SHARED = """
import gc, os
from accountkit.server.kernels.shared_pages import keep

class One:
    def __init__(self, number):
        self.number, self.text = number, f"{number} is written out to some length"

made = [One(number) for number in range(80_000)]
kept = [one for one in made if one.number % 10]
del made
gc.collect()
keep()
gc.freeze()

def written():
    rows = dict(row.split(":") for row in open("/proc/self/smaps_rollup").read().splitlines()[1:])
    return int(rows["Private_Dirty"].split()[0])

if os.fork() == 0:
    before = written()
    {act}
    print(written() - before, flush=True)
    os._exit(0)
os.wait()
os._exit(0)
"""
"""A process that drops one of ten objects, so that there are small holes between them, and its child, which says how many kilobytes
of pages became its own."""


def copied(act: str, **environment: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", SHARED.replace("{act}", act)],
        env=os.environ | environment,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return int(done.stdout)


def test_looking_at_what_is_shared_copies_nothing_where_python_need_not_count():
    """72,000 objects lie on 14 MB of pages."""
    assert (copied("assert all(one.text for one in kept)") < 1000) is can_uncount()


def test_new_objects_lie_together():
    """The new ones take 0.6 MB; in the holes between old ones they would copy ten times as much."""
    assert copied('new = [f"{n} is written out to some length" for n in range(6_000)]') < 2000


def test_another_allocator_is_left_alone():
    assert copied("pass", PYTHONMALLOC="malloc") >= 0

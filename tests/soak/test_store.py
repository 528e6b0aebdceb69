"""Writers by the dozen, and writers that are killed: what a store acknowledged is there."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time

from accountkit.store import open_store
from tests.soak.conftest import option
from tests.soaking import soaked
from tests.store.many_writers import all_at_once


def missing(store, acknowledged: list[str]) -> int:
    """How many of the acknowledged findings are not in the account, or not in the log."""
    there = set(store.load("walmart").findings)
    logged = {entry.path.split("/")[1] for entry in store.history("walmart") if "/" in entry.path}
    return sum(key not in there or key not in logged for key in acknowledged)


def kind(url: str) -> str:
    return "SQLite" if url.startswith("sqlite") else "PostgreSQL"


def test_many_writers_at_once(store, url, account, record_property):
    store.create(account, by="ann")
    writers, seconds = option("writers", 50), option("seconds", 20)
    written = all_at_once(store.url, "walmart", writers, seconds)
    acknowledged = [key for one in written for key in one.acknowledged]
    refused = [reason for one in written for reason in one.refused]
    counts = sorted(len(one.acknowledged) for one in written)
    soaked(
        record_property,
        f"{writers} processes write to one account for {seconds} s, {kind(url)}",
        len(acknowledged),
        missing(store, acknowledged),
        f"refused {len(refused)}; {counts[0]} to {counts[-1]} edits each; the longest took "
        f"{max(one.longest for one in written):.1f} s",
    )
    assert refused == []


def test_edits_until_there_are_enough(store, url, account, record_property):
    store.create(account, by="ann")
    wanted, acknowledged, refused = option("edits", 15_000), [], 0
    round_ = 0
    while len(acknowledged) < wanted:
        store.create(account.model_copy(update={"slug": f"walmart-{round_}"}), by="ann")
        written = all_at_once(store.url, f"walmart-{round_}", 10, 20)
        there = set(store.load(f"walmart-{round_}").findings)
        acknowledged += [(key in there) for one in written for key in one.acknowledged]
        refused += sum(len(one.refused) for one in written)
        round_ += 1
    done = f"concurrent edits of ten processes, {kind(url)}"
    soaked(record_property, done, len(acknowledged), acknowledged.count(False), f"refused {refused}")


CODE = """import sys
from accountkit.model import Edit
from accountkit.store import open_store
store, number = open_store(sys.argv[1]), 0
while True:
    key = f"{sys.argv[2]}-{number}"
    store.apply("walmart", [Edit(f"findings/{key}", {"statement": key})], by="ann")
    print(key, flush=True)
    number += 1
"""


def test_writers_that_are_killed(store, url, account, record_property):
    store.create(account, by="ann")
    kills, acknowledged, chance = option("kills", 40), [], random.Random(1)
    for kill in range(0, kills, 4):
        command = [sys.executable, "-c", CODE, store.url]
        running = [
            subprocess.Popen([*command, f"k{kill + one}"], stdout=subprocess.PIPE, text=True)
            for one in range(4)
        ]
        for process in running:
            acknowledged.append(process.stdout.readline().strip())
        for process in running:
            time.sleep(chance.random() / 4)
            process.send_signal(signal.SIGKILL)
            acknowledged += process.communicate()[0].split()
    again = open_store(store.url)
    again.create(
        account.model_copy(update={"slug": "after"}), by="ann"
    )  # nobody who died keeps others from writing
    lost = missing(again, acknowledged)
    done = f"kill -9 of a process that writes, {kills} times, {kind(url)}"
    soaked(record_property, done, len(acknowledged), lost)

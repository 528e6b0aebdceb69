"""Writers of an SQLite file come in turn, in whatever process they are, and nobody's death stops the others."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from accountkit.store import open_store
from accountkit.store.turns import turn
from tests.store.many_writers import all_at_once

PATIENCE = 5.0


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "accounts.sqlite"
    file.touch()
    return file


def test_those_who_wait_go_in_the_order_in_which_they_came(file):
    order = []

    def one(number):
        with turn(file, PATIENCE):
            order.append(number)

    waiting = [threading.Thread(target=one, args=(number,)) for number in range(20)]
    with turn(file, PATIENCE):
        for thread in waiting:
            thread.start()
            time.sleep(0.02)
        assert order == []
    for thread in waiting:
        thread.join(10)
    assert order == list(range(20))


def test_who_is_killed_in_its_turn_is_waited_for_no_longer(file):
    code = (
        "import sys, time; from pathlib import Path; from accountkit.store.turns import turn\n"
        "with turn(Path(sys.argv[1]), 5):\n    print('in', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(file)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"in\n"
        os.kill(holder.pid, signal.SIGKILL)
        begun = time.monotonic()
        with turn(file, 60):
            assert time.monotonic() - begun < 30


def test_who_stands_still_is_passed_by_after_a_while(file):
    entered = threading.Event()

    def passes():
        with turn(file, 0.3):
            entered.set()

    with turn(file, PATIENCE):
        other = threading.Thread(target=passes)
        other.start()
        assert not entered.wait(0.1) and entered.wait(10)
    other.join(10)


def test_where_no_turns_can_be_taken_nobody_waits(tmp_path):
    with turn(None, PATIENCE), turn(tmp_path / "missing" / "accounts.sqlite", PATIENCE):
        pass


@pytest.mark.slow  # five processes, each of which begins with nothing
def test_many_writers_are_all_served_and_none_starves(tmp_path, account):
    url = f"sqlite:///{tmp_path / 'accounts.sqlite'}"
    store = open_store(url)
    store.create(account, by="ann")
    before = set(account.findings)
    written = all_at_once(url, "walmart", writers=5, seconds=2)
    assert [one.refused for one in written] == [[]] * 5
    acknowledged = [key for one in written for key in one.acknowledged]
    assert set(store.load("walmart").findings) == before | set(acknowledged)
    assert store.revision("walmart") == 1 + len(acknowledged)
    served = sorted(len(one.acknowledged) for one in written)
    assert 2 * served[0] >= served[-1], served

"""A database that stops, or falls silent, holds up those who ask it and nobody else; what is the matter is said."""

import os
import signal
import sqlite3
import threading
import time

import httpx
import pytest

from accountkit.server import health, threads
from tests.server.conftest import xsrf
from tests.store.conftest import postgresql, url  # noqa: F401
from tests.store.postgresql_server import processes

ROOM = 20
"""How much longer than before something may take on a loaded machine."""


def taken(get, path):
    begun = time.monotonic()
    answer = get(path)
    return answer, time.monotonic() - begun


@pytest.fixture
def frozen():
    """Stop every process of the database, as a host without memory does; they go on after the test."""
    stopped = []

    def freeze(address):
        for pid in processes(address):
            os.kill(pid, signal.SIGSTOP)
            stopped.append(pid)

    yield freeze
    for pid in stopped:
        os.kill(pid, signal.SIGCONT)


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_frozen_database_holds_up_nobody_who_does_not_ask_it(start, url, frozen, monkeypatch):  # noqa: F811
    monkeypatch.setattr(threads, "PATIENCE", 4.0)
    running = start(db=url)
    visitor = running.visitor()
    asset = running.app.assets.url("page.css")
    _answer, before = taken(visitor.get, asset)
    frozen(url)
    waiting = [threading.Thread(target=visitor.get, args=("/",)) for _visitor in range(20)]
    for one in waiting:
        one.start()
    answer, after = taken(visitor.get, asset)
    assert answer.status_code == 200 and after < before + ROOM
    answer, after = taken(lambda path: httpx.get(running.address + path, timeout=60), "/healthz")
    assert answer.status_code == 503 and answer.json()["error"] == "store_unavailable"
    assert after < health.LIMIT + ROOM
    for one in waiting:
        one.join(60)


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_pages_say_that_the_database_is_away_and_come_back_with_it(start, url, frozen, monkeypatch):  # noqa: F811
    monkeypatch.setattr(threads, "PATIENCE", 0.5)
    running = start(db=url)
    visitor = running.visitor()
    pages = ("/", "/workbook?account=walmart", "/paint?account=walmart&tab=pest", "/links?account=walmart")
    frozen(url)
    for path in pages:
        answer = visitor.get(path)
        assert answer.status_code == 503 and "Traceback" not in answer.text, path
    assert visitor.post("/accounts", data={"name": "X"}, headers=xsrf(visitor)).status_code == 503
    monkeypatch.undo()
    for pid in processes(url):
        os.kill(pid, signal.SIGCONT)
    assert httpx.get(f"{running.address}/healthz", timeout=60).status_code == 200
    assert visitor.get("/").status_code == 200


def test_a_locked_file_is_still_read_and_a_change_says_what_keeps_it(start, tmp_path):
    running = start()
    visitor = running.visitor()
    other = sqlite3.connect(tmp_path / "accounts.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    answer = visitor.post(
        "/accounts", data={"name": "X"}, headers={**xsrf(visitor), "Accept": "application/json"}
    )
    assert answer.status_code == 503 and answer.json()["error"] == "store_unavailable"
    assert visitor.get("/").status_code == 200 and visitor.get("/healthz").status_code == 200
    other.rollback()
    other.close()

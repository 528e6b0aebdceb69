"""Who watches a database is told of every step, whoever made it, and nobody has to ask for it."""

from __future__ import annotations

import os
import signal
import threading
import time
from contextlib import contextmanager

import pytest
from sqlalchemy import event, text

from accountkit.model import Edit
from accountkit.store import PRACTICE, open_store
from tests.store.postgresql_server import processes


class Told:
    """What a watch told, in the order of telling."""

    def __init__(self):
        self.changes, self._news = [], threading.Condition()

    def __call__(self, changed):
        with self._news:
            self.changes.append(dict(changed))
            self._news.notify_all()

    def within(self, seconds, what):
        with self._news:
            return self._news.wait_for(lambda: what in self.changes, seconds)


@contextmanager
def watched(store):
    told = Told()
    watch = store.watch(told)
    time.sleep(0.5)  # it has begun
    try:
        yield told
    finally:
        watch.close()


@pytest.fixture
def colleague(url, account):
    other = open_store(url)
    other.create(account, by="colleague")
    yield other
    other.close()


def test_a_colleagues_step_is_told_within_a_second(store, colleague):
    with watched(store) as told:
        colleague.apply("walmart", [Edit("findings/f1/impact", 5)], by="colleague")
        assert told.within(1, {"walmart": 2})
        colleague.undo("walmart", by="colleague")
        assert told.within(1, {"walmart": 3})
        colleague.practices.apply(PRACTICE, [Edit("offers/o1", {"name": "Audit"})], by="colleague")
        assert told.within(1, {PRACTICE: colleague.practices.revision(PRACTICE)})


def test_a_step_that_is_not_committed_is_not_told(store, colleague):
    with watched(store) as told:
        with pytest.raises(Exception, match="impact"):
            colleague.apply("walmart", [Edit("findings/f1/impact", 99)], by="colleague")
        assert not told.within(0.6, {"walmart": 2}) and not told.changes


def test_watching_asks_nothing_of_the_stores_own_connections(store, colleague):
    asked = []
    event.listen(store._database.engine, "before_cursor_execute", lambda *said: asked.append(said[2]))
    with watched(store) as told:
        colleague.apply("walmart", [Edit("findings/f1/impact", 5)], by="colleague")
        assert told.within(1, {"walmart": 2})
    assert asked == []


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_watch_whose_connection_is_lost_goes_on_and_says_that_it_may_have_missed_something(
    store, colleague, url
):
    with watched(store) as told:
        with store._database.reading() as connection:
            listening = (
                "SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND pid <> pg_backend_pid()"
            )
            (pid,) = connection.execute(text(listening)).scalars()
        assert pid in processes(url)
        os.kill(pid, signal.SIGTERM)
        assert told.within(10, {})
        colleague.apply("walmart", [Edit("findings/f1/impact", 5)], by="colleague")
        assert told.within(1, {"walmart": 2})

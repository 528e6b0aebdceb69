"""PostgreSQL stops and comes back, again and again, while people edit: the page says so, nothing is lost, and the server goes on."""

from __future__ import annotations

import re
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from accountkit.model import Account
from accountkit.store import open_store
from tests.e2e.conftest import chromium, visit  # noqa: F401
from tests.e2e.outages import Site, until
from tests.e2e.test_lasting import PAGE, Desk, is_quiet, says, visit_site  # noqa: F401
from tests.soak.conftest import option
from tests.soaking import soaked
from tests.store.many_writers import all_at_once
from tests.store.postgresql_server import running, start, stop

pytestmark = pytest.mark.browser
AWAY = (1_000, 7_000, 3_000)
"""Milliseconds that the database is away after the page has said so, in turns."""
WRITERS, BUSY = 4, "busy"
WHERE = re.compile(r"postgresql\S+|\"/tmp\S+|\d+$")
"""The places of this test's own database, and how many texts wait."""


def test_postgresql_stops_and_comes_back_while_people_edit(tmp_path, visit_site, record_property):  # noqa: F811
    times = option("stops", 10)
    with tempfile.TemporaryDirectory(prefix="accountkit-pg-", dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        with running(folder) as url, ThreadPoolExecutor(1) as beside:
            site = Site(tmp_path, url)
            store = open_store(url)
            store.create(Account(slug=BUSY), by="ann")
            desks = {
                slug: Desk(visit_site(site, PAGE.replace("walmart", slug)))
                for slug in ("walmart", "new-oriental")
            }
            before = {slug: len(store.load(slug).findings) for slug in desks}
            writing = beside.submit(all_at_once, url, BUSY, WRITERS, times * 8)
            until(lambda: {f"w{n}-0" for n in range(WRITERS)} <= set(store.load(BUSY).findings), 120)
            typed, lost, said = 0, 0, set()
            for number in range(times):
                stop(folder)
                for desk in desks.values():
                    desk.write(f"without a database {number}")
                    desk.add()
                said |= {WHERE.sub("…", says(desk.page)) for desk in desks.values()}
                next(iter(desks.values())).page.wait_for_timeout(AWAY[number % len(AWAY)])
                start(folder)
                for slug, desk in desks.items():
                    desk.is_saved()
                    is_quiet(desk.page)
                    findings = store.load(slug).findings
                    lost += sum(findings[key].statement != text for key, text in desk.typed.items())
                    typed += len(desk.typed)
            written = writing.result()
            acknowledged = [key for one in written for key in one.acknowledged]
            there = store.load(BUSY).findings
            lost += sum(key not in there for key in acknowledged)
            for slug, desk in desks.items():
                lost += before[slug] + desk.added - len(store.load(slug).findings)
            assert site.server.process.poll() is None, "the server has not been started again"
            store.close()
            site.server.stop()
    soaked(
        record_property,
        f"PostgreSQL is stopped and started {times} times under two people who type and {WRITERS} processes that write",
        typed + len(acknowledged),
        lost,
        f"{' '.join(' '.join(one.split()) for one in sorted(said))} ({typed} texts typed without a database, "
        f"{len(acknowledged)} edits of processes; the server was not started again)",
    )

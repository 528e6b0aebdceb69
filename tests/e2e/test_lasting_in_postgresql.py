"""Nothing typed is lost when PostgreSQL stops, or can only be read, for a while."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.e2e.outages import Site
from tests.e2e.test_lasting import Desk, is_quiet, nothing_is_lost, says, visit_site  # noqa: F401
from tests.store.postgresql_server import running, start, stop

pytestmark = pytest.mark.browser


@pytest.fixture
def database():
    """A server of this test's own, and its folder."""
    with tempfile.TemporaryDirectory(prefix="accountkit-pg-", dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        with running(Path(folder)) as url:
            yield Path(folder), url


@pytest.fixture
def site(database, tmp_path):
    site = Site(tmp_path, database[1])
    yield site
    site.server.stop()


def test_a_database_that_stops_is_waited_for(site, database, visit_site):  # noqa: F811
    page, before = visit_site(site), site.findings()
    desk = Desk(page)
    stop(database[0])
    desk.write("typed without a database")
    desk.add()
    assert says(page)
    assert page.request.get(f"http://localhost:{site.port}/healthz").status == 503
    page.wait_for_timeout(5000)
    assert desk.keeps_what_was_typed()
    start(database[0])
    desk.is_saved()
    is_quiet(page)
    nothing_is_lost(site, before, desk)


@pytest.mark.soak  # as with a file that can only be read, which `make test` has
def test_a_database_that_can_only_be_read_is_waited_for(site, database, visit_site):  # noqa: F811
    page, before = visit_site(site), site.findings()
    desk = Desk(page)
    engine = create_engine(
        database[1].replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
    )

    def only_read(value: str) -> None:
        with engine.connect() as connection:
            connection.execute(text("SET default_transaction_read_only = off"))
            connection.execute(text(f"ALTER SYSTEM SET default_transaction_read_only = {value}"))
            connection.execute(text("SELECT pg_reload_conf()"))

    only_read("on")
    desk.write("typed to what can only be read")
    desk.add()
    says(page)
    page.wait_for_function("/read/i.test(document.querySelector('#away').textContent)", timeout=5000)
    assert re.search("read", page.inner_text("#away")) and site.findings() == before
    only_read("off")
    desk.is_saved()
    is_quiet(page)
    nothing_is_lost(site, before, desk)

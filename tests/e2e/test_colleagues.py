"""Two people at one account: each sees what the other changed within a second, and nobody asks the database for it."""

from __future__ import annotations

import re
import statistics
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.e2e.outages import Site
from tests.e2e.test_lasting import Desk
from tests.store.postgresql_server import running

pytestmark = pytest.mark.browser


@pytest.fixture
def on_postgresql(tmp_path):
    """A server on a PostgreSQL of its own, with the address of that."""
    with tempfile.TemporaryDirectory(prefix="accountkit-pg-", dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        with running(Path(folder)) as url:
            site = Site(tmp_path, url)
            yield url, site.server
            site.server.stop()


ARRIVES = """([path, words]) => { window.arrival = new Promise((arrived) => {
  const look = setInterval(() => {
    if (document.querySelector(`[data-path='${path}'] textarea`)?.value !== words) return;
    clearInterval(look);
    arrived(Date.now());
  }, 10);
}); return Date.now(); }"""


def seconds_to_a_colleague(visit, served, slug: str) -> list[float]:
    """How long each of some edits of one person took to be on another's page, from leaving the field on."""
    address = f"/workbook?account={slug}#pest"
    writer, reader = (Desk(visit(served, address)) for _person in range(2))
    taken = []
    for number in range(5):
        path, words = writer.paths[0], f"seen at once, {number}"
        reader.page.evaluate(ARRIVES, [path, words])
        writer.field(path).fill(words)
        left = writer.page.evaluate("Date.now()")
        writer.field(path).blur()
        taken.append((reader.page.evaluate("window.arrival") - left) / 1000)
    return taken


def test_a_colleagues_edit_appears_within_a_second(visit, app, account_of_its_own):
    taken = seconds_to_a_colleague(visit, app, account_of_its_own("seen-at-once"))
    assert statistics.median(taken) < 1, taken
    counted = visit(app, "").request.get(f"{app.base}/metrics").text()
    saved = re.search(r'^accountkit_edits_total\{outcome="saved"\} (\S+)', counted, re.MULTILINE)
    assert saved and float(saved[1]) >= len(taken)


def as_person(visit, served, address: str, name: str):
    """A page of somebody who gave their name with the token."""
    page = visit(served, "", sign_in=False)
    page.goto(f"{served.url}&name={name}")
    page.goto(served.base + address)
    return page


@pytest.mark.parametrize(
    "names, told", [(("Ann", "Bo"), ("Ann", "Bo")), (("Ann", "Ann"), ("Another page",) * 2)]
)
def test_who_overwrites_and_who_is_overwritten_are_told_and_a_deleted_records_text_stays(
    visit, app, account_of_its_own, names, told
):
    address = f"/workbook?account={account_of_its_own('told-' + '-'.join(names).lower())}#pest"
    first, second = (Desk(as_person(visit, app, address, name)) for name in names)
    path, gone = first.paths[:2]
    second.field(path).press_sequentially("the second's words, ")  # begun before the first's come
    first.field(path).fill("the first's words")
    first.field(path).blur()
    first.page.wait_for_function("accountkitOutbox.waiting().count === 0")
    second.page.wait_for_timeout(1500)  # the change has arrived at the second's page by then
    second.field(path).blur()
    of_first, of_second = told
    second.page.get_by_text(f"{of_first} changed the same entry; both versions are in the history").wait_for()
    first.page.get_by_text(f"{of_second} changed your entry").wait_for()
    assert "the second's words" in first.field(path).input_value()

    second.field(gone).fill("not to be lost")
    first.page.locator(f"[data-path='{gone}'] [data-drop]").click()
    second.page.get_by_text("Your text: not to be lost").wait_for()


def test_in_postgresql_too_and_who_does_nothing_asks_nothing(on_postgresql, visit):
    url, served = on_postgresql
    taken = seconds_to_a_colleague(visit, served, "walmart")
    assert statistics.median(taken) < 1, taken
    assert newest_question(url) == newest_question(url, after=5)


def newest_question(url: str, after: float = 0) -> str:
    """When the database was asked last by anybody but us, some seconds later."""
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    asked = "SELECT max(query_start)::text FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
    try:
        with engine.connect() as connection:
            connection.execute(text(f"SELECT pg_sleep({after})"))
            return connection.execute(text(asked)).scalar_one()
    finally:
        engine.dispose()

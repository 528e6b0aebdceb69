"""An edit that comes twice is applied once, also after a restart; a database of the version before learns it."""

import datetime as dt

import pytest
from sqlalchemy import func, select, text

from accountkit.errors import InvalidEdit
from accountkit.model import Edit
from accountkit.store import open_store, received
from accountkit.store.schema import RECEIVED


@pytest.fixture
def known(store, account):
    store.create(account, by="ann")
    return store


def test_a_repeat_is_acknowledged_and_not_applied(known):
    first = known.apply("walmart", [Edit("findings/f1/impact", 5)], by="ann", event="e1")
    known.apply("walmart", [Edit("findings/f1/impact", 2)], by="ann", event="e2")
    again = known.apply("walmart", [Edit("findings/f1/impact", 5)], by="ann", event="e1")
    assert not first.is_repeat and again.is_repeat and again.revision == 3
    assert known.load("walmart").findings["f1"].impact == 2


def test_a_record_is_not_made_twice_after_a_restart(known, url):
    known.apply("walmart", [Edit("findings/f7", {"statement": "x"})], by="ann", event="e1")
    known.close()
    restarted = open_store(url)
    assert restarted.has_received("walmart", "e1") and not restarted.has_received("walmart", "e2")
    assert restarted.apply(
        "walmart", [Edit("findings/f8", {"statement": "x"})], by="ann", event="e1"
    ).is_repeat
    assert set(restarted.load("walmart").findings) == {"f1", "f2", "f7"}
    restarted.close()


def test_undo_and_redo_are_taken_once(known):
    for impact in (4, 5):
        known.apply("walmart", [Edit("findings/f1/impact", impact)], by="ann")
    known.undo("walmart", by="ann", event="u")
    assert known.undo("walmart", by="ann", event="u").is_repeat
    assert known.load("walmart").findings["f1"].impact == 4
    known.redo("walmart", by="ann", event="r")
    assert known.redo("walmart", by="ann", event="r").is_repeat
    assert known.load("walmart").findings["f1"].impact == 5


def test_an_undo_that_found_nothing_finds_nothing_when_it_comes_again(known):
    assert known.undo("walmart", by="ann", event="u") is None
    known.apply("walmart", [Edit("findings/f1/impact", 5)], by="ann")
    known.undo("walmart", by="ann", event="u")
    assert known.load("walmart").findings["f1"].impact == 5


def test_a_refused_edit_is_not_taken_for_one_received(known):
    with pytest.raises(InvalidEdit):
        known.apply("walmart", [Edit("findings/f1/impact", "much")], by="ann", event="e1")
    assert not known.has_received("walmart", "e1")
    assert not known.apply("walmart", [Edit("findings/f1/impact", 5)], by="ann", event="e1").is_repeat


def test_ids_are_of_one_account_and_forgotten_after_a_time(known, account, monkeypatch):
    known.create(account.model_copy(update={"slug": "other"}), by="ann")
    known.apply("walmart", [Edit("findings/f1/impact", 1)], by="ann", event="e")
    assert not known.apply("other", [Edit("findings/f1/impact", 1)], by="ann", event="e").is_repeat
    later = dt.datetime.now(dt.UTC) + received.KEPT + dt.timedelta(days=1)
    monkeypatch.setattr(received, "now", lambda: later)
    for turn in range(64):
        known.apply("walmart", [Edit("findings/f1/impact", turn % 5 + 1)], by="ann")
    assert not known.has_received("walmart", "e") and known.has_received("other", "e")
    with known._database.reading() as connection:
        assert connection.execute(select(func.count()).select_from(RECEIVED)).scalar_one() == 1


def test_a_database_of_the_version_before_is_brought_up_to_date(known, url):
    with known._database.writing() as connection:
        connection.execute(text("DROP TABLE received"))
        connection.execute(text("DROP TABLE lines"))
        connection.execute(text("DROP TABLE listed"))
        connection.execute(text("DROP TABLE agenda"))
        connection.execute(text("DELETE FROM accounts WHERE slug = '.practice'"))
        connection.execute(text("UPDATE schema_version SET version = 1"))
    known.close()
    newer = open_store(url)
    newer.apply("walmart", [Edit("findings/f1/impact", 1)], by="ann", event="e1")
    assert newer.apply("walmart", [Edit("findings/f1/impact", 5)], by="ann", event="e1").is_repeat
    newer.close()

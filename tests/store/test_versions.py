"""What earlier versions wrote opens, with its history; nothing of it is lost.

``tests/data/versions/N`` was written by the version whose tables and documents have the number N: a database with both
samples and a log (edits by two people, undo and redo, a removed finding, a record made on the way, private notes, a
reader's link, a remembered mapping, a catalogue of offers, and more edits than lie between two snapshots), and the
exports of its accounts. Version 2 went on with what version 1 had written.
"""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from accountkit.errors import DamagedAccount, Unavailable
from accountkit.model import Edit, Offer, from_json, practice_from_json, to_json
from accountkit.samples import SLUGS
from accountkit.store import PRACTICE, open_store

VERSIONS = sorted((Path(__file__).parents[1] / "data" / "versions").iterdir())


@pytest.fixture(params=VERSIONS, ids=lambda folder: folder.name)
def version(request):
    return request.param


@pytest.fixture
def earlier(version, tmp_path):
    """A store on a copy of the database that the version wrote."""
    shutil.copy(version / "accounts.sqlite", tmp_path / "accounts.sqlite")
    store = open_store(str(tmp_path / "accounts.sqlite"))
    yield store
    store.close()


@pytest.mark.parametrize("slug", SLUGS)
def test_an_account_is_what_it_was(earlier, version, slug):
    assert earlier.load(slug) == from_json((version / f"{slug}.json").read_bytes())


@pytest.mark.parametrize("slug", SLUGS)
def test_an_export_opens_and_is_written_again_without_loss(version, slug):
    account = from_json((version / f"{slug}.json").read_bytes())
    assert from_json(to_json(account, with_private=True)) == account


@pytest.mark.parametrize("slug", SLUGS)
def test_every_state_of_the_log_can_be_read(earlier, slug):
    newest = earlier.revision(slug)
    assert (
        len({entry.revision for entry in earlier.history(slug)}) == newest - 1
    )  # the first step has no edits
    assert [earlier.at(slug, revision).slug for revision in range(1, newest + 1)] == [slug] * newest


def test_the_log_goes_on_where_it_stopped(earlier):
    before = earlier.load("walmart")
    undone = earlier.undo("walmart", by="ann")
    assert undone.account != before
    assert earlier.redo("walmart", by="ann").account == before


def test_who_may_read_and_what_was_learned_is_kept(earlier):
    assert [link.slug for link in earlier.links("walmart")] == ["walmart"]
    assert earlier.recall("mapping", "shape") == {"net sales": "revenue"}
    assert any(
        person.private_note == "plays chess" for person in earlier.load("walmart").stakeholders.values()
    )


def test_the_objective_of_version_1_is_the_first_opportunity(earlier):
    account = earlier.load("walmart")
    assert account.opportunities["o1"].who == "Chief supply chain officer" and account.objective_id == "o1"
    assert {
        entry.path for entry in earlier.history("walmart") if entry.value == "Chief supply chain officer"
    } == {"opportunities/o1/who"}


def test_the_catalogue_of_offers_became_a_part_of_our_practice(earlier, version):
    with sqlite3.connect(version / "accounts.sqlite") as connection:
        kept = dict(connection.execute("SELECT key, value FROM memory WHERE kind = 'offer'"))
    connection.close()
    expected = {key: Offer.model_validate_json(value) for key, value in kept.items()}
    if "Line control 1" in expected:  # no id of today
        expected["line-control-1"] = expected.pop("Line control 1")
    assert expected and earlier.practice().offers == expected
    assert earlier.recalled("offer") == {} and earlier.practices.revision(PRACTICE) == 1
    assert {stored.slug for stored in earlier.accounts()} == set(SLUGS)


def test_our_practice_goes_on_with_undo_after_the_migration(earlier):
    before = earlier.practice()
    earlier.practices.apply(PRACTICE, [Edit("offers/faster-billing", remove=True)], by="ann")
    assert earlier.practices.undo(PRACTICE, by="ann").document == before
    assert earlier.practices.undo(PRACTICE, by="ann") is None
    assert practice_from_json(to_json(before, with_private=True)) == before


def test_an_offer_that_cannot_be_read_keeps_no_account_from_opening(version, tmp_path):
    shutil.copy(version / "accounts.sqlite", tmp_path / "accounts.sqlite")
    with sqlite3.connect(tmp_path / "accounts.sqlite") as connection:
        connection.execute("UPDATE memory SET value = '{\"na' WHERE key = 'faster-billing'")
    connection.close()
    store = open_store(str(tmp_path / "accounts.sqlite"))
    assert store.load("walmart").slug == "walmart"
    with pytest.raises(DamagedAccount, match="own data"):
        store.practice()
    store.close()


def test_ids_that_are_none_today_are_spelled_as_ids_and_stay_apart(url):
    store = open_store(url)
    with store._database.writing() as connection:
        connection.execute(text("DELETE FROM accounts"))
        for table in ("lines", "listed", "agenda"):
            connection.execute(text(f"DROP TABLE {table}"))
        connection.execute(text("UPDATE schema_version SET version = 3"))
    for key in ("Line A", "line-a", "LINE a", "需求"):
        store.remember("offer", key, {"name": key})
    store.close()
    newer = open_store(url)
    named = {offer.name: key for key, offer in newer.practice().offers.items()}
    assert named["line-a"] == "line-a" and len(set(named.values())) == 4
    newer.close()


def test_a_migrated_database_has_the_tables_of_a_fresh_one(earlier, tmp_path):
    fresh = open_store(str(tmp_path / "fresh.sqlite"))
    assert tables(earlier) == tables(fresh)
    fresh.close()


def test_a_database_of_a_later_version_is_refused(earlier):
    with earlier._database.writing() as connection:
        connection.execute(text("UPDATE schema_version SET version = version + 1"))
    with pytest.raises(Unavailable, match="newer accountkit"):
        open_store(earlier.url)


def tables(store) -> dict[str, tuple]:
    """Columns and indexes by table."""
    inspector = inspect(store._database.engine)
    return {
        name: (
            [
                (column["name"], str(column["type"]), column["nullable"])
                for column in inspector.get_columns(name)
            ],
            sorted(index["name"] for index in inspector.get_indexes(name)),
        )
        for name in inspector.get_table_names()
    }

"""A store that is looked after: checked against its log, thinned, backed up and restored while it is in use."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import func, select, update

from accountkit.errors import AccountExists
from accountkit.model import Account, Edit, apply
from accountkit.store import open_store
from accountkit.store.backup import backup, restore
from accountkit.store.checking import examine, repair, shrink
from accountkit.store.documents import FAR, RECENT, SNAPSHOT_EVERY
from accountkit.store.schema import ACCOUNTS, LINES, SNAPSHOTS

EVERY = 16
"""Steps from one snapshot to the next here, a quarter of what it is: `test_accounts` reads a log of the usual length."""


@pytest.fixture(autouse=True)
def snapshots_stand_closer(monkeypatch):
    for module in ("documents", "rows"):
        monkeypatch.setattr(f"accountkit.store.{module}.SNAPSHOT_EVERY", EVERY)


@pytest.fixture
def edited(store, account):
    store.create(account, "ann")
    for count in range(2 * EVERY):
        store.apply("walmart", [Edit("findings/f1/impact", count % 5 + 1)], "ann")
    store.lines()
    return store


def row_id(store):
    with store._database.reading() as connection:
        return connection.execute(select(ACCOUNTS.c.id).where(ACCOUNTS.c.slug == "walmart")).scalar_one()


def of_walmart(store):
    return next(one for one in examine(store) if one.slug == "walmart")


def test_a_store_that_is_whole_has_no_faults(edited):
    found = list(examine(edited))
    assert [one.slug for one in found] == [".practice", "walmart"]
    assert not any(one.faults for one in found)
    assert of_walmart(edited).snapshots == 3 and of_walmart(edited).bytes > 0


def test_a_whole_document_put_in_the_place_of_another_is_no_fault(edited):
    edited.replace(Account(slug="walmart"), "bob")
    damaged = update(SNAPSHOTS).where(SNAPSHOTS.c.account_id == row_id(edited))
    with edited._database.writing() as connection:
        connection.execute(damaged.values(document="{"))
    fresh = open_store(edited.url)
    fresh.replace(apply(Account(slug="walmart"), [Edit("profile/name", "Again")]), "bob")
    assert [fault.kind for fault in of_walmart(fresh).faults] == ["unreadable"] * 3
    assert fresh.load("walmart").profile.name == "Again"
    fresh.close()


def test_a_snapshot_that_the_log_does_not_lead_to_is_told_and_left(edited):
    wrong = edited.load("walmart").model_copy(update={"findings": {}})
    with edited._database.writing() as connection:
        connection.execute(
            update(SNAPSHOTS)
            .where(SNAPSHOTS.c.account_id == row_id(edited), SNAPSHOTS.c.revision == EVERY)
            .values(document=wrong.model_dump_json())
        )
    kinds = {fault.kind for fault in of_walmart(edited).faults}
    assert "differs" in kinds
    repair(edited, of_walmart(edited))
    assert "differs" in {fault.kind for fault in of_walmart(edited).faults}


def test_an_unreadable_snapshot_goes_and_the_log_takes_over(edited):
    with edited._database.writing() as connection:
        connection.execute(
            update(SNAPSHOTS)
            .where(SNAPSHOTS.c.account_id == row_id(edited), SNAPSHOTS.c.revision == 2 * EVERY)
            .values(document='{"slug": ')
        )
    before = edited.load("walmart")
    found = of_walmart(edited)
    assert [(fault.kind, fault.revision) for fault in found.faults] == [("unreadable", 2 * EVERY)]
    repair(edited, found)
    assert not of_walmart(edited).faults
    fresh = open_store(edited.url)
    assert fresh.load("walmart") == before
    fresh.close()


def test_a_line_that_is_behind_is_made_again(edited):
    with edited._database.writing() as connection:
        connection.execute(update(LINES).values(revision=1))
    assert [fault.kind for fault in of_walmart(edited).faults] == ["line"]
    repair(edited, of_walmart(edited))
    assert not of_walmart(edited).faults


def test_old_snapshots_go_and_every_revision_can_still_be_read(store, account, monkeypatch):
    monkeypatch.setattr("accountkit.store.documents.FAR", 8 * EVERY)
    monkeypatch.setattr("accountkit.store.documents.RECENT", 2)
    store.create(account, "ann")
    states = {}
    for count in range(12 * EVERY):
        applied = store.apply("walmart", [Edit("findings/f1/impact", count % 5 + 1)], "ann")
        states[applied.revision] = count % 5 + 1
    with store._database.reading() as connection:
        kept = (
            connection.execute(
                select(SNAPSHOTS.c.revision)
                .where(SNAPSHOTS.c.account_id == row_id(store))
                .order_by(SNAPSHOTS.c.revision)
            )
            .scalars()
            .all()
        )
    assert kept == [1, 8 * EVERY, 11 * EVERY, 12 * EVERY]
    fresh = open_store(store.url)
    for revision in (2, EVERY + 3, 9 * EVERY + 1, 12 * EVERY):
        assert fresh.at("walmart", revision).findings["f1"].impact == states[revision]
    fresh.close()
    assert FAR % SNAPSHOT_EVERY == 0 and RECENT > 1


def test_what_was_kept_before_is_thinned_by_a_repair(edited, monkeypatch):
    monkeypatch.setattr("accountkit.store.documents.RECENT", 1)
    found = of_walmart(edited)
    assert 0 < found.bytes_to_thin < found.bytes
    repair(edited, found)
    shrink(edited)
    assert of_walmart(edited).snapshots == 2 and of_walmart(edited).bytes_to_thin == 0
    assert edited.at("walmart", 20).findings["f1"].impact == 18 % 5 + 1


def test_a_backup_is_a_store_with_all_that_was_there(edited, tmp_path):
    secret, _link = edited.create_link("walmart", by="ann", expires=dt.datetime(2100, 1, 1, tzinfo=dt.UTC))
    edited.remember("mapping", "shape", {"revenue": "Sales"})
    file = tmp_path / "backup.sqlite"
    backup(edited, file)
    assert file.stat().st_mode & 0o077 == 0
    assert sorted(path.name for path in tmp_path.glob("*backup*")) == ["backup.sqlite"]
    copy = open_store(str(file))
    assert copy.load("walmart") == edited.load("walmart")
    assert copy.history("walmart") == edited.history("walmart")
    assert copy.link_for(secret).slug == "walmart" and copy.recall("mapping", "shape") == {"revenue": "Sales"}
    copy.close()
    with pytest.raises(AccountExists):
        backup(edited, file)


def test_restoring_loses_nothing(edited, tmp_path):
    file = tmp_path / "backup.sqlite"
    backup(edited, file)
    then = edited.load("walmart")
    edited.apply("walmart", [Edit("profile/name", "Later")], "bob")
    edited.create(Account(slug="other"), "bob")
    outcomes = {one.slug: one.outcome for one in restore(edited, file, "ann")}
    assert outcomes == {".practice": "unchanged", "walmart": "restored"}
    assert edited.load("walmart") == then and edited.load("other").slug == "other"
    assert edited.history("walmart")[-2].value == "Later"
    edited.undo("walmart", "ann")
    assert edited.load("walmart").profile.name == "Later"


def test_a_deleted_account_comes_back_with_its_history(edited, tmp_path):
    file = tmp_path / "backup.sqlite"
    backup(edited, file)
    history = edited.history("walmart")
    edited.delete("walmart")
    assert {one.slug: one.outcome for one in restore(edited, file, "ann")}["walmart"] == "added"
    assert edited.history("walmart") == history and [line.slug for line in edited.lines().lines] == [
        "walmart"
    ]
    assert not of_walmart(edited).faults
    edited.undo("walmart", "ann")
    assert edited.revision("walmart") == history[-1].revision + 1


def test_a_backup_goes_from_one_kind_of_database_to_the_other(edited, tmp_path):
    file = tmp_path / "backup.sqlite"
    backup(edited, file)
    other = open_store(f"sqlite:///{tmp_path / 'other.sqlite'}")
    list(restore(other, file, "ann"))
    assert other.load("walmart") == edited.load("walmart")
    with other._database.reading() as connection:
        assert connection.execute(select(func.count()).select_from(ACCOUNTS)).scalar_one() == 2
    other.close()

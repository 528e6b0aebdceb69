import datetime as dt
import re
import sqlite3

import pytest
from sqlalchemy import text

from accountkit.errors import AccountExists, AccountNotFound, InvalidEdit, Unavailable
from accountkit.model import Account, Edit, apply, remove, to_json
from accountkit.store import open_store
from accountkit.store.documents import SNAPSHOT_EVERY


def test_a_stored_account_comes_back_unchanged_in_another_process(store, url, account):
    store.create(account, by="ann")
    assert open_store(url).load("walmart") == account


def test_the_list_names_every_account_with_who_changed_it_last(store, account):
    store.create(account, by="ann")
    store.create(Account(slug="target"), by="ben")
    store.apply("walmart", [Edit("profile/name", "Walmart Inc.")], by="cy")
    assert [(s.slug, s.name, s.revision, s.updated_by) for s in store.accounts()] == [
        ("walmart", "Walmart Inc.", 2, "cy"),
        ("target", "target", 1, "ben"),
    ]


def test_a_slug_is_used_once(store, account):
    store.create(account, by="ann")
    with pytest.raises(AccountExists, match="walmart"):
        store.create(account, by="ben")


@pytest.mark.parametrize(
    "slug", ["nobody", "../../etc/passwd", "walmart'; DROP TABLE accounts; --", "", "a" * 5000]
)
def test_an_unknown_slug_is_named_in_the_error(store, account, slug):
    store.create(account, by="ann")
    with pytest.raises(AccountNotFound) as raised:
        store.load(slug)
    assert slug[:60] in str(raised.value)
    assert store.load("walmart") == account


def test_one_wrong_edit_of_several_changes_nothing(store, account):
    store.create(account, by="ann")
    with pytest.raises(InvalidEdit):
        store.apply("walmart", [Edit("findings/f1/impact", 5), Edit("findings/f1/impact", 9)], by="ann")
    assert store.load("walmart") == account
    assert store.revision("walmart") == 1
    assert store.history("walmart") == []


def test_every_edit_is_logged_with_what_was_there_before(store, account):
    store.create(account, by="ann")
    store.apply(
        "walmart", [Edit("findings/f1/impact", 5), remove("findings/f2")], by="ben", label="Rate wages"
    )
    rated, removed = store.history("walmart")
    assert (rated.path, rated.before, rated.value, rated.by, rated.revision) == (
        "findings/f1/impact",
        3,
        5,
        "ben",
        2,
    )
    assert rated.label == "Rate wages" and rated.kind == "edit" and not rated.remove
    assert removed.remove and removed.before["statement"] == "新的竞争者"
    assert abs(dt.datetime.now(dt.UTC) - rated.at) < dt.timedelta(minutes=1)


def test_no_edits_make_no_revision(store, account):
    store.create(account, by="ann")
    assert store.apply("walmart", [], by="ann").revision == 1


def test_history_since_a_revision_or_a_day(store, account):
    store.create(account, by="ann")
    for impact in (1, 2, 4):
        store.apply("walmart", [Edit("findings/f1/impact", impact)], by="ann")
    assert [entry.value for entry in store.history("walmart", since=2)] == [2, 4]
    today = dt.datetime.now(dt.UTC).date()
    assert len(store.history("walmart", since=today - dt.timedelta(days=1))) == 3
    assert store.history("walmart", since=today + dt.timedelta(days=1)) == []


def test_the_account_as_it_was_at_a_revision_a_moment_and_a_day(store, url, account):
    store.create(account, by="ann")
    for impact in range(1, 6):
        store.apply("walmart", [Edit("findings/f1/impact", impact)], by="ann")
    moment = store.history("walmart")[2].at
    for reader in (store, open_store(url)):
        assert reader.at("walmart", 1) == account
        assert [reader.at("walmart", r).findings["f1"].impact for r in (2, 4, 6)] == [1, 3, 5]
        assert reader.at("walmart", moment).findings["f1"].impact == 3
        assert reader.at("walmart", dt.datetime.now(dt.UTC).date()).findings["f1"].impact == 5


@pytest.mark.parametrize("when", [0, -1, 99, dt.date(2001, 1, 1), dt.datetime(2001, 1, 1, tzinfo=dt.UTC)])
def test_a_state_that_never_was_is_an_error(store, account, when):
    store.create(account, by="ann")
    with pytest.raises(AccountNotFound, match=re.escape(str(when))):
        store.at("walmart", when)


def test_a_long_log_is_read_from_its_newest_snapshot(store, url, account):
    store.create(account, by="ann")
    for count in range(2 * SNAPSHOT_EVERY + 3):
        store.apply("walmart", [Edit("findings/f1/order", count)], by="ann")
    with store._database.writing() as connection:  # what lies before a snapshot must not be needed any more
        connection.execute(text(f"DELETE FROM edits WHERE revision <= {2 * SNAPSHOT_EVERY}"))
    assert open_store(url).load("walmart").findings["f1"].order == 2 * SNAPSHOT_EVERY + 2


def test_loading_a_file_over_an_account_is_one_step(store, account):
    store.create(account, by="ann")
    other = apply(
        account, [remove("findings/f1"), Edit("findings/f3", {"statement": "new"}), Edit("currency", "CNY")]
    )
    assert store.replace(other, by="ann").revision == 2
    assert store.load("walmart") == other
    store.undo("walmart", by="ann")
    assert store.load("walmart") == account


def test_a_deleted_account_is_gone_and_its_slug_free(store, url, account):
    reader = open_store(url)
    store.create(account, by="ann")
    store.apply("walmart", [Edit("findings/f1/impact", 5)], by="ann")
    assert reader.load("walmart").findings["f1"].impact == 5
    store.create_link("walmart", by="ann", expires=dt.datetime.now(dt.UTC) + dt.timedelta(days=1))
    store.delete("walmart")
    with pytest.raises(AccountNotFound):
        reader.load("walmart")
    store.create(Account(slug="walmart"), by="ben")
    assert reader.load("walmart") == Account(slug="walmart")
    assert reader.history("walmart") == [] and reader.links("walmart") == []


def test_a_colleagues_edit_is_seen_without_reading_the_document_again(store, url, account, monkeypatch):
    store.create(account, by="ann")
    reader = open_store(url)
    reader.load("walmart")
    monkeypatch.setattr(reader._documents, "_read", None)
    store.apply("walmart", [Edit("findings/f1/impact", 5)], by="ann")
    assert reader.load("walmart").findings["f1"].impact == 5


def test_the_later_of_two_who_edit_one_field_wins_and_both_learn_of_it(store, account):
    seen = store.create(account, by="ann").revision
    store.apply(
        "walmart", [Edit("findings/f1/impact", 5), Edit("findings/f2/impact", 1)], by="ann", seen=seen
    )
    later = store.apply("walmart", [Edit("findings/f1/impact", 2)], by="ben", seen=seen)
    assert [(lost.by, lost.value) for lost in later.overwritten] == [("ann", 5)]
    assert [
        (lost.by, lost.value, lost.before) for lost in store.overwritten("walmart", by="ann", since=2)
    ] == [("ben", 2, 5)]
    assert store.load("walmart").findings["f1"].impact == 2
    assert len(store.history("walmart")) == 3


def test_deleting_a_record_that_a_colleague_is_editing_is_told(store, account):
    seen = store.create(account, by="ann").revision
    store.apply("walmart", [Edit("findings/f1/impact", 5)], by="ann", seen=seen)
    assert [
        lost.path for lost in store.apply("walmart", [remove("findings/f1")], by="ben", seen=seen).overwritten
    ] == ["findings/f1/impact"]


def test_edits_of_different_fields_overwrite_nothing(store, account):
    seen = store.create(account, by="ann").revision
    store.apply("walmart", [Edit("findings/f1/impact", 5)], by="ann", seen=seen)
    applied = store.apply("walmart", [Edit("findings/f1/likelihood", 2)], by="ben", seen=seen)
    assert applied.overwritten == ()
    assert (applied.account.findings["f1"].impact, applied.account.findings["f1"].likelihood) == (5, 2)


def test_private_parts_are_stored(store, account):
    person = Edit("stakeholders/s1", {"role_title": "CFO", "influence": 4, "private_note": "plays golf"})
    store.create(apply(account, [person]), by="ann")
    assert to_json(store.load("walmart"), with_private=True).count("plays golf") == 1


def test_a_mapping_is_remembered_until_it_is_forgotten(store):
    assert store.recall("mapping", "Annual report") is None
    store.remember("mapping", "Annual report", {"revenue": "营业收入"})
    store.remember("mapping", "Annual report", {"revenue": "营业总收入"})
    store.remember("offer", "o1", {"name": "Demand planning"})
    assert store.recall("mapping", "Annual report") == {"revenue": "营业总收入"}
    assert store.recalled("mapping") == {"Annual report": {"revenue": "营业总收入"}}
    store.remember("mapping", "Annual report", None)
    assert store.recalled("mapping") == {}


def test_a_database_of_a_newer_accountkit_is_left_alone(store, url):
    with store._database.writing() as connection:
        connection.execute(text("UPDATE schema_version SET version = 999"))
    with pytest.raises(Unavailable, match="999"):
        open_store(url)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("/nowhere/at/all/accounts.sqlite", "/nowhere/at/all"),
        ("oracle-of-delphi://host/name", "oracle-of-delphi"),
        ("postgresql://ann:open-sesame@127.0.0.1:1/none", "ann:***@"),
        ("not an address ://", "not an address"),
    ],
)
def test_an_address_that_opens_nothing_is_named_without_its_password(url, told):
    with pytest.raises(Unavailable) as raised:
        open_store(url)
    said = f"{raised.value} {raised.value.details}"
    assert told in said and "open-sesame" not in said


def test_the_file_is_in_wal_mode_and_survives_a_crash(tmp_path, account):
    path = tmp_path / "accounts.sqlite"
    store = open_store(str(path))
    store.create(account, by="ann")
    assert sqlite3.connect(path).execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with store._database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_without_an_address_the_environment_names_the_database(tmp_path, monkeypatch, account):
    monkeypatch.setenv("ACCOUNTKIT_DB", f"sqlite:///{tmp_path / 'named.sqlite'}")
    open_store().create(account, by="ann")
    assert (tmp_path / "named.sqlite").exists()


@pytest.mark.parametrize(
    "path", ["findings/typo/impact", "problems/p1/causes/c1/text", "stakeholders/s9/layer"]
)
def test_an_edit_below_a_record_that_is_not_there_is_refused(store, account, path):
    store.create(account, by="ann")
    before = store.load("walmart")
    with pytest.raises(InvalidEdit) as refused:
        store.apply("walmart", [Edit(path, 4)], by="ann")
    assert store.load("walmart") == before and path.split("/")[1] in str(refused.value)


def test_the_refusal_names_the_nearest_records(store, account):
    store.create(account, by="ann")
    with pytest.raises(InvalidEdit, match="f2, f1"):
        store.apply("walmart", [Edit("findings/f3/impact", 4)], by="ann")


def test_a_record_may_be_made_and_written_below_in_one_step(store, account):
    store.create(account, by="ann")
    edits = [Edit("findings/f3", {"statement": "Rent falls"}), Edit("findings/f3/impact", 2)]
    assert store.apply("walmart", edits, by="ann").account.findings["f3"].impact == 2


def test_an_older_log_that_made_a_record_on_the_way_is_still_read_and_undone(store, account, monkeypatch):
    """Earlier versions let such an edit make the record; the log holds it."""
    store.create(account, by="ann")
    with monkeypatch.context() as earlier:
        earlier.setattr("accountkit.model.edits._demand_record", lambda *_: None)
        made = store.apply("walmart", [Edit("findings/typo/impact", 4)], by="ann").account
    again = open_store(store.url)
    assert again.load("walmart") == made
    assert again.undo("walmart", by="ann").account == account
    assert again.redo("walmart", by="ann").account == made
    again.close()

"""What a long log costs: a question about it is answered by an index, in the order of what it returns."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit.model import Edit
from accountkit.store import log


@pytest.fixture
def asked(store, monkeypatch):
    """How many entries of the log are built, and how many statements are sent."""
    from sqlalchemy import event

    counted = {"entries": 0, "statements": 0}
    build = log._entry

    def entry(row):
        counted["entries"] += 1
        return build(row)

    def statement(*_arguments):
        counted["statements"] += 1

    monkeypatch.setattr(log, "_entry", entry)
    event.listen(store._database.engine, "before_cursor_execute", statement)
    return counted


@pytest.fixture
def long(store, account):
    """An account in which two people wrote in turn."""
    store.create(account, "ann")
    for count in range(60):
        path = ("findings/f1/impact", "findings/f2/impact", "profile/name")[count % 3]
        value = f"Name {count}" if path == "profile/name" else count % 5 + 1
        store.apply("walmart", [Edit(path, value)], "ann" if count % 2 else "bob")
    return store


def test_conflicts_are_found_without_reading_what_touches_nothing(long, asked):
    lost = long.apply("walmart", [Edit("findings/f2/impact", 5)], "cid", seen=1).overwritten
    assert {entry.path for entry in lost} == {"findings/f2/impact"} and len(lost) == 20
    assert asked["entries"] == 20
    assert long.apply("walmart", [Edit("profile/owner", "Cid")], "cid", seen=1).overwritten == ()
    assert asked["entries"] == 20


def test_an_edit_of_a_record_meets_those_inside_it_and_one_inside_those_of_the_whole(long):
    whole = long.apply("walmart", [Edit("findings/f1", remove=True)], "cid", seen=1).overwritten
    assert {entry.path for entry in whole} == {"findings/f1/impact"}
    seen = long.revision("walmart")
    long.apply("walmart", [Edit("findings/f3", {"statement": "New"})], "ann")
    inside = long.apply("walmart", [Edit("findings/f3/impact", 2)], "cid", seen=seen).overwritten
    assert [entry.path for entry in inside] == ["findings/f3"]


def test_a_name_that_begins_like_another_is_another(store, account):
    store.create(account, "ann")
    seen = store.revision("walmart")
    store.apply("walmart", [Edit("findings/f10", {"statement": "Ten"})], "bob")
    store.apply("walmart", [Edit("findings/f1-a", {"statement": "One a"})], "bob")
    assert store.apply("walmart", [Edit("findings/f1/impact", 4)], "cid", seen=seen).overwritten == ()


def test_many_paths_are_asked_in_batches_and_told_once_in_order(store, account):
    store.create(account, "ann")
    seen = store.revision("walmart")
    edits = [Edit(f"findings/g{n}", {"statement": f"Finding {n}"}) for n in range(2 * log.MOST_PATHS + 5)]
    store.apply("walmart", edits, "bob")
    again = [Edit(f"{edit.path}/impact", 3) for edit in edits]
    lost = store.apply("walmart", again, "cid", seen=seen).overwritten
    assert [entry.path for entry in lost] == [edit.path for edit in edits]


def test_who_was_overwritten_is_told_by_one_question(long, asked):
    told = long.overwritten("walmart", "ann", 1)
    written = long.history("walmart", 1)
    expected = []
    for entry in written:
        before = [one for one in written if one.path == entry.path and one.revision < entry.revision]
        if entry.by != "ann" and before and before[-1].by == "ann":
            expected.append(entry)
    assert expected and told == expected
    asked["statements"] = 0
    long.overwritten("walmart", "ann", 1)
    assert asked["statements"] <= 3  # the transaction, the row, the log


def test_the_log_of_a_day_is_all_that_is_read_for_it(long, asked):
    assert long.history("walmart", dt.date.today() + dt.timedelta(days=1)) == []
    assert asked["entries"] == 0
    assert len(long.history("walmart", dt.datetime.now(dt.UTC) - dt.timedelta(hours=1))) == 60

"""The lines of all accounts: as fresh as the documents, read without one, and no account within itself."""

from __future__ import annotations

import random

import pytest
from sqlalchemy import event, text

from accountkit.errors import DamagedAccount, InvalidEdit, StoreUnavailable
from accountkit.methods.portfolio.line import line_after, line_of
from accountkit.model import Account, Answer, Edit, Profile, Value
from accountkit.samples import load_into
from accountkit.store import open_store
from accountkit.store.documents import Documents
from tests.methods.generated import answered
from tests.methods.test_conformance import edited


def group(store, *pairs: tuple[str, str]) -> None:
    for slug, parent in pairs:
        store.create(Account(slug=slug, profile=Profile(name=slug, parent=parent)), by="ann")


@pytest.fixture
def unread(monkeypatch):
    """Whatever opens a document fails the test."""

    def opened(*_arguments):
        pytest.fail("a document was opened")

    return lambda: monkeypatch.setattr(Documents, "at", opened)


def test_every_step_leaves_the_line_that_the_document_gives(store):
    load_into(store)
    store.apply("walmart", [Edit("profile/owner", "Ann")], by="ann")
    store.apply("walmart", [Edit("answers/lifetime_value/values/purchase/value", 4e6)], by="ann")
    known = {line.slug: line for line in store.lines().lines}
    assert known == {slug: line_of(store.load(slug)) for slug in known} and len(known) == 2
    assert (known["walmart"].owner, known["walmart"].current) == ("Ann", 4e6)
    store.undo("walmart", by="ann")
    assert store.lines().lines[0].current == 6.2e6
    store.delete("walmart")
    assert [line.slug for line in store.lines().lines] == ["new-oriental"]


def test_all_accounts_are_listed_without_opening_a_document(store, url, unread):
    load_into(store)
    store.apply("walmart", [Edit("profile/owner", "Ann")], by="ann")
    store.close()
    newer = open_store(url)
    unread()
    assert next((line.slug, line.owner) for line in newer.lines().lines) == ("walmart", "Ann")
    assert len(newer.lines().lines) == 2
    newer.close()


def test_lines_that_are_missing_or_of_an_earlier_form_are_made_once(store, url, unread):
    load_into(store)
    with store._database.writing() as connection:
        connection.execute(text("DELETE FROM lines WHERE account_id = 1"))
        connection.execute(text("UPDATE lines SET form = 0, line = '{\"never\": 1}'"))
    store.close()
    newer = open_store(url)
    made = newer.lines()
    assert made.lines == tuple(line_of(newer.load(line.slug)) for line in made.lines) and len(made.lines) == 2
    unread()
    assert newer.lines() == made
    newer.close()


def test_what_a_colleague_wrote_in_another_process_is_seen(store, url):
    load_into(store)
    assert {line.owner for line in store.lines().lines} != {"Bob"}
    other = open_store(url)
    other.apply("walmart", [Edit("profile/owner", "Bob")], by="bob")
    other.close()
    assert store.lines().lines[0].owner == "Bob"


def test_an_account_that_turns_out_to_be_damaged_is_named_from_then_on(store, url):
    load_into(store)
    store.close()
    newer = open_store(url)
    with newer._database.writing() as connection:
        connection.execute(text("UPDATE snapshots SET document = '{' WHERE account_id = 1"))
    slug = next(
        stored.slug for stored in newer.accounts() if newer.lines().lines and _is_first(newer, stored)
    )
    with pytest.raises(DamagedAccount):
        newer.load(slug)
    found = newer.lines()
    assert list(found.damaged) == [slug] and "damaged" in found.damaged[slug] and len(found.lines) == 1
    newer.close()


def _is_first(store, stored) -> bool:
    with store._database.reading() as connection:
        return store._row(connection, stored.slug).id == 1


@pytest.fixture
def reading(tmp_path):
    """A store that can only be read, with one account that has no line yet and one whose document is damaged."""
    store = open_store(f"sqlite:///{tmp_path / 'accounts.sqlite'}")
    load_into(store)
    with store._database.writing() as connection:
        connection.execute(text("DELETE FROM lines"))
        connection.execute(text("UPDATE snapshots SET document = '{' WHERE account_id = 1"))
    store.close()
    store = open_store(store.url)
    event.listen(store._database.engine, "begin", lambda one: one.exec_driver_sql("PRAGMA query_only = ON"))
    yield store
    store.close()


def test_who_can_only_read_is_told_of_all_accounts(reading):
    found = reading.lines()
    (line,), (damaged,) = found.lines, found.damaged
    assert line == line_of(reading.load(line.slug)) and reading.lines().lines == (line,)
    with pytest.raises(DamagedAccount):
        reading.load(damaged)
    with pytest.raises(StoreUnavailable, match="read-only"):
        reading.apply(line.slug, [Edit("profile/owner", "Ann")], by="ann")


@pytest.mark.parametrize("seed", range(6))
def test_a_line_after_any_edit_is_what_a_fresh_one_would_be(seed):
    from accountkit.methods import REGISTRY

    chance, method = random.Random(seed), REGISTRY["lifetime_value"]
    account = answered(method, chance)
    known = account, line_of(account)
    for _step in range(20):
        account = edited(account, method, chance)
        known = account, line_after(known, account)
        assert known[1] == line_of(account)


def test_what_depends_on_the_day_is_worked_out_when_the_line_is_read():
    account = Account(
        slug="a",
        commitments={
            "late": {"action": "Name two people", "due": "2026-03-01"},
            "next": {"action": "Sign", "due": "2026-03-10"},
            "done": {"action": "Done", "due": "2026-03-05", "status": "done"},
        },
        contacts={"c1": {"date": "2026-02-20"}, "c2": {"date": "2026-03-20"}},
        evidence={"e": {"source": "Report", "grade": "A", "status": "confirmed", "date": "2025-03-04"}},
        findings={"f": {"statement": "Wages rise", "evidence": ("e",)}},
        review_date="2026-03-04",
    )
    line = line_of(Account.model_validate(account.model_dump()))
    assert [one.action for one in line.overdue] == ["Name two people"] and line.next_due.action == "Sign"
    assert str(line.last_contact) == "2026-02-20" and line.stale_claims == 0
    later = line.model_copy(update={"review_date": line.as_of.replace(day=25)})
    assert len(later.overdue) == 2 and later.next_due is None
    assert str(later.last_contact) == "2026-03-20" and later.stale_claims == 1


def test_the_line_has_the_values_of_the_account():
    values = {
        "purchase": 400e3,
        "information": 20e3,
        "attract": 50e3,
        "sell": 120e3,
        "retain": 40e3,
        "serve": 90e3,
    }
    values |= {"profit_history.0": 120e3, "profit_history.1": 100e3}
    answer = Answer(values={key: Value(value=value) for key, value in values.items()})
    line = line_of(Account(slug="a", answers={"lifetime_value": answer}))
    assert (line.past_result, line.brings, line.costs, line.lifetime) == (220e3, 420e3, 300e3, 120e3)
    assert (line.current, line.potential, line.status) == (400e3, 20e3, "assumed")


def test_an_account_cannot_belong_to_itself_over_any_number_of_steps(store):
    group(store, ("a", ""), ("b", "a"), ("c", "b"))
    with pytest.raises(InvalidEdit, match="a → c → b → a"):
        store.apply("a", [Edit("profile/parent", "c")], by="ann")
    assert store.load("a").profile.parent == ""
    with pytest.raises(InvalidEdit, match="d → d"):
        group(store, ("d", "d"))
    store.apply("c", [Edit("profile/parent", "a")], by="ann")
    store.apply("c", [Edit("profile/parent", "nobody")], by="ann")
    assert store.load("c").profile.parent == "nobody"


def test_undo_makes_no_circle_either(store):
    group(store, ("a", ""), ("b", "a"))
    store.apply("b", [Edit("profile/parent", "")], by="ann")
    store.apply("a", [Edit("profile/parent", "b")], by="bob")
    with pytest.raises(InvalidEdit, match="belong to itself"):
        store.undo("b", by="ann")

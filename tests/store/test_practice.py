"""Our own side in the store: one document beside the accounts, which nothing takes for an account."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from accountkit.errors import AccountNotFound, DamagedAccount, InvalidEdit
from accountkit.model import Account, Edit, Offer, Practice, apply, remove, to_json
from accountkit.model.offers import CatalogueOffer
from accountkit.store import PRACTICE, free_slug, open_store
from accountkit.store.catalogue import catalogue, keep
from accountkit.store.folder import FolderStore
from tests.store.conftest import empty_database

SEGMENT = Edit("segments/s1", {"name": "Coated housings", "brand": 4})


def test_a_fresh_store_has_an_empty_one(store):
    assert store.practice() == Practice()
    assert store.practices.revision(PRACTICE) == 1 and store.practices.history(PRACTICE) == []


def test_it_is_changed_undone_and_redone_step_by_step(store):
    once = store.practices.apply(PRACTICE, [SEGMENT], by="ann", label="Add segment")
    twice = store.practices.apply(PRACTICE, [Edit("segments/s1/brand", 5)], by="ann")
    assert (once.revision, twice.revision) == (2, 3)
    assert store.practices.undo(PRACTICE, by="ann").document == once.document
    undone = store.practices.undo(PRACTICE, by="ann")
    assert (undone.document, undone.label) == (Practice(), "Add segment")
    assert store.practices.undo(PRACTICE, by="ann") is None
    store.practices.redo(PRACTICE, by="ann")
    assert store.practices.redo(PRACTICE, by="ann").document == twice.document == store.practice()
    assert store.practices.at(PRACTICE, 2) == once.document
    assert [(e.revision, e.kind, e.path) for e in store.practices.history(PRACTICE)][:2] == [
        (2, "edit", "segments/s1"),
        (3, "edit", "segments/s1/brand"),
    ]


def test_another_process_sees_it_and_colleagues_are_told(store, url):
    store.practices.apply(PRACTICE, [SEGMENT], by="ann")
    other = open_store(url)
    seen = other.practices.loaded(PRACTICE)
    store.practices.apply(PRACTICE, [Edit("segments/s1/brand", 2)], by="ann")
    applied = other.practices.apply(PRACTICE, [Edit("segments/s1/brand", 3)], by="ben", seen=seen.revision)
    assert [(lost.by, lost.value) for lost in applied.overwritten] == [("ann", 2)]
    assert store.practice().segments["s1"].brand == 3
    other.close()


def test_what_comes_again_is_not_applied_again(store):
    store.practices.apply(PRACTICE, [SEGMENT], by="ann", event="e1")
    assert store.practices.apply(PRACTICE, [remove("segments/s1")], by="ann", event="e1").is_repeat
    assert store.practices.has_received(PRACTICE, "e1") and store.practice().segments


def test_it_is_no_account(store, account):
    store.create(account, by="ann")
    store.practices.apply(PRACTICE, [SEGMENT], by="ann")
    assert [stored.slug for stored in store.accounts()] == ["walmart"]
    assert store.links(PRACTICE) == []
    for ask in (store.load, store.revision, store.history, store.delete):
        with pytest.raises(AccountNotFound):
            ask(PRACTICE)
    with pytest.raises(AccountNotFound):
        store.apply(PRACTICE, [SEGMENT], by="ann")
    with pytest.raises(AccountNotFound):
        store.practices.load("walmart")
    assert store.create(Account(slug="practice"), by="ann").revision == 1
    assert free_slug(store, "Practice") == "practice-2"


def test_deleting_every_account_leaves_it(store, account):
    store.create(account, by="ann")
    store.practices.apply(PRACTICE, [SEGMENT], by="ann")
    store.delete("walmart")
    assert store.accounts() == [] and store.practice().segments


def test_another_document_in_its_place_is_one_step(store):
    store.practices.apply(PRACTICE, [SEGMENT], by="ann")
    before = store.practice()
    other = apply(Practice(), [Edit("offers/o1", {"name": "Line control"}), Edit("currency", "CNY")])
    assert store.practices.replace(other, by="ben").document == other == store.practice()
    assert store.practices.undo(PRACTICE, by="ben").document == before


def test_private_answers_are_stored_and_evidence_is_kept(store):
    edits = [
        Edit("sellers/a", {"name": "A"}),
        Edit("answers/performance_coaching.a/notes/obstacle", "afraid of refusal"),
        Edit("evidence/e1", {"source": "Talk", "grade": "B"}),
    ]
    stored = store.practices.apply(PRACTICE, edits, by="ann").document
    assert "afraid of refusal" in to_json(stored, with_private=True)
    assert "afraid of refusal" not in to_json(stored)


def test_after_many_steps_it_is_the_same_for_a_new_reader(store, url):
    for turn in range(70):  # beyond one snapshot
        store.practices.apply(PRACTICE, [Edit("segments/s1", {"name": str(turn)})], by="ann")
    again = open_store(url)
    assert again.practice() == store.practice() and again.practices.at(PRACTICE, 3).segments["s1"].name == "1"
    again.close()


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE snapshots SET document = \'{"document": "practice", "offers": 3}\' WHERE account_id = 0',
        "UPDATE edits SET path = 'segments/s1/nothing' WHERE account_id = 0",
    ],
)
def test_a_damaged_one_is_named_takes_no_account_down_and_is_mended_by_a_file(store, url, account, statement):
    store.create(account, by="ann")
    store.practices.apply(PRACTICE, [SEGMENT], by="ann")
    with store._database.writing() as connection:
        connection.execute(text(statement))
    again = open_store(url)
    with pytest.raises(DamagedAccount, match=r"own data.*accountkit load"):
        again.practice()
    assert again.load("walmart") == account
    assert again.practices.replace(Practice(), by="ann").document == Practice() == again.practice()
    again.practices.apply(PRACTICE, [SEGMENT], by="ann")
    assert again.practice().segments
    again.close()


def test_one_that_is_gone_is_said(store):
    with store._database.writing() as connection:
        connection.execute(text("DELETE FROM accounts WHERE id = 0"))
    with pytest.raises(DamagedAccount, match="missing"):
        store.practice()


def test_a_state_that_never_was_is_said(store):
    with pytest.raises(AccountNotFound, match=r"history --practice"):
        store.practices.at(PRACTICE, 9)


def test_a_folder_has_none_to_change(tmp_path, account):
    (tmp_path / "account.json").write_text(to_json(account), encoding="utf-8")
    store = FolderStore(tmp_path / "account.json")
    assert catalogue(store) == {}
    with pytest.raises(InvalidEdit, match="accountkit load"):
        store.practices.apply(PRACTICE, [SEGMENT], by="ann")
    assert store.practice() == Practice()
    store.close()


def test_the_catalogue_is_a_part_of_it_and_one_step(store):
    offers = {"b": CatalogueOffer(name="B", metric="churn"), "a": CatalogueOffer(name="A")}
    keep(store, offers, by="ann")
    assert list(catalogue(store)) == ["a", "b"]
    assert store.practice().offers["b"] == Offer(name="B", metric="churn")
    assert store.practices.revision(PRACTICE) == 2
    assert store.practices.undo(PRACTICE, by="ann").document == Practice()


def test_taking_a_catalogue_in_again_leaves_what_it_does_not_say(store):
    keep(store, {"a": CatalogueOffer(name="A", metric="churn")}, by="ann")
    store.practices.apply(PRACTICE, [Edit("offers/a/vision", "No customer leaves")], by="ann")
    keep(store, {"a": CatalogueOffer(name="A2")}, by="ben")
    offer = store.practice().offers["a"]
    assert (offer.name, offer.metric, offer.vision) == ("A2", "", "No customer leaves")
    revision = store.practices.revision(PRACTICE)
    keep(store, {"a": CatalogueOffer(name="A2")}, by="ben")
    assert store.practices.revision(PRACTICE) == revision


KEYS = st.sampled_from(["a", "b"])
WORDS = st.text(max_size=9).filter(lambda text: "\0" not in text)
EDITS = st.one_of(
    st.builds(lambda k, v: Edit(f"segments/{k}", {"name": v}), KEYS, WORDS),
    st.builds(lambda k: Edit(f"segments/{k}", remove=True), KEYS),
    st.builds(lambda k, v: Edit(f"segments/{k}/brand", v), KEYS, st.integers(1, 5)),
    st.builds(lambda k, v: Edit(f"offers/{k}", {"name": v}), KEYS, WORDS),
    st.builds(lambda k, v: Edit(f"offers/{k}/faq", v), KEYS, WORDS),
    st.builds(lambda k, v: Edit(f"private_answers/network_resources.{k}/notes/n", v), KEYS, WORDS),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=6))
def test_undo_restores_every_state_and_redo_every_state_again(steps):
    with tempfile.TemporaryDirectory(prefix="accountkit-store-") as folder:
        file = Path(folder) / "accounts.sqlite"
        file.write_bytes(empty_database())
        store = open_store(str(file))
        states = [store.practice()]
        for edits in steps:
            try:
                states.append(store.practices.apply(PRACTICE, edits, by="ann").document)
            except InvalidEdit:
                continue
        for state in reversed(states[:-1]):
            assert store.practices.undo(PRACTICE, by="ann").document == state
        for state in states[1:]:
            assert store.practices.redo(PRACTICE, by="ann").document == state
        store.close()

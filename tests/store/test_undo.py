import pytest

from accountkit.model import Edit, remove


def impact(store, finding="f1"):
    return store.load("walmart").findings[finding].impact


@pytest.fixture(autouse=True)
def stored(store, account):
    store.create(account, by="ann")


def test_undo_takes_back_a_step_and_redo_brings_it_again(store, account):
    after = store.apply(
        "walmart", [Edit("findings/f1/impact", 5), remove("findings/f2")], by="ann", label="Rate"
    ).account
    undone = store.undo("walmart", by="ann")
    assert (undone.account, undone.label) == (account, "Rate")
    assert store.redo("walmart", by="ann").account == after
    assert [entry.kind for entry in store.history("walmart")] == ["edit"] * 2 + ["undo"] * 2 + ["redo"] * 2


def test_undo_goes_back_step_by_step_to_the_beginning_and_no_further(store, account):
    for value in (1, 2, 4):
        store.apply("walmart", [Edit("findings/f1/impact", value)], by="ann")
    assert [store.undo("walmart", by="ann").account.findings["f1"].impact for _ in range(3)] == [2, 1, 3]
    assert store.undo("walmart", by="ann") is None
    assert [store.redo("walmart", by="ann").account.findings["f1"].impact for _ in range(3)] == [1, 2, 4]
    assert store.redo("walmart", by="ann") is None


def test_an_edit_after_an_undo_ends_what_could_be_redone(store):
    store.apply("walmart", [Edit("findings/f1/impact", 1)], by="ann")
    store.undo("walmart", by="ann")
    store.apply("walmart", [Edit("findings/f2/impact", 1)], by="ann")
    assert store.redo("walmart", by="ann") is None
    assert impact(store) == 3


def test_a_person_undoes_only_what_they_did(store):
    store.apply("walmart", [Edit("findings/f1/impact", 1)], by="ann")
    store.apply("walmart", [Edit("findings/f2/impact", 1)], by="ben")
    store.undo("walmart", by="ann")
    assert (impact(store, "f1"), impact(store, "f2")) == (3, 1)
    assert store.undo("walmart", by="cy") is None


def test_what_a_colleague_has_changed_since_is_left_alone_and_told(store):
    store.apply("walmart", [Edit("findings/f1/impact", 1), Edit("findings/f2/impact", 1)], by="ann")
    store.apply("walmart", [Edit("findings/f1/impact", 5)], by="ben")
    undone = store.undo("walmart", by="ann")
    assert (impact(store, "f1"), impact(store, "f2")) == (5, 4)
    assert [(entry.by, entry.path) for entry in undone.overwritten] == [("ben", "findings/f1/impact")]


def test_taking_back_the_first_rating_keeps_the_ratings_that_colleagues_added(store):
    store.apply("walmart", [Edit("answers/five_forces/ratings/growth/value", 4)], by="ann")
    store.apply("walmart", [Edit("answers/five_forces/ratings/rivals/value", 2)], by="ben")
    undone = store.undo("walmart", by="ann")
    assert set(undone.account.answers["five_forces"].ratings) == {"rivals"}
    assert undone.overwritten == ()


def test_taking_back_the_only_rating_leaves_no_empty_records(store, account):
    store.apply("walmart", [Edit("answers/five_forces/ratings/growth/value", 4)], by="ann")
    assert store.undo("walmart", by="ann").account == account


def test_deleting_a_finding_is_taken_back_whole(store, account):
    store.apply("walmart", [remove("findings/f1")], by="ann")
    assert store.undo("walmart", by="ann").account == account


def test_undo_of_an_account_that_a_colleague_filled_meanwhile(store):
    store.apply("walmart", [Edit("findings/f9", {"statement": "a"})], by="ann")
    store.apply("walmart", [Edit("findings/f9/statement", "b")], by="ben")
    assert store.undo("walmart", by="ann").account.findings["f9"].statement == "b"

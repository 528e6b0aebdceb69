"""What must hold whatever is edited: undo restores, the log replays to the same document, no writer loses
anything.
"""

import multiprocessing
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accountkit.model import Account, Edit, apply, from_json, to_json
from accountkit.store import open_store
from tests.store.conftest import empty_database

KEYS = st.sampled_from(["f1", "f2", "f3"])
TEXT = st.text(max_size=20).filter(lambda text: "\0" not in text)
EDITS = st.one_of(
    st.builds(lambda k, v: Edit(f"findings/{k}/impact", v), KEYS, st.one_of(st.none(), st.integers(1, 5))),
    st.builds(lambda k, v: Edit(f"findings/{k}/statement", v), KEYS, TEXT),
    st.builds(lambda k, v: Edit(f"findings/{k}", {"statement": v}), KEYS, TEXT),
    st.builds(lambda k: Edit(f"findings/{k}", remove=True), KEYS),
    st.builds(lambda k: Edit(f"findings/{k}/impact", remove=True), KEYS),
    st.builds(lambda k, v: Edit(f"answers/swot/ratings/{k}/value", v), KEYS, st.integers(1, 5)),
    st.builds(lambda v: Edit("profile/name", v), TEXT),
    st.builds(lambda v: Edit("objective/how_much", v), st.floats(-1e12, 1e12)),
)
STEPS = st.lists(st.lists(EDITS, min_size=1, max_size=4), min_size=1, max_size=8)
PEOPLE = st.lists(st.sampled_from(["ann", "ben"]), min_size=8, max_size=8)


def fresh_store():
    folder = tempfile.TemporaryDirectory(prefix="accountkit-store-")
    file = Path(folder.name) / "accounts.sqlite"
    file.write_bytes(empty_database())
    store = open_store(str(file))
    store.create(Account(slug="walmart"), by="ann")
    return folder, store


def possible(account, edits):
    """The edits of a step that can be made, in order: one may delete what the next would change."""
    made = []
    for edit in edits:
        try:
            account = apply(account, [edit])
        except Exception as error:
            assert type(error).__name__ == "InvalidEdit"
            continue
        made.append(edit)
    return made


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_undo_restores_every_state_and_redo_every_state_again(steps):
    folder, store = fresh_store()
    with folder:
        states = [store.load("walmart")]
        for edits in steps:
            made = possible(states[-1], edits)
            if made:
                states.append(store.apply("walmart", made, by="ann").account)
        for state in reversed(states[:-1]):
            assert store.undo("walmart", by="ann").account == state
        for state in states[1:]:
            assert store.redo("walmart", by="ann").account == state
        store.close()


@settings(max_examples=40, deadline=None)
@given(STEPS, PEOPLE)
def test_the_log_replays_to_the_document_at_every_revision(steps, people):
    folder, store = fresh_store()
    with folder:
        states = {1: store.load("walmart")}
        for edits, by in zip(steps, people, strict=False):
            applied = store.apply("walmart", possible(states[max(states)], edits), by=by)
            states[applied.revision] = applied.account
            undone = store.undo("walmart", by=by)
            if undone:
                states[undone.revision] = undone.account
        reader = open_store(store.url)
        for revision, state in states.items():
            assert reader.at("walmart", revision) == state
            assert from_json(to_json(state, with_private=True)) == state
        reader.close()
        store.close()


@settings(max_examples=10, deadline=None)
@given(
    st.lists(st.integers(1, 5), min_size=1, max_size=15), st.lists(st.integers(1, 5), min_size=1, max_size=15)
)
def test_two_threads_that_edit_different_fields_lose_nothing(impacts, likelihoods):
    folder, store = fresh_store()
    with folder:
        store.apply("walmart", [Edit("findings/f1", {})], by="ann")

        def write(field, values):
            for value in values:
                store.apply("walmart", [Edit(f"findings/f1/{field}", value)], by=field)

        with ThreadPoolExecutor(2) as pool:
            done = [pool.submit(write, "impact", impacts), pool.submit(write, "likelihood", likelihoods)]
            [future.result() for future in done]
        finding = store.load("walmart").findings["f1"]
        assert (finding.impact, finding.likelihood) == (impacts[-1], likelihoods[-1])
        assert len(store.history("walmart")) == 1 + len(impacts) + len(likelihoods)
        store.close()


def write_findings(url, by, count):
    store = open_store(url)
    for n in range(count):
        store.apply("walmart", [Edit(f"findings/{by}{n}", {"statement": by})], by=by)
    store.close()


@pytest.mark.slow
@pytest.mark.parametrize("count", [40])
def test_two_processes_that_write_at_once_lose_nothing(store, url, account, count):
    store.create(account, by="ann")
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=write_findings, args=(url, by, count)) for by in ("ben", "cy")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
        assert writer.exitcode == 0
    written = store.load("walmart")
    assert len(written.findings) == 2 + 2 * count
    assert store.revision("walmart") == 1 + 2 * count
    assert open_store(url).at("walmart", 1 + 2 * count) == written


def open_and_close(url):
    open_store(url).close()


@pytest.mark.slow
def test_two_processes_that_open_an_empty_database_at_once_both_succeed(url):
    spawn = multiprocessing.get_context("spawn")
    openers = [spawn.Process(target=open_and_close, args=(url,)) for _ in range(3)]
    for opener in openers:
        opener.start()
    for opener in openers:
        opener.join(60)
        assert opener.exitcode == 0
    assert open_store(url).accounts() == []

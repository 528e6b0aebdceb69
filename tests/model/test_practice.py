"""Our own side as a document: written, taken back, linked, shared and shown in two languages as an account is."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accountkit.errors import InvalidAccount, InvalidEdit
from accountkit.model import (
    Account,
    Edit,
    Practice,
    apply,
    broken_links,
    document_from_json,
    from_json,
    in_language,
    inverse,
    practice_from_json,
    shareable,
    to_json,
    value_at,
)
from accountkit.model.links import LINKS
from accountkit.model.record import Record

FULL = [
    Edit("segments/s0", {"name": "Metal finishing", "basis": "industry", "activity": "primary"}),
    Edit("segments/s1", {"name": "Coated housings", "parent_id": "s0", "market_share": 0.32, "brand": 4}),
    Edit("segments/s1/field_evidence/market_share", ["e1"]),
    Edit("evidence/e1", {"source": "Trade association", "grade": "A", "status": "confirmed"}),
    Edit("offers/o1", {"name": "Coating line control", "segment_id": "s1", "metric": "lead time"}),
    Edit("offers/o1/competitive_strategy", "differentiation"),
    Edit("offers/o1/vision", "Orders leave on the day promised"),
    Edit("offers/o1/reviewed_on", "2026-02-01"),
    Edit("sellers/a", {"name": "A", "user": "ann", "coach_id": "b", "team_id": "t1", "segment_ids": ["s1"]}),
    Edit("sellers/b", {"name": "B", "user": "ben"}),
    Edit("teams/t1", {"name": "North", "leader_id": "b", "mode": "motive_creating", "segment_ids": ["s1"]}),
    Edit("partners/p1", {"name": "P", "kind": "local", "segment_ids": ["s1"], "offer_ids": ["o1"]}),
    Edit("partners/p1/agreement", "exclusive"),
    Edit("answers/strategic_partner_profile.p1/ratings/coverage/value", 4),
    Edit("private_answers/network_resources.a/rows/r1", {"cells": {"circle": "alumni", "hops": 1}}),
    Edit("wording/zh_CN", {"Coated housings": "涂装外壳", "alumni": "校友"}),
]


@pytest.fixture
def full():
    return apply(Practice(), FULL)


def test_every_record_is_written_exported_and_taken_back(full):
    assert isinstance(full, Practice)
    assert practice_from_json(to_json(full, with_private=True)) == full
    assert not broken_links(full)
    assert apply(full, inverse(Practice(), FULL)) == Practice()
    assert value_at(full, "offers/o1/vision") == "Orders leave on the day promised"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("segments/s1/brand", 6),
        ("segments/s1/potential", 2.5),
        ("segments/s1/market_share", 32),
        ("offers/o1/reviewed_on", "2026-02-30"),
        ("offers/o1/competitive_strategy", "cheapest"),
        ("partners/p1/agreement", "handshake"),
        ("teams/t1/mode", "hope"),
        ("sellers/a/unknown", 1),
        ("segments/typo/name", "x"),
        ("answers/strategic_partner_profile.p1/ratings/coverage/value", 0),
    ],
)
def test_what_does_not_belong_is_refused_with_its_place(full, path, value):
    with pytest.raises(InvalidEdit, match=path.split("/")[1]):
        apply(full, [Edit(path, value)])


@pytest.mark.parametrize("path", ["objective/who", "slug", "schema_version", "document", "findings/f1"])
def test_what_is_an_accounts_alone_or_fixed_is_refused(full, path):
    with pytest.raises(InvalidEdit):
        apply(full, [Edit(path, "x")])


@pytest.mark.parametrize(
    "gone", ["segments/s1", "segments/s0", "offers/o1", "sellers/b", "teams/t1", "evidence/e1"]
)
def test_a_record_that_is_gone_shows_as_a_broken_link(full, gone):
    without = apply(full, [Edit(gone, remove=True)])
    assert {link.target for link in broken_links(without)} == {gone}
    assert not broken_links(full)


def test_every_field_that_names_a_record_is_a_link():
    """A field called after a record (``parent_id``, ``segment_ids``) that no link knows would break unseen."""
    for collection in Practice.model_fields:
        kind = Practice.model_fields[collection].annotation
        record = kind.__args__[-1] if getattr(kind, "__args__", ()) else None
        if isinstance(record, type) and issubclass(record, Record):
            named = {name for name in record.model_fields if name.endswith(("_id", "_ids"))}
            assert named <= LINKS.get(collection, {}).keys(), collection


def test_answers_of_private_methods_are_written_where_they_stay(full):
    written = apply(Practice(), [Edit("answers/performance_coaching.a/notes/obstacle", "afraid of refusal")])
    assert written.private_answers and not written.answers
    account = apply(Account(slug="x"), [Edit("answers/personal_needs.s1/ratings/growth/value", 5)])
    assert account.private_answers and not account.answers


def test_nothing_private_is_shared_its_translation_neither(full):
    text = to_json(full)
    assert "alumni" not in text and "校友" not in text and "network_resources" not in text
    assert "涂装外壳" in text and "Coating line control" in text
    assert practice_from_json(text) == shareable(full)
    noted = [
        Edit("stakeholders/s1", {"role_title": "Buyer", "private_note": "plays chess"}),
        Edit("wording/zh_CN", {"plays chess": "下棋", "Buyer": "采购"}),
    ]
    shared = to_json(apply(Account(slug="x"), noted))
    assert "下棋" not in shared and "采购" in shared


def test_it_is_shown_in_another_language_as_far_as_it_is_worded(full):
    shown = in_language(full, "zh_CN")
    assert isinstance(shown, Practice)
    assert shown.segments["s1"].name == "涂装外壳" and shown.segments["s0"].name == "Metal finishing"
    assert shown.teams["t1"].mode == "motive_creating" and shown.document == "practice"
    assert in_language(full, "en") is full
    assert shown.segments["s0"] is full.segments["s0"] and shown.offers is full.offers, "untouched: the same"


def test_a_file_says_which_of_the_two_it_holds(full):
    account = Account(slug="plant")
    assert document_from_json(to_json(full, with_private=True)) == full
    assert document_from_json(to_json(account)) == account
    assert json.loads(to_json(Practice())) == {"document": "practice", "schema_version": 2}
    with pytest.raises(InvalidAccount, match="own data, not an account"):
        from_json(to_json(full))
    with pytest.raises(InvalidAccount, match="does not hold our own data"):
        practice_from_json(to_json(account))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"schema_version": 99}, "newer"),
        ({"segments": {"s1": {"brand": 9}}}, "segments/s1/brand"),
        ({"findings": {}}, "findings"),
        ({"offers": {"a b": {"name": "x"}}}, "offers/a b"),
    ],
)
def test_a_file_with_an_error_is_refused_with_its_place(change, said):
    with pytest.raises(InvalidAccount, match=said):
        document_from_json(json.dumps({"document": "practice", "schema_version": 2, **change}))


def test_what_its_claims_rest_on_is_judged_as_an_accounts(full):
    assert full.standing(("e1",)) == "confirmed" and full.standing(()) == "assumed"
    aged = apply(full, [Edit("evidence/e1/date", "2020-01-01"), Edit("review_date", "2026-03-01")])
    assert aged.stale(("e1",)) and not full.stale(("e1",))


KEYS = st.sampled_from(["a", "b", "c"])
EDITS = st.one_of(
    st.builds(lambda k, v: Edit(f"segments/{k}", {"name": v}), KEYS, st.text(max_size=9)),
    st.builds(lambda k, v: Edit(f"segments/{k}/brand", v), KEYS, st.one_of(st.none(), st.integers(1, 5))),
    st.builds(lambda k: Edit(f"segments/{k}", remove=True), KEYS),
    st.builds(lambda k, v: Edit(f"offers/{k}", {"name": v, "share": 0.5}), KEYS, st.text(max_size=9)),
    st.builds(lambda k, v: Edit(f"offers/{k}/vision", v), KEYS, st.text(max_size=9)),
    st.builds(lambda k: Edit(f"offers/{k}/vision", remove=True), KEYS),
    st.builds(lambda k, v: Edit(f"answers/quota_plan.{k}/values/target", {"value": v}), KEYS, st.integers()),
    st.builds(
        lambda k, v: Edit(f"private_answers/network_resources.{k}/notes/n", v), KEYS, st.text(max_size=9)
    ),
    st.builds(lambda k, v: Edit(f"evidence/{k}", {"source": v}), KEYS, st.text(max_size=9)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(EDITS, max_size=12))
def test_what_was_edited_is_taken_back_and_written_without_loss(edits):
    before, made = Practice(), []
    now = before
    for edit in edits:
        try:
            now = apply(now, [edit])
        except InvalidEdit:
            continue
        made.append(edit)
    assert apply(now, inverse(before, made), logged=True) == before
    assert practice_from_json(to_json(now, with_private=True)) == now

"""Large accounts: an edit judges what it writes, not the thousands of records beside it, and as before; nor does reading look at more."""

from __future__ import annotations

import gc
import sys
from contextlib import nullcontext

import pytest

from accountkit.errors import InvalidAccount, InvalidEdit
from accountkit.model import (
    Account,
    Edit,
    Link,
    apply,
    broken_links,
    exchange,
    from_json,
    inverse,
    links,
    remove,
    to_json,
)
from accountkit.model.links import exists
from benchmarks.large import large


def test_an_edit_leaves_all_other_collections_as_they_are():
    account = large(20, 5)
    edited = apply(account, [Edit("findings/n3/impact", 4)])
    assert edited.findings["n3"].impact == 4 and edited.findings["n4"] is account.findings["n4"]
    assert all(
        getattr(edited, name) is getattr(account, name) for name in Account.model_fields if name != "findings"
    )
    assert edited == from_json(to_json(edited, with_private=True))


@pytest.mark.parametrize(
    "edit",
    [
        Edit("findings/no key!", {"statement": "A"}),
        Edit("findings/" + "n" * 81, {"statement": "A"}),
        Edit("declined/no key!", "2026-01-01"),
        Edit("answers/pest/ratings/no key!/value", 3),
        Edit("answers/no key!", {}),
        Edit("findings/n3/impact", 6),
        Edit("findings/n3/evidence", "e1"),
        Edit("findings/n3", {"impact": 9}),
        Edit("wording/zh_CN/A text", 7),
        Edit("profile/parent", "No Slug"),
        Edit("profile/fiscal_year_end", "x" * 501),
        Edit("findings", {"no key!": {}}),
        Edit("stale_after_days", 0),
    ],
)
def test_what_cannot_be_is_refused(edit):
    with pytest.raises(InvalidEdit) as refused:
        apply(large(20, 5), [edit])
    assert refused.value.reason


def test_several_edits_of_one_step_are_taken_back_together():
    account = large(20, 5)
    edits = [
        Edit("findings/n3/impact", 4),
        Edit("findings/new", {"statement": "A"}),
        Edit("findings/new/impact", 2),
        Edit("answers/five_forces/ratings/growth/value", 3),
        Edit("answers/five_forces/ratings/growth/note", "B"),
        remove("findings/n5"),
        remove("findings/n3"),
    ]
    back = apply(apply(account, edits), inverse(account, edits))
    assert back == account


def test_only_links_that_are_broken_are_put_into_words(monkeypatch):
    account = apply(large(900, 10), [remove("findings/n3"), remove("findings/n4")])
    expected = [link for link in links(account) if not exists(account, link.target)]
    every, made = len(list(links(account))), []
    module = sys.modules["accountkit.model.links"]
    monkeypatch.setattr(module, "Link", lambda **named: made.append(named) or Link(**named))
    assert broken_links(account) == expected != []
    assert len(made) < every / 2  # the few within records are still put into words


@pytest.mark.parametrize("text, error", [(to_json(Account(slug="a")), None), ('{"slug": 1}', InvalidAccount)])
@pytest.mark.parametrize("looks", [True, False])
def test_no_garbage_is_looked_for_while_an_account_is_read(monkeypatch, text, error, looks):
    seen = []
    monkeypatch.setattr(exchange, "upgraded", lambda plain: seen.append(gc.isenabled()) or plain)
    was = gc.isenabled()
    (gc.enable if looks else gc.disable)()
    try:
        with pytest.raises(error) if error else nullcontext():
            from_json(text)
        assert seen == [False] and gc.isenabled() is looks
    finally:
        (gc.enable if was else gc.disable)()

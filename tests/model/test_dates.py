"""Dates that nobody can have meant are refused where they come in, so that no rule counts days beyond the calendar."""

import json
from contextlib import closing

import pytest

from accountkit.errors import InvalidAccount, InvalidEdit
from accountkit.model import Edit, apply, from_json, to_json
from accountkit.samples import sample
from accountkit.store import open_store


@pytest.mark.parametrize("day", ["0001-01-01", "0026-05-31", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_a_day_out_of_reach_is_no_edit(day):
    account = sample("walmart")
    key = next(iter(account.commitments))
    for edit in (
        Edit(f"commitments/{key}/due", day),
        Edit("review_date", day),
        Edit("evidence/e-new", {"source": "x", "date": day}),
    ):
        with pytest.raises(InvalidEdit, match="1900"):
            apply(account, [edit])
    assert apply(account, [Edit("review_date", "2199-12-31")]).review_date.year == 2199


def test_a_day_out_of_reach_that_was_stored_before_is_read_and_can_be_mended():
    account = apply(sample("walmart"), [Edit("review_date", "9999-12-31")], logged=True)
    assert apply(account, [Edit("review_date", "2026-01-01")]).review_date.year == 2026
    snapshot = to_json(account, with_private=True)
    assert (
        apply(from_json(snapshot, stored=True), [Edit("review_date", "2026-01-01")]).review_date.year == 2026
    )


def test_an_account_whose_snapshot_has_such_a_day_opens(tmp_path):
    address = f"sqlite:///{tmp_path / 'accounts.sqlite'}"
    account = apply(sample("walmart"), [Edit("review_date", "9999-12-31")], logged=True)
    with closing(open_store(address)) as store:
        store.create(account, by="Ada")
    with closing(open_store(address)) as store:
        assert store.load("walmart").review_date.year == 9999


def test_a_file_with_such_a_day_is_refused_with_its_place():
    plain = json.loads(to_json(sample("walmart")))
    plain["review_date"] = "9999-12-31"
    with pytest.raises(InvalidAccount, match=r"review_date.*1900"):
        from_json(json.dumps(plain))

"""A date is a day, or text like 2026-03-31: pydantic alone would read a number as seconds since 1970."""

import datetime as dt
import json
from contextlib import closing

import pandas as pd
import pytest
from pydantic import ValidationError

from accountkit.errors import InvalidAccount, InvalidEdit
from accountkit.model import Edit, Practice, Seller, apply, from_json, to_json
from accountkit.panels.events import Cite
from accountkit.samples import sample
from accountkit.store import open_store

NO_DAYS = [0, 1717113600, 0.5, True, "0", "1717113600", "20260331", "2026-3-31", "2026-02-30", "soon", ""]
NO_DAYS += ["2026-03-31T10:00:00", dt.datetime(2026, 3, 31, 10)]


@pytest.fixture(scope="module")
def account():
    return sample("walmart")


@pytest.mark.parametrize("value", NO_DAYS, ids=repr)
def test_what_is_no_day_is_refused_with_what_is_expected(account, value):
    key = next(iter(account.commitments))
    for edit in (
        Edit(f"commitments/{key}/due", value),
        Edit("review_date", value),
        Edit("evidence/e-new", {"source": "x", "date": value}),
    ):
        with pytest.raises(InvalidEdit) as refused:
            apply(account, [edit])
        assert refused.value.reason == "a date is expected, for example 2024-05-31"
    ours = Practice(sellers={"s1": Seller(name="Ann")})
    for path in ("review_date", "sellers/s1/in_post_since"):
        with pytest.raises(InvalidEdit, match="a date is expected"):
            apply(ours, [Edit(path, value)])
    with pytest.raises(ValidationError):
        Cite(target="problems/p1", date=value)


@pytest.mark.parametrize(
    "value", ["2026-03-31", dt.date(2026, 3, 31), dt.datetime(2026, 3, 31), pd.Timestamp("2026-03-31")]
)
def test_a_day_is_taken_as_text_as_a_date_and_as_the_midnight_of_a_table(account, value):
    assert apply(account, [Edit("review_date", value)]).review_date == dt.date(2026, 3, 31)
    assert Cite(target="problems/p1", date=value).date == dt.date(2026, 3, 31)


def test_a_file_with_a_number_for_a_date_is_refused_with_its_place(account):
    plain = json.loads(to_json(account))
    plain["review_date"] = 0
    with pytest.raises(InvalidAccount, match=r"review_date: a date is expected"):
        from_json(json.dumps(plain))


def test_a_number_that_was_logged_as_a_date_before_is_replayed_as_it_was(account, tmp_path, monkeypatch):
    edits = [Edit("review_date", 0), Edit("evidence/e-new", {"source": "x", "date": "1717113600"})]
    address = f"sqlite:///{tmp_path / 'accounts.sqlite'}"
    with closing(open_store(address)) as store:
        store.create(account, by="Ada")
        monkeypatch.setattr(
            "accountkit.store.rows.apply", lambda one, made, **_: apply(one, made, logged=True)
        )
        store.apply("walmart", edits, by="Ada")
    with closing(open_store(address)) as store:
        read = store.load("walmart")
    assert (read.review_date, read.evidence["e-new"].date) == (dt.date(1970, 1, 1), dt.date(2024, 5, 31))

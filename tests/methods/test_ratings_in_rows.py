"""A rating in a row of a register is 1 to 5 by whichever way it comes: Python, a file, or a store that has it already."""

from __future__ import annotations

import json

import pytest

from accountkit import open_account
from accountkit.errors import InvalidAccount, InvalidEdit
from accountkit.methods import Analyses
from accountkit.model import Edit, apply, from_json, to_json
from accountkit.samples import sample
from accountkit.sources.beginning import beginning
from accountkit.store.folder import read

ANSWER = "answers/solution_evaluation.n-incidents"
IMPORTANCE = f"{ANSWER}/rows/r1/cells/importance"
NO_RATING = "a rating is a whole number from 1 to 5"


@pytest.fixture
def account(tmp_path):
    return open_account("walmart", db=f"sqlite:///{tmp_path / 'a.sqlite'}")


def stored(document):
    return document.answers["solution_evaluation.n-incidents"].rows["r1"].cells["importance"]


@pytest.mark.parametrize("value", [6, 60, 0, -1, 2.5, True, "4"])
def test_python_refuses_it_with_its_place_and_what_is_expected(account, value):
    before = stored(account.account)
    for path, said in (
        (IMPORTANCE, value),
        (f"{ANSWER}/rows/r1/cells", {"importance": value}),
        (f"{ANSWER}/rows/r9", {"cells": {"importance": value}}),
        ("answers", {"solution_evaluation.n-incidents": {"rows": {"r1": {"cells": {"importance": value}}}}}),
    ):
        with pytest.raises(InvalidEdit, match=NO_RATING) as refused:
            account.edit(path, said)
        assert refused.value.path.endswith("cells/importance") and repr(value) in str(refused.value)
    assert stored(account.account) == before


def test_python_refuses_what_no_other_kind_takes_either(account):
    for cell, value in (("our_score", [4]), ("importance", {"high": 1})):
        with pytest.raises(InvalidEdit):
            account.edit(f"{ANSWER}/rows/r1/cells/{cell}", value)


def test_python_takes_a_rating_and_takes_it_back(account):
    for value in (2, None):
        account.edit(IMPORTANCE, value)
        assert stored(account.account) == value


def test_a_file_with_one_is_refused_with_its_place(tmp_path):
    plain = json.loads(to_json(sample("walmart")))
    plain["answers"]["solution_evaluation.n-incidents"]["rows"]["r1"]["cells"]["importance"] = 60
    file = tmp_path / "account.json"
    file.write_text(json.dumps(plain))
    for loaded in (lambda: read(file), lambda: beginning(file.read_bytes(), "account.json", {})):
        with pytest.raises(InvalidAccount, match=f"{IMPORTANCE}: {NO_RATING}"):
            loaded()


def test_one_that_a_store_has_already_is_read_and_counts_nowhere():
    account = apply(sample("walmart"), [Edit(IMPORTANCE, 60)])
    row = next(
        one
        for one in Analyses(from_json(to_json(account), stored=True))
        .read("solution_evaluation", "n-incidents")
        .rows
        if one.id == "r1"
    )
    assert (row["importance"], row.value("importance")) == (60, None)

"""What an edit may write, a file may say: whatever `apply` accepts comes back from an export unchanged."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accountkit.errors import InvalidAccount, InvalidEdit
from accountkit.i18n import use_language
from accountkit.model import Account, Edit, Statement, apply, from_json, remove, to_json
from accountkit.model.document import Document
from accountkit.model.exchange import practice_from_json
from accountkit.model.record import as_json
from accountkit.samples import practice, sample

NINE = "2024-09-30"
STATEMENT = {"period_end": NINE, "months": 9}


def account() -> Account:
    """A sample with all that it may hold: interim statements and private answers too."""
    found = sample("walmart")
    return apply(
        found,
        [
            Edit(f"interim/{NINE}", STATEMENT),
            Edit("answers/network_resources.s1/values/reach", {"value": 3}),
            Edit("answers/swot/rows/r1", {"cells": {"a": "x", "b": 2.5, "c": True}}),
        ],
    )


class Hand:
    """Makes edits at random: at places of a document reached step by step, with values that stand beside them, that other
    fields of the name have, or that are odd."""

    def __init__(self, document: Document, rng: random.Random) -> None:
        self.plain = {**type(document).model_construct().model_dump(mode="json"), **as_json(document)}
        self.rng = rng
        self.by_name: dict[str, list[Any]] = {}
        self._note(self.plain)

    def _note(self, node: Any) -> None:
        for name, value in node.items() if isinstance(node, dict) else ():
            self.by_name.setdefault(name, []).append(value)
            self._note(value)

    def edit(self) -> Edit:
        steps, node, beside = [], self.plain, [self.plain]
        while isinstance(node, dict) and node and (not steps or self.rng.random() < 0.8):
            beside = list(node.values())
            steps.append(self.rng.choice([key for key in node if "/" not in key] or ["x"]))
            node = node.get(steps[-1])
        if self.rng.random() < 0.2:
            steps[self.rng.randrange(len(steps))] = self.rng.choice(NAMES)
        if self.rng.random() < 0.1:
            return remove("/".join(steps))
        values = self.rng.choice([beside, self.by_name.get(steps[-1], ODD), ODD, NUMBERS])
        return Edit("/".join(steps), self.rng.choice(values))


NAMES = ["x", "x9", "2024-09-30", "a b", *Account.model_fields, *Statement.model_fields]
NUMBERS = [0, 1, 3, -3, 1.5, -0.0, 10**15, 2**53 + 1, 1e308, 10**400, float("inf"), float("nan")]
ODD = [
    *(None, True, False, "", " ", "a/b", "s1", "\x00", "\ud800", "n" * 600, "USD", "usd", "yes", "1.5"),
    *("0001-01-01", "2024-09-30", "2300-01-01", "2024-09-30T00:00:00", 1727654400, "1727654400"),
    *([], {}, [""], ["e1", "e1"], {"value": 1}, {"": {}}, {"a b": 1}, {"en": {"a/b": "c"}}, STATEMENT),
]


def comes_back(document: Document) -> Document:
    read = from_json if isinstance(document, Account) else practice_from_json
    return read(to_json(document, with_private=True))


@pytest.mark.parametrize("document", [account(), practice()], ids=["account", "practice"])
@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32))
def test_what_an_edit_may_write_comes_back_from_a_file(document, seed):
    hand, taken = Hand(document, random.Random(seed)), []
    for _turn in range(30):
        edit = hand.edit()
        try:
            document = apply(document, [edit])
        except InvalidEdit:
            continue
        taken.append(edit)
    text = to_json(document, with_private=True)
    again = comes_back(document)
    assert again == document and to_json(again, with_private=True) == text, taken


ELSEWHERE = {"period_end": "2025-01-30"}
WRONG_DAYS = {
    "statements/2026-01-31/period_end": "2025-01-30",
    "statements/2026-01-31": ELSEWHERE,
    "statements": {"2026-01-31": ELSEWHERE},
    f"interim/{NINE}/period_end": "2025-01-30",
    f"interim/{NINE}": ELSEWHERE,
    "peers/amazon/statements/2026-01-31": ELSEWHERE,
    "peers/acme": {"name": "Acme", "statements": {"2026-01-31": ELSEWHERE}},
}


@pytest.mark.parametrize("path", WRONG_DAYS)
def test_a_statement_stands_under_its_day_by_an_edit_as_in_a_file(path):
    before = account()
    key = next((step for step in path.split("/") if step[:2] == "20"), "2026-01-31")
    with pytest.raises(InvalidEdit) as error:
        apply(before, [Edit(path, WRONG_DAYS[path])])
    assert path in str(error.value) and f"ends on 2025-01-30, but stands under {key}" in str(error.value)
    plain = json.loads(to_json(apply(before, [Edit(path, WRONG_DAYS[path])], logged=True), with_private=True))
    with pytest.raises(InvalidAccount, match=f"ends on 2025-01-30, but stands under {key}"):
        from_json(json.dumps(plain))


def test_it_is_said_in_chinese():
    with use_language("zh_CN"), pytest.raises(InvalidEdit, match="截止于2025-01-30"):
        apply(account(), [Edit("statements/2026-01-31/period_end", "2025-01-30")])


def test_a_stored_statement_under_another_day_can_be_mended_and_gives_way_to_other_edits():
    plain = json.loads(to_json(account(), with_private=True))
    plain["statements"]["2026-01-31"]["period_end"] = "2025-01-30"
    stored = from_json(json.dumps(plain), stored=True)
    assert apply(stored, [Edit("statements/2026-01-31/unit", 1000.0)]).statements["2026-01-31"].unit == 1000
    assert apply(stored, [Edit("interim/2024-06-30", {"period_end": "2024-06-30"})]).interim
    assert comes_back(apply(stored, [Edit("statements/2026-01-31/period_end", "2026-01-31")]))
    assert comes_back(apply(stored, [remove("statements/2026-01-31")]))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
@pytest.mark.parametrize("path", ["answers/swot/rows/r1/cells/b", "answers/swot/records/r1/b"])
def test_what_is_no_number_is_not_stored_in_a_cell(path, number):
    before = apply(account(), [Edit("answers/swot/records/r1", {})])
    with pytest.raises(InvalidEdit, match="a number is expected"):
        apply(before, [Edit(path, number)])

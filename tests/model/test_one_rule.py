"""What an edit may write, a file may say: whatever `apply` accepts comes back from an export unchanged."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accountkit.errors import InvalidAccount, InvalidEdit
from accountkit.i18n import use_language
from accountkit.model import Account, Edit, apply, from_json, remove, to_json
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


def places(value: Any, path: str = "") -> list[str]:
    """Every path of a document of plain values."""
    inner = [
        place
        for key, item in (value.items() if isinstance(value, dict) else ())
        if "/" not in key
        for place in places(item, f"{path}/{key}" if path else key)
    ]
    return ([path] if path else []) + inner


def values_of(value: Any) -> list[Any]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value, *(found for item in inner for found in values_of(item))]


DOCUMENTS: dict[str, tuple[Document, list[str], list[Any]]] = {
    kind: (
        document,
        places(plain := {**as_json(type(document)(**start)), **as_json(document)}),
        values_of(plain),
    )
    for kind, document, start in (
        ("account", account(), {"slug": "walmart"}),
        ("practice", practice(), {}),
    )
}
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 40),
    st.sampled_from([10**15, 10**400, -0.0, 1e308, float("inf"), float("nan"), 1.5, 2**53 + 1]),
    st.dates().map(str),
    st.sampled_from(
        ["", "2024-09-30", NINE + "T00:00:00", 1727654400, "USD", "usd", "\ud800", "\x00", " ", "a/b", "s1"]
    ),
    st.sampled_from([[], {}, [""], ["e1", "e1"], {"value": 1}, {"": {}}, {"a b": 1}, STATEMENT]),
    st.text(max_size=5),
)
LAST = st.sampled_from(
    ["", "x", "2024-09-30", "period_end", "value", "order", "currency", "name", "evidence", "a b"]
)


@st.composite
def edits(draw: st.DrawFn, kind: str) -> Edit:
    _document, paths, found = DOCUMENTS[kind]
    path = draw(st.sampled_from(paths))
    if last := draw(LAST):
        path = f"{path}/{last}" if draw(st.booleans()) else f"{path.rpartition('/')[0]}/{last}".lstrip("/")
    if draw(st.integers(0, 7)) == 0:
        return remove(path)
    return Edit(path, draw(st.one_of(ODD, st.sampled_from(found))))


def comes_back(document: Document) -> Document:
    read = from_json if isinstance(document, Account) else practice_from_json
    return read(to_json(document, with_private=True))


@pytest.mark.parametrize("kind", DOCUMENTS)
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_what_an_edit_may_write_comes_back_from_a_file(kind, data):
    document = DOCUMENTS[kind][0]
    for edit in data.draw(st.lists(edits(kind), min_size=1, max_size=15)):
        try:
            document = apply(document, [edit])
        except InvalidEdit:
            continue
    assert comes_back(document) == document
    assert to_json(comes_back(document), with_private=True) == to_json(document, with_private=True)


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

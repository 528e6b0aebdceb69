"""An edit sends what changed; applied to the old view it must give the new one, exactly."""

from __future__ import annotations

import copy

from hypothesis import given
from hypothesis import strategies as st

from accountkit.panels.difference import changes

json = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text("ab", max_size=2),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("xyz", min_size=1, max_size=1), inner, max_size=3)
    ),
    max_leaves=12,
)
views = st.dictionaries(st.text("xyz", min_size=1, max_size=1), json, max_size=3)


def patched(view: dict, sent: list) -> dict:
    """What the browser does with the changes (shared/panel.js, jupyter_patch)."""
    view = copy.deepcopy(view)
    for path, value, *how in sent:
        node = view
        for step in path[:-1]:
            node = node[step]
        if how == ["gone"]:
            del node[path[-1]]
        elif how == ["order"]:
            before = node[path[-1]]
            node[path[-1]] = [before[one] if isinstance(one, int) else copy.deepcopy(one) for one in value]
        else:
            node[path[-1]] = copy.deepcopy(value)
    return view


def kinds(value):
    """JSON tells true from 1; Python's == does not."""
    if isinstance(value, dict):
        return {key: kinds(item) for key, item in value.items()}
    return [kinds(item) for item in value] if isinstance(value, list) else (type(value), value)


@given(views, views)
def test_the_changes_turn_the_old_view_into_the_new_one(old, new):
    assert kinds(patched(old, changes(old, new))) == kinds(new)


records = st.lists(
    st.builds(lambda key, rest: {"id": key, **rest}, st.text("abc", max_size=2), views), max_size=5
)


@given(records, records)
def test_records_that_move_come_or_go_arrive_as_they_are(old, new):
    assert kinds(patched({"rows": old}, changes({"rows": old}, {"rows": new}))) == kinds({"rows": new})


@given(views)
def test_nothing_is_sent_for_what_stays(view):
    assert changes(view, copy.deepcopy(view)) == []


def test_one_changed_cell_of_a_thousand_rows_sends_one_value():
    rows = [{"id": n, "impact": 3} for n in range(1000)]
    changed = copy.deepcopy(rows)
    changed[500]["impact"] = 4
    assert changes({"rows": rows}, {"rows": changed}) == [[["rows", 500, "impact"], 4]]


def test_a_row_that_moves_sends_the_order_and_its_own_change():
    rows = [{"id": str(n), "impact": 3, "text": "long " * 20} for n in range(4)]
    moved = [{**rows[2], "impact": 5}, rows[0], rows[1], rows[3]]
    assert changes({"rows": rows}, {"rows": moved}) == [
        [["rows"], [2, 0, 1, 3], "order"],
        [["rows", 0, "impact"], 5],
    ]


def test_a_new_row_is_sent_whole_and_the_others_by_their_place():
    rows = [{"id": "a"}, {"id": "b"}]
    assert changes({"rows": rows}, {"rows": [{"id": "b"}, {"id": "c"}]}) == [
        [["rows"], [1, {"id": "c"}], "order"]
    ]

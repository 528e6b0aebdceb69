"""An edit sends what changed; applied to the old view it must give the new one, exactly."""

from __future__ import annotations

import copy

from hypothesis import given
from hypothesis import strategies as st

from accountkit.panels.difference import changes

json = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text("ab", max_size=2),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("xyz", min_size=1, max_size=1), inner, max_size=3),
    max_leaves=12,
)
views = st.dictionaries(st.text("xyz", min_size=1, max_size=1), json, max_size=3)


def patched(view: dict, sent: list) -> dict:
    """What the browser does with the changes (shared/panel.js, jupyter_patch)."""
    view = copy.deepcopy(view)
    for path, value, *gone in sent:
        node = view
        for step in path[:-1]:
            node = node[step]
        if gone:
            del node[path[-1]]
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


@given(views)
def test_nothing_is_sent_for_what_stays(view):
    assert changes(view, copy.deepcopy(view)) == []


def test_one_changed_cell_of_a_thousand_rows_sends_one_value():
    rows = [{"id": n, "impact": 3} for n in range(1000)]
    changed = copy.deepcopy(rows)
    changed[500]["impact"] = 4
    assert changes({"rows": rows}, {"rows": changed}) == [[["rows", 500, "impact"], 4]]

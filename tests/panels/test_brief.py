"""The brief's panel: what stands on the screen is what the documents say, the standing of each row included."""

from __future__ import annotations

import pytest

from accountkit.brief import compose
from accountkit.brief.blocks import Table
from accountkit.brief.wording import MARKS
from accountkit.i18n import translated
from accountkit.panels.events import Choose
from accountkit.panels.registry import panel_class
from accountkit.panels.session import Session
from accountkit.samples import sample
from accountkit.store import open_store


@pytest.fixture
def panel(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'one.sqlite'}")
    store.create(sample("new-oriental"), by="test")
    return panel_class("brief")(Session(store, "new-oriental", by="test"))


@pytest.mark.parametrize("edition", ["internal", "customer"])
@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_each_row_of_a_table_says_what_it_rests_on(panel, edition, lang):
    panel.on_choose(Choose(name="edition", value=edition))
    panel.on_choose(Choose(name="lang", value=lang))
    composed = compose(panel.session.account, edition=edition, lang=lang)
    tables = [b for section in composed.sections for b in section.blocks if isinstance(b, Table)]
    shown = [
        line for section in panel.view["sections"] for line in section["lines"] if line["kind"] == "table"
    ]
    assert len(tables) == len(shown)
    due = [
        [translated(MARKS[c.mark][1], lang) if c.mark else None for row in t.rows for c in row]
        for t in tables
    ]
    found = [[(c["mark"] or {}).get("text") for row in t["rows"] for c in row] for t in shown]
    assert found == due and any(any(marks) for marks in found)

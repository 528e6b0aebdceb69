"""Of a long list a screen shows the first rows, and the one that is looked for; more come when they are asked for."""

from __future__ import annotations

import pytest

from accountkit.figures.shapes import register
from accountkit.methods.cells import cell_text
from accountkit.model import Account
from accountkit.panels.session import Session
from accountkit.panels.tables import AT_FIRST, MOST_ROWS
from benchmarks.large import large


@pytest.fixture
def long(store):
    store.create(large(900, 100), "consultant")
    return Session(store, "large-900", by="consultant")


@pytest.mark.parametrize(
    "key, rows, collection", [("problem_types", "rows", "problems"), ("five_forces", "findings", "findings")]
)
def test_a_list_begins_short_grows_by_a_click_and_shows_what_is_looked_for(
    opened, long, key, rows, collection
):
    panel, say, _sent = opened(key, long)
    shown = [row["id"] for row in panel.view[rows]]
    assert len(shown) == AT_FIRST
    beyond = [
        one
        for one, record in getattr(long.account, collection).items()
        if one not in shown
        and getattr(record, "source_framework", key) == key
        and not getattr(record, "closed", "")
    ]
    assert panel.view["hidden"] == len(beyond) > AT_FIRST
    say("look", path=f"{collection}/{beyond[-1]}")
    assert [row["id"] for row in panel.view[rows]] == [*shown, beyond[-1]]
    say("choose", name="most")
    assert len(panel.view[rows]) == 2 * AT_FIRST + 1
    assert panel.view["hidden"] == len(beyond) - AT_FIRST


def test_a_row_that_undo_brings_back_is_in_sight(opened, long):
    panel, say, _sent = opened("problem_types", long)
    last = panel.verdict.detail.entries[-1].id
    say("look", path=f"problems/{last}")
    say("remove", path=f"problems/{last}")
    assert last not in {row["id"] for row in panel.view["rows"]}
    say("undo")
    assert last in {row["id"] for row in panel.view["rows"]}


def test_an_edit_puts_into_words_only_the_rows_that_stand_below_the_figure(opened, store, monkeypatch):
    rows = {f"r{n}": {"cells": {"strategic_customer": f"Customer {n}"}, "order": n} for n in range(900)}
    store.create(Account(slug="wide", answers={"micro_environment": {"rows": rows}}), "consultant")
    panel, say, _sent = opened("micro_environment", Session(store, "wide", by="consultant"))
    cells, columns = [], len(panel.METHOD.columns)
    monkeypatch.setattr(register, "cell_text", lambda *cell: cells.append(cell) or cell_text(*cell))
    say("write", path="answers/micro_environment/rows/r0/cells/strategic_customer", value="First")
    assert 0 < len(cells) <= (MOST_ROWS + 1) * columns
    shown = panel.view["table"]["rows"]
    assert shown[0][0] == "First" and shown[-1][0] == "and 700 more" and len(shown) == MOST_ROWS + 1


def test_a_rating_makes_one_row_of_many_anew(opened, long):
    panel, say, _sent = opened("pest", long)
    before = {row["id"]: row for row in panel.view["rows"]}
    one = panel.view["rows"][0]["id"]
    felt = "unaware" if before[one]["felt"] != "unaware" else "aware"
    say("write", path=f"findings/{one}/felt", value=felt)
    after = {row["id"]: row for row in panel.view["rows"]}
    assert [key for key in before if after[key] is not before[key]] == [one]


def test_a_row_follows_what_it_rests_on(opened, long):
    panel, say, _sent = opened("pest", long)
    row = panel.view["rows"][0]
    say(
        "cite",
        target=f"findings/{row['id']}",
        source="A call",
        grade="B",
        status="confirmed",
        confirmed_by="CFO",
    )
    (there,) = [one for one in panel.view["rows"] if one["id"] == row["id"]]
    assert there["claim"]["entries"][-1]["source"] == "A call"
    say("problem", finding=row["id"])
    (there,) = [one for one in panel.view["rows"] if one["id"] == row["id"]]
    assert set(there["problems"]) > set(row["problems"])

"""The contact log as a panel: what a new row begins with, and the people that a cell names."""

from __future__ import annotations

from contextlib import closing

import pytest

from accountkit.figures.shapes import drawing
from accountkit.methods import Analyses
from accountkit.panels.registry import panel_class
from accountkit.panels.session import Session
from accountkit.store import open_store
from tests.methods.care.log import account
from tests.methods.care.test_delivered_value import RIVAL, US
from tests.methods.care.test_delivered_value import account as delivered
from tests.methods.plant import DAY


@pytest.fixture
def session(tmp_path):
    with closing(open_store(f"sqlite:///{tmp_path}/accounts.sqlite")) as store:
        store.create(account(), by="test")
        yield Session(store, "plant")


@pytest.mark.parametrize(
    ("key", "function"), [("contact_mechanism", "care"), ("market_information", "listen")]
)
def test_a_new_contact_is_of_today_and_of_the_function_of_its_card(session, key, function):
    panel = panel_class(key)(session)
    before = set(session.account.contacts)
    panel._answer("row", {})
    (new,) = set(session.account.contacts) - before
    made = session.account.contacts[new]
    assert (made.date, made.function, made.opportunity_id) == (DAY, function, None)
    assert new in [row["id"] for row in panel.view["grid"]["rows"]]


def test_a_cell_names_several_people(session):
    panel = panel_class("contact_mechanism")(session)
    panel._answer("write", {"path": "contacts/k1/stakeholder_ids", "value": ["quality", "it"]})
    assert session.account.contacts["k1"].stakeholder_ids == ("quality", "it")
    row = next(row for row in panel.view["grid"]["rows"] if row["id"] == "k1")
    assert row["cells"]["stakeholder_ids"] == ["quality", "it"]


def test_the_picture_of_delivered_value_has_a_bar_for_each_party_that_is_wholly_rated():
    known = delivered(US, RIVAL, (4, None, 3, 4, 3, 3, 3, 3))
    (bars,) = drawing(Analyses(known).read("delivered_value")).figure["data"]
    assert list(bars["x"]) == [2, 2]
    nothing = delivered((None, 4, 4, 4, 3, 3, 3, 3))
    assert [list(bar["x"]) for bar in drawing(Analyses(nothing).read("delivered_value")).figure["data"]] == [
        [0],
        [1],
    ]

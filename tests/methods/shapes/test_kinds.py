"""A file may hold anything in a cell: what is not of its column's kind counts nowhere."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit.methods import REGISTRY, Analyses
from accountkit.model import Answer, Row
from tests.methods import six
from tests.methods.plant import plant


def value(column, cell):
    """A cell of the invented register as it counts."""
    account = plant().model_copy(
        update={"answers": {"x_changes": Answer(rows={"r1": Row(cells={column: cell})})}}
    )
    with REGISTRY.added(six.REGISTER):
        (row,) = Analyses(account).read("x_changes").rows
    return row.value(column)


@pytest.mark.parametrize("cell", [6, 60, 0, -1, 2.5, True, "4", "high"])
def test_what_is_no_rating_from_1_to_5_is_not_assessed(cell):
    assert value("weight", cell) is None


@pytest.mark.parametrize("cell", [1, 5])
def test_a_rating_counts_as_a_whole_number(cell):
    assert value("weight", cell) == cell and type(value("weight", cell)) is int


def test_a_choice_that_the_column_does_not_offer_is_none():
    assert (value("kind", "other"), value("kind", "people")) == (None, "people")


@pytest.mark.parametrize("cell", ["0001-01-01", "9999-12-31", "20260331", "2026-02-30", "soon", 0])
def test_what_is_no_day_that_can_be_meant_is_none(cell):
    assert value("on", cell) is None


def test_a_day_counts_as_a_date():
    assert value("on", "2026-03-31") == dt.date(2026, 3, 31)

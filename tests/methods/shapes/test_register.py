"""A register: fields of a record that hold several choices, and rows that are worked out of other records."""

from __future__ import annotations

import pytest

from accountkit.errors import InvalidEdit
from accountkit.i18n import use_language
from accountkit.methods import REGISTRY, Analyses
from accountkit.methods.cells import cell_text
from accountkit.methods.paths import checked, paths
from accountkit.methods.shapes import Column, Register
from accountkit.methods.shapes.rows import Row
from accountkit.model import Edit, apply
from tests.methods.plant import plant

HEAD = {"question": "", "group": "people", "workspace": "people", "source": "", "rule": ""}
POINTS = (("receptive", "listens"), ("dissatisfied", "unhappy"), ("power", "signs off"))
POINTED = Register(
    key="pointed",
    name="Pointed",
    records="stakeholders",
    columns=(Column("entry_focus", "Points", "choices", POINTS),),
    **HEAD,
)
LAYERS = Register(
    key="layers",
    name="Layers",
    derive=lambda base: (
        Row(layer, "stakeholders", {"layer": layer}, reading=base) for layer in ("top", "middle")
    ),
    columns=(
        Column(
            "people",
            "People",
            "number",
            of=lambda row: sum(
                one.layer == row["layer"] for one in row.reading.account.stakeholders.values()
            ),
        ),
    ),
    **HEAD,
)


def test_several_choices_are_a_field_of_the_record_that_the_model_judges():
    path = "stakeholders/it/entry_focus"
    account = apply(plant(), [Edit(path, checked(plant(), POINTED, path, ["power", "receptive"]))])
    with REGISTRY.added(POINTED):
        row = next(one for one in Analyses(account).read("pointed").rows if one.id == "it")
    assert cell_text(account, row["entry_focus"], "choices", POINTS) == "signs off and listens"
    with use_language("zh_CN"):
        assert cell_text(account, ("power",), "choices", POINTS) == "signs off"
    with pytest.raises(InvalidEdit):
        apply(plant(), [Edit(path, ["hostile"])])


def test_rows_that_are_worked_out_are_written_nowhere():
    with REGISTRY.added(LAYERS):
        reading = Analyses(plant()).read("layers")
    assert [(row.id, row["people"]) for row in reading.rows] == [("top", 2), ("middle", 3)]
    assert (paths(LAYERS).writable, paths(LAYERS).removable) == ((), ())

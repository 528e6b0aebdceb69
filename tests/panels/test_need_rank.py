"""The rank of a need is entered where needs are edited; one need comes first (methods.md, problem_types rule 5, and A5)."""

from __future__ import annotations

import pytest

from accountkit.errors import InvalidEdit
from accountkit.methods import Analyses
from accountkit.methods.problems.rules import needs_of
from accountkit.model import Edit, apply
from accountkit.panels.own.problem_types import ProblemTypes
from accountkit.sources.cells.typed import typed_value
from tests.methods.plant import answer, plant, with_deal


def test_the_panel_writes_it():
    assert any("rank" in pattern for pattern in ProblemTypes.WRITABLE)


def test_it_is_taken_as_a_number_field_sends_it():
    typed = typed_value("3", "number")
    assert apply(plant(), [Edit("needs/planning/rank", typed)]).needs["planning"].rank == 3
    with pytest.raises(InvalidEdit):
        apply(plant(), [Edit("needs/planning/rank", typed_value("2.5", "number"))])


def test_needs_stand_by_rank_and_those_without_one_last():
    known = apply(plant(), [Edit("needs/capacity/rank", None)])
    assert list(needs_of(known, "delivery")) == ["planning", "capacity"]


def test_one_need_comes_first():
    with pytest.raises(InvalidEdit, match="another need comes first"):
        apply(plant(), [Edit("needs/planning/rank", 1)])
    known = apply(plant(), [Edit("needs/capacity/rank", 2), Edit("needs/planning/rank", 1)])
    assert [known.needs[key].rank for key in ("capacity", "planning")] == [2, 1]


def test_while_none_is_ranked_it_is_asked():
    known = plant()
    texts = [one.text for one in Analyses(known).assess("problem_types").suggestions]
    asked = "No need is ranked yet. Which comes first for the customer?"
    assert asked not in texts
    known = apply(known, [Edit(f"needs/{key}/rank", None) for key in known.needs])
    assert asked in [one.text for one in Analyses(known).assess("problem_types").suggestions]


def test_the_objective_reads_it():
    known = with_deal(need_ids=("planning",), answers={"sales_objective.control": answer()})
    assert "second_need" in Analyses(known).read("sales_objective", "control").flags
    swapped = apply(known, [Edit("needs/capacity/rank", 3), Edit("needs/planning/rank", 1)])
    assert "second_need" not in Analyses(swapped).read("sales_objective", "control").flags

"""What a definition lets be changed: its own entries and no other place of the account."""

from __future__ import annotations

import re

import pytest

from accountkit.errors import InvalidEdit
from accountkit.methods.paths import ID, checked, paths
from accountkit.model import Answer, Edit, Row, apply
from tests.methods import six
from tests.methods.plant import plant


def example(pattern: str, record: str = "it") -> str:
    """A path that a pattern takes."""
    return re.sub(r"\\(.)", r"\1", pattern.replace(ID, record))


@pytest.fixture
def account():
    return plant().model_copy(update={"answers": {"x_changes": Answer(rows={"r1": Row()})}})


def test_a_scorecard_about_a_person_lets_its_ratings_notes_and_the_persons_name_be_written():
    found = [example(one) for one in paths(six.SCORECARD).writable]
    assert found[:2] == [
        "private_answers/x_bond.it/ratings/trust/value",
        "private_answers/x_bond.it/ratings/trust/note",
    ]
    assert "private_answers/x_bond.it/values/remark/value" in found
    assert found[-1] == "stakeholders/it/role_title"


def test_a_register_lets_its_cells_or_the_fields_of_its_records_be_written():
    own = [example(one, "r1") for one in paths(six.REGISTER).writable]
    assert "answers/x_changes/rows/r1/cells/what" in own and not any("late" in one for one in own)
    chain = [example(one) for one in paths(six.CHAIN).writable]
    assert chain == [
        "commitments/it/action",
        "commitments/it/status",
        "commitments/it/due",
        "stakeholders/it/role_title",
    ]
    assert [example(one) for one in paths(six.CHAIN).removable] == ["commitments/it"]


@pytest.mark.parametrize("method", six.SIX, ids=lambda one: one.key)
@pytest.mark.parametrize(
    "path",
    [
        "slug",
        "profile/name",
        "answers/x_other/ratings/trust/value",
        "answers/x_bond.it/ratings/trust/value",
        "private_answers/x_bond.it/ratings/trust/evidence",
        "private_answers/x_bond.it/ratings/unknown/value",
        "private_answers/x_bond.it",
        "answers/x_value/values/gainX1/value",
        "commitments/it/evidence",
        "stakeholders/it/private_note",
        "answers/x_changes/rows/r1/cells/late",
        "answers/x_changes/rows/r1",
    ],
)
def test_no_other_path_is_written(method, path):
    assert paths(method).place(path) is None


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        ("answers/x_changes/rows/r1/cells/on", "2026-02-30", "date"),
        ("answers/x_changes/rows/r1/cells/on", "soon", "date"),
        ("answers/x_changes/rows/r1/cells/on", 0, "date"),
        ("answers/x_changes/rows/r1/cells/on", "20260331", "date"),
        ("answers/x_changes/rows/r1/cells/on", "0001-01-01", "1900"),
        ("answers/x_changes/rows/r1/cells/on", "9999-12-31", "1900"),
        ("answers/x_changes/rows/r1/cells/kind", "other", "choices"),
        ("answers/x_changes/rows/r1/cells/who", "gone", "person"),
        ("answers/x_changes/rows/r1/cells/cost", "many", "number"),
        ("answers/x_changes/rows/r1/cells/weight", 6, "1 to 5"),
        ("answers/x_changes/rows/r1/cells/weight", 0, "1 to 5"),
        ("answers/x_changes/rows/r1/cells/weight", 2.5, "1 to 5"),
        ("answers/x_changes/rows/r1/cells/weight", "4", "1 to 5"),
        ("answers/x_changes/rows/r1/cells/weight", True, "1 to 5"),
        ("answers/x_changes/rows/r1/cells/sure", "yes", "yes nor no"),
        ("answers/x_changes/rows/r1/cells/what", "x" * 20_001, "20000"),
        ("answers/x_changes/rows/gone/cells/what", "x", ""),
    ],
)
def test_what_a_kind_does_not_take_is_refused_with_the_reason(account, path, value, reason):
    with pytest.raises(InvalidEdit) as refused:
        checked(account, six.REGISTER, path, value)
    assert reason in refused.value.reason and refused.value.path == path


def test_a_record_that_was_deleted_gets_no_answer(account):
    with pytest.raises(InvalidEdit, match="deleted"):
        checked(account, six.SCORECARD, "private_answers/x_bond.gone/ratings/trust/value", 3)


def test_what_is_taken_is_stored(account):
    path = "answers/x_changes/rows/r1/cells/on"
    edited = apply(account, [Edit(path, checked(account, six.REGISTER, path, "2026-03-31"))])
    assert edited.answers["x_changes"].rows["r1"].cells["on"] == "2026-03-31"

"""An edit that cannot be says where in the record it is impossible, and what is known there."""

from __future__ import annotations

import pytest

from accountkit.errors import InvalidEdit
from accountkit.model import Edit, Finding, Rating, apply
from accountkit.samples import sample

IMPOSSIBLE = {
    "a field that no finding has": (
        "findings/f1",
        {"statement": "x", "dimension": "zzz"},
        "findings/f1/dimension was not changed, because “dimension” is not a field. Choose one of: statement, ",
    ),
    "a value that is too large": (
        "findings/f1",
        {"statement": "x", "impact": 9},
        "findings/f1/impact cannot be 9: it must be 5 or less.",
    ),
    "deep in an answer": (
        "answers/pest",
        {"ratings": {"growth": {"value": 9}}},
        "answers/pest/ratings/growth/value cannot be 9: it must be 5 or less.",
    ),
    "a field deep in an answer": (
        "answers/pest/ratings/growth",
        {"valu": 4},
        "answers/pest/ratings/growth/valu was not changed, because “valu” is not a field. Choose one of: value, ",
    ),
    "in a list": (
        "findings/f1",
        {"evidence": ["e1", 5]},
        "findings/f1/evidence/1 cannot be 5: text is expected.",
    ),
    "a field of its own": (
        "answers/pest/ratings/growth/value",
        9,
        "answers/pest/ratings/growth/value cannot be 9: it must be 5 or less.",
    ),
    "of several kinds": (
        "answers/pest/values/growth",
        {"value": {"a": 1}},
        "answers/pest/values/growth/value cannot be {'a': 1}: text is expected.",
    ),
    "a record that is a text": ("findings/f1", "x", "findings/f1 cannot be 'x': a record is expected."),
    "below no record that is like it": (
        "problems/%%%/statement",
        "x",
        "problems/%%%/statement was not changed, because problems has no “%%%”. There are: ",
    ),
}


@pytest.mark.parametrize(("path", "value", "said"), IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_what_is_impossible_in_a_record_is_named(path, value, said):
    with pytest.raises(InvalidEdit) as refused:
        apply(sample("walmart"), [Edit(path, value)])
    assert str(refused.value).startswith(said) and refused.value.path == path


@pytest.mark.parametrize(("path", "record"), [("findings/f1", Finding), ("answers/pest/ratings/x", Rating)])
def test_a_field_that_is_not_known_is_told_all_that_are(path, record):
    with pytest.raises(InvalidEdit) as refused:
        apply(sample("walmart"), [Edit(path, {"zzz": 1})])
    assert ", ".join(record.model_fields) in str(refused.value)
    assert refused.value.reason, "the page says it in words of its own"

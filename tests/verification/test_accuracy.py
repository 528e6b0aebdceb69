"""The accuracy table is what its command makes, and tells equal, different, refused and missing apart."""

from __future__ import annotations

import pytest

from benchmarks.accuracy import TABLE, checks, report
from benchmarks.checked import Check


@pytest.fixture(scope="module")
def found() -> list[Check]:
    return checks()


def test_the_committed_table_is_what_the_reader_does_now(found):
    made, kept = report(found).splitlines(), TABLE.read_text(encoding="utf-8").splitlines()
    moved = [f"+ {line}" for line in made if line not in kept] + [
        f"- {line}" for line in kept if line not in made
    ]
    assert not moved, "run python -m benchmarks.accuracy and look at what moved:\n" + "\n".join(moved)


def test_the_references_are_many_and_few_differ(found):
    printed = [check for check in found if check.reference == "printed label"]
    assert len(printed) > 1000 and len({check.line for check in printed}) > 15
    assert sum(check.outcome == "equal" for check in found) / len(found) > 0.98


@pytest.mark.parametrize(
    ("read", "refused", "outcome"),
    [
        (100.0, False, "equal"),
        (100.4, False, "equal"),
        (101.0, False, "different"),
        (101.0, True, "refused"),
        (None, True, "refused"),
        (None, False, "missing"),
    ],
)
def test_each_value_has_one_outcome(read, refused, outcome):
    assert Check("by hand", "revenue", "A", "2024-12-31", 100.0, read, refused).outcome == outcome

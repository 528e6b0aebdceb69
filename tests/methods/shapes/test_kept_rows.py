"""A row that says what stands in its record is worked out once, and again only when that record or what it rests on changed."""

from __future__ import annotations

import random

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.registry import REGISTRY
from accountkit.methods.shapes.register import Register
from accountkit.model import Edit, apply, remove
from accountkit.model.evidence import Evidence
from benchmarks.large import large

BY_RECORD = [one.key for one in REGISTRY.values() if getattr(one, "by_record", False)]


@pytest.fixture
def worked_out(monkeypatch):
    """The ids of the rows that are worked out from now on."""
    ids, work = [], Register.completed
    monkeypatch.setattr(Register, "completed", lambda method, row: ids.append(row.id) or work(method, row))
    return ids


def test_the_registers_of_findings_go_by_their_records():
    assert set(BY_RECORD) >= {"pest", "swot"}


@pytest.mark.parametrize("key", BY_RECORD)
def test_an_edit_works_out_the_row_of_its_record_alone(key, worked_out):
    before = Analyses(large(300, 10))
    one = before.read(key).rows[-1]
    worked_out.clear()
    after = before.after(
        apply(before.account, [Edit(f"{one.path}/impact", 5 - (one.record.impact or 0) % 2)])
    )
    assert after.read(key).rows and worked_out == [one.id]


@pytest.mark.parametrize("key", BY_RECORD)
def test_after_any_edits_the_rows_are_those_of_a_fresh_reading(key):
    choice = random.Random(11)
    analyses = Analyses(large(60, 4))
    for step in range(40):
        with use_language(choice.choice(("en", "zh_CN"))):
            analyses = analyses.after(apply(analyses.account, [_any(choice, analyses.account, step)]))
            found, fresh = analyses.read(key), Analyses(analyses.account).read(key)
            assert found.rows == fresh.rows
            assert (found.score, found.totals, found.flags) == (fresh.score, fresh.totals, fresh.flags)
            assert [one.id for one in found.method.proposed(found)] == [
                one.id for one in fresh.method.proposed(fresh)
            ]


def _any(choice, account, step):
    one = choice.choice(list(account.findings))
    return choice.choice(
        [
            Edit(f"findings/{one}/impact", choice.choice([1, 3, 5, None])),
            Edit(f"findings/{one}/order", choice.randrange(9)),
            Edit(f"findings/{one}/source_framework", choice.choice(["pest", "five_forces"])),
            Edit(f"findings/{one}/evidence", choice.sample(list(account.evidence), 1)),
            Edit(f"findings/new{step}", {"impact": 5, "likelihood": 5, "statement": f"New {step}"}),
            Edit(f"evidence/{choice.choice(list(account.evidence))}/status", "refuted"),
            Edit(f"evidence/e{step}", Evidence(source="A call", grade="B", status="confirmed")),
            Edit("review_date", f"20{choice.randrange(24, 40)}-01-31"),
            remove(f"findings/{one}"),
        ]
    )


def test_what_was_kept_before_an_edit_stays_as_it_was():
    before = Analyses(large(60, 4))
    first = before.read("pest").rows
    later = before.after(apply(before.account, [Edit(f"findings/{first[0].id}/impact", 1)]))
    assert later.read("pest").rows != first
    again = later.after(before.account)
    assert again.read("pest").rows == first

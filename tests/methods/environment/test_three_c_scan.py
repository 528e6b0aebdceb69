"""Blocks and the findings made from them (methods.md, three_c_scan: no example is printed there)."""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.findings import note as finding_note
from accountkit.model import Account, Answer, Edit, Value, apply
from tests.methods.plant import GRADES, plant

KEY = "three_c_scan"
BLOCKS = {
    "market": "Exports grow",
    "customers": "Car makers want parts coated",
    "company": "Delivery was on time two years ago",
}


def account(**blocks: str) -> Account:
    answer = Answer(values={key: Value(value=value, evidence=("said",)) for key, value in blocks.items()})
    return plant().model_copy(update={"answers": {KEY: answer}, "evidence": GRADES})


def offers(known: Account) -> list:
    return list(Analyses(known).assess(KEY).suggestions)


def test_each_filled_block_without_a_finding_is_to_become_one():
    found = Analyses(account(**BLOCKS)).assess(KEY)
    assert (found.rated, found.total) == (3, 4)
    assert found.detail.flags == ("unfound",)
    assert [one.text for one in found.suggestions] == [
        f"Save “{text}” as a finding?" for text in BLOCKS.values()
    ]


def test_a_block_that_was_turned_into_a_finding_points_at_it():
    known = account(customers=BLOCKS["customers"])
    known = apply(known, list(offers(known)[0].edits()))
    found = next(one for one in known.findings.values() if one.source_framework == KEY)
    assert (found.statement, found.affected_party, found.evidence) == (
        BLOCKS["customers"],
        "customers_customer",
        ("said",),
    )
    assert finding_note(found) == "Market and three-C scan · threat"
    reading = Analyses(known).read(KEY)
    assert reading.flags == () and reading.counts["customers"] == 1 and not offers(known)


@pytest.mark.parametrize(("block", "rival"), [("company", ""), ("competitors", "competitors")])
def test_what_is_behind_suggests_a_problem_once_it_is_a_finding(block, rival):
    known = account(**{block: "Slower than it was"})
    for _step in range(2):
        (offer,) = offers(known)
        known = apply(known, list(offer.edits()))
        found = next(key for key, one in known.findings.items() if one.source_framework == KEY)
        known = apply(known, [Edit(f"findings/{found}/evidence", ["heard"])])
    made = next(one for key, one in known.problems.items() if key != "delivery")
    assert (made.statement, made.rival, len(made.finding_ids)) == ("Slower than it was", rival, 1)
    assert made.evidence == ("heard",), "what the finding rests on by now"
    assert not offers(known)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Needs arise from the customer's customers: Car makers want parts coated."),
        ("zh_CN", "需求源于客户的客户：Car makers want parts coated。"),
    ],
)
def test_the_sentence(lang, said):
    known = account(customers=BLOCKS["customers"])
    with use_language(lang):
        found = Analyses(known).assess(KEY)
    assert found.sentence == said and [line.internal for line in found.brief] == [True]

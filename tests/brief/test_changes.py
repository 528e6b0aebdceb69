"""What changed between two states of an account."""

from __future__ import annotations

import pytest

from accountkit.brief import changes, compose
from accountkit.brief.blocks import Bullets
from accountkit.brief.changes import RECORDS
from accountkit.i18n import use_language
from accountkit.model import Account, Document, Edit, apply, remove
from tests.brief.accounts import new_oriental


def told(*edits: Edit) -> dict[str, list[str]]:
    before = new_oriental()
    found: dict[str, list[str]] = {}
    for change in changes(before, apply(before, edits)):
        found.setdefault(change.kind, []).append(change.text)
    return found


def test_nothing_changed():
    assert told() == {}


def test_a_figure_with_its_value_before_and_after():
    assert told(Edit("statements/2023-05-31/figures/revenue/value", 3.1e9))["figure"] == [
        "Revenue, year to 31 May 2023: US$ 3\u202fbn → US$ 3.1\u202fbn."
    ]


def test_a_claim_is_confirmed_when_its_standing_changes():
    found = told(Edit("findings/f3/evidence", ["e3"]))
    assert found == {"confirmed": ["Live-stream sellers sign exclusive hosts"]}


def test_a_claim_is_refuted():
    found = told(Edit("evidence/e3/status", "refuted"))
    assert "Families spend on art, sport and study abroad instead" in found["refuted"]


def test_a_claim_that_lost_its_evidence_is_no_longer_sure():
    assert told(Edit("findings/f2/evidence", []))["reopened"] == [
        "Families spend on art, sport and study abroad instead"
    ]


def test_problems_opened_closed_and_deleted():
    found = told(
        Edit("problems/p1/closed", True),
        remove("problems/p2"),
        Edit("problems/p9", {"statement": "A new one"}),
    )
    assert found["closed"] == [
        "Seats in the learning centres stand empty",
        "One sales channel carries half of the growth (deleted)",
    ]
    assert found["opened"] == ["A new one"]


def test_commitments_by_their_status():
    assert told(Edit("commitments/c1/status", "given"))["commitment"] == [
        "Show us the seat data of three districts: given"
    ]


def test_what_was_deleted_is_told():
    before = new_oriental()
    finding, lever = next(iter(before.findings)), next(iter(before.levers), None)
    edits = [remove(f"findings/{finding}"), remove("commitments/c1")]
    edits += [remove(f"levers/{lever}")] if lever else []
    peer = next(iter(before.peers), None)
    edits += [remove(f"peers/{peer}")] if peer else []
    said = told(*edits)["deleted"]
    assert f"Finding: {before.findings[finding].statement}" in said
    assert "Commitment: Show us the seat data of three districts" in said
    assert len(said) == len(edits) and not any("None" in one for one in said)


CAME = {
    "needs/n9": ({"problem_id": "p1", "statement": "Fill the seats"}, "Business need: Fill the seats"),
    "alternatives/a9": ({"name": "Close two centres"}, "Alternative: Close two centres"),
    "stakeholders/s9": ({"role_title": "Head of sales"}, "Person: Head of sales"),
    "motives/m9": ({"stakeholder_id": "s1"}, "Motive: Head of operations"),
    "opportunities/o9": ({"name": "Second year"}, "Deal: Second year"),
    "plan/a9": ({"action": "Call the owner"}, "Action: Call the owner"),
    "visits/v9": ({"purpose": "Show the pilot"}, "Visit: Show the pilot"),
    "contacts/c9": ({"note": "Asked for a price"}, "Contact: Asked for a price"),
    "doubts/d9": ({"signal": "Too dear"}, "Doubt: Too dear"),
}
"""Records that come and go: what each is, and how it is told."""


@pytest.mark.parametrize("path", CAME)
def test_a_record_that_came_and_one_that_went_are_told(path):
    value, said = CAME[path]
    before = new_oriental()
    after = apply(before, [Edit(path, value)])
    assert [(c.kind, c.text, c.path) for c in changes(before, after)] == [("added", said, path)]
    assert [(c.kind, c.text, c.path) for c in changes(after, before)] == [("deleted", said, path)]


def test_people_motives_and_deals_that_went_are_told_in_chinese():
    with use_language("zh_CN"):
        said = told(remove("stakeholders/s1"), remove("motives/m1"), remove("opportunities/o1"))["deleted"]
    assert said[0] == "关系人：Head of operations" and said[1].startswith("动机：Head of operations · ")
    assert said[2] == "商机：Demand planning for 120 centres"


def test_no_collection_of_records_is_forgotten():
    untold = {
        "statements",
        "interim",
        "pairs",
        "comments",
        "crm",
    }  # told by figure, or not the customer's story
    kept = {name for name, field in Account.model_fields.items() if name not in Document.model_fields}
    collections = {name for name in kept if isinstance(getattr(new_oriental(), name), dict)}
    assert set(RECORDS) == collections - untold


def test_a_profile_that_changed_is_told_by_field():
    said = told(Edit("profile/industry", "Retail"), Edit("profile/next_results", "2026-07-01"))["profile"]
    assert said[0].startswith("Industry: ") and said[0].endswith(" → Retail")
    assert said[1] == "Next results day: – → 1 July 2026"


def test_a_peer_that_came_is_told():
    assert told(Edit("peers/acme", {"name": "Acme"}))["peer"] == ["Acme"]


def test_in_chinese():
    with use_language("zh_CN"):
        assert told(Edit("commitments/c1/status", "done"))["commitment"] == [
            "Show us the seat data of three districts：已完成"
        ]


def test_a_change_too_small_for_rounded_amounts_is_told_to_the_unit():
    revenue = new_oriental().statements["2023-05-31"].figures["revenue"].value
    found = told(Edit("statements/2023-05-31/figures/revenue/value", revenue + 1_000))["figure"]
    assert found == [f"Revenue, year to 31 May 2023: {revenue:,.0f} USD → {revenue + 1_000:,.0f} USD."]


def test_a_customer_is_not_told_that_an_area_was_deleted_when_it_lost_its_evidence():
    before = new_oriental()
    now = apply(before, [Edit("problems/p1/evidence", [])])
    said = [
        item.text
        for block in compose(now, edition="customer", since=before).sections[0].blocks
        if isinstance(block, Bullets) and block.key == "since"
        for item in block.items
    ]
    assert said == ["No changes."]

"""Documents and paths of earlier versions, and the records that version 2 brought."""

from __future__ import annotations

import json

import pytest

from accountkit.errors import InvalidAccount, InvalidEdit
from accountkit.model import (
    Account,
    Edit,
    apply,
    broken_links,
    from_json,
    inverse,
    to_json,
    value_at,
)

VERSION_1 = {
    "slug": "plant",
    "schema_version": 1,
    "objective": {"who": "operations division", "how_much": 900_000},
    "answers": {
        "five_forces": {"ratings": {"growth": {"value": 4}}},
        "personal_needs": {"ratings": {"learning": {"value": 5}}},
    },
}


def test_a_document_of_version_1_becomes_one_of_version_2():
    account = from_json(json.dumps(VERSION_1))
    assert account.schema_version == 2
    assert account.opportunities["o1"].how_much == 900_000
    assert set(account.answers) == {"five_forces"} and set(account.private_answers) == {"personal_needs"}
    assert from_json(to_json(account, with_private=True)) == account


@pytest.mark.parametrize("version", [3, 0, "2", None])
def test_a_version_that_is_not_known_is_refused(version):
    with pytest.raises(InvalidAccount, match="schema"):
        from_json(json.dumps({"slug": "plant", "schema_version": version}))


def test_objective_goes_on_naming_the_first_opportunity():
    """Notebooks and logs of earlier versions say ``objective/who``."""
    edits = [Edit("objective/who", "operations division"), Edit("objective/how_much", 900_000)]
    account = apply(Account(slug="plant"), edits)
    assert account.opportunities["o1"].who == "operations division" == value_at(account, "objective/who")
    assert apply(account, inverse(Account(slug="plant"), edits)) == Account(slug="plant")
    second = apply(account, [Edit("opportunities/o0", {"who": "finance", "order": -1})])
    assert apply(second, [Edit("objective/who", "IT")]).opportunities["o0"].who == "IT"


def test_answers_of_private_methods_are_written_where_they_stay():
    account = apply(Account(slug="plant"), [Edit("answers/empathy_map/notes/hears", "budget is short")])
    assert (
        account.private_answers["empathy_map"].notes == {"hears": "budget is short"} and not account.answers
    )


FULL = [
    Edit(
        "stakeholders/a", {"role_title": "Head of operations", "real_name": "Name of A", "attitude": "for_us"}
    ),
    Edit("stakeholders/b", {"role_title": "General manager"}),
    Edit("opportunities/o1", {"name": "Coating line control", "how_much": 900_000}),
    Edit("visits/v1", {"date": "2026-03-03", "stakeholder_ids": ["a"], "opportunity_id": "o1"}),
    Edit("visits/v1/asks/high/action", "Open line C"),
    Edit(
        "contacts/c1",
        {"date": "2026-02-27", "function": "advance", "stakeholder_ids": ["a"], "visit_id": "v1"},
    ),
    Edit("doubts/d1", {"stakeholder_id": "b", "signal": "need more study", "hidden_worry": "fears blame"}),
    Edit("pairs/p1", {"from_id": "a", "to_id": "b", "tie": "reports_to", "basis": "organisation chart"}),
    Edit("plan/x1", {"action": "Visit the general manager", "due": "2026-03-20", "opportunity_id": "o1"}),
    Edit("private_answers/influence_score.a/ratings/position/value", 4),
    Edit("answers/opportunity_ranking.o1/values/effort", {"value": 60}),
    Edit("answers/funnel_grade.o1/rows/r1", {"cells": {"sign": "supplier choice begun"}}),
]


def test_every_record_is_written_exported_and_taken_back():
    blank = Account(slug="plant")
    account = apply(blank, FULL)
    assert from_json(to_json(account, with_private=True)) == account
    assert not broken_links(account)
    assert apply(account, inverse(blank, FULL)) == blank


def test_nothing_private_is_in_a_shareable_account():
    text = to_json(apply(Account(slug="plant"), FULL))
    for private in ("Name of A", "for_us", "fears blame", "reports_to", "influence_score"):
        assert private not in text
    assert "need more study" in text and "Coating line control" in text


def test_every_private_field_stays():
    """Written out here, so that one which is taken from the list is seen: methods, A3, and notes of a person's own."""
    person = {
        "real_name": "secret name",
        "attitude": "for_us",
        "power_class": "decider",
        "influence": 4,
        "supporter_roles": ["insider"],
        "personal_needs": "secret need",
        "first_concern": "secret concern",
        "feeling": "secret feeling",
        "intention": "secret intention",
        "view": "secret view",
        "private_note": "secret note",
    }
    edits = [
        *(Edit(f"stakeholders/a/{field}", value) for field, value in person.items()),
        Edit("motives/m", {"stakeholder_id": "a", "personal_fit": 4}),
        Edit("doubts/d", {"signal": "asks twice", "hidden_worry": "secret worry"}),
    ]
    full = apply(Account(slug="plant"), [Edit("stakeholders/a", {"role_title": "Buyer"}), *edits])
    assert all(getattr(full.stakeholders["a"], field) for field in person)
    shared = json.loads(to_json(full))
    assert shared["stakeholders"] == {"a": {"role_title": "Buyer"}}
    assert shared["motives"] == {"m": {"stakeholder_id": "a"}}
    assert shared["doubts"] == {"d": {"signal": "asks twice"}}


@pytest.mark.parametrize("gone", ["stakeholders/a", "opportunities/o1", "visits/v1"])
def test_a_record_that_is_gone_shows_as_a_broken_link(gone):
    account = apply(Account(slug="plant"), [*FULL, Edit(gone, remove=True)])
    assert {link.target for link in broken_links(account)} == {gone}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("private_answers/influence_score.a/ratings/position/value", 6),
        ("visits/v1/date", "2026-02-30"),
        ("contacts/c1/function", "gossip"),
        ("pairs/p1/tie", "married"),
        ("visits/v1/asks/highest/action", "x"),
        ("opportunities/o1/how_much", "a lot"),
    ],
)
def test_what_does_not_belong_is_refused_with_its_place(path, value):
    account = apply(Account(slug="plant"), FULL)
    with pytest.raises(InvalidEdit, match=path.split("/")[1]):
        apply(account, [Edit(path, value)])

"""What the samples' claims rest on: each source is what was found, and counts as much as it may."""

from __future__ import annotations

import json

import pytest

from accountkit.model import broken_links, to_json
from accountkit.model.record import as_json
from tests.samples.sourced import TEAM, entries, facts, last_day, together


def lists_of_evidence(value):
    """Every list of evidence ids in a document, with the path where it stands."""
    if isinstance(value, dict):
        for name, item in value.items():
            if name == "evidence" and isinstance(item, list):
                yield item
            elif name == "field_evidence":
                yield from item.values()
            else:
                yield from lists_of_evidence(item)


def test_nothing_is_broken_and_every_claim_names_its_evidence(account):
    assert broken_links(account) == []
    claims = [
        *account.findings.values(),
        *account.problems.values(),
        *account.needs.values(),
        *account.levers.values(),
        *account.stakeholders.values(),
        *account.motives.values(),
        *account.commitments.values(),
        *account.opportunities.values(),
        *account.visits.values(),
        *account.contacts.values(),
        *account.doubts.values(),
        *account.pairs.values(),
        *account.plan.values(),
        *(value for answer in account.answers.values() for value in answer.values.values()),
    ]
    assert all(claim.evidence for claim in claims)
    assert account.objective.evidence


def test_each_source_says_what_was_found_and_counts_as_much_as_it_may(account):
    sources = {key: entry for key, entry in account.evidence.items() if not key.startswith("d-")}
    assert sources == {key: entries()[key] for key in sources}
    assert len(sources) > 30


def test_a_claim_names_every_source_of_its_fact(account):
    known = entries()
    for named in lists_of_evidence(as_json(account)):
        for key in named:
            if key in known:
                assert together(key) <= set(named), named


def test_what_no_source_says_is_an_assumption_of_ours(account):
    ours = {key: entry for key, entry in account.evidence.items() if key.startswith("d-")}
    assert {"d-people", "d-invented"} <= set(ours)
    for key, entry in ours.items():
        assert (entry.grade, entry.status, entry.who) == ("D", "assumed", TEAM), key
        assert entry.source and not entry.confirmed_by, key


def test_no_entry_of_the_ledger_is_unused(account):
    document = json.loads(to_json(account, with_private=True))
    used = {key for named in lists_of_evidence(document) for key in named}
    assert set(document["evidence"]) - used == set()


def test_only_documents_are_confirmed_and_unsure_sources_never(account):
    unsure = {key.lower() for key, fact in facts().items() if fact["confidence"] == "single_unsure"}
    for key, entry in account.evidence.items():
        if entry.status == "confirmed":
            assert entry.grade == "A" and entry.confirmed_by, key
            assert key[:-1] not in unsure, key


@pytest.mark.parametrize(
    ("date", "day"),
    [("2024-02", "2024-02-29"), ("2025", "2025-12-31"), ("2021-07-24", "2021-07-24"), (None, "None")],
)
def test_a_source_dated_to_the_month_or_year_counts_from_its_last_day(date, day):
    assert str(last_day(date)) == day

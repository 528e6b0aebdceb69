"""One order of problems: value × acknowledgement × evidence, said in a sentence."""

from __future__ import annotations

import datetime as dt

from accountkit.methods.analyses import Analyses
from accountkit.methods.problems.reading import largest_problem, problems
from accountkit.methods.problems.sentences import why_first
from accountkit.model import Account, Evidence, Problem
from accountkit.samples import sample


def account(**found: tuple[float | None, str, str]) -> Account:
    """Problems by id: what each is worth, whether it is acknowledged, and the status of its evidence."""
    return Account(
        slug="order",
        currency="USD",
        evidence={
            status: Evidence(source=status, grade="A", date=dt.date(2026, 1, 1), status=status)
            for status in ("confirmed", "assumed")
        },
        problems={
            key: Problem(
                statement=key,
                metric="Loss",
                unit="m",
                current=1,
                expected=0,
                worth=worth,
                admitted=admitted,
                evidence=(status,),
            )
            for key, (worth, admitted, status) in found.items()
        },
    )


def order(of: Account) -> list[str]:
    return [entry.id for entry in problems(Analyses(of)).entries]


def test_an_unacknowledged_problem_counts_a_tenth():
    assert order(account(large=(9e6, "no", "confirmed"), small=(1e6, "yes", "confirmed"))) == [
        "small",
        "large",
    ]
    assert order(account(large=(11e6, "no", "confirmed"), small=(1e6, "yes", "confirmed"))) == [
        "large",
        "small",
    ]


def test_an_assumed_problem_counts_half():
    assert order(account(a=(3e6, "yes", "assumed"), b=(1.6e6, "yes", "confirmed"))) == ["b", "a"]
    assert order(account(a=(3e6, "yes", "assumed"), b=(1.4e6, "yes", "confirmed"))) == ["a", "b"]


def test_without_money_acknowledgement_and_evidence_decide():
    found = account(
        a=(None, "no", "confirmed"),
        b=(None, "yes", "assumed"),
        c=(None, "yes", "confirmed"),
        d=(1.0, "no", "assumed"),
    )
    assert order(found) == ["d", "c", "b", "a"], "what has a value comes before what has none"


def test_the_first_of_the_register_is_the_largest_problem():
    for slug, first in (("walmart", "p-claims"), ("new-oriental", "p-margin")):
        entries = problems(Analyses(sample(slug))).entries
        assert largest_problem(entries[::-1]) is entries[0] and entries[0].id == first, entries[0].id


def test_the_reason_names_what_outweighs_the_first_problem_in_money_alone():
    found = account(large=(9e6, "no", "assumed"), small=(1e6, "yes", "confirmed"))
    said = why_first(found, problems(Analyses(found)).entries).replace("\u202f", " ")
    assert said == (
        "First by value × acknowledgement × evidence: US$ 1 m a year, acknowledged, confirmed."
        " “large” has more value (US$ 9 m a year) but is not acknowledged and assumed."
    )
    assert why_first(account(), ()) == ""

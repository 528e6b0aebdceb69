"""What rows of a CRM say of one another, read a second time: taken, kept and said, or taken over."""

from __future__ import annotations

import pytest

from accountkit.crm.joining import join
from accountkit.crm.reading import read
from accountkit.crm.writing import write
from accountkit.errors import StatementError
from accountkit.model import Account, Edit, apply, new_id, remove

FILES = {
    "accounts": "Id,Name,ParentId\n001,Acme,{acme}\n002,Bolt,\n004,Crown,\n",
    "contacts": (
        "Id,AccountId,FirstName,LastName,Title,ReportsToId\n"
        "003a,001,Ann,Ash,CFO,{ann}\n003b,001,Bob,Birch,Manager,{bob}\n003c,001,Cy,Cole,COO,{cy}\n"
    ),
    "opportunities": "Id,Name,AccountId,StageName\n006a,Lamps,001,Prospecting\n006b,Pumps,001,Prospecting\n",
    "activities": "Id,Subject,Status,AccountId,WhatId,WhoId\n00Ta,Call,Completed,001,{what},{who}\n",
}
FIRST = {"acme": "002", "ann": "", "bob": "003a", "cy": "", "what": "006a", "who": "003a"}


def files(**cells):
    return [
        read(text.format(**FIRST | cells).encode(), "salesforce", f"{name}.csv")
        for name, text in FILES.items()
    ]


def taken(accounts=None, *, overwrite=False, **cells):
    return join(accounts or {}, files(**cells), overwrite=overwrite)


def ties(account: Account) -> dict[str, str]:
    """Who reports to whom, by first name."""
    called = {key: one.real_name.split()[0] for key, one in account.stakeholders.items()}
    return {
        called[one.from_id]: called[one.to_id] for one in account.pairs.values() if one.tie == "reports_to"
    }


def meeting(account: Account) -> tuple[str, list[str]]:
    (call,) = account.contacts.values()
    return (
        account.opportunities[call.opportunity_id].name,
        [account.stakeholders[key].real_name for key in call.stakeholder_ids],
    )


@pytest.mark.parametrize("overwrite", [False, True])
def test_what_has_changed_in_the_crm_alone_is_taken(overwrite):
    first = taken().accounts
    again = taken(first, overwrite=overwrite, acme="004", bob="003c", what="006b", who="003c")
    acme = again.accounts["acme"]
    assert acme.profile.parent == "crown" and ties(acme) == {"Bob": "Cy"}
    assert meeting(acme) == ("Pumps", ["Cy Cole"])
    said = [(one.what, one.before, one.after) for one in again.changes]
    assert ("changed", "bolt", "crown") in said and ("changed", "Ann Ash", "Cy Cole") in said
    assert ("changed", "Lamps", "Pumps") in said and len(said) == 4
    assert "003b,acme/" in write([acme], "salesforce").files["contacts"]
    assert taken(again.accounts, acme="004", bob="003c", what="006b", who="003c").edits == {}


def moved(accounts):
    """The same account after somebody here has changed what the CRM said of others."""
    acme = accounts["acme"]
    cy = next(key for key, one in acme.stakeholders.items() if one.real_name == "Cy Cole")
    pumps = next(key for key, one in acme.opportunities.items() if one.name == "Pumps")
    (pair,), (call,) = acme.pairs, acme.contacts
    edits = [
        Edit("profile/parent", ""),
        Edit("profile/parent", "elsewhere"),
        Edit(f"pairs/{pair}/to_id", cy),
        Edit(f"contacts/{call}/opportunity_id", pumps),
        Edit(f"contacts/{call}/stakeholder_ids", [cy]),
    ]
    return {**accounts, "acme": apply(acme, edits)}


def test_what_was_changed_here_alone_stays_without_a_word():
    ours = moved(taken().accounts)
    assert taken(ours).edits == {}


def test_what_has_changed_on_both_sides_is_kept_and_said_until_it_is_settled():
    ours = moved(taken().accounts)
    there = {"acme": "004", "bob": "003b", "what": "006a", "who": "003b"} | {"bob": "003c"}
    ours = {
        **ours,
        "acme": apply(ours["acme"], [remove(f"pairs/{next(iter(ours['acme'].pairs))}"), *_bob_ann(ours)]),
    }
    kept = taken(ours, **there)
    for _again in range(2):
        acme = kept.accounts["acme"]
        assert acme.profile.parent == "elsewhere" and meeting(acme) == ("Pumps", ["Cy Cole"])
        said = {(one.what, str(one.before), str(one.after)) for one in kept.changes}
        assert ("kept", "elsewhere", "crown") in said
        kept = taken(kept.accounts, **there)
    asked = taken(ours, overwrite=True, **there).accounts["acme"]
    assert asked.profile.parent == "crown" and ties(asked) == {"Bob": "Cy"}
    assert meeting(asked)[1] == ["Bob Birch"]


def _bob_ann(accounts):
    acme = accounts["acme"]
    ann, bob = (
        next(key for key, one in acme.stakeholders.items() if one.real_name.startswith(name))
        for name in ("Ann", "Bob")
    )
    return [Edit(f"pairs/{new_id()}", {"from_id": bob, "to_id": ann, "tie": "reports_to"})]


def test_a_line_of_reporting_that_was_turned_round_is_kept_and_said():
    first = taken().accounts
    kept = taken(first, ann="003b", bob="")
    assert ties(kept.accounts["acme"]) == {"Bob": "Ann"}
    (said,) = kept.changes
    assert (said.what, said.before, said.after) == ("kept", None, "Bob Birch")
    assert [one.what for one in taken(kept.accounts, ann="003b", bob="").changes] == ["kept"]


def test_a_line_of_reporting_that_was_turned_round_is_taken_if_asked_for():
    first = taken().accounts
    done = taken(first, overwrite=True, ann="003b", bob="")
    assert ties(done.accounts["acme"]) == {"Ann": "Bob"}
    assert {(one.what, one.before, one.after) for one in done.changes} == {
        ("changed", "Ann Ash", None),
        ("new", None, "Bob Birch"),
    }
    assert taken(done.accounts, overwrite=True, ann="003b", bob="").edits == {}


def test_rows_that_only_together_make_sense_are_taken_in_any_order():
    first = taken(bob="003a", cy="003b").accounts
    again = taken(first, ann="003b", bob="003c", cy="", overwrite=True)
    assert ties(again.accounts["acme"]) == {"Ann": "Bob", "Bob": "Cy"}
    swapped = taken(taken().accounts, ann="003b", bob="003c")
    assert ties(swapped.accounts["acme"]) == {"Ann": "Bob", "Bob": "Cy"}


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_file_in_which_somebody_reports_to_themselves_names_the_column_and_the_person(overwrite):
    with pytest.raises(StatementError) as error:
        taken(overwrite=overwrite, ann="003b", bob="003a")
    first, *_rest = str(error.value).splitlines()
    assert "contacts.csv, row 2, column ReportsToId: “003b”" in first and "Ann Ash" in first
    assert "pairs/" not in str(error.value) and "managername" not in str(error.value)


def test_who_was_deleted_here_is_nobodys_manager():
    first = taken().accounts
    acme = first["acme"]
    ann = next(key for key, one in acme.stakeholders.items() if one.real_name == "Ann Ash")
    (pair,) = acme.pairs
    (call,) = acme.contacts
    acme = apply(
        acme,
        [remove(f"pairs/{pair}"), remove(f"contacts/{call}/stakeholder_ids"), remove(f"stakeholders/{ann}")],
    )
    again = taken({**first, "acme": acme})
    assert ties(again.accounts["acme"]) == {} and [one.what for one in again.changes] == ["gone"]

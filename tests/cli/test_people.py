"""People at the command line."""

from __future__ import annotations

import re

import pytest


def test_people_are_invited_given_roles_and_revoked(accountkit):
    assert "No one has been invited yet" in accountkit("people").output
    invited = accountkit("people", "invite", "Ann Lee", "--email", "ann@example.com", "--administrator")
    assert re.search(r"^http://localhost:8866/invitation/[\w-]{40,}$", invited.stdout, re.MULTILINE)
    assert "is assumed" in invited.stderr and "--server" in invited.stderr
    at_home = accountkit("people", "invite", "Ann Lee", "--server", "https://accounts.example")
    assert (
        at_home.stdout.startswith("https://accounts.example/invitation/") and "assumed" not in at_home.stderr
    )
    accountkit("people", "invite", "ANN@example.com")
    assert "ANN@" not in accountkit("people").output, "an address is the same in any letters"
    accountkit("people", "invite", "Bob", "editor", "--account", "walmart")
    accountkit("people", "role", "Bob", "reader", "--practice")
    shown = accountkit("people").output
    assert "administrator" in shown and "walmart: editor" in shown and "our own data: reader" in shown
    accountkit("people", "role", "Bob", "none", "--account", "walmart")
    accountkit("people", "role", "ann@example.com", "none")
    assert not re.search("walmart|administrator", accountkit("people", "list").output)
    accountkit("people", "revoke", "Bob")
    assert "revoked" in accountkit("people").output
    accountkit("people", "invite", "Bob")
    assert "revoked" not in accountkit("people").output, "who is invited again is back, without the old roles"


def test_sign_ins_are_listed_and_ended(accountkit, tmp_path):
    from accountkit.store import open_store

    link = accountkit("people", "invite", "Ann").stdout
    store = open_store(str(tmp_path / "accounts.sqlite"))
    _ann, secret = store.people.accept(link.strip().rpartition("/")[2], "Firefox")
    shown = accountkit("people", "sessions", "Ann").output
    assert "Firefox" in shown
    accountkit("people", "sessions", "--end", re.search(r"[0-9a-f]{16}", shown)[0])
    assert store.sign_ins.person_of(secret) is None
    store.close()


def test_what_is_missing_or_unknown_is_said(accountkit):
    for words, said in (
        (("fly",), "sessions"),
        (("invite",), "Enter a name"),
        (("role", "Nobody", "owner"), "No one is named"),
        (("sessions", "--end", "x"), "No sign-in has the number"),
    ):
        assert said in accountkit("people", *words, code=2).output
    accountkit("people", "invite", "Ann")
    assert "--account" in accountkit("people", "role", "Ann", "owner", code=2).output
    assert (
        "No account is named" in accountkit("people", "role", "Ann", "owner", "--account", "x", code=2).output
    )


@pytest.mark.parametrize(
    "more", [["emperor"], ["reader"], ["reader", "--account", "nosuch"]], ids=["role", "place", "account"]
)
def test_who_cannot_be_given_a_role_is_not_invited_either(accountkit, more):
    accountkit("people", "invite", "eve", *more, code=2)
    assert "eve" not in accountkit("people").stdout


@pytest.mark.parametrize(
    "words, said",
    [
        (("role", "Ann", "administrator", "--account", "walmart"), "all accounts"),
        (("role", "Ann", "administrator", "--practice"), "all accounts"),
        (("invite", "Ann", "administrator", "--practice"), "all accounts"),
        (("role", "Ann", "owner", "--account", "walmart", "--practice"), "one of the two"),
        (("invite", "Eve", "--server", "notaurl"), "notaurl"),
        (("invite", "Eve", "--server", "ftp://a.example"), "https://accounts.example"),
        (("invite", "Eve", "--email", "notmail"), "notmail"),
        (("invite", "Eve", "--email", "BEN@example.com"), "that of Ben"),
        (("invite", "Ann", "--email", "ben@example.com"), "that of Ben"),
    ],
)
def test_what_cannot_be_meant_gives_no_role_and_no_link(accountkit, words, said):
    accountkit("people", "invite", "Ann")
    accountkit("people", "invite", "Ben", "--email", "ben@example.com")
    before = accountkit("people").stdout
    refused = accountkit("people", *words, code=2)
    assert said in refused.stderr and "invitation/" not in refused.stdout
    assert accountkit("people").stdout == before


def test_an_address_is_kept_for_who_is_known_and_the_place_of_a_role_is_named(accountkit):
    accountkit("people", "invite", "Ann")
    accountkit("people", "invite", "Ann", "--email", "ann@x.org")
    assert "ann@x.org" in accountkit("people").stdout
    assert (
        "Ann, walmart: owner" in accountkit("people", "role", "Ann", "owner", "--account", "walmart").stderr
    )
    assert "Ann, our own data: none" in accountkit("people", "role", "Ann", "none", "--practice").stderr
    assert "all accounts" in accountkit("people", "role", "Ann", "administrator").stderr


def test_a_sign_in_is_ended_among_sign_ins_alone(accountkit):
    assert "accountkit people sessions" in accountkit("people", "--end", "9", code=2).stderr

"""People, their roles and sign-ins, and what the store lets each of them do."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from sqlalchemy import text

from accountkit.errors import AccountExists, AccountNotFound, Forbidden, InvalidEdit
from accountkit.model import Account, Edit, Practice
from accountkit.store import PRACTICE
from accountkit.store.personal import PersonalStore
from accountkit.store.rights import MAY, ROLE_NAMES, may
from accountkit.store.sign_ins import SignIn

SOON = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)


@pytest.fixture
def team(store, account):
    """One account, and a person of each role on it; ``boss`` is an administrator, ``guest`` has no role."""
    store.create(account, by="the seller")
    store.create(Account(slug="secret"), by="the seller")
    found = {"boss": store.people.add("boss", administrator=True), "guest": store.people.add("guest")}
    for role in ROLE_NAMES:
        found[role] = store.people.add(role)
        store.people.give(found[role], "walmart", role)
    return {name: PersonalStore(store, person.id) for name, person in found.items()}


def outcome(work):
    try:
        work()
    except (Forbidden, AccountNotFound) as error:
        return error.code
    return "done"


SEES = {
    "boss": "done",
    "owner": "done",
    "editor": "done",
    "commenter": "forbidden",
    "reader": "forbidden",
    "guest": "account_not_found",
}


@pytest.mark.parametrize("name", SEES)
def test_what_each_role_may_do_with_a_document(team, name):
    one = team[name]
    deeds = {
        "load": lambda: one.load("walmart"),
        "revision": lambda: one.revision("walmart"),
        "history": lambda: one.history("walmart"),
        "at": lambda: one.at("walmart", 1),
        "edit": lambda: one.apply("walmart", [Edit("findings/f1/impact", 2)], by=name),
        "undo": lambda: one.undo("walmart", by=name),
        "replace": lambda: one.replace(Account(slug="walmart"), by=name),
        "links": lambda: one.links("walmart"),
        "link": lambda: one.create_link("walmart", by=name, expires=SOON),
    }
    for deed, work in deeds.items():
        assert outcome(work) == SEES[name], deed
    removed = "forbidden" if name == "editor" else SEES[name]
    assert outcome(lambda: one.delete("walmart")) == removed


def test_who_may_only_read_gets_what_is_not_private(team, store):
    store.apply("walmart", [Edit("private_answers/coaching", {"notes": {"a": "likes golf"}})], by="x")
    for name in ("reader", "commenter"):
        assert "golf" not in team[name].shared("walmart").document.model_dump_json()
    with pytest.raises(AccountNotFound):
        team["guest"].shared("walmart")


def test_lists_name_what_one_may_see(team):
    def names(one):
        return {stored.slug for stored in one.accounts()}, {line.slug for line in one.lines().lines}

    assert names(team["boss"]) == ({"walmart", "secret"}, {"walmart", "secret"})
    assert names(team["editor"]) == ({"walmart"}, {"walmart"})
    assert names(team["reader"]) == (set(), set()), "lists beside an account are for who edits one"
    assert names(team["reader"].listing) == ({"walmart"}, {"walmart"})
    assert names(team["guest"].listing) == (set(), set())
    assert team["guest"].slugs("") == {"walmart", "secret"}


def test_a_new_account_is_its_makers_own(team):
    team["editor"].create(Account(slug="new"), by="editor")
    assert team["editor"].role("new") == "owner"
    assert outcome(lambda: team["owner"].load("new")) == "account_not_found"
    for name in ("reader", "commenter", "guest"):
        assert outcome(lambda name=name: team[name].create(Account(slug="mine"), by=name)) == "forbidden"


def test_our_own_side_is_whole_for_who_edits_it_and_without_what_is_private_beside_an_account(team, store):
    private = Edit("private_answers/coaching", {"notes": {"a": "slow"}})
    store.practices.apply(PRACTICE, [Edit("segments/s1", {"name": "Metal"}), private], by="x")
    assert team["boss"].practice().private_answers
    seen = team["editor"].practice()
    assert seen.segments and not seen.private_answers
    for name in ("reader", "commenter", "guest"):
        assert outcome(team[name].practice) == "forbidden"
    change = [Edit("segments/s2", {"name": "Wood"})]
    assert outcome(lambda: team["editor"].practices.apply(PRACTICE, change, by="editor")) == "forbidden"
    assert outcome(lambda: team["editor"].practices.history(PRACTICE)) == "forbidden"
    store.people.give(store.people.find("editor"), PRACTICE, "editor")
    assert isinstance(team["editor"].practices.apply(PRACTICE, change, by="editor").document, Practice)


def test_links_are_revoked_by_who_edits_their_account_and_calendars_by_their_maker(team, store):
    _secret, link = store.create_link("walmart", by="x", expires=SOON)
    _secret, calendar = team["editor"].create_calendar("", by="editor", expires=SOON)
    assert outcome(lambda: team["reader"].revoke_link(link.id)) == "forbidden"
    assert outcome(lambda: team["guest"].revoke_link(link.id)) == "account_not_found"
    assert not team["owner"].revoke_link(calendar.id)
    assert team["owner"].revoke_link(link.id)
    assert team["editor"].revoke_link(calendar.id)


def test_a_role_that_is_taken_and_a_person_that_is_revoked_lose_it_at_once(team, store):
    editor, owner = store.people.find("editor"), store.people.find("owner")
    store.people.give(editor, "walmart", "")
    assert outcome(lambda: team["editor"].load("walmart")) == "account_not_found"
    secret = store.sign_ins.begin(owner.id, "Firefox")
    invitation = store.people.invite(owner, "boss")
    store.people.revoke(owner)
    assert outcome(lambda: team["owner"].load("walmart")) == "account_not_found"
    assert store.sign_ins.person_of(secret) is None
    with pytest.raises(Forbidden):
        store.people.accept(invitation, "")
    store.people.revoke(store.people.find("boss"))
    assert outcome(lambda: team["boss"].load("walmart")) == "account_not_found"
    assert not team["boss"].is_administrator() and store.people.is_empty()


def test_an_invitation_lets_in_once_and_for_a_while(store):
    ann = store.people.add("Ann Lee")
    secret = store.people.invite(ann, "boss")
    assert store.people.invited(secret).name == "Ann Lee", "to look at it does not use it up"
    person, cookie = store.people.accept(secret, "Firefox")
    assert person.name == "Ann Lee" and store.sign_ins.person_of(cookie) == (ann.id, "Ann Lee")
    for used in (secret, "x" * 43, store.people.invite(ann, "boss", dt.timedelta(0))):
        with pytest.raises(Forbidden, match="was used or has expired"):
            store.people.accept(used, "")


def test_no_secret_stands_in_the_database(store):
    ann = store.people.add("Ann Lee")
    invitation, cookie = store.people.invite(ann, "boss"), store.sign_ins.begin(ann.id, "Firefox")
    with store._database.reading() as connection:
        held = [
            str(row)
            for table in ("people", "roles", "sign_ins", "invitations")
            for row in connection.execute(text(f"SELECT * FROM {table}"))
        ]
    assert not any(secret in row for row in held for secret in (invitation, cookie))
    assert any(hashlib.sha256(cookie.encode()).hexdigest() in row for row in held)


def test_a_sign_in_ends_by_signing_out_by_its_owner_and_by_not_being_used(store):
    ann, bob = store.people.add("Ann"), store.people.add("Bob")
    first, second = store.sign_ins.begin(ann.id, "Firefox"), store.sign_ins.begin(ann.id, "Safari")
    assert {one.agent for one in store.sign_ins.all(ann.id)} == {"Firefox", "Safari"}
    store.sign_ins.sign_out(first)
    assert store.sign_ins.person_of(first) is None
    (left,) = store.sign_ins.all(ann.id)
    assert not store.sign_ins.end(left.id, bob.id), "nobody ends what is another's"
    assert store.sign_ins.end(left.id, ann.id) and store.sign_ins.person_of(second) is None
    third = store.sign_ins.begin(ann.id, "Edge")
    store.sign_ins.idle = dt.timedelta(0)
    assert store.sign_ins.person_of(third) is None and not store.sign_ins.all()


def test_the_first_administrator_says_their_name(store):
    first = store.people.first()
    early, late = store.people.invite(first, ""), store.people.invite(store.people.first(), "")
    assert store.people.is_empty() and store.people.all() == [] and store.people.invited(late).name == ""
    store.people.add("Ann Lee")
    for name in ("", "ann lee"):
        with pytest.raises(InvalidEdit, match=r"empty|is taken"):
            store.people.accept(late, "Firefox", name)
    person, secret = store.people.accept(late, "Firefox", " Bo \n Lee ")
    assert person.name == "Bo Lee" and person.administrator and not store.people.is_empty()
    assert store.sign_ins.person_of(secret) == (first.id, "Bo Lee")
    with pytest.raises(Forbidden):
        store.people.accept(early, "Firefox", "Somebody Else")
    assert store.people.first().id != first.id


def test_the_slug_of_an_account_that_one_may_not_see_is_not_told(team, store, account):
    """The same answer as if the name were free."""
    ben = store.people.add("Ben")
    store.people.give(ben, PRACTICE, "editor")
    theirs = PersonalStore(store, ben.id)
    made = theirs.create(account, by="Ben").account
    assert made.slug == f"{account.slug}-2" and theirs.role(made.slug) == "owner"
    with pytest.raises(AccountExists):  # of one's own it is said
        theirs.create(made, by="Ben")
    assert store.load(account.slug).profile == account.profile


def test_a_name_stands_for_one_person_for_good(store):
    store.people.add("Ann Lee")
    for taken in ("Ann Lee", "ann lee", "  Ann \n Lee "):
        with pytest.raises(InvalidEdit, match="is taken"):
            store.people.add(taken)
    with pytest.raises(InvalidEdit, match="empty"):
        store.people.add(" \u200b ")
    store.people.revoke(store.people.find("Ann Lee"))
    with pytest.raises(InvalidEdit, match="is taken"):
        store.people.add("Ann Lee")
    assert store.people.verified("oidc:1", "Ann Lee").name == "Ann Lee 2"


def test_who_was_verified_is_the_same_person_again(store):
    invited = store.people.add("Ann Lee", "Ann@Example.com", administrator=True)
    assert store.people.verified("oidc:1", "A. Lee", "ann@example.com").id == invited.id
    assert store.people.verified("oidc:1", "other", "other@example.com").id == invited.id
    stranger = store.people.verified("oidc:2", "A. Lee", "ann@example.com")
    assert stranger.id != invited.id and not stranger.administrator, "an address is taken up once"
    store.people.revoke(store.people.find(invited.id))
    with pytest.raises(Forbidden, match="revoked"):
        store.people.verified("oidc:1", "A. Lee", "ann@example.com")


def test_a_role_that_is_none_allows_nothing():
    assert not any(may(role, deed) for role in ("", "root", "Owner") for deed in MAY["owner"])
    assert not may("owner", "fly")


def test_only_known_roles_on_known_accounts_are_given(store):
    with pytest.raises(InvalidEdit, match="is not a role"):
        store.people.give(store.people.add("Ann"), PRACTICE, "king")
    with pytest.raises(AccountNotFound):
        store.people.give(store.people.find("Ann"), "nothing", "owner")


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36", "Chrome on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0 Safari/537.36 Edg/128.0", "Edge on Windows"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15", "Safari on macOS"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/128.0 Mobile/15E148 Safari/604.1", "Chrome on iPhone"),
        ("Mozilla/5.0 (Android 14; Mobile; rv:129.0) Gecko/129.0 Firefox/129.0", "Firefox on Android"),
        ("curl/8.9.1", "curl/8.9.1"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_browser_is_named_in_words(agent, words):
    day = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    assert SignIn("1", "p", "Ann", agent, day, day).browser == words

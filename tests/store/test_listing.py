"""Accounts a page at a time: what is found, in which order, and that no document is read for it."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from accountkit.model import Account, Edit, Profile, apply
from accountkit.samples import load_into
from accountkit.store import Wanted, open_store
from accountkit.store.documents import Documents
from accountkit.store.personal import PersonalStore


def put(store, slug: str, parent: str = "", name: str = "", *edits: Edit) -> None:
    account = Account(slug=slug, profile=Profile(name=name or slug, parent=parent))
    store.create(apply(account, edits), by="ann")


def slugs(store, **wanted) -> list[str]:
    return [entry.stored.slug for entry in store.page(Wanted(**wanted)).entries]


@pytest.fixture
def unread(monkeypatch):
    """From then on, whatever opens a document fails the test."""
    return lambda: monkeypatch.setattr(Documents, "at", lambda *_: pytest.fail("a document was opened"))


def test_a_page_is_cut_in_the_database_and_opens_no_document(store, url, unread):
    for n in range(7):
        put(store, f"a{n}")
    newer = open_store(url)
    unread()
    pages = [newer.page(Wanted(size=3, page=n)) for n in (1, 2, 3, 99)]
    assert [[one.stored.slug for one in page.entries] for page in pages] == [
        ["a6", "a5", "a4"],
        ["a3", "a2", "a1"],
        ["a0"],
        ["a0"],
    ]
    assert [(page.page, page.pages, page.found, page.all) for page in pages][2:] == [(3, 3, 7, 7)] * 2
    assert pages[0].entries[0].line.name == "a6"
    newer.close()


def test_accounts_are_found_by_name_problem_and_person_in_either_language(store):
    put(
        store,
        "acme",
        "",
        "Acme Ürün",
        Edit("profile/name_zh", "极点公司"),
        Edit("problems/p1", {"statement": "Stock turns too slowly"}),
        Edit("stakeholders/s1", {"role_title": "Head of logistics", "real_name": "Jo Doe"}),
        Edit("wording", {"zh_CN": {"Stock turns too slowly": "存货周转太慢"}}),
    )
    put(store, "other", "", "100% Other_Co")
    for search in ("acme", "ACME ürün", "极点", "turns slowly", "存货", "logistics", "Stock acme"):
        assert slugs(store, search=search) == ["acme"], search
    assert slugs(store, search="acme nothing") == [] and slugs(store, search="_d%") == []
    assert slugs(store, search="100%") == slugs(store, search="r_c") == ["other"]
    hit = store.page(Wanted(search="acme turns")).entries[0]
    assert hit.found == "Stock turns too slowly"
    in_chinese = store.page(Wanted(search="acme turns", lang="zh_CN")).entries[0]
    assert in_chinese.found == "存货周转太慢", "in the reader's language, whatever the word was"
    assert slugs(store, search="jo doe") == []  # a real name is private
    store.apply("acme", [Edit("problems/p1/statement", "Margins fall")], by="ann")
    assert slugs(store, search="turns") == [] and slugs(store, search="margins") == ["acme"]
    store.undo("acme", by="ann")
    assert slugs(store, search="turns") == ["acme"]
    store.delete("acme")
    assert slugs(store, search="turns") == [] and store.page(Wanted()).all == 1


def test_accounts_are_sorted_by_name_return_and_what_is_due(store):
    load_into(store)
    put(store, "blank", "", "Zeta")
    store.apply("blank", [Edit("commitments/c1", {"action": "Call", "due": "2001-01-01"})], by="ann")
    assert slugs(store, sort="name") == ["new-oriental", "walmart", "blank"]
    # 新东方 comes behind 沃尔玛 by the code of its first character, and both behind a Latin name
    assert slugs(store, sort="name", lang="zh_CN") == ["blank", "new-oriental", "walmart"]
    assert slugs(store, sort="return") == ["walmart", "new-oriental", "blank"]
    assert slugs(store, sort="due")[0] == "blank"
    assert slugs(store)[0] == "blank"


def test_companies_of_a_group_stand_below_it_as_many_as_a_page_shows(store):
    put(store, "top")
    for slug, parent in (("b", "top"), ("c", "top"), ("d", "b"), ("e", "b"), ("lost", "nobody")):
        put(store, slug, parent)
    page = store.page(Wanted(size=1, page=2, companies=3))
    assert [(one.stored.slug, one.depth, one.unshown) for one in page.entries] == [
        ("top", 0, 0),
        ("c", 1, 0),
        ("b", 1, 1),
        ("e", 2, 0),
    ]
    assert (page.pages, page.found) == (2, 6)
    assert slugs(store, size=1) == ["lost"]  # its parent is not there
    assert slugs(store, below="b") == ["e", "d"] and store.page(Wanted(below="b")).found == 2
    assert slugs(store, search="top") == ["top"]  # a search finds each by itself


def test_a_person_finds_the_accounts_with_a_role_of_theirs_as_if_there_were_no_others(store):
    for slug, parent in (("top", ""), ("mine", "top"), ("below", "mine"), ("other", "mine"), ("foreign", "")):
        put(store, slug, parent)
    person = store.people.add("Bea")
    for slug, role in (("mine", "editor"), ("below", "reader")):
        store.people.give(person, slug, role)
    edited = PersonalStore(store, person.id)
    assert slugs(edited) == ["mine"] and slugs(edited, search="top") == []
    page = edited.listing.page(Wanted())
    assert [(one.stored.slug, one.depth, one.unshown) for one in page.entries] == [
        ("mine", 0, 0),
        ("below", 1, 0),
    ]
    assert (page.pages, page.found, page.all) == (1, 2, 2)
    assert slugs(edited.listing, below="top") == ["mine", "below"] and slugs(
        edited.listing, below="mine"
    ) == ["below"]
    assert slugs(edited.listing, search="o") == ["below"]


def test_lines_of_an_earlier_version_are_made_for_what_is_shown_and_then_for_the_rest(store, url, unread):
    for n in range(5):
        put(store, f"a{n}", "", f"Name {n}")
    with store._database.writing() as connection:
        connection.execute(text("UPDATE listed SET words = lower(name), said = name"))
        connection.execute(text("UPDATE lines SET form = 0, line = '{\"never\": 1}'"))
        connection.execute(
            text(
                "UPDATE snapshots SET document = '{' WHERE account_id = (SELECT min(id) FROM accounts WHERE id > 0)"
            )
        )
    store.close()
    newer = open_store(url)
    assert slugs(newer, search="NAME 3") == ["a3"]  # by its name, before its words are known
    page = newer.page(Wanted())
    assert [one.stored.slug for one in page.entries if one.damage] == ["a0"]
    after, seen = 0, 0
    while (after := newer.catch_up(after, most=1)) is not None:
        seen += 1
    assert seen == 1  # the damaged one, which has no line and keeps nobody waiting
    unread()
    assert len(newer.page(Wanted(search="name", size=4)).entries) == 4
    newer.close()


def test_the_state_of_all_accounts_differs_after_any_change(store):
    states = [store.state()]
    changes = (
        lambda: put(store, "a"),
        lambda: store.apply("a", [Edit("profile/owner", "Ann")], by="ann"),
        lambda: store.delete("a"),
        lambda: put(store, "a"),
    )
    for change in changes:
        change()
        states.append(store.state())
    assert states[3] == states[0] and len(set(states)) == 4  # without the account it is as before

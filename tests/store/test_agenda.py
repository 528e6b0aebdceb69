"""What the week reads of all accounts, and the pages of people, in both databases."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit.methods.portfolio.line import line_of
from accountkit.model import Account, Commitment, Edit, PlanAction, Profile
from accountkit.store import lines
from accountkit.store.agenda import ASKED, Sought, values
from accountkit.store.people_found import A_PAGE
from accountkit.store.personal import PersonalStore
from accountkit.store.schema import AGENDA

DAY = dt.date(2026, 5, 11)


@pytest.fixture
def dated(store):
    """Three accounts with something to show, the later the worse, and one without."""
    for n, owner in enumerate(("ann", "ben", "ann"), 1):
        promised = Commitment(action="Share", status="asked", due=DAY - dt.timedelta(days=n))
        account = Account(
            slug=f"a{n}", profile=Profile(name=f"A{n}", owner=owner), commitments={"c": promised}
        )
        store.create(account, by=owner)
    store.create(Account(slug="quiet", profile=Profile(name="Quiet", name_zh="静", owner="cid")), by="cid")
    return store


def sought(**asked) -> Sought:
    since = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    return Sought(
        **{"person": "", "who": None, "on": DAY, "since": since, "page": 1, "size": 2, "lang": "en"} | asked
    )


def slugs(found) -> list[str]:
    return [one.slug for one in found.accounts]


def test_the_worst_come_first_a_page_at_a_time(dated):
    first, second = dated.agenda(sought()), dated.agenda(sought(page=2))
    assert (slugs(first), slugs(second), first.pages, first.count) == (["a3", "a2"], ["a1"], 2, 4)
    assert dict(first.owners) == {"ann": "ann", "ben": "ben", "cid": "cid"} and first.recent == ()
    assert slugs(dated.agenda(sought(person="ben"))) == ["a2"], "one's own, where one owns any"
    assert slugs(dated.agenda(sought(who="ann"))) == ["a3", "a1"]
    assert ("quiet", "静") in dated.agenda(sought(lang="zh_CN")).named
    long_ago = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    assert dated.agenda(sought(since=long_ago)).recent == ("quiet", "a3")


def test_it_follows_each_edit(dated):
    dated.apply("a3", [Edit("commitments/c/status", "done")], by="ann")
    plan = PlanAction(action="Review", origin="review", due=DAY + dt.timedelta(days=80))
    dated.apply("quiet", [Edit("plan/r", plan), Edit("review_date", "2026-05-08")], by="ann")
    found = dated.agenda(sought(on=None))
    assert slugs(dated.agenda(sought())) == ["a2", "a1"]
    assert found.review == ("quiet", "Quiet", plan.due) and found.pinned == ((dt.date(2026, 5, 8), "Quiet"),)
    assert [one.slug for _owner, one in dated.dated()] == ["quiet", "a2", "a1"]
    dated.delete("a2")
    assert slugs(dated.agenda(sought())) == ["a1"]


def test_a_row_is_made_of_nothing_but_what_tells_that_it_is_the_same(dated):
    """Whatever else of a line differs, the row is the same."""
    line = line_of(dated.load("a1"))
    others = {name: None for name in type(line).model_fields if name not in ASKED}
    assert values(line.model_copy(update={**others, "slug": line.slug})) == values(line)


def test_of_others_nothing_is_told(dated):
    ann = dated.people.add("Ann")
    dated.people.give(ann, "a1", "editor")
    found = PersonalStore(dated, ann.id).agenda(sought())
    assert (slugs(found), found.count, dict(found.owners)) == (["a1"], 1, {"ann": "ann"})
    assert PersonalStore(dated, dated.people.add("Nobody").id).agenda(sought()).count == 0


def test_people_come_a_page_at_a_time_with_the_roles_that_one_may_give(dated):
    for n in range(A_PAGE + 1):
        dated.people.add(f"P{n:02}", f"p{n}@example.com")
    ann, every = dated.people.add("Zoë 100 %"), lambda _connection: None
    for slug in ("a1", "a2"):
        dated.people.give(ann, slug, "owner")
    assert (dated.people.page("", 1, every).pages, dated.people.page("", 9, every).page) == (2, 2)
    for word in ("zoë", "Zoë", "100 %"):
        (one,) = dated.people.page(word, 1, every).people
        assert (one.person.id, one.roles, one.more) == (ann.id, (("A1", "owner"), ("A2", "owner")), 0)
    assert dated.people.page("_", 1, every).found == 0
    owner = dated.people.add("Owner")
    dated.people.give(owner, "a2", "owner")
    (one,) = dated.people.page("zoë", 1, PersonalStore(dated, owner.id).managed.among).people
    assert one.roles == (("A2", "owner"),)


def test_how_many_accounts_are_left_is_said_until_none_is(dated, monkeypatch):
    """As after an update: no row is of today, and of four accounts who asks makes two at once."""
    monkeypatch.setattr(lines, "MADE_FOR_ONE", 2)
    with dated._database.writing() as connection:
        connection.execute(AGENDA.delete())
    assert [dated.agenda(sought()).left for _ask in range(3)] == [2, 0, 0]

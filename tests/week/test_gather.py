"""The lines of all accounts for one person: whose, since when, what colleagues changed."""

import datetime as dt
import threading
import time

import pytest
from sqlalchemy import delete, func, select

from accountkit.i18n import use_language
from accountkit.methods.portfolio.line import line_of
from accountkit.methods.week.lines import lines
from accountkit.methods.week.shown import shown
from accountkit.model import Account, Answer, Commitment, Contact, Edit, Profile, Stakeholder, Value
from accountkit.samples import sample
from accountkit.store import open_store
from accountkit.store.personal import PersonalStore
from accountkit.store.schema import AGENDA
from accountkit.week import week
from accountkit.week.gather import KIND, NEW_VISIT, _tiers, judged, last_visit, note_visit

DAY = dt.date(2026, 5, 11)


@pytest.fixture
def store(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'week.sqlite'}")
    for slug, owner, late in (("blue", "ann", 3), ("red", "ben", 9)):
        due = DAY - dt.timedelta(days=late)
        account = Account(
            slug=slug,
            profile=Profile(name=slug.title(), name_zh="蓝" if slug == "blue" else "红", owner=owner),
            commitments={"c": Commitment(action="Share data", status="asked", due=due)},
        )
        store.create(account, by=owner)
    yield store
    store.close()


def test_a_person_sees_their_own_accounts_and_who_owns_none_sees_all_the_worst_first(store):
    assert [one.slug for one in week(store, "ann", DAY).due] == ["blue"]
    assert [one.slug for one in week(store, "cid", DAY).due] == ["red", "blue"]
    assert [one.slug for one in week(store, "ann", DAY, who="").due] == ["red", "blue"]
    assert week(store, "ann", DAY, who="ben").accounts == (("red", "Red"),)


def test_each_line_leads_to_its_record_and_says_itself(store):
    (line,) = week(store, "ann", DAY).due
    assert line.address == "workbook?account=blue#motive_assessment:commitments/c"
    assert line.sentence == "Blue: Share data (3 days late)."
    with use_language("zh_CN"):
        (line,) = week(store, "ann", DAY).due
        assert line.sentence == "蓝：Share data（晚3天）。"


def test_without_a_day_an_account_is_judged_as_of_its_own(store):
    store.apply("blue", [Edit("review_date", "2026-05-08")], by="ann")
    assert week(store, "ann").due[0].when == "today"
    assert week(store, "ann").pinned == ((dt.date(2026, 5, 8), "Blue"),)


def test_what_colleagues_changed_is_one_line_for_each_record_and_person(store):
    store.apply("blue", [Edit("findings/f", {"statement": "Rents rise"})], by="ben", label="x")
    store.apply("blue", [Edit("findings/f/impact", 4)], by="ben")
    store.apply("blue", [Edit("commitments/c/status", "given"), Edit("commitments/c/order", 3)], by="cid")
    store.apply("blue", [Edit("commitments/c/place", "Here")], by="ann")
    store.apply("red", [Edit("profile/industry", "Paint")], by="cid")
    told = week(store, "ann").changed
    assert [(one.title, one.state, one.who) for one in told] == [
        ("Commitment “Share data”", "Status", "cid"),
        ("Finding “Rents rise”", "new", "ben"),
    ]
    since = dt.datetime.now(dt.UTC)
    assert week(store, "ann", since=since).changed == ()


def test_changes_are_told_since_the_visit_before_and_looking_again_is_the_same_visit(store):
    note_visit(store, "ann")
    first = last_visit(store, "ann")
    note_visit(store, "ann")
    assert last_visit(store, "ann") == first
    long_ago = dt.datetime.now(dt.UTC) - NEW_VISIT * 2
    store.remember(KIND, "ann", {"since": first.isoformat(), "seen": long_ago.isoformat()})
    note_visit(store, "ann")
    assert last_visit(store, "ann") == long_ago
    assert last_visit(store, "ann", DAY).date() == DAY - dt.timedelta(days=7)


def test_what_an_account_says_follows_each_of_its_edits(store):
    assert week(store, "ann", DAY).due
    store.apply("blue", [Edit("commitments/c/status", "done")], by="ann")
    assert week(store, "ann", DAY).due == ()


def test_a_damaged_account_hides_no_other(store, monkeypatch):
    from accountkit.errors import DamagedAccount

    load = store.load
    monkeypatch.setattr(
        store, "load", lambda slug: load(slug) if slug == "blue" else _raise(DamagedAccount("x"))
    )
    found = week(store, "cid", dt.date(2026, 5, 13))
    assert found.unread == ("Red",) and [one.slug for one in found.due] == ["blue"]


def test_an_account_without_a_line_is_not_opened(store, monkeypatch):
    store.create(Account(slug="quiet", profile=Profile(owner="ann")), by="ann")
    opened, load = [], store.load
    monkeypatch.setattr(store, "load", lambda slug: opened.append(slug) or load(slug))
    week(store, "ann", dt.date(2026, 5, 14), since=dt.datetime.now(dt.UTC))
    assert opened == ["blue"]


def has_something(kept, day):
    return (kept.begins is not None and kept.begins <= day) or (kept.met is not None and kept.met > day)


@pytest.mark.parametrize("slug", ["walmart", "new-oriental"])
def test_whatever_an_account_has_to_show_its_kept_line_knows(slug):
    """On any day: an account that is left closed has nothing to show."""
    full = sample(slug)
    for left in (
        (),
        ("evidence",),
        ("evidence", "commitments"),
        ("evidence", "commitments", "plan", "visits"),
    ):
        account = full.model_copy(update={name: {} for name in left})
        kept = line_of(account)
        for n in range(-900, 900, 20):
            day = DAY + dt.timedelta(days=n)
            assert has_something(shown(kept), day) or not lines(judged(account, day)), (left, day)
    bare = Account(slug="bare", stakeholders={"a": Stakeholder(role_title="Buyer")})
    assert not has_something(shown(line_of(bare)), DAY)


def test_many_accounts_come_a_page_at_a_time_the_worst_first(store):
    for page, slug in ((1, "red"), (2, "blue"), (9, "blue")):
        found = week(store, "cid", DAY, page=page, most=1)
        assert [one.slug for one in found.due] == [slug]
        assert (found.page, found.pages, found.count) == (min(page, 2), 2, 2)


def test_an_account_of_an_earlier_version_is_in_the_week(store):
    """Its line is there, and nothing of what a week asks: that is made when one asks, and by the server beside."""
    with store._database.writing() as connection:
        connection.execute(delete(AGENDA))
    assert [one.slug for one in week(store, "cid", DAY).due] == ["red", "blue"]
    with store._database.writing() as connection:
        connection.execute(delete(AGENDA))
    assert store.catch_up() is not None and store.catch_up(10**6) is None
    with store._database.reading() as connection:
        assert connection.execute(select(func.count()).select_from(AGENDA)).scalar_one() == 2


def test_thousands_of_accounts_are_ranked_beside(store, monkeypatch):
    """Who does not wait has the ranks when they are there."""
    monkeypatch.setattr("accountkit.week.gather.RANKED_AT_ONCE", 1)
    ranked = threading.Event()
    monkeypatch.setattr("accountkit.week.gather._ranks", lambda one: ranked.set() or {"red": "key_valuable"})
    assert _tiers(store, waits=False) == {}
    assert ranked.wait(60)
    for _try in range(600):
        if _tiers(store, waits=False):
            break
        time.sleep(0.1)
    assert _tiers(store, waits=False) == {"red": "key_valuable"}


def _raise(error):
    raise error


def test_who_was_not_met_is_by_the_tier_among_all_accounts(tmp_path):
    """Of four accounts one is key, the one that brought most: 20 days are too long there, and not elsewhere."""
    store = open_store(f"sqlite:///{tmp_path / 'tiers.sqlite'}")
    met = Contact(date=DAY - dt.timedelta(days=20), stakeholder_ids=("p",), by="Seller")
    for slug, past in (("first", 1000.0), ("second", 1.0), ("third", 1.0), ("fourth", 1.0)):
        answer = Answer(values={"profit_history.0": Value(value=past)})
        account = Account(
            slug=slug,
            stakeholders={"p": Stakeholder(role_title="Planner")},
            contacts={"k": met},
            answers={"lifetime_value": answer},
        )
        store.create(account, by="ann")
    assert [(one.slug, one.path) for one in week(store, "ann", DAY).unmet] == [("first", "stakeholders/p")]
    store.close()


def test_the_ranks_that_each_person_sees_are_kept_beside_those_of_others(store, monkeypatch):
    worked_out = []
    monkeypatch.setattr("accountkit.week.gather._ranks", lambda one: worked_out.append(one.person_id) or {})
    ann, ben = (
        PersonalStore(store, store.people.add(name, administrator=True).id) for name in ("Ann", "Ben")
    )
    for one in (ann, ben, ann, ben):
        week(one, "", DAY)
    assert worked_out == [ann.person_id, ben.person_id]
    store.apply("red", [Edit("profile/owner", "kim")], by="kim")
    week(ann, "", DAY)
    assert worked_out[2:] == [ann.person_id], "an account has changed"

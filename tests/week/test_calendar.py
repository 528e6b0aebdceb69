"""The week as a calendar, read back with icalendar: what is due, on its day, and nothing private."""

import datetime as dt

import pytest
from icalendar import Calendar

from accountkit.errors import Forbidden
from accountkit.i18n import use_language
from accountkit.model import Edit, to_json
from accountkit.model.private import PRIVATE_STAKEHOLDER_FIELDS
from accountkit.samples import load_into, sample
from accountkit.store import open_store
from accountkit.week.calendar import calendar, calendar_of_link


@pytest.fixture
def store(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'week.sqlite'}")
    load_into(store)
    yield store
    store.close()


def events(content):
    return {str(one["uid"]): one for one in Calendar.from_ical(content).walk("VEVENT")}


def test_each_dated_thing_is_an_event_of_its_day_in_both_languages(store):
    found = events(calendar(store, "", "https://here/"))
    one = found["walmart/commitments/c-sample@accountkit"]
    assert one.decoded("dtstart") == dt.date(2026, 4, 30)
    assert str(one["summary"]) == "Walmart: Share one year of incident reports from one region"
    assert str(one["description"]) == "overdue; Head of safety and claims"
    assert str(one["url"]).startswith("https://here/workbook?account=walmart#")
    assert found["new-oriental/visits/visit-cities@accountkit"].decoded("dtstart") == dt.date(2026, 5, 14)
    assert not any("c-call" in uid or "plan-path" in uid for uid in found)  # done
    with use_language("zh_CN"):
        chinese = events(calendar(store, ""))
    assert str(chinese["walmart/commitments/c-sample@accountkit"]["summary"]).startswith("沃尔玛：")


def test_only_the_accounts_of_the_owner(store):
    found = events(calendar(store, "Account manager, retail"))
    assert found and all(uid.startswith("walmart/") for uid in found)


def test_a_review_that_is_planned_is_an_event(store):
    plan = {"action": "Review", "origin": "review", "due": "2026-08-04"}
    store.apply("walmart", [Edit("plan/r", plan)], by="ann")
    assert events(calendar(store, ""))["walmart/review@accountkit"].decoded("dtstart") == dt.date(2026, 8, 4)


def test_nothing_private_stands_in_it(store):
    """Every text field that is private holds a word of its own, in texts that may be shown too where it is a name."""
    secret = "Zanzibar"
    edits = [
        Edit(f"stakeholders/s-risk/{field}", secret)
        for field in PRIVATE_STAKEHOLDER_FIELDS
        if isinstance(getattr(sample("walmart").stakeholders["s-risk"], field), str) and field != "attitude"
    ]
    edits += [
        Edit("doubts/doubt-legal/hidden_worry", secret),
        Edit("private_answers/x/notes/y", secret),
        Edit("commitments/c-sample/action", f"Ask {secret} for the reports"),
        Edit("commitments/c-sample/our_owner", secret),
        Edit("visits/visit-region/purpose", f"Meet {secret}"),
        Edit("visits/visit-region/by", secret),
        Edit("plan/plan-causes/owner", secret),
    ]
    store.apply("walmart", edits, by=secret)
    assert secret in to_json(store.load("walmart"), with_private=True)
    text = Calendar.from_ical(calendar(store, "")).to_ical().decode().replace("\r\n ", "")
    assert secret not in text
    assert "Ask Head of safety and claims for the reports" in text
    assert "blame" not in text.lower() and "could be used in court" not in text


def test_a_link_is_hashed_expires_is_of_its_owner_and_is_revoked_for_good(store):
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    secret, link = store.create_calendar("Account manager, retail", by="ann", expires=soon)
    assert secret.encode() not in b"".join(path.read_bytes() for path in _files(store))
    assert [one.id for one in store.calendars("ann")] == [link.id] and store.calendars("ben") == []
    found = events(calendar_of_link(store, store.link_for(secret), ""))
    assert found and all(uid.startswith("walmart/") for uid in found)
    assert store.revoke_link(link.id)
    with pytest.raises(Forbidden):
        store.link_for(secret)
    over, _link = store.create_calendar("", by="ann", expires=dt.datetime.now(dt.UTC))
    with pytest.raises(Forbidden):
        store.link_for(over)


def _files(store):
    from pathlib import Path

    file = Path(store.url.removeprefix("sqlite:///"))
    return file.parent.iterdir()

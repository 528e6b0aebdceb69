"""This week and the review, as pages: lines with their actions, each one step that can be taken back."""

import re

import pytest
from icalendar import Calendar

from accountkit.model import Account, Edit
from tests.server.conftest import xsrf

DAY = "2026-05-11"


@pytest.fixture
def running(start):
    return start()


def lines(page, card):
    """The paths of the lines of a card."""
    part = re.search(rf'id="{card}" aria.*?</section>', page, re.S)
    return re.findall(r'data-path="([^"]+)"', part[0]) if part else []


def act(visitor, **values):
    return visitor.post("/week/act", data={"day": DAY, **values}, headers=xsrf(visitor))


def test_the_week_lists_exceptions_with_a_link_to_each_record_in_both_languages(running):
    visitor = running.visitor()
    page = visitor.get("/week", params={"day": DAY, "lang": "en"}).text
    assert lines(page, "due")[0] == "commitments/c-sample"
    assert "11 days late" in page and 'href="/workbook?account=walmart#' in page
    assert lines(page, "unmet")[:2] == ["stakeholders/s-cfo", "stakeholders/s-cfo"]
    chinese = visitor.get("/week", params={"day": DAY, "lang": "zh"}).text
    assert "晚11天" in chinese and "本周" in chinese


def test_a_commitment_marked_as_done_goes_as_one_step_that_undo_brings_back(running):
    visitor, store = running.visitor(), running.app.store
    before = store.revision("walmart")
    page = act(visitor, account="walmart", path="commitments/c-sample", do="done").text
    assert "Done: Share one year of incident reports" in page and "One step of the account" in page
    assert "commitments/c-sample" not in lines(page, "due")
    assert store.revision("walmart") == before + 1
    assert store.load("walmart").commitments["c-sample"].status == "done"
    undo = {"account": "walmart", "day": DAY, "revision": str(before + 1)}
    page = visitor.post("/week/undo", data=undo, headers=xsrf(visitor)).text
    assert "commitments/c-sample" in lines(page, "due")
    assert "One step of the account" not in page
    again = visitor.post("/week/undo", data=undo, headers=xsrf(visitor))  # what was before stays as it is
    assert again.status_code == 400 and store.revision("walmart") == before + 2


def test_a_form_that_is_sent_twice_acts_once(running):
    visitor = running.visitor()
    for _time in range(2):
        act(visitor, account="walmart", path="commitments/c-sample", do="remind", event="e1")
    made = [one for one in running.app.store.load("walmart").plan.values() if one.origin.endswith("/remind")]
    assert [one.action for one in made] == ["Follow up: Share one year of incident reports from one region"]
    assert "commitments/c-sample" not in lines(visitor.get("/week", params={"day": DAY}).text, "due")


def test_what_is_no_action_or_no_record_changes_nothing(running):
    visitor, store = running.visitor(), running.app.store
    before = store.revision("walmart")
    for path, do in (("commitments/c-sample", "delete"), ("profile", "done"), ("commitments/gone", "done")):
        assert act(visitor, account="walmart", path=path, do=do).status_code == 400
    assert (
        visitor.post("/week/act", data={"account": "walmart"}).status_code == 403
    )  # without the token of the form
    assert store.revision("walmart") == before


def test_a_day_or_a_revision_beyond_the_calendar_is_none(running):
    visitor = running.visitor()
    for day in ("0001-01-01", "9999-12-31", "9999-99-99", "2026-01-01\x00", "9" * 5000):
        for page in ("/week", "/review"):
            assert visitor.get(page, params={"account": "walmart", "day": day}).status_code == 200
        body = {"account": "walmart", "revision": day}
        assert visitor.post("/week/undo", data=body, headers=xsrf(visitor)).status_code == 400


def test_only_the_accounts_of_the_chosen_owner(running):
    page = running.visitor().get("/week", params={"day": DAY, "who": "Account manager, retail"}).text
    assert lines(page, "due") and "#meetings:visits/visit-cities" not in page


def test_an_empty_store_says_what_to_do_first(running):
    for stored in running.app.store.accounts():
        running.app.store.delete(stored.slug)
    page = running.visitor().get("/week").text
    assert "Create an account first" in page and "data-path" not in page
    running.app.store.create(Account(slug="new"), by="ann")
    assert "Nothing is overdue" in running.visitor().get("/week").text


def test_a_review_walks_its_checks_and_a_finding_becomes_an_action(running):
    visitor, store = running.visitor(), running.app.store
    page = visitor.get("/review", params={"account": "walmart"}).text
    assert lines(page, "not_met") == ["stakeholders/s-cfo"] and lines(page, "thread") == ["stakeholders"]
    values = {"account": "walmart", "do": "take", "check": "not_met", "path": "stakeholders/s-cfo"}
    values |= {"action": "Request a first meeting", "owner": "ann", "due": "2026-05-20"}
    page = visitor.post("/review", data=values, headers=xsrf(visitor)).text
    assert "Added to the plan: Request a first meeting" in page and "In the plan: ann, 20 May 2026" in page
    page = visitor.post("/review", data={"account": "walmart", "do": "hold"}, headers=xsrf(visitor)).text
    assert "last on 6 May 2026, ann" in page and "planned for 4 August 2026" in page
    week = visitor.get("/week").text
    assert "Next review" in week and 'href="/review?account=walmart"' in week
    (key,) = [k for k, one in store.load("walmart").plan.items() if one.origin.endswith("/not_met")]
    done = {"account": "walmart", "do": "done", "path": f"plan/{key}", "action": "x"}
    page = visitor.post("/review", data=done, headers=xsrf(visitor)).text
    assert "Request a first meeting" in page.split('id="settled"')[1]


def test_the_owner_is_stored_as_everywhere_whatever_language_the_reader_has(running):
    visitor = running.visitor()
    page = visitor.get("/review", params={"account": "walmart", "lang": "zh_CN"}).text
    assert 'name="owner" value="零售行业客户经理"' in page
    values = {"account": "walmart", "do": "take", "check": "thread", "path": "stakeholders", "action": "x"}
    values |= {"owner": "零售行业客户经理", "due": "2026-05-20"}
    visitor.post("/review", data=values, headers=xsrf(visitor))
    (made,) = [one for one in running.app.store.load("walmart").plan.values() if one.action == "x"]
    assert made.owner == "Account manager, retail"
    assert ">零售行业客户经理</option>" in visitor.get("/week").text


def test_names_are_shown_as_text_never_as_markup(running):
    evil = "<img src=x onerror=alert(1)>'\"&"
    running.app.store.apply(
        "walmart",
        [Edit("commitments/c-sample/action", evil), Edit("profile/owner", evil), Edit("profile/name", evil)],
        by=evil,
    )
    visitor = running.visitor()
    for path in ("/week", f"/week?who={evil}", "/review?account=walmart"):
        assert "<img" not in visitor.get(path).text


def made_calendar(visitor, **values):
    page = visitor.post("/week/calendar", data={"days": "30", **values}, headers=xsrf(visitor)).text
    return re.search(r'id="made"[^>]* value="http://[^/]+(/read/[^/]+/week\.ics)[^"]*"', page)[1]


def test_a_calendar_link_is_shown_once_read_without_the_token_and_gone_when_revoked(running):
    visitor, stranger = running.visitor(), running.stranger()
    address = made_calendar(visitor)
    assert address not in visitor.get("/week").text
    answer = stranger.get(address)
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/calendar")
    assert len(Calendar.from_ical(answer.content).walk("VEVENT")) >= 4
    assert "username" not in answer.headers.get("set-cookie", "")
    other = running.visitor("ben")
    (link,) = re.findall(r'name="link" value="([0-9a-f]{16})"', visitor.get("/week").text)
    revoke = {"data": {"link": link}}
    assert other.post("/week/calendar/revoke", **revoke, headers=xsrf(other)).status_code == 404
    assert stranger.get(address).status_code == 200
    assert visitor.post("/week/calendar/revoke", **revoke, headers=xsrf(visitor)).status_code == 200
    assert stranger.get(address).status_code == 404
    assert link not in visitor.get("/week").text


def test_a_calendar_link_opens_no_page_and_a_readers_link_no_calendar(running):
    visitor, stranger = running.visitor(), running.stranger()
    calendar = made_calendar(visitor)
    assert stranger.get(calendar.removesuffix("/week.ics")).status_code == 404
    made = {"account": "walmart", "view": "brief", "edition": "internal", "days": "1"}
    address = visitor.post("/links", data=made, headers=xsrf(visitor)).json()["address"]
    path = address.removeprefix(running.address)
    assert stranger.get(path).status_code == 200 and stranger.get(f"{path}/week.ics").status_code == 404
    assert stranger.get(f"/read/{'x' * 43}/week.ics").status_code == 404

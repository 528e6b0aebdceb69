"""This week and the review, as pages: lines with their actions, each one step that can be taken back."""

import re

import pytest

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
    assert lines(page, "unmet") == ["stakeholders/s-cfo", "stakeholders/s-cfo"]
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
    page = visitor.post("/week/undo", data={"account": "walmart", "day": DAY}, headers=xsrf(visitor)).text
    assert "commitments/c-sample" in lines(page, "due")
    assert "One step of the account" not in page


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

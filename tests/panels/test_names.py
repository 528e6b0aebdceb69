"""No path of ours reaches a reader: records and fields have names, in messages and in lists."""

from __future__ import annotations

import re

import pytest

from accountkit.brief.changes import changes
from accountkit.i18n import labelled, use_language
from accountkit.model import Comment, Edit, apply
from accountkit.model.account import Profile
from accountkit.panels.names import field_name, place_name, record_name
from accountkit.panels.registry import PANELS, panel_class
from accountkit.panels.session import Session

PATH = re.compile(r"\b[a-z_]+/[A-Za-z0-9_-]+(/|$)|\b[psfnlmcr][0-9a-f]{10}\b")

COMMENT = Comment(target="objective", text="Is it so?", at="2026-05-07T10:00:00")


def writable():
    """An example of each field that some panel lets be written."""
    for key in PANELS:
        for pattern in panel_class(key).WRITABLE:
            heads, _paren, fields = pattern.rpartition("/(")
            for field in fields.rstrip(")").split("|") if heads else [pattern]:
                yield f"{heads}/{field}" if heads else field


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_every_field_that_may_be_written_has_a_name(session, lang):
    nameless = {"value"}  # a rating is named by its record
    with use_language(lang):
        for path in writable():
            plain = path.replace(r"[^/]+", "x").replace(r"[A-Za-z0-9_.\-]+", "x")
            last = re.split(r"[/|(]", plain.rstrip(")"))[-1]
            if last.endswith("_lever") or last in nameless or re.search(r"[\[\]]", last):
                continue
            name = field_name(plain) or record_name(session.account, plain)
            assert name and "_" not in name, path


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_every_record_is_named_by_its_title(session, lang):
    account = session.account
    with use_language(lang):
        for collection in ("problems", "findings", "needs", "levers", "commitments", "stakeholders", "peers"):
            for key in getattr(account, collection):
                name = record_name(account, f"{collection}/{key}")
                assert "“" in name and not PATH.search(name)


def test_a_deleted_record_is_named_by_its_kind(session):
    assert place_name(session.account, "problems/p53872b3267/current") == "Problem: Current"


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_a_field_of_the_profile_is_called_the_same_everywhere(session, opened, lang):
    before = session.account
    with use_language(lang):
        overview, _say, _sent = opened("overview", Session(session.store, session.slug, by="ann", lang=lang))
        called = overview.view["called"]
        for name in Profile.model_fields:
            value = "2030-01-01" if name == "next_results" else "other-account"
            [told] = changes(before, apply(before, [Edit(f"profile/{name}", value)]))
            assert told.text.startswith(labelled(called[name]))
            assert place_name(before, f"profile/{name}") == labelled(
                record_name(before, "profile"), called[name]
            )


def test_the_overview_lists_changes_by_name(session, opened):
    _panel, say, _sent = opened("pest")
    say("add", dimension="social", factor="ageing_births")
    overview, _say, _sent = opened("overview")
    newest = overview.view["changes"]["newest"]
    assert newest and not any(PATH.search(change["what"]) for change in newest)


def test_a_refusal_names_record_and_field(session, opened):
    _panel, say, _sent = opened("problem_types")
    problem = next(iter(session.account.problems))
    answer = say("write", path=f"problems/{problem}/current", value="many")
    assert answer["kind"] == "error" and answer["reason"]
    assert session.account.problems[problem].statement[:20] in answer["text"] and not PATH.search(
        answer["text"]
    )
    answer = say("write", path="problems/gone/current", value=4)
    assert answer["kind"] == "error" and not PATH.search(answer["text"])
    answer = say("write", path=f"problems/{problem}/order", value=4)
    assert answer["kind"] == "error" and not PATH.search(answer["text"])


def test_an_event_says_which_record_it_made_and_where(session, opened):
    _panel, say, _sent = opened("pest")
    made = say("add", dimension="social", factor="ageing_births")["made"]
    finding = session.account.findings[made.split("/")[1]]
    assert finding.statement and finding.statement[0].isupper()
    answer = say("problem", finding=made.split("/")[1])
    assert answer["place"]["tab"] == "problem_types" and answer["made"].startswith("problems/")
    assert session.account.problems[answer["made"].split("/")[1]].statement == finding.statement
    deleted = say("remove", path=made)
    assert deleted["undo"] and finding.statement in deleted["text"]
    assert say("undo")["made"] == made


def test_a_blank_factor_makes_no_problem_without_a_title(session, opened):
    _panel, say, _sent = opened("pest")
    made = say("add", dimension="social")["made"]
    before = session.account.problems
    assert say("problem", finding=made.split("/")[1])["kind"] == "error"
    assert session.account.problems == before


def test_a_suggestion_that_is_gone_is_not_named_by_its_key(opened):
    _panel, say, _sent = opened("pest")
    answer = say("accept", suggestion="pest.problem.f53872b3267")
    assert answer["kind"] == "error" and "f53872b3267" not in answer["text"]


@pytest.mark.parametrize(
    "lang, high, mid",
    [("en", "Visit: High request", "Visit: Medium request"), ("zh_CN", "拜访：高请求", "拜访：中请求")],
)
def test_each_request_of_a_visit_is_named_by_its_level(session, lang, high, mid):
    with use_language(lang):
        assert place_name(session.account, "visits/v1/asks/high") == high
        assert place_name(session.account, "visits/v1/asks/mid/action") == mid


def test_who_commented_through_a_link_is_named_in_the_readers_language(session, opened):
    session.store.comment(session.slug, COMMENT, by="reader 08a3b3")
    for lang, name in (("en", "reader 08a3b3"), ("zh_CN", "读者 08a3b3")):
        overview, _say, _sent = opened("overview", Session(session.store, session.slug, by="ann", lang=lang))
        assert overview.view["changes"]["newest"][0]["by"] == name

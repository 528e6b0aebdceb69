"""The card of any method, in both languages: it opens, takes what its definition names, and nothing else."""

from __future__ import annotations

import json
import re
import shutil
from contextlib import closing
from functools import cache
from itertools import cycle

import pytest

from accountkit.i18n import use_language
from accountkit.methods import REGISTRY
from accountkit.methods.paths import ID, Place, paths
from accountkit.methods.subjects import COLLECTION, OURS, people
from accountkit.methods.workspaces import cards, tabs
from accountkit.model import Account, Answer, Edit, Practice, Row, Visit, evidence_path, remove, value_at
from accountkit.panels.names import field_name
from accountkit.panels.places import tab_of
from accountkit.panels.registry import panel_class
from accountkit.panels.session import Session
from accountkit.panels.workbook import WorkbookPanel
from accountkit.store import PRACTICE, open_store
from tests.methods import six

SHAPED = [key for key, method in REGISTRY.items() if not method.core]
KEYS = [*SHAPED, *(method.key for method in six.SIX)]
HOSTILE = "<img src=x onerror=alert(1)>\"'&{x}"
GOOD = {
    "rating": 4,
    "number": 1.5,
    "money": 2e6,
    "percent": 0.25,
    "date": "2026-03-31",
    "line": HOSTILE,
    "text": HOSTILE,
    "flag": True,
}
BAD = {
    "rating": 6,
    "number": "many",
    "money": "many",
    "percent": [1],
    "date": "2026-02-30",
    "choice": "no such choice",
    "line": 7,
    "text": {"a": 1},
    "person": "gone",
    "people": ["gone"],
    "choices": ["no such choice"],
    "flag": "yes",
    **dict.fromkeys(COLLECTION, "gone"),
}


@pytest.fixture(autouse=True)
def registered():
    with REGISTRY.added(*six.SIX):
        yield


@pytest.fixture(scope="module")
def prepared(loaded, tmp_path_factory):
    """The samples with one record of each kind, and a row in each register: a database that each test gets a copy of."""
    file = shutil.copy(loaded, tmp_path_factory.mktemp("prepared") / "accounts.sqlite")
    with REGISTRY.added(*six.SIX), closing(open_store(f"sqlite:///{file}")) as store:
        sides = [Session(store, slug, by="consultant") for slug in ("new-oriental", PRACTICE)]
        sides[0].edit([Edit("visits/v1", Visit(purpose="Look at the line"))])
        for session in sides:
            edits = []
            for key in KEYS:
                method = REGISTRY[key]
                if session.holds(method) and getattr(method, "columns", ()) and not method.records:
                    about = next(iter(session.analyses.ids(key)), None)
                    edits.append(Edit(method.answer_path(about), Answer(rows={"r1": Row(cells={})})))
            session.edit(edits)
    return file


def slug_of(key: str) -> str:
    """The document that a method is about."""
    return PRACTICE if key in REGISTRY and REGISTRY[key].subject in OURS else "new-oriental"


@pytest.fixture
def session(prepared, tmp_path, request):
    """The document that the method of a test is about; an account for the other tests."""
    asked = getattr(request.node, "callspec", None)
    own = shutil.copy(prepared, tmp_path / "prepared.sqlite")
    with closing(open_store(f"sqlite:///{own}")) as store:
        yield Session(store, slug_of(asked.params.get("key", "") if asked else ""), by="consultant")


@pytest.fixture(scope="module")
def kept(prepared, tmp_path_factory):
    """The same for tests that only ask for what is refused: nothing is stored, so they share one session of each document."""
    own = shutil.copy(prepared, tmp_path_factory.mktemp("kept") / "accounts.sqlite")
    with closing(open_store(f"sqlite:///{own}")) as store:
        yield cache(lambda slug: Session(store, slug, by="consultant"))


def example(session: Session, key: str, pattern: str) -> str | None:
    """A path that a pattern takes, of a record that there is; None where there is none."""
    method = REGISTRY[key]
    about = next(iter(session.analyses.ids(key)), None)
    if method.subject in COLLECTION and about is None:
        return None
    path = pattern
    if path.startswith(f"{method.collection}/"):
        path = path.replace(rf"\.{ID}", f".{about}").replace(ID, "r1")
    elif ID in path:
        records = getattr(session.document, path.split("/")[0])
        if not records:
            return None
        path = path.replace(ID, next(iter(records)))
    return re.sub(r"\\(.)", r"\1", path)


def good(session: Session, place: Place):
    if place.kind == "choice":
        return place.choices[0]
    if place.kind == "choices":
        return [place.choices[-1]]
    if place.kind in ("person", "people"):
        person = list(getattr(session.document, COLLECTION[people(session.document)]))[
            -1
        ]  # nobody would report to themselves
        return person if place.kind == "person" else [person]
    if place.kind in COLLECTION:
        return list(getattr(session.document, COLLECTION[place.kind]))[-1]  # nothing is a part of itself
    if place.kind == "finding":
        return next(iter(session.account.findings))
    return GOOD[place.kind]


@pytest.fixture(scope="module", params=["new-oriental", "empty"])
def read_only(request, loaded, tmp_path_factory):
    """One person's sessions on an account, or on our own side, in a language: opening changes nothing, so all share them."""
    own = shutil.copy(loaded, tmp_path_factory.mktemp("read") / "accounts.sqlite")
    with closing(open_store(f"sqlite:///{own}")) as store:
        if request.param == "empty":
            store.create(Account(slug="empty"), by="test")
            store.practices.replace(Practice(), by="test")
        yield cache(lambda ours, lang: Session(store, PRACTICE if ours else request.param, lang=lang))


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
@pytest.mark.parametrize("key", KEYS)
def test_it_opens_and_says_something(read_only, key, lang):
    panel = panel_class(key)(read_only(slug_of(key) == PRACTICE, lang))
    view = panel.view
    assert view["name"] and view["question"]
    assert view.get("sentence") or view["record"]["first"]
    json.dumps(view, allow_nan=False)
    if lang == "zh_CN" and key in SHAPED:
        assert re.search("[\u4e00-\u9fff]", view["name"]) and re.search("[\u4e00-\u9fff]", view["shape_name"])


@pytest.mark.parametrize(("key", "lang"), list(zip(KEYS, cycle(["en", "zh_CN"]), strict=False)))
def test_every_path_of_its_definition_can_be_written_and_undone(session, opened, key, lang):
    """In one of the languages: what is written does not depend on it. What is written is drawn each time; what is taken back
    is drawn once, at the end, since it is what was drawn before."""
    session.lang = lang
    with use_language(lang):
        panel, say, _sent = opened(key, on=session)
        for place in paths(REGISTRY[key]).places:
            path = example(session, key, place.pattern)
            if path is None:
                continue
            before = session.document
            answer = say("write", path=path, value=good(session, place))
            assert answer["kind"] == "saved", (path, answer)
            stored = value_at(session.document, path)
            assert stored == good(session, place) or place.kind == "choice"
            panel.visible = False
            assert say("undo")["kind"] == "saved"
            assert session.document == before, path
            panel.visible = True
        panel.refresh()


@pytest.mark.parametrize("key", KEYS)
def test_what_a_kind_does_not_take_is_refused_with_a_sentence(kept, opened, key):
    session = kept(slug_of(key))
    _panel, say, _sent = opened(key, on=session)
    for place in paths(REGISTRY[key]).places:
        path = example(session, key, place.pattern)
        if path is None or (not place.typed and place.kind in ("person", "people", "finding", *COLLECTION)):
            continue
        before = session.document
        answer = say("write", path=path, value=BAD[place.kind])
        assert answer["kind"] == "error" and answer["reason"], (path, answer)
        assert path not in answer["text"] and session.document is before


OTHERS = (
    "slug",
    "profile/name",
    "evidence/e1/status",
    "answers/five_forces/ratings/growth/value",
    "private_answers/x_unknown/ratings/growth/value",
    "stakeholders/s1/private_note",
    "answers/x_bond.s1/ratings/trust/value",
)


@pytest.mark.parametrize("key", KEYS)
def test_no_other_path_can_be_written_or_removed(kept, opened, key):
    session = kept(slug_of(key))
    _panel, say, _sent = opened(key, on=session)
    before = session.document
    for path in OTHERS:
        for event, rest in (("write", {"value": 3}), ("remove", {})):
            assert say(event, path=path, **rest)["kind"] == "error", (event, path)
        assert say("cite", target=path, source="x")["kind"] == "error", path
        assert session.document is before


@pytest.mark.parametrize("key", KEYS)
def test_each_claim_takes_evidence(session, opened, key):
    panel, say, _sent = opened(key, on=session)
    for pattern in paths(REGISTRY[key]).citable:
        path = example(session, key, pattern)
        if path is None:
            continue
        assert say("cite", target=path, source="Minutes", grade="B")["kind"] == "saved", path
        assert len(value_at(session.document, evidence_path(session.document, path))) >= 1
        panel.visible = False  # drawn with the first, and in the end with all
    panel.look(True)


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_every_entry_has_a_name_in_messages(lang):
    with use_language(lang):
        for key in SHAPED:
            for place in paths(REGISTRY[key]).places:
                path = re.sub(r"\\(.)", r"\1", place.pattern.replace(ID, "x"))
                assert field_name(path) and "_" not in field_name(path), path


def test_rating_changes_score_sentence_and_figure(session, opened):
    panel, say, _sent = opened("x_bond", on=session)
    person = panel.view["record"]["chosen"]
    before = panel.charts["figure"].figure
    for item in ("trust", "warmth", "contract"):
        say("write", path=f"private_answers/x_bond.{person}/ratings/{item}/value", value=2)
    assert panel.view["sentence"] == "The bond is 2."
    assert panel.view["verdict"] == {"text": "low", "tone": ""} and panel.view["flags"] == [
        {"text": "weak trust", "tone": "amber"}
    ]
    assert panel.view["score"]["boxes"] == ["assumed"] * 3
    assert panel.charts["figure"].figure != before and panel.view["suggestions"][0]["text"] == "Trust is 2."


def test_too_few_entries_withhold_the_verdict_and_lead_to_the_next(session, opened):
    panel, say, _sent = opened("x_bond", on=session)
    person = panel.view["record"]["chosen"]
    say("write", path=f"private_answers/x_bond.{person}/ratings/trust/value", value=2)
    assert panel.view["verdict"]["tone"] == "amber" and panel.view["score"]["text"] == "–"
    assert panel.view["rest"]["path"] == f"private_answers/x_bond.{person}/ratings/warmth"


def test_a_row_is_added_written_flagged_and_removed(session, opened):
    panel, say, _sent = opened("x_changes", on=session)
    made = say("row")["made"]
    assert made.startswith("answers/x_changes/rows/") and "place" not in say("undo")
    made = say("row")["made"]
    assert say("write", path=f"{made}/cells/on", value="2025-01-31")["kind"] == "saved"
    row = next(one for one in panel.view["grid"]["rows"] if one["path"] == made)
    assert row["flags"] == [{"text": "late", "tone": "amber"}]
    deleted = say("remove", path=made)
    assert deleted["undo"] and "x_changes" not in deleted["text"]


def test_the_first_tie_is_between_two_people_and_waits_to_be_said_what_it_is(session, opened):
    session.edit([remove(f"pairs/{key}") for key in session.account.pairs])
    panel, say, _sent = opened("internal_politics", on=session)
    assert panel.view["grid"]["adds"]  # a tie is nothing without two people: there was no button at all
    made = say("row")["made"]
    tie = session.account.pairs[made.split("/")[1]]
    assert tie.tie is None and tie.from_id != tie.to_id
    assert say("write", path=f"{made}/tie", value="close")["kind"] == "saved"


def test_a_row_of_the_chain_belongs_to_the_record_that_is_looked_at(session, opened):
    panel, say, _sent = opened("x_asks", on=session)
    person = panel.view["record"]["chosen"]
    made = say("row")["made"]
    assert session.account.commitments[made.split("/")[1]].stakeholder_id == person


def test_a_write_to_a_row_that_is_gone_makes_none(session, opened):
    _panel, say, _sent = opened("x_changes", on=session)
    before = session.account
    answer = say("write", path="answers/x_changes/rows/gone/cells/what", value="x")
    assert answer["kind"] == "error" and session.account is before


def test_where_there_is_no_record_one_is_added_and_looked_at(store, opened):
    store.create(Account(slug="empty"), by="test")
    panel, say, _sent = opened("x_bond", on=Session(store, "empty", by="ann"))
    assert panel.view["record"]["adds"] and "sentence" not in panel.view
    answer = say("record")
    assert "place" not in answer and answer["made"] == panel.view["record"]["path"]
    assert panel.view["sentence"] == "Begin with one entry."


def test_all_cards_of_a_person_look_at_the_same_one(session):
    one, other = panel_class("x_bond")(session), panel_class("x_asks")(session)
    last = list(session.analyses.ids("x_bond"))[-1]
    assert one._answer("choose", {"name": "record", "value": last})["kind"] == "saved"
    assert other.view["record"]["chosen"] == last
    assert one._answer("choose", {"name": "record", "value": "gone"})["kind"] == "error"


def test_what_is_private_does_not_exist_for_who_may_only_read(store):
    reading = Session(store, "new-oriental", editable=False)
    panel = panel_class("x_bond")(reading)
    assert panel.view["hidden"] and "sections" not in panel.view
    assert "x_bond" not in json.dumps(WorkbookPanel(reading, "people").view)


def test_methods_added_at_run_time_get_a_tab_a_card_and_a_place(session):
    assert list(tabs())[-5:] == ["people", "deal", "meetings", "care", "brief"]
    assert cards("deal") == ("x_place", "x_stages") or {"x_place", "x_stages"} <= set(cards("deal"))
    assert tab_of(session.account, "answers/x_place.o1/ratings/rare") == "deal"
    assert tab_of(session.account, "answers/x_scan/values/fits") == "dupont_roe"
    assert tab_of(session.account, "visits/v1") == "meetings"


def test_a_screen_builds_a_card_when_it_is_seen(session):
    workbook = WorkbookPanel(session, "overview")
    workbook._answer("open", {"tab": "deal"})
    screen = workbook.panels["deal"]
    assert len(screen.cards) <= 2
    for card in screen.view["cards"]:
        screen._answer("see", {"card": card["key"]})
    assert set(screen.cards) == {card["key"] for card in screen.view["cards"]}
    screen._answer("see", {"card": "x_bond"})
    assert "x_bond" not in screen.cards


def test_a_card_that_is_begun_keeps_its_place_and_its_line(session):
    workbook = WorkbookPanel(session, "overview")
    workbook._answer("open", {"tab": "people"})
    screen = workbook.panels["people"]
    before = screen.view["cards"]
    folded = [card for card in before if not card["begun"]]
    assert folded and all(card["wide"] for card in folded)
    for card in folded:
        screen._answer("see", {"card": card["key"]})
    screen.refresh()
    assert screen.view["cards"] == [{**card, "begun": True} for card in before]


def test_methods_below_a_panel_of_its_own_unfold_when_asked_for(session):
    workbook = WorkbookPanel(session, "overview")
    workbook._answer("open", {"tab": "dupont_roe"})
    assert "more.dupont_roe" not in workbook.panels
    workbook._answer("open", {"tab": "dupont_roe", "path": "answers/x_scan"})
    assert "x_scan" in workbook.panels["more.dupont_roe"].cards
    assert next(tab for tab in workbook.view["tabs"] if tab["key"] == "dupont_roe")["unfolded"]


def test_tabs_that_were_there_keep_their_keys_and_order():
    kept = ["overview", "pest", "five_forces", "dupont_roe", "problem_types", "motive_assessment"]
    assert list(tabs())[:6] == kept


def test_the_head_of_a_screen_writes_the_fields_of_its_record_and_nothing_else(session, opened):
    panel, say, _sent = opened("deal", on=session)
    head = panel.view["record"]["head"]
    assert [field["key"] for field in head["fields"]] == [
        *["who", "what", "how_much", "when", "guided_by", "customer_clear"]
    ]
    assert (head["boxes"], head["score"]) == (["assumed"] * 4, "0 of 4")
    assert say("write", path="opportunities/o1/who", value="Head office")["kind"] == "saved"
    assert panel.view["record"]["head"]["fields"][0]["value"] == "Head office"
    cited = {"source": "Budget request", "grade": "A", "status": "confirmed", "date": "2026-05-01"}
    assert say("cite", target="opportunities/o1/how_much", **cited)["kind"] == "saved"
    assert panel.view["record"]["head"]["boxes"] == ["assumed", "assumed", "confirmed", "assumed"]
    assert say("write", path="opportunities/o1/order", value=3)["kind"] == "error"
    assert say("write", path="stakeholders/s-cfo/role_title", value="x")["kind"] == "error"


def test_a_screen_without_a_head_lets_nothing_be_written(session, opened):
    _panel, say, _sent = opened("people", on=session)
    assert say("write", path="opportunities/o1/who", value="Head office")["kind"] == "error"
    assert say("cite", target="opportunities/o1/who", source="x")["kind"] == "error"


def test_a_new_doubt_belongs_to_the_deal_and_the_person_that_are_looked_at(session, opened):
    session.choose("opportunity", "o2")
    _panel, say, _sent = opened("buyer_concerns", on=session)
    made = say("row")["made"].removeprefix("doubts/")
    doubt = session.account.doubts[made]
    assert (doubt.opportunity_id, doubt.stakeholder_id) == (
        "o2",
        next(iter(session.analyses.ids("buyer_concerns"))),
    )


def test_questions_of_a_visit_move_within_their_stage_and_rules_are_ticked_one_by_one(session, opened):
    panel, say, _sent = opened("meetings", on=session)
    visit = panel.view["visit"]
    person = visit["people"][0]
    for _n in range(2):
        assert say("question", visit=visit["id"], person=person)["kind"] == "saved"
    rows = next(one["rows"] for one in panel.view["visit"]["scripts"] if one["person"] == person)
    first, second = [row["id"] for row in rows if row["stage"] == rows[0]["stage"]][:2]
    move = {"visit": visit["id"], "person": person}
    assert say("move", **move, row=second, onto=first)["kind"] == "saved"
    rows = next(one["rows"] for one in panel.view["visit"]["scripts"] if one["person"] == person)
    assert [row["id"] for row in rows][:2] == [second, first]
    assert say("move", **move, row=second, onto="gone")["kind"] == "error"
    assert say("undo")["kind"] == "saved"
    rule = panel.view["visit"]["ground_rules"][0]
    assert say("write", path=rule["path"], value="met")["kind"] == "saved"
    assert panel.view["visit"]["ground_rules"][0]["value"] == "met"

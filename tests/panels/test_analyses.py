"""The five analyses as a person works them: each entry shows at once, and each feeds the next."""

from __future__ import annotations

import json

import pytest

from accountkit import methods
from accountkit.i18n import _, use_language
from accountkit.methods.subjects import OURS
from accountkit.methods.workspaces import tabs
from accountkit.model import Account, Edit, remove
from accountkit.panels.registry import PANELS, panel_class
from accountkit.panels.session import Session


@pytest.fixture
def empty(store):
    store.create(Account(slug="empty"), by="consultant")
    return Session(store, "empty", by="consultant")


@pytest.mark.parametrize("key", PANELS)
@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_an_empty_account_opens_every_panel_and_says_what_to_do(store, empty, key, lang):
    panel = panel_class(key)(Session(store, "empty", lang=lang))
    assert panel.view["editable"] is True
    with use_language(lang):
        if key in methods.REGISTRY:
            said = methods.assess(Account(slug="empty"), key).sentence
        else:
            said = _(FIRST[key])
    assert said and said in json.dumps(panel.view, ensure_ascii=False)


FIRST = {
    "overview": "Start with the statements: drop a file under Numbers to see ROE and what changed it.",
    "meetings": "No visits yet. Add one, then choose whom you meet.",
    "brief": "The brief grows with the account. First steps:",
}
"""What panels say first that are no method's."""


def test_a_prompt_starts_a_factor_that_two_clicks_rate(empty, opened):
    panel, say, _sent = opened("pest", on=empty)
    say("add", dimension="social", factor="ageing_births")
    row = panel.view["rows"][0]
    assert row["factor"] and row["dimension"] == "social"
    say("write", path=f"findings/{row['id']}/impact", value=4)
    say("write", path=f"findings/{row['id']}/likelihood", value=5)
    assert panel.view["rows"][0]["priority"] == "20.0" and panel.view["rows"][0]["is_finding"]


def test_a_factor_becomes_a_problem_with_a_link_back(empty, opened):
    panel, say, _sent = opened("pest", on=empty)
    say("add", dimension="political")
    key = panel.view["rows"][0]["id"]
    say("write", path=f"findings/{key}/statement", value="New rules")
    empty.edit([Edit("evidence/law", {"source": "The act"}), Edit(f"findings/{key}/evidence", ["law"])])
    say("problem", finding=key)
    problem = next(iter(empty.account.problems.values()))
    assert problem.statement == "New rules" and problem.finding_ids == (key,)
    assert problem.evidence == ("law",)
    assert panel.view["rows"][0]["problems"]


def test_rating_a_force_moves_its_score_and_the_radar(session, opened):
    panel, say, _sent = opened("five_forces")
    before, figure = panel.view["forces"][0]["score"], panel.charts["radar"].figure
    say("write", path="answers/five_forces/ratings/growth/value", value=1)
    assert panel.view["forces"][0]["score"] != before and panel.charts["radar"].figure != figure


def test_the_type_of_a_problem_follows_from_its_measure(empty, opened):
    panel, say, _sent = opened("problem_types", on=empty)
    say("add")
    key = panel.view["chosen"]
    for field, value in (
        ("metric", "delivery on time"),
        ("past_best", 96),
        ("current", 88),
        ("expected", 98),
    ):
        say("write", path=f"problems/{key}/{field}", value=value)
    # methods, problem_types, rule 1: tolerance 4.8, restore part 8, no ideal part
    assert panel.view["rows"][0]["type"] == "restore" and panel.view["measure"]["parts"] == {
        "restore": "8.0",
        "pursue_ideal": "",
    }
    say("write", path=f"problems/{key}/expected", value=102)
    assert (
        panel.view["rows"][0]["verdict"].startswith("Restore")
        and panel.view["measure"]["parts"]["pursue_ideal"] == "6.0"
    )


def test_a_leaf_that_is_ours_to_act_on_is_offered_as_a_need(empty, opened):
    panel, say, _sent = opened("problem_types", on=empty)
    say("add")
    key = panel.view["chosen"]
    for field, value in (("past_best", 96), ("current", 88), ("expected", 98)):
        say("write", path=f"problems/{key}/{field}", value=value)
    say("node", problem=key)
    node = panel.view["tree"][0]["id"]
    say("write", path=f"problems/{key}/nodes/{node}/text", value="coating capacity")
    say("write", path=f"problems/{key}/nodes/{node}/addressable", value="yes")
    offer = next(offer for offer in panel.view["suggestions"] if "coating capacity" in offer["text"])
    say("accept", suggestion=offer["id"])
    assert [need.statement for need in empty.account.needs.values()] == ["coating capacity"]


def test_a_declined_offer_stays_away(session, opened):
    panel, say, _sent = opened("five_forces")
    offer = panel.view["suggestions"][0]["id"]
    say("decline", offer=offer)  # as a page said it before, which may have kept it
    assert offer not in {item["id"] for item in panel.view["suggestions"]}


def test_what_else_stands_beside_and_why_below(empty, opened):
    panel, say, _sent = opened("problem_types", on=empty)
    say("add")
    key = panel.view["chosen"]
    say("node", problem=key)
    first = panel.view["tree"][0]["id"]
    say("node", problem=key, node=first, move="why")
    say("node", problem=key, node=first, move="what_else")
    assert sorted(node["depth"] for node in panel.view["tree"]) == [0, 0, 1]


def test_deleting_a_finding_shows_the_broken_link_on_both_panels(session, opened):
    problem, wanted = next(
        (key, p.finding_ids[0]) for key, p in session.account.problems.items() if p.finding_ids
    )
    session.edit([remove(f"findings/{wanted}")])
    panel, say, _sent = opened("problem_types")
    say("choose", name="problem", value=problem)
    assert any(finding["gone"] for finding in panel.view["measure"]["findings"])
    overview, say, _sent = opened("overview")
    say("choose", name="all", value=True)
    assert any(
        task["path"] == f"problems/{problem}" and "deleted" in task["text"] for task in overview.view["tasks"]
    )


def test_evidence_that_is_cited_confirms_the_claim(empty, opened):
    panel, say, _sent = opened("pest", on=empty)
    say("add", dimension="political")
    key = panel.view["rows"][0]["id"]
    say(
        "cite",
        target=f"findings/{key}",
        source="20-F FY2022",
        grade="A",
        status="confirmed",
        confirmed_by="finance director",
    )
    assert panel.view["rows"][0]["claim"]["standing"] == "confirmed"
    refused = say(
        "cite", target=f"findings/{key}", source="we think", grade="D", status="confirmed", confirmed_by="us"
    )
    assert refused["kind"] == "error" and "grade D" in refused["text"]


def test_a_motive_says_what_multiple_this_person_needs(empty, opened):
    empty.edit(
        [
            Edit("stakeholders/s1", {"role_title": "COO"}),
            Edit("problems/p1", {"statement": "Empty seats", "admitted": "yes"}),
            Edit("needs/n1", {"problem_id": "p1", "statement": "Demand planning"}),
        ]
    )
    panel, say, _sent = opened("motive_assessment", on=empty)
    say("assess", person="s1", need="n1")
    key = panel.view["chosen"]
    ratings = {
        "solved_long": 4,
        "solved_spread": 3,
        "unsolved_long": 5,
        "unsolved_spread": 4,
        "urgency": 4,
        "vision": 3,
        "risk": 3,
        "obstacle": 4,
        "process_change": 2,
        "skill": 2,
    }
    for item, value in ratings.items():
        say("write", path=f"motives/{key}/ratings/{item}/value", value=value)
    money = {
        "gain": 1.2e6,
        "loss": 0.6e6,
        "years": 3,
        "outlay": 0.9e6,
        "opportunity_cost": 0.1e6,
        "change_cost": 0.15e6,
        "skill_cost": 0.05e6,
        "appetite": "normal",
        "degree": "fundamental",
    }
    for field, value in money.items():
        assert say("write", path=f"motives/{key}/{field}", value=value)["kind"] == "saved"
    # methods, motive_assessment, worked example: score 66.25, M = 4.5 of 5 needed, short by 0.6 m
    assert panel.view["motive"]["score"] == "66"
    assert any("4.5" in figure["value"] for figure in panel.view["motive"]["figures"])
    assert any("0.6" in text or "600" in text for text in panel.view["motive"]["says"])


def test_the_same_panel_speaks_chinese(store):
    english = panel_class("pest")(Session(store, "new-oriental"))
    chinese = panel_class("pest")(Session(store, "new-oriental", lang="zh_CN"))
    assert english.view["sentence"] != chinese.view["sentence"]
    assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese.view["sentence"])
    assert chinese.words["Impact × likelihood"] != "Impact × likelihood"


def test_an_edit_sends_only_what_changed(session, opened):
    panel, say, sent = opened("pest")
    key = panel.view["rows"][-1]["id"]
    say("write", path=f"findings/{key}/felt", value="excited")
    (changes,) = sent.of("patch")[-1]
    assert changes and all(len(str(change)) < 2000 for change in changes)
    assert any("rows" in change[0] for change in changes)


def test_a_chosen_measure_brings_its_unit_and_driver_and_values_the_problem(session, opened):
    panel, say, _sent = opened("problem_types")
    say("add")
    place = f"problems/{panel.chosen}"
    assert panel.view["measure"]["measure"] == "other"
    assert say("write", path=f"{place}/measure", value="operating_margin")["kind"] == "saved"
    for field, value in (("past_best", 11.15), ("current", 8.7), ("expected", 11.1)):
        say("write", path=f"{place}/{field}", value=value)
    problem = session.account.problems[panel.chosen]
    assert (problem.measure, problem.unit, problem.driver) == ("operating_margin", "%", "margin")
    assert panel.entry().worth.amount == pytest.approx(0.024 * 4_313_586_000, rel=1e-6)
    say("write", path=f"{place}/measure", value="on_time_delivery")
    assert panel.entry().worth is None
    assert say("write", path=f"{place}/measure", value=["margin"])["kind"] == "error"


def test_a_typed_number_is_read_by_the_kernel_and_a_number_stays_one(session, opened):
    _panel, say, _sent = opened("problem_types")
    place = "problems/p-margin/current"
    assert say("write", path=place, value="3,5", typed="number")["kind"] == "saved"
    assert session.account.problems["p-margin"].current == 3.5
    assert say("write", path=place, value=8.7)["kind"] == "saved"
    assert (
        say("write", path="problems/p-margin/probability", value="12,5 %", typed="percent")["kind"] == "saved"
    )
    assert session.account.problems["p-margin"].probability == pytest.approx(0.125)
    refused = say("write", path=place, value="1234,567", typed="number")
    assert refused["kind"] == "error" and "1234.567" in refused["reason"]
    assert session.account.problems["p-margin"].current == 8.7
    assert say("write", path=place, value="", typed="number")["kind"] == "saved"
    assert session.account.problems["p-margin"].current is None


@pytest.mark.parametrize(
    "key", [key for key, method in methods.REGISTRY.items() if not method.core and method.subject not in OURS]
)
def test_each_card_of_an_empty_account_has_its_first_step(empty, key):
    view = panel_class(key)(empty).view
    grid, record = view.get("grid") or {}, view.get("record") or {}
    here = grid.get("adds") or grid.get("rows") or record.get("adds") or (view.get("path") and not grid)
    assert here or view["elsewhere"]["tab"] in tabs(), view["elsewhere"]


def test_a_card_leads_to_what_it_waits_for(empty):
    need, coverage = panel_class("solution_evaluation")(empty), panel_class("contact_coverage")(empty)
    assert need.view["elsewhere"] == {"tab": "problem_types", "path": "needs", "name": "Problems"}
    assert coverage.view["elsewhere"] == {"tab": "people", "path": "stakeholders", "name": "People"}
    empty.edit([Edit("stakeholders/p", {"role_title": "Buyer", "function": "IT"})])
    assert panel_class("contact_coverage")(empty).view["elsewhere"] is None

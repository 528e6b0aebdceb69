"""The worked example of methods.md, action_commitment."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest

from accountkit.brief import compose, write
from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.model import Account, Ask, Commitment, Evidence, Stakeholder, Visit, in_language
from accountkit.model.deals import Opportunity
from accountkit.summaries import summary
from tests.methods.plant import DAY, plant

KEY = "action_commitment"
LINE = Commitment(
    stakeholder_id="operations",
    action="Open line C for two days of measuring",
    due=dt.date(2026, 2, 10),
    done_on=dt.date(2026, 2, 10),
    place="On site",
    manner="Two days of measuring",
    milestone="Project set up",
    status="done",
)
BUDGET = Commitment(
    stakeholder_id="finance",
    action="Put 900 k into the budget round",
    due=dt.date(2026, 3, 31),
    place="Budget meeting",
    manner="Written request",
    level="high",
    status="given",
    order=1,
)
FORM = Commitment(stakeholder_id="purchasing", action="Send the supplier form", status="given", order=2)
QUOTE = Commitment(
    action="Send a quote",
    actor="seller",
    due=dt.date(2026, 3, 5),
    place="By mail",
    manner="PDF",
    status="given",
    order=3,
)
REFUSED = Commitment(
    stakeholder_id="manager",
    action="Visit a reference plant",
    due=dt.date(2026, 2, 20),
    place="Reference plant",
    manner="Half a day",
    status="refused",
    reason="No time before the annual closing",
    order=4,
)
WORKED = {"line": LINE, "budget": BUDGET, "form": FORM, "quote": QUOTE, "refused": REFUSED}
CHINESE = {
    "Head of finance": "财务负责人",
    "Put 900 k into the budget round": "将90万列入预算",
    "Project set up": "项目立项",
}


def account(commitments: dict[str, Commitment], day: dt.date = DAY, **update: Any) -> Account:
    known = {"commitments": commitments, "review_date": day, "wording": {"zh_CN": CHINESE}}
    return plant().model_copy(update={**known, **update})


def whole(commitments: dict[str, Commitment], day: dt.date = DAY, **update: Any):
    return Analyses(account(commitments, day, **update)).read(KEY)


def rows(commitments: dict[str, Commitment], **update: Any):
    return {row.id: row for row in Analyses(account(commitments, **update)).read(KEY).rows}


def test_two_of_the_five_count():
    reading = whole(WORKED)
    assert {row.id for row in reading.rows if row["counts"]} == {"line", "budget"}
    assert reading.totals == {"counted": 2, "momentum": 1, "days": 19}
    assert reading.alarms == ()


def test_each_of_the_others_says_why_it_does_not_count():
    found = rows(WORKED)
    assert "too_vague" in found["form"].flags
    assert "seller_work" in found["quote"].flags
    assert found["refused"]["next"] == "lower_ask"


def test_with_nothing_new_on_1_april_the_order_is_stalled():
    reading = whole(WORKED, dt.date(2026, 4, 1))
    assert reading.totals == {"counted": 2, "momentum": 0, "days": 50}
    assert reading.alarms == ("stalled",)


def test_what_is_past_and_still_open_is_overdue_and_not_what_comes_next():
    day, late = dt.date(2026, 4, 1), BUDGET.model_copy(update={"level": "low", "due": dt.date(2026, 4, 1)})
    assert rows({"budget": BUDGET}, review_date=BUDGET.due)["budget"].flags == ()
    assert "overdue" in rows({"budget": BUDGET}, review_date=day)["budget"].flags
    assert "overdue" not in rows({"line": LINE}, review_date=day)["line"].flags
    said = Analyses(account({"budget": BUDGET, "late": late}, day)).assess(KEY).sentence
    assert "(low)" in said and "31 March" not in said


@pytest.mark.parametrize(
    ("days", "momentum", "alarms"), [(30, 1, ()), (31, 0, ()), (45, 0, ()), (46, 0, ("stalled",))]
)
def test_the_days_of_momentum_and_of_standing_still(days, momentum, alarms):
    reading = whole({"line": LINE}, LINE.done_on + dt.timedelta(days=days))
    assert (reading.totals["momentum"], reading.alarms) == (momentum, alarms)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        (
            "en",
            "Head of finance committed to put 900 k into the budget round by 31 March 2026 (high). Order milestone reached: "
            "project set up.",
        ),
        ("zh_CN", "财务负责人承诺于2026年3月31日前将90万列入预算（高）；订单已推进至项目立项。"),
    ],
)
def test_the_sentence_is_of_all_people_together(lang, sentence):
    with use_language(lang):
        verdict = Analyses(in_language(account(WORKED), lang)).assess(KEY)
    assert verdict.sentence == sentence
    assert [(said.text, said.internal, said.path) for said in verdict.brief] == [
        (sentence, True, "commitments")
    ]


def test_of_one_person_the_sentence_names_its_own_alone():
    said = Analyses(account(WORKED)).assess(KEY, "finance").sentence
    assert said == "Head of finance committed to put 900 k into the budget round by 31 March 2026 (high)."
    assert (
        Analyses(account(WORKED)).assess(KEY, "operations").sentence
        == "Order milestone reached: project set up."
    )


@pytest.mark.parametrize(
    "change",
    [
        {"actor": "seller"},
        {"due": None},
        {"place": ""},
        {"manner": ""},
        {"status": "asked"},
        {"status": "planned"},
        {"status": "refused"},
    ],
)
def test_what_lacks_one_condition_does_not_count(change):
    assert rows({"budget": BUDGET.model_copy(update=change)})["budget"]["counts"] is False


@pytest.mark.parametrize(
    ("change", "step"),
    [
        ({"reason": ""}, "ask_reason"),
        ({"level": "mid"}, "lower_ask"),
        ({"level": "low"}, "give_up"),
        ({"status": "asked"}, None),
    ],
)
def test_what_follows_a_refusal(change, step):
    assert rows({"one": REFUSED.model_copy(update=change)})["one"]["next"] == step


@pytest.mark.parametrize(
    ("stage", "flags"), [("compare", ()), ("commit", ("unrealistic",)), (None, ("seller_driven",))]
)
def test_an_ask_two_stages_ahead_is_unrealistic_and_one_without_stage_and_motive_seller_driven(stage, flags):
    deal = Opportunity(stage="design")
    asked = BUDGET.model_copy(update={"status": "asked", "stage": stage, "opportunity_id": "control"})
    assert rows({"one": asked}, opportunities={"control": deal})["one"].flags == flags


def test_a_day_that_is_still_to_come_is_not_done():
    ahead = LINE.model_copy(update={"done_on": DAY + dt.timedelta(days=1)})
    assert whole({"line": ahead}).totals == {"counted": 1, "momentum": 0, "days": None}


@pytest.mark.parametrize(
    ("visit", "alarms"),
    [
        (Visit(stakeholder_ids=("it",)), ("visit_without_ask",)),
        (Visit(stakeholder_ids=("it",), asks={"low": Ask(action="Name a date")}), ()),
        (Visit(stakeholder_ids=("it",), status="cancelled"), ()),
    ],
)
def test_a_visit_without_a_planned_ask_is_a_warning(visit, alarms):
    known = Analyses(account({}, visits={"v1": visit}))
    assert known.read(KEY).alarms == alarms
    assert known.read(KEY, "it").alarms == alarms
    assert known.read(KEY, "finance").alarms == ()


def test_an_account_without_people_or_commitments_says_what_to_ask_for():
    assert "Ask the customer" in Analyses(Account(slug="a")).assess(KEY).sentence
    person = Account(slug="a", stakeholders={"s": Stakeholder(role_title="Buyer")})
    assert "Ask the customer" in Analyses(person).assess(KEY).sentence


def test_the_order_has_moved_to_the_milestone_reached_last():
    later = LINE.model_copy(update={"done_on": dt.date(2026, 2, 25), "milestone": "Tender issued"})
    said = Analyses(account({"later": later, "line": LINE})).assess(KEY).sentence
    assert said == "Order milestone reached: tender issued."


def test_the_sentence_is_confirmed_if_each_commitment_is_whatever_others_have():
    seen = {"e": Evidence(source="Minutes", grade="A", status="confirmed", confirmed_by="Analyst")}
    sure = BUDGET.model_copy(update={"evidence": ("e",)})
    assert [line.status for line in Analyses(account({"b": sure}, evidence=seen)).assess(KEY).brief] == [
        "confirmed"
    ]
    mixed = account({"b": sure, "line": LINE}, evidence=seen)
    assert [line.status for line in Analyses(mixed).assess(KEY).brief] == ["assumed"]


def test_momentum_is_summed_over_the_deal_and_deals_are_ranked_by_it():
    day = dt.timedelta(days=1)
    done = WORKED["line"]
    commitments = {
        "a": done.model_copy(update={"opportunity_id": "o1", "done_on": DAY - 60 * day}),
        "b": done.model_copy(update={"opportunity_id": "o2", "done_on": DAY - 5 * day}),
        "c": done.model_copy(
            update={"opportunity_id": "o2", "done_on": DAY - 9 * day, "stakeholder_id": "finance"}
        ),
    }
    deals = {"o1": Opportunity(what="Line control"), "o2": Opportunity(what="Service")}
    analyses = Analyses(account(commitments, opportunities=deals))
    reading = analyses.read(KEY)
    assert reading.totals["by_deal"] == "Service: 2; Line control: 0"
    assert reading.totals["momentum"] == 2 and reading.alarms == ("stalled",)
    person = Analyses(account({"b": commitments["b"], "c": commitments["c"]}, opportunities=deals))
    assert person.read(KEY, "operations").totals["momentum"] == 2
    won = {**deals, "o1": deals["o1"].model_copy(update={"outcome": "won"})}
    assert "stalled" not in Analyses(account(commitments, opportunities=won)).read(KEY).alarms
    said = "Customer actions completed in the last 30 days: Service: 2; Line control: 0."
    assert said in summary(analyses.account, KEY)
    brief = io.BytesIO()
    write(compose(analyses.account, edition="internal"), brief, "md")
    assert said in brief.getvalue().decode()

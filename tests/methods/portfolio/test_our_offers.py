"""What a sheet gives to a deal: unique value, answers, openers, strategy and cases, never over what is there."""

from __future__ import annotations

from typing import Any

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.our_offers import answers, standing_answer
from accountkit.model import Account, Doubt, Edit, Lever, Offer, apply
from tests.methods.plant import plant
from tests.methods.portfolio.ours import practice

SHEET = {
    "competitive_strategy": "cost_leadership",
    "business_problem": "Coating holds up deliveries\nand costs fines",
    "unique_value": "- Change-over in nine minutes\n- Traceable batches",
    "cases": "Maker of pumps",
    "faq": "Does the line stop during installation? No, it is fitted in the August stop.\n安装期间产线停机吗？不停机。\nNo question",
}


def account(doubt: str = "", **fields: Any) -> Account:
    known = plant()
    doubts = {"d": Doubt(stakeholder_id="operations", need_id="capacity", signal=doubt)} if doubt else {}
    deal = known.opportunities["control"].model_copy(update={"need_ids": ("capacity",), **fields})
    return known.model_copy(
        update={
            "levers": {"l": Lever(need_id="capacity", offer_id="control")},
            "opportunities": {"control": deal},
            "doubts": doubts,
        }
    )


def offered(found: Account, key: str, about: str, which: str) -> tuple[str, Account] | None:
    analyses = Analyses(found, practice(offer=SHEET))
    for one in analyses.assess(key, about).suggestions:
        if one.id.split(".")[1] == which:
            return one.text, apply(found, list(one.edits()))
    return None


def rows(found: Account, key: str) -> list[dict[str, Any]]:
    return [dict(row.cells) for row in found.answers[key].rows.values()]


def test_unique_value_is_offered_to_the_evaluation_of_the_need():
    text, after = offered(account(), "solution_evaluation", "capacity", "sheet") or ("", account())
    assert text == "Evaluate what our sheets call unique: change-over in nine minutes and traceable batches."
    assert [row["indicator"] for row in rows(after, "solution_evaluation.capacity")] == [
        "Change-over in nine minutes",
        "Traceable batches",
    ]
    assert offered(after, "solution_evaluation", "capacity", "sheet") is None
    assert offered(account(), "solution_evaluation", "planning", "sheet") is None, (
        "no lever names it for that need"
    )


def test_the_offer_and_its_value_are_offered_to_the_value_proposition():
    _text, after = offered(account(), "value_proposition_canvas", "control", "ours") or ("", account())
    ours = [row["ours"] for row in rows(after, "value_proposition_canvas.control")]
    assert ours == ["Coating line control", "Change-over in nine minutes", "Traceable batches"]
    assert offered(after, "value_proposition_canvas", "control", "ours") is None


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("Will the installation stop us?", "No, it is fitted in the August stop."),
        ("担心安装期间停产", "不停机。"),
        ("Too dear", None),
    ],
)
def test_a_doubt_gets_the_answer_of_the_nearest_question(said, answer):
    found = account(said)
    assert standing_answer([Offer(name="x", **SHEET)], said) == answer
    offer = offered(found, "buyer_concerns", "operations", "standing")
    assert (offer and offer[1].doubts["d"].answer) == answer


def test_an_answer_that_is_there_stays():
    found = account("Will the installation stop us?")
    found = apply(found, [Edit("doubts/d/answer", "We come at night.")])
    assert offered(found, "buyer_concerns", "operations", "standing") is None


def test_a_line_without_a_question_answers_nothing():
    assert len(answers(Offer(name="x", **SHEET))) == 2


def test_its_business_problem_opens_the_script():
    text, after = offered(account(), "question_script", "operations", "openers") or ("", account())
    assert text.endswith("How do you handle “Coating holds up deliveries” today?")
    assert offered(after, "question_script", "operations", "openers") is None


def test_its_strategy_is_that_of_the_deal_and_shows_a_mismatch():
    known = account(necessity=1, sameness=1)
    reading = Analyses(known, practice(offer=SHEET)).read("sales_mode", "control")
    assert (reading.value("strategy"), reading.verdict) == ("product_push", "demand_creating")
    assert reading.flags == ("mismatch",)
    fitting = Analyses(known, practice(offer={**SHEET, "competitive_strategy": "focus"}))
    assert fitting.read("sales_mode", "control").flags == ()


def test_without_a_practice_nothing_is_offered():
    with use_language("zh_CN"):
        found = Analyses(account("Will the installation stop us?"))
        assert not [
            one for one in found.assess("question_script", "operations").suggestions if ".openers" in one.id
        ]
        assert not found.assess("buyer_concerns", "operations").suggestions

"""Worked by hand, step by step, on the plant: what ends each of the five steps."""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.model import Account, Answer, Finding, Row, in_language
from tests.methods.plant import CHINESE, GRADES, answer, motive, plant

KEY = "product_business_canvas"
CANVAS = {"business_model_canvas": answer(unit="Coating", channels="Own sales force")}
SCORED = {
    "solution_evaluation.capacity": Answer(
        rows={"r": Row(cells={"indicator": "Throughput", "importance": 5, "urgency": 5, "our_score": 4})}
    )
}
FINDINGS = {f"f{n}": Finding(statement=f"Finding {n}", evidence=("said",), order=n) for n in range(3)}


def account(**fields) -> Account:
    """The plant, whose two findings have no evidence and whose head of operations admits the problem."""
    return plant().model_copy(update={"evidence": GRADES, "wording": {"zh_CN": CHINESE}, **fields})


def read(known: Account):
    return Analyses(known).read(KEY)


@pytest.mark.parametrize(
    ("fields", "verdict", "at"),
    [
        ({}, "understand_business", 2),
        ({"answers": CANVAS}, "understand_business", 2),  # drawn, but no finding has evidence
        ({"findings": FINDINGS}, "understand_business", 2),  # evidenced, but nothing is drawn
        ({"answers": CANVAS, "findings": FINDINGS}, "create_motive", 3),
        ({"answers": CANVAS, "findings": FINDINGS, "motives": motive()}, "evaluate_solution", 4),
        ({"answers": {**CANVAS, **SCORED}, "findings": FINDINGS, "motives": motive()}, "complete", 5),
    ],
)
def test_the_present_step_is_the_first_whose_exit_is_not_met(fields, verdict, at):
    reading = read(account(**fields))
    assert (reading.verdict, reading.at) == (verdict, at)


def test_a_finding_on_our_assumption_or_refuted_is_not_evidenced():
    assumed = {**FINDINGS, "f2": FINDINGS["f2"].model_copy(update={"evidence": ("guess",)})}
    assert read(account(answers=CANVAS, findings=assumed)).verdict == "understand_business"


def test_evaluating_before_anyone_is_motivated_is_a_warning():
    assert read(account(answers=SCORED)).flags == ("motive_again",)
    assert read(account(answers=SCORED, motives=motive())).flags == ()


def test_nothing_is_entered():
    assert read(account()).method.entries() == ()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Step 1 of 5: understand the business. Findings: 2; acknowledged problems: 1; needs we can act on: 2; motivated people: 0.",
        ),
        (
            "zh_CN",
            "第1步（共5步）：理解客户业务。发现2条，客户认可的问题1个，可应对需求2个，已有动机的关系人0位。",
        ),
    ],
)
def test_the_sentence(lang, said):
    with use_language(lang):
        verdict = Analyses(in_language(account(), lang)).assess(KEY)
    assert verdict.sentence == said
    assert [line.internal for line in verdict.brief] == [True]

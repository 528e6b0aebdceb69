"""Blocks, and the problems that name them (methods.md, business_model_canvas: no example is printed there)."""

from __future__ import annotations

from typing import Any

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.model import Account, Answer, Evidence, Problem, Value, in_language
from accountkit.model.account import Profile
from tests.methods.plant import plant

KEY = "business_model_canvas"
LATE = Problem(statement="Deliveries come late", canvas_blocks=("key_activities", "customer_relationships"))
FULL = Problem(statement="Line C is full", canvas_blocks=("key_activities",), order=1)
REFUTED = {"no": Evidence(source="Withdrawn", grade="C", status="refuted")}


def account(problems: dict[str, Problem], values: dict[str, Any] | None = None, **update: Any) -> Account:
    answer = Answer(values={key: Value(value=value) for key, value in (values or {}).items()})
    known = {"problems": problems, "answers": {KEY: answer}, "wording": {"zh_CN": {"Plant 2": "二厂"}}}
    return plant().model_copy(update={**known, **update})


def test_completeness_is_out_of_nine_and_the_unit_is_not_a_block():
    verdict = Analyses(
        account({}, {"channels": "Two dealers", "key_partners": "", "unit": "Plant 2"})
    ).assess(KEY)
    assert (verdict.rated, verdict.total, verdict.band_label) == (1, 9, "1 of 9 blocks filled")


def test_a_block_with_two_problems_is_highlighted():
    reading = Analyses(account({"late": LATE, "full": FULL})).read(KEY)
    assert reading.counts["key_activities"] == 2 and reading.counts["customer_relationships"] == 1
    assert reading.marked == ("key_activities",)
    assert reading.pointing["key_activities"] == ("problems/late", "problems/full")


@pytest.mark.parametrize("change", [{"closed": True}, {"evidence": ("no",)}])
def test_a_problem_that_is_closed_or_refuted_counts_nowhere(change):
    problems = {"late": LATE, "full": FULL.model_copy(update=change)}
    assert Analyses(account(problems, evidence=REFUTED)).read(KEY).marked == ()


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "The problem lies in key activities and customer relationships of Plant 2."),
        ("zh_CN", "问题涉及二厂的关键业务和客户关系。"),
    ],
)
def test_the_sentence(lang, sentence):
    with use_language(lang):
        verdict = Analyses(in_language(account({"late": LATE}, {"unit": "Plant 2"}), lang)).assess(KEY)
    assert [(said.text, said.internal, said.status) for said in verdict.brief] == [
        (sentence, False, "assumed")
    ]


def test_two_problems_are_several_and_without_a_unit_it_is_the_customer():
    known = account({"late": LATE, "full": FULL}, profile=Profile(name="Plant", name_zh="工厂"))
    said = [line.text for line in Analyses(known).assess(KEY).brief]
    assert said == ["The problems lie in key activities and customer relationships of Plant."]
    with use_language("zh_CN"):
        assert Analyses(known).assess(KEY).brief[0].text == "问题涉及工厂的关键业务和客户关系。"


@pytest.mark.parametrize(("standing", "status"), [("confirmed", "confirmed"), ("assumed", "assumed")])
def test_the_sentence_is_confirmed_only_if_the_problem_is(standing, status):
    seen = {"e": Evidence(source="Report", grade="A", status=standing, confirmed_by="Analyst")}
    known = account({"late": LATE.model_copy(update={"evidence": ("e",)})}, evidence=seen)
    assert [line.status for line in Analyses(known).assess(KEY).brief] == [status]


def test_without_a_problem_in_a_block_nothing_is_said():
    assert Analyses(account({}, {"unit": "Plant 2"})).assess(KEY).brief == ()

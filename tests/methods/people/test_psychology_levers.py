"""The rule of methods.md, psychology_levers, for the people of the plant."""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.people.psychology_levers import LEVERS
from accountkit.model import Account, Answer, Value, in_language
from tests.methods.people.house import CHINESE, answers, changed, house

KEY = "psychology_levers"


def kept(prepared: tuple[str, ...]) -> dict[str, Answer]:
    values = {one.key: Value(value="met" if one.key in prepared else "not_met") for one in LEVERS}
    return {f"{KEY}.operations": Answer(values=values)}


def said(account: Account) -> str:
    return Analyses(account).assess(KEY, "operations").sentence


@pytest.mark.parametrize(
    ("stage", "item"),
    [
        (None, "network"),
        ("first_impression", "cognitive bias"),
        ("liking", "character"),
        ("mutual_trust", "emotional intelligence"),
        ("persuasion", "inner motive"),
        ("inspiration", "group influence"),
    ],
)
def test_the_point_before_the_next_stage_is_to_prepare_now(stage, item):
    account = changed(house(answers=kept(())), "operations", relationship_stage=stage)
    assert said(account) == f"Prepare {item} before the next step with head of operations."


def test_group_influence_is_required_where_several_people_decide():
    account = house(answers=kept(("emotional_skill",)))
    assert said(account) == "Prepare group influence before the next step with head of operations."
    reading = Analyses(account).read(KEY, "operations")
    assert (reading.verdict, reading.flags) == ("prepare", ("collective",))
    alone = changed(account, "manager", decision_roles=())
    assert Analyses(alone).read(KEY, "operations").verdict == "prepared"


def test_all_prepared_says_so():
    account = house(answers=kept(tuple(one.key for one in LEVERS)))
    assert said(account) == "Head of operations: all six points are prepared."


def test_the_sentence_in_chinese():
    account = house(
        answers=answers(KEY, {"operations": {"emotional_skill": "not_met"}}), wording={"zh_CN": CHINESE}
    )
    with use_language("zh_CN"):
        assert said(in_language(account, "zh_CN")) == "与运营负责人推进前需准备：情商。"

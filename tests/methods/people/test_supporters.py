"""The worked example of methods.md, supporters."""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.people.supporter_rules import counts, coverage
from accountkit.model import Account, in_language
from tests.methods.people.house import ANSWERS, CHINESE, POWER, SUPPORT, answers, changed, house

KEY = "supporters"


def readings(support: dict[str, dict[str, str]], account: Account | None = None):
    kept = {**answers("power_classes", POWER), **answers(KEY, support)}
    return Analyses((account or house()).model_copy(update={"private_answers": kept})).readings(KEY)


def test_one_insider_one_sponsor_no_coach_is_unverified():
    found = readings(SUPPORT)
    assert counts(found) == {"insider": 1, "sponsor": 1, "coach": 0}
    assert {one.subject_id: one.verdict for one in found if one.flags} == {
        "quality": "insider",
        "it": "sponsor",
    }
    assert coverage(found) == "unverified"


def test_with_the_third_condition_the_head_of_operations_is_a_coach_and_we_are_guided():
    sure = {**SUPPORT, "operations": {**SUPPORT["operations"], "wants_our_win": "met"}}
    assert counts(readings(sure))["coach"] == 1 and coverage(readings(sure)) == "guided"
    past = {**sure, "operations": {**sure["operations"], "not_coach": "past_coach"}}
    assert counts(readings(past))["coach"] == 0


def test_without_the_quality_engineer_the_support_is_blind_and_without_anybody_we_are():
    without = {key: one for key, one in SUPPORT.items() if key != "quality"}
    assert coverage(readings(without)) == "blind_support"
    assert coverage(readings({})) == "blind"


def test_two_insiders_can_be_cross_checked():
    two = {**SUPPORT, "manager": {"shares": "met"}}
    assert coverage(readings(two)) == "cross_checked"


@pytest.mark.parametrize("attitude", ["neutral", "against", "unknown"])
def test_a_sponsor_is_with_us_by_the_field_of_the_person(attitude):
    assert counts(readings(SUPPORT, changed(house(), "it", attitude=attitude)))["sponsor"] == 0


def test_whoever_is_unaware_is_no_insider_and_authority_counts_like_power():
    found = readings({"coating": {"shares": "met"}})
    assert counts(found)["insider"] == 0
    friend = changed(house(), "coating", attitude="for_us")
    support = {"coating": {"wishes_success": "met", "authority": "met"}}
    assert counts(readings(support, friend))["sponsor"] == 1


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "Support: insiders 1, sponsors 1, coaches 0; unverified."),
        ("zh_CN", "支持者：内线1、赞助者1、教练0；未经验证。"),
    ],
)
def test_the_sentence(lang, sentence):
    account = house(private_answers=ANSWERS, wording={"zh_CN": CHINESE})
    with use_language(lang):
        said = Analyses(in_language(account, lang)).assess(KEY).brief
    assert [(line.text, line.internal) for line in said] == [(sentence, True)]

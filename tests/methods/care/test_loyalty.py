"""Two readings of loyalty from one record: loyalty_repeat_referral (the example of methods.md) and loyalty_preference_repeat
(worked by hand: preference (4 + 3) / 2 = 3.5, repeat 4: full).
"""

from __future__ import annotations

import pytest

from accountkit.methods import Analyses
from accountkit.methods.care.loyalty_rules import computed, perceived, satisfaction
from accountkit.methods.paths import paths
from accountkit.methods.registry import REGISTRY
from accountkit.model import Account
from tests.methods.care.test_delivered_value import US
from tests.methods.care.test_delivered_value import account as delivered
from tests.methods.plant import answer, plant, sentence, with_deal

REFERRAL, PREFERENCE = "loyalty_repeat_referral", "loyalty_preference_repeat"
PARTS = {"value_received": 4, "effort": 2, "expectation": 3}


def account(known: Account | None = None, **rated: int) -> Account:
    preference = {key: rated.pop(key) for key in ("horizontal", "vertical") if key in rated}
    known = known or plant()
    answers = {REFERRAL: answer(rated=rated), PREFERENCE: answer(rated=preference)}
    return known.model_copy(update={"answers": {**known.answers, **answers}})


def read(key: str, known: Account | None = None, **rated: int):
    return Analyses(account(known, **rated)).read(key)


def test_received_4_effort_2_and_expectation_3_are_a_perceived_value_of_4_and_a_satisfaction_of_3_5():
    reading = read(REFERRAL, **PARTS)
    assert (perceived(reading), satisfaction(reading)) == (4.0, 3.5)
    other = read(REFERRAL, value_received=4, effort=3, expectation=4)
    assert (perceived(other), satisfaction(other)) == (3.5, 2.75)


def test_what_the_customer_states_counts_and_a_difference_of_1_5_is_told():
    reading = read(REFERRAL, **PARTS, satisfaction_asked=2)
    assert (computed(reading), satisfaction(reading), reading.flags) == (3.5, 2.0, ("disagree",))
    assert read(REFERRAL, **PARTS, satisfaction_asked=3).flags == ()


def test_value_and_effort_follow_from_the_delivered_value_where_nobody_rates_them():
    reading = read(REFERRAL, delivered(US), expectation=3)
    assert (reading.value("value_received"), reading.value("effort")) == (3.75, 3.25)
    assert satisfaction(reading) == pytest.approx(3 + (3.25 - 3) / 2)


@pytest.mark.parametrize(
    ("rated", "cell"),
    [((4, 4), "steadfast"), ((4, 2), "inert"), ((2, 4), "mercenary"), ((1, 1), "none")],
)
def test_the_types_by_repeat_and_referral(rated, cell):
    reading = read(REFERRAL, repeat=rated[0], referral=rated[1])
    assert (reading.verdict, reading.borders) == (cell, ())


def test_a_referral_of_3_is_on_the_line():
    reading = read(REFERRAL, repeat=4, referral=3)
    assert (reading.verdict, [cell.key for cell in reading.borders]) == ("steadfast", ["inert"])


def test_who_is_satisfied_and_easy_to_replace_may_leave():
    ranked = {"business_importance": 4, "cost_share": 4}
    for irreplaceable, tied in ((2, False), (4, True)):
        deal = with_deal(
            {"opportunity_ranking.control": answer(rated={**ranked, "irreplaceable": irreplaceable})}
        )
        assert ("not_tied" in read(REFERRAL, deal, **PARTS).flags) is not tied
    assert read(REFERRAL, **PARTS).flags == (), "nobody knows what we are to them"


@pytest.mark.parametrize(
    ("rated", "cell"),
    [((4, 4, 3), "full"), ((2, 5, 4), "latent"), ((4, 2, 1), "dull"), ((1, 2, 2), "lacking")],
)
def test_the_forms_by_preference_and_the_same_repeat(rated, cell):
    reading = read(PREFERENCE, repeat=rated[0], horizontal=rated[1], vertical=rated[2])
    assert (reading.y, reading.verdict) == ((rated[1] + rated[2]) / 2, cell)


def test_repeat_has_one_input():
    assert (
        "answers/loyalty_preference_repeat/ratings/repeat/value" not in paths(REGISTRY[PREFERENCE]).writable
    )
    reading = read(PREFERENCE, repeat=4, horizontal=4, vertical=3)
    assert reading.value("repeat") == 4 and reading.rated == reading.total == 3
    assert read(PREFERENCE, horizontal=4, vertical=3).verdict is None


@pytest.mark.parametrize(
    ("key", "lang", "said"),
    [
        (REFERRAL, "en", "Loyalty type: steadfast; satisfaction: 3.5 of 5."),
        (REFERRAL, "zh_CN", "忠诚类型：坚定型；满意度：3.5/5。"),
        (PREFERENCE, "en", "Loyalty form: full loyalty; measure: invest although they are silent."),
        (PREFERENCE, "zh_CN", "忠诚形态：完全忠诚；措施：客户虽不多言，仍应投入。"),
    ],
)
def test_the_sentences(key, lang, said):
    known = account(repeat=4, referral=4, horizontal=4, vertical=4, **PARTS)
    assert sentence(known, key, lang, None) == said

"""referral_and_exit, worked by hand from its rule: named as customer is given, steadfast: case material is the next ask."""

from __future__ import annotations

import pytest

from accountkit.methods import Analyses
from accountkit.methods.care.referral_rules import next_ask
from accountkit.model import Account
from tests.methods.plant import answer, plant, sentence

KEY = "referral_and_exit"
LOYAL = {"repeat": 4, "referral": 4}
LOSS = {"purchase": 10, "attract": 5, "sell": 3, "retain": 1, "serve": 1}


def account(
    rated: dict[str, int] = LOYAL,
    value: dict[str, int] | None = None,
    preference: tuple[int, ...] = (),
    **values: str,
) -> Account:
    answers = {
        KEY: answer(**values),
        "loyalty_repeat_referral": answer(rated=rated),
        "loyalty_preference_repeat": answer(
            rated=dict(zip(("horizontal", "vertical"), preference, strict=False))
        ),
        "lifetime_value": answer(**(value or {})),
    }
    return plant().model_copy(update={"answers": answers})


def read(*args, **values):
    return Analyses(account(*args, **values)).read(KEY)


def test_the_smallest_ask_that_nobody_made_comes_next():
    reading = read(name_list="met")
    assert (reading.verdict, next_ask(reading).key) == ("ask", "case_info")
    assert next_ask(read(case_info="asked")).key == "name_list"


@pytest.mark.parametrize(
    ("rated", "preference", "verdict"),
    [
        ({"repeat": 4, "referral": 4}, (), "ask"),
        ({"repeat": 4, "referral": 2}, (), "wait"),
        ({"repeat": 2, "referral": 2}, (4, 4), "ask"),
        ({"repeat": 2, "referral": 2, "satisfaction_asked": 4}, (), "ask"),
        ({"repeat": 2, "referral": 2, "satisfaction_asked": 3}, (), "wait"),
        ({}, (), "wait"),
    ],
)
def test_who_is_loyal_by_either_reading_or_satisfied_may_be_asked(rated, preference, verdict):
    reading = read(rated, preference=preference, case_info="asked")
    assert reading.verdict == verdict
    assert ("too_early" in reading.flags) is (verdict == "wait")
    assert (next_ask(reading) is None) is (verdict == "wait")


@pytest.mark.parametrize(("purchase", "flagged"), [(10, True), (11, False), (5, True)])
def test_a_lifetime_value_of_zero_or_less_proposes_exclusion(purchase, flagged):
    reading = read(value={**LOSS, "purchase": purchase}, name_list="met")
    assert ("exclude" in reading.flags) is flagged


def test_who_has_left_is_asked_for_nothing():
    reading = read(exit="merged", exit_reason="cost")
    assert (reading.verdict, next_ask(reading)) == ("parted", None)
    assert read(exit="restored").verdict == "ask"


@pytest.mark.parametrize(
    ("lang", "values", "said"),
    [
        (
            "en",
            {"name_list": "met"},
            "Referrals given: named as customer; next ask: case material. Exit sign: none.",
        ),
        ("zh_CN", {"name_list": "met"}, "已获推荐：案例名单；下一请求：案例信息；退出信号：无。"),
        (
            "en",
            {"exit": "blacklisted", "exit_reason": "debt"},
            "Referrals given: none; no ask now. Exit sign: excluded and overdue debt.",
        ),
    ],
)
def test_the_sentence(lang, values, said):
    assert sentence(account(**values), KEY, lang, None) == said

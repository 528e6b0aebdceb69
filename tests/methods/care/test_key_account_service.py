"""key_account_service, worked by hand from its rule: one in place, two planned, one not: 1 of 4, the full course missing."""

from __future__ import annotations

import pytest

from accountkit.methods import Analyses
from accountkit.model import Account
from tests.methods.plant import answer, plant, sentence

KEY = "key_account_service"
WORKED = {"database": "met", "co_design": "planned", "delivered_value": "planned", "full_course": "not_met"}


def account(values=WORKED, tier: str | None = "key_valuable") -> Account:
    answers = {KEY: answer(**values), "contact_mechanism": answer(**({"tier": tier} if tier else {}))}
    return plant().model_copy(update={"answers": answers})


def read(*args):
    return Analyses(account(*args)).read(KEY)


def test_a_key_account_with_a_gap_fails():
    reading = read()
    assert (reading.verdict, [one.key for one in reading.unmet]) == ("fail", ["full_course"])


@pytest.mark.parametrize(
    ("changed", "tier", "verdict"),
    [
        ({"full_course": "planned"}, "key_potential", "pass"),
        ({"full_course": "planned"}, None, "pass"),
        ({"full_course": "unknown"}, "key_valuable", "open"),
        ({}, "normal", "not_required"),
        ({}, None, "fail"),
    ],
)
def test_the_verdict_by_tier(changed, tier, verdict):
    assert read({**WORKED, **changed}, tier).verdict == verdict


def test_what_is_planned_needs_an_owner():
    assert "no_owner" in read().flags
    owners = {"co_design_owner": "Presales", "delivered_value_owner": "Service"}
    assert read({**WORKED, **owners}).flags == ()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Key service in place: 1 of 4; missing: service before, during, in use and after."),
        ("zh_CN", "关键客户服务已落实：1/4；缺：售前、售中、使用与售后的全程服务。"),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(account(), KEY, lang, None) == said

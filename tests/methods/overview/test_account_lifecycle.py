"""Worked by hand: the stages of an account's life on the plant."""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import REGISTRY, Analyses
from accountkit.methods.wording import lower_first
from accountkit.model import Account, Answer, in_language
from tests.methods.plant import answer, plant

KEY = "account_lifecycle"
STANDARD = answer(new_strategy="met")


def account(kept: Answer = STANDARD, **fields) -> Account:
    return plant().model_copy(update={"answers": {KEY: kept}, **fields})


def read(known: Account):
    return Analyses(known).read(KEY)


@pytest.mark.parametrize(
    ("kept", "verdict"),
    [
        (answer(), "new_strategy"),
        (STANDARD, "large_account"),  # the plant has a problem, so a latent need is found
        (answer(new_strategy="met", prospect="not_met"), "prospect"),
        (answer(new_strategy="met", large_account="met"), "maintenance"),
        (answer(new_strategy="met", large_account="met", maintenance="met"), "complete"),
    ],
)
def test_the_present_stage_is_the_first_that_has_not_ended(kept, verdict):
    assert read(account(kept)).verdict == verdict


def test_a_deal_before_a_latent_need_is_found_is_a_warning():
    early = account(problems={}, needs={})
    assert (read(early).verdict, read(early).flags) == ("prospect", ("pushed",))
    assert read(early.model_copy(update={"opportunities": {}})).flags == ()
    assert read(account()).flags == ()


def test_the_activity_that_is_due_is_the_first_that_is_not_begun():
    """In prospect development: the channels, then the relations (which the plant has), then the market and its parties."""
    early = answer(new_strategy="met", prospect="not_met")
    assert Analyses(account(early)).assess(KEY).sentence.endswith("Due: reaching new customers.")
    first = REGISTRY["reach_channels"].entries()[0]
    reached = {KEY: early, "reach_channels": answer(**{first.key: "met"})}
    said = Analyses(account(answers=reached)).assess(KEY).sentence
    assert said.endswith(f"Due: {lower_first(REGISTRY['three_c_scan'].name)}.")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Account stage: large-account planning. Due: account tier."),
        ("zh_CN", "客户阶段：大客户规划；待办：客户等级管理。"),
    ],
)
def test_the_sentence(lang, said):
    with use_language(lang):
        assert Analyses(in_language(account(), lang)).assess(KEY).sentence == said

"""The worked example of methods.md, relationship_win_rate."""

from __future__ import annotations

from typing import Any

import pytest

from accountkit.methods import Analyses
from accountkit.model import Account
from tests.methods.plant import answer, sentence, with_deal

KEY = "relationship_win_rate"


def account(relation: str = "repeat", rates: dict[str, float] | None = None, **fields: Any) -> Account:
    answers = {f"{KEY}.control": answer(relation=relation), KEY: answer(**(rates or {}))}
    return with_deal(answers, evidence={"when": "said"}, **fields)


def read(known: Account):
    return Analyses(known).read(KEY, "control")


def test_a_repeat_buyer_is_worth_half_and_at_grade_b_three_quarters_of_that():
    reading = read(account())
    assert reading.results == {"expected": 450_000, "adjusted": 337_500, "rate": 0.5}


@pytest.mark.parametrize(("relation", "expected"), [("prospect", 54_000), ("first_time", 135_000)])
def test_the_base_rate_follows_the_relationship(relation, expected):
    assert read(account(relation)).score == pytest.approx(expected)


def test_the_rates_can_be_edited():
    assert read(account(rates={"repeat": 0.4})).score == pytest.approx(360_000)


def test_without_a_closing_date_there_is_no_grade_and_nothing_is_adjusted():
    reading = read(account(when=None))
    assert (reading.score, reading.results["adjusted"]) == (450_000, None)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Coating line control: base rate 50 %, expected value US$ 450 k. Coating line control at funnel grade B: US$ 338 k.",
        ),
        (
            "zh_CN",
            "涂装线管控方案：基准成交率50%，期望值45万美元。涂装线管控方案按漏斗等级B调整为33.8万美元。",
        ),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(account(), KEY, lang) == said


def test_an_amount_is_in_the_currency_of_the_deal():
    assert "€" in sentence(account(currency="EUR"), KEY, "en")

"""Rule 3 of dupont_roe: which figures suggest a problem, and which never do."""

from __future__ import annotations

import pytest

from accountkit import finance
from tests.finance.statements import years

SOUND = dict(revenue=[1000, 1000, 1000], total_assets=[800, 800, 800], equity=[400, 400, 400])


def found(profits: list[float], medians: dict | None = None, **lines) -> list[finance.Candidate]:
    roe = finance.dupont(years(**{**SOUND, "net_income": profits, **lines}), basis="ending")
    return list(finance.candidates(roe, finance.attribution(roe), peer_medians=medians))


def kinds(candidates: list[finance.Candidate]) -> set[tuple[str, str, str]]:
    return {(c.driver, c.type, c.reason) for c in candidates}


def test_ten_per_cent_under_the_own_best_is_a_restore_candidate():
    # margins 6 %, 5.5 %, 5.4 %: 5.4 = 6 × 0.9 exactly at the line
    (candidate,) = found([60, 55, 54])
    assert (candidate.driver, candidate.type, candidate.method) == ("margin", "restore", "composition")
    assert (candidate.past_best, candidate.current, candidate.unit) == pytest.approx((6.0, 5.4, "%"))


def test_half_a_point_of_return_lost_is_a_candidate_though_under_ten_per_cent():
    # 6 % → 5.6 % is 7 % less, and −0.4 × 1.25 × 2 = −1 point of return
    assert kinds(found([60, 60, 56])) == {("margin", "restore", "part")}
    # −0.2 point of margin costs −0.5 point at the line; −0.1 costs −0.25 and is none
    assert kinds(found([60, 60, 58])) == {("margin", "restore", "part")}
    assert found([60, 60, 59]) == []


def test_a_year_four_back_is_not_the_three_year_best():
    # 9 % five years ago; the three years before have 6 %
    longer = {key: [column[0]] * 5 for key, column in SOUND.items()}
    assert found([90, 60, 60, 60, 60], **longer) == []


def test_a_negative_best_is_no_reference():
    # −5.8 % is far under −5 %, but only its part of the change (−2 points) makes it a candidate
    assert kinds(found([-60, -50, -58])) == {("margin", "restore", "part")}


def test_turnover_under_the_peer_median_is_a_comparison_candidate():
    candidates = found([60, 60, 60], medians={"net_margin": 0.06, "asset_turnover": 1.4})
    assert kinds(candidates) == {("turnover", "pursue_ideal", "peer_median")}
    assert candidates[0].method == "difference" and candidates[0].expected == pytest.approx(1.4)


def test_at_a_loss_the_turnovers_part_creates_nothing():
    # a loss in both years, turnover 1.25 → 1.18 (under 10 %): its part damped the loss
    candidates = found([-60, -60, -60], total_assets=[800, 800, 850], equity=[400, 400, 425])
    assert not [c for c in candidates if c.driver != "margin"]


def test_a_turnover_that_really_fell_stays_a_candidate_at_a_loss():
    candidates = found([60, 60, -60], total_assets=[800, 800, 1200], equity=[400, 400, 600])
    assert ("turnover", "restore", "own_best") in kinds(candidates)


def test_leverage_that_rises_while_margin_falls_is_a_prevent_candidate():
    # 60 on 400 is 15 %; 50 on 380 is 13.2 %
    candidates = found([60, 60, 50], equity=[400, 400, 380])
    assert ("multiplier", "prevent", "leverage") in kinds(candidates)
    assert "masking part of the decline" in next(c.text for c in candidates if c.driver == "multiplier")


def test_no_decline_is_masked_where_the_return_rose():
    # 59 on 320 is 18.4 %
    candidates = found([60, 60, 59], equity=[400, 400, 320])
    text = next(c.text for c in candidates if c.driver == "multiplier")
    assert text == "Equity multiplier rose from 2.00 to 2.50 while margin or turnover fell."


def test_what_is_too_small_to_name_is_no_candidate():
    # Margin 0.50 to 0.44 %: 12 % below, 0.06 point
    assert found([5, 5, 4.4]) == []
    assert kinds(found([5, 5, 3.9])) == {("margin", "restore", "own_best")}
    # Turnover 12.5 to 12.4, under 1 %, costs half a point
    thin = dict(total_assets=[80, 80, 80.6], equity=[20, 20, 20.15])
    assert found([60, 60, 60], **thin) == []


def test_leverage_that_rises_alone_is_none():
    assert not [c for c in found([60, 60, 60], equity=[400, 400, 320]) if c.driver == "multiplier"]


def test_leverage_that_falls_is_never_a_goal():
    assert not [c for c in found([60, 60, 59], equity=[400, 400, 500]) if c.driver == "multiplier"]


def test_leverage_creates_nothing_across_a_loss():
    assert not [c for c in found([60, 60, -10], equity=[400, 400, 320]) if c.driver == "multiplier"]


def test_a_year_in_five_steps_is_judged_by_its_net_margin():
    lines = {
        **SOUND,
        "net_income": [60, 60, 50],
        "income_before_tax": [80, 80, 70],
        "operating_income": [90, 90, 85],
    }
    roe = finance.dupont(years(**lines), steps=5, basis="ending")
    assert kinds(list(finance.candidates(roe, finance.attribution(roe)))) == {
        ("margin", "restore", "own_best")
    }


def test_an_id_names_driver_type_and_year():
    (candidate,) = found([60, 55, 54])
    assert candidate.id == "dupont_margin_restore_2022-12-31"


def test_without_years_there_is_nothing():
    assert finance.candidates(finance.dupont({})) == ()


def test_a_decline_too_small_to_name_is_not_masked():
    # 60 on 400 is 15.00 %; 58 on 388 is 14.95 %
    text = next(c.text for c in found([60, 60, 58], equity=[400, 400, 388]) if c.driver == "multiplier")
    assert text.startswith("Equity multiplier rose") and "decline" not in text

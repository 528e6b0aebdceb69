"""New Oriental by hand: the figures are those of tests/data/new_oriental.json (20-F and results releases), USD thousand.

FY2022, the year of the tutoring rules:
    margin      −1,187,721 / 3,105,246                              = −0.382489
    turnover     3,105,246 / ((10,151,000 + 6,035,000) / 2)         =  0.383695
    multiplier  ((10,151,000 + 6,035,000) / 2) / ((4,913,275 + 3,705,506) / 2) = 1.877992
    ROE         −1,187,721 / 4,309,390.5                            = −0.275612
"""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit import finance
from accountkit.finance.returns.change_in_words import change_in_words
from tests.finance.statements import new_oriental

FY = {year: dt.date(year, 5, 31) for year in range(2018, 2025)}


@pytest.fixture(scope="module")
def roe() -> finance.DuPont:
    return finance.dupont(new_oriental())


@pytest.fixture(scope="module")
def five() -> finance.DuPont:
    return finance.dupont(new_oriental(), steps=5)


def test_three_factors_of_the_year_of_the_rules(roe):
    year = roe.year(FY[2022])
    assert year.factors["net_margin"] == pytest.approx(-0.382489, abs=5e-7)
    assert year.factors["asset_turnover"] == pytest.approx(0.383695, abs=5e-7)
    assert year.factors["equity_multiplier"] == pytest.approx(1.877992, abs=5e-7)
    assert year.return_on_equity == pytest.approx(-0.275612, abs=5e-7)
    assert (year.status, year.notes) == ("meaningful", ())


def test_parents_owners_are_taken(roe):
    assert roe.owners == "parent"
    # FY2021: 334,414 / ((2,733,295 + 4,913,275) / 2) = 8.7468 %
    assert roe.year(FY[2021]).return_on_equity == pytest.approx(0.087468, abs=5e-7)


def test_minority_factor_where_the_minorities_bore_a_loss(roe):
    # FY2021: (334,414 / 230,021) × ((2,869,811 + 5,018,176) / (2,733,295 + 4,913,275)) = 1.45384 × 1.03157
    assert roe.year(FY[2021]).minority_factor == pytest.approx(1.453841 * 1.031572, abs=5e-6)


def test_first_year_has_no_return_on_average_balances(roe):
    first = roe.year(FY[2018])
    assert first.return_on_equity is None and first.factors["asset_turnover"] is None
    assert first.status == "missing" and "opening balance is missing" in first.notes[0]


def test_ending_balances_give_the_first_year_a_figure():
    # FY2018: 296,130 / 1,991,589
    first = finance.dupont(new_oriental(), basis="ending").year(FY[2018])
    assert first.return_on_equity == pytest.approx(0.148690, abs=5e-7)


def test_owners_in_total_with_the_mezzanine_left_out():
    # FY2019 on total equity: 227,846 / ((2,008,071 + 2,525,097) / 2)
    total = finance.dupont(new_oriental(), owners="total").year(FY[2019])
    assert total.return_on_equity == pytest.approx(0.100524, abs=5e-7)


def test_the_missing_parent_equity_of_2024_is_not_replaced_by_the_total(roe):
    year = roe.year(FY[2024])
    assert year.return_on_equity is None and "equity" in year.notes[0]
    # margin 309,591 / 4,313,586 needs no equity
    assert year.factors["net_margin"] == pytest.approx(0.071771, abs=5e-7)


def test_what_is_known_of_2024_is_told_beside_it(roe):
    # thousands: (434,908 − 109,690) on the average of 3,814,788 and the rounded 4,049,000 of all owners
    assert "ROE of FY2024 is known for all owners only, minorities included: 8.3\u202f%." in roe.notes


def test_the_latest_reading_takes_the_owners_whose_return_is_known():
    statements = new_oriental()
    taken = finance.latest(statements)
    assert taken.owners == "total" and taken.latest.period_end == FY[2024]
    assert taken.mark.startswith("The parent's equity of FY2024 is not reported")
    assert finance.latest(statements, owners="parent").latest.period_end == FY[2023]
    del statements["2024-05-31"]
    assert finance.latest(statements).owners == "parent" and not finance.latest(statements).mark


def test_the_mark_stands_with_the_first_sentence():
    taken = finance.latest(new_oriental())
    first = change_in_words(taken, finance.attribution(taken))[0]
    assert first.startswith("Return on equity rose by 2.1 points to 8.3") and first.endswith(taken.mark)


def test_attribution_of_the_fall(roe):
    change = finance.attribution(roe, FY[2021], FY[2022])
    assert change.delta == pytest.approx(-0.275612 - 0.087468, abs=1e-6)
    # rule 2 with m 0.078197 → −0.382489, t 0.511915 → 0.383695, e 2.185032 → 1.877992, worked out by hand
    m0, t0, e0 = 0.0781973, 0.5119151, 2.1850320
    m1, t1, e1 = -0.3824885, 0.3836953, 1.8779918
    margin = (m1 - m0) * (t0 * e0 / 3 + (t1 * e0 + t0 * e1) / 6 + t1 * e1 / 3)
    turnover = (t1 - t0) * (m0 * e0 / 3 + (m1 * e0 + m0 * e1) / 6 + m1 * e1 / 3)
    multiplier = (e1 - e0) * (m0 * t0 / 3 + (m1 * t0 + m0 * t1) / 6 + m1 * t1 / 3)
    expected = {"net_margin": margin, "asset_turnover": turnover, "equity_multiplier": multiplier}
    assert change.effects == pytest.approx(expected, abs=1e-6)
    # as the methods quote it: −42.1, +3.8 and +1.9 points
    assert [round(100 * effect, 1) for effect in change.effects.values()] == [-42.1, 3.8, 1.9]


def test_a_falling_turnover_at_a_loss_is_never_worded_as_better(roe):
    reading = finance.attribution(roe, FY[2021], FY[2022]).reading
    turnover = reading["asset_turnover"]
    assert (turnover.moved, turnover.word) == ("fell", "damped")
    assert "points" not in turnover.text and "ROE" not in turnover.text
    assert (reading["net_margin"].moved, reading["net_margin"].word) == ("fell", "lowered")


def test_a_rising_turnover_out_of_the_loss_is_worded_amplified(roe):
    recovery = finance.attribution(roe, FY[2022], FY[2023])
    assert recovery.across_loss
    assert recovery.reading["asset_turnover"].moved == "rose"
    assert recovery.reading["asset_turnover"].word == "amplified"


def test_burdens_of_the_loss_have_no_meaning(five):
    year = five.year(FY[2022])
    assert year.factors["tax_burden"] is None and year.factors["interest_burden"] is None
    # −982,513 / 3,105,246
    assert year.factors["operating_margin"] == pytest.approx(-0.316404, abs=5e-7)
    assert year.return_on_equity == pytest.approx(-0.275612, abs=5e-7)
    assert year.status == "not_meaningful" and len(year.reasons) == 2


def test_five_factors_of_2023(five):
    # 177,341 / 301,429; 301,429 / 190,046; 190,046 / 2,997,760; 2,997,760 / 6,213,500; 6,213,500 / 3,654,927
    year = five.year(FY[2023])
    assert list(year.factors.values()) == pytest.approx(
        [0.588334, 1.586084, 0.063396, 0.482459, 1.700034], abs=5e-7
    )
    assert year.return_on_equity == pytest.approx(0.048521, abs=5e-7)
    assert "EBIT is the reported operating income." in year.notes


def test_five_steps_have_no_attribution_across_the_loss_and_say_why(five):
    change = finance.attribution(five, FY[2022], FY[2023])
    assert not change.effects and any("burden has no meaning" in note for note in change.notes)


def test_the_rounded_figures_stay_marked(roe):
    assert "total_assets" in roe.year(FY[2021]).approximate
    assert "revenue" not in roe.year(FY[2021]).approximate


def test_the_fallen_margin_and_the_slower_turnover_are_candidates(roe):
    change = finance.attribution(roe, FY[2021], FY[2022])
    found = {(c.driver, c.type, c.reason) for c in finance.candidates(roe, change)}
    assert found == {("margin", "restore", "own_best"), ("turnover", "restore", "own_best")}
    turnover = next(c for c in finance.candidates(roe, change) if c.driver == "turnover")
    # best of FY2019–2021 is 3,096.5 / ((3,977.712 + 4,646.559) / 2) = 0.718
    assert (turnover.past_best, turnover.current) == pytest.approx((0.71809, 0.38370), abs=5e-5)


def test_the_reading_says_the_loss_aloud(roe):
    said = finance.reading(roe, finance.attribution(roe, FY[2021], FY[2022]))
    assert "turned negative" in said.sentence
    assert "−27.6" in said.sentence and "8.7" in said.sentence
    # the turnover fell as well, which at a loss raises the return: told without credit
    assert "Asset turnover fell" in said.sentence and "points" not in said.sentence
    assert said.driver == "margin" and said.question.endswith("?")

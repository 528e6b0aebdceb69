"""The change of the return as recurring operations and the rest: hand-worked parts, an exact sum, no guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountkit import finance
from accountkit.finance.returns.operations import operations_and_rest
from accountkit.samples import sample
from tests.finance.statements import years

BASE = dict(
    revenue=[1000, 1000],
    operating_income=[100, 90],
    income_before_tax=[80, 88],
    net_income=[60, 66],
    total_assets=[800, 800],
    equity=[400, 400],
)


def told_apart(steps: int = 3, method: str = "shapley", **lines):
    roe = finance.dupont(years(**{**BASE, **lines}), basis="ending", steps=steps)
    change = finance.attribution(roe, method=method)
    return change, operations_and_rest(roe, change)


def test_each_part_by_hand():
    # turnover 1.25 and multiplier 2 do not move: a point of margin is 2.5 points of return
    _change, split = told_apart()
    effects = {part.key: part.effect for part in (*split.operating, *split.other)}
    # operating margin 10 to 9 %; pre-tax less operating income −20 to −2; of both the owners keep 60 of 80, 66 of 88
    assert effects == pytest.approx(
        {
            "operating_margin": -0.01875,
            "asset_turnover": 0,
            "interest": 0.03375,
            "tax_burden": 0,
            "equity_multiplier": 0,
        },
        abs=1e-12,
    )
    assert (split.operations, split.rest) == pytest.approx((-0.01875, 0.03375))
    assert split.non_operating == pytest.approx(0.03375)


def test_tax_that_follows_profit_at_the_same_rate_did_nothing():
    """Operating income, and all of pre-tax income with it, falls from 100 to 60; a quarter is tax in both years."""
    for steps in (3, 5):
        change, split = told_apart(
            steps, operating_income=[100, 60], income_before_tax=[100, 60], net_income=[75, 45]
        )
        assert split.operations == pytest.approx(change.delta) == pytest.approx(-0.075)
        assert split.non_operating == pytest.approx(0, abs=1e-12)
        assert split.part("tax_burden").moved == "unchanged"


def test_a_change_of_the_tax_rate_is_worked_on_the_mean_profit():
    """Pre-tax income 80 to 100 of 1,000, of which 75 and 60 % are kept; a point of margin is 2.5 points of return."""
    _change, split = told_apart(operating_income=[80, 100], income_before_tax=[80, 100], net_income=[60, 60])
    # 0.02 × (0.75 + 0.60) / 2 × 2.5; −0.15 × (0.08 + 0.10) / 2 × 2.5
    assert split.part("operating_margin").effect == pytest.approx(0.03375)
    assert split.part("tax_burden").effect == pytest.approx(-0.03375)


@pytest.mark.parametrize("before, after", [((80, 60), (-20, 5)), ((80, 60), (1, 30)), ((-5, 3), (80, 60))])
def test_without_a_tax_rate_that_means_something_tax_is_a_line_of_the_margin(before, after):
    change, split = told_apart(income_before_tax=[before[0], after[0]], net_income=[before[1], after[1]])
    # 2.5 points of return for each point by which net less pre-tax income moved, ÷ 1,000
    moved = (after[1] - after[0]) - (before[1] - before[0])
    assert split.part("tax").effect == pytest.approx(moved / 1000 * 2.5)
    assert split.operations + split.rest == pytest.approx(change.delta)


def test_turnover_is_operations_and_leverage_is_the_rest():
    # assets 800 to 1000, equity 400 to 400, net margin 6 %: turnover 1.25 to 1, multiplier 2 to 2.5: 15 % stays
    flat = dict(operating_income=[100, 100], income_before_tax=[80, 80], net_income=[60, 60])
    _change, split = told_apart(**flat, total_assets=[800, 1000])
    # 0.06 × −0.25 × (2 + 2.5) / 2; 0.06 × 0.5 × (1.25 + 1) / 2
    assert split.part("asset_turnover").effect == pytest.approx(-0.03375)
    assert split.part("equity_multiplier").effect == pytest.approx(0.03375)
    assert (split.operations, split.rest) == pytest.approx((-0.03375, 0.03375))
    assert split.non_operating == pytest.approx(0, abs=1e-12)


def test_walmarts_return_rose_on_non_operating_items():
    # Fiscal 2026: operating income 29.8 of 713.2 bn after 29.3 of 681.0 (4.31 to 4.18 %); other gains in pre-tax income
    roe = finance.dupont(sample("walmart").statements)
    split = operations_and_rest(roe, finance.attribution(roe))
    points = {part.key: round(100 * part.effect, 2) for part in (*split.operating, *split.other)}
    assert points == {
        "operating_margin": -0.72,
        "asset_turnover": -0.33,
        "interest": 2.24,
        "tax_burden": 0.13,
        "equity_multiplier": -0.57,
    }
    assert round(100 * split.operations, 2) == -1.06 and round(100 * split.rest, 2) == 1.8


def test_five_factors_have_the_burdens():
    change, split = told_apart(steps=5)
    assert [part.key for part in split.other] == ["interest_burden", "tax_burden", "equity_multiplier"]
    assert split.operations + split.rest == pytest.approx(change.delta)


AMOUNT = st.floats(10, 1e3)
PROFIT = st.floats(-1e3, 1e3).filter(lambda x: abs(x) > 1e-3)


@given(
    st.tuples(AMOUNT, AMOUNT),
    *(st.tuples(PROFIT, PROFIT) for _ in range(3)),
    st.tuples(st.floats(2, 1e3), st.floats(2, 1e3)),
    st.sampled_from(["shapley", "chain"]),
)
def test_the_sides_add_up_to_the_change(revenue, operating, before_tax, net, assets, method):
    change, split = told_apart(
        method=method,
        revenue=list(revenue),
        operating_income=list(operating),
        income_before_tax=list(before_tax),
        net_income=list(net),
        total_assets=list(assets),
        equity=[1, 1.5],
    )
    assert split.operations + split.rest == pytest.approx(change.delta, abs=1e-6)


def test_without_the_lines_nothing_is_told_apart():
    roe = finance.dupont(
        years(revenue=[10, 10], net_income=[1, 2], total_assets=[8, 8], equity=[4, 4]), basis="ending"
    )
    assert operations_and_rest(roe, finance.attribution(roe)) is None


def test_two_definitions_of_operating_income_are_not_compared():
    lines = years(**{**BASE, "interest_expense": [20, 20]})
    del lines["2020-12-31"].figures["operating_income"]
    roe = finance.dupont(lines, basis="ending")
    assert operations_and_rest(roe, finance.attribution(roe)) is None


def test_pre_tax_income_plus_interest_is_said_not_to_be_pure():
    lines = years(**{**BASE, "interest_expense": [20, 20]})
    for year in lines.values():
        del year.figures["operating_income"]
    roe = finance.dupont(lines, basis="ending")
    split = operations_and_rest(roe, finance.attribution(roe))
    assert not split.pure and told_apart()[1].pure
    assert split.part("operating_margin").before == pytest.approx(0.1)


def test_one_offs_are_not_recurring_operations():
    # Operating income 100 and 60 after 50 of impaired goodwill (of which the impairment line holds 40), 10 of restructuring
    # and 20 of disposal gains: before them 100 and 100
    _change, split = told_apart(
        operating_income=[100, 60],
        income_before_tax=[80, 40],
        net_income=[60, 30],
        goodwill_impairment=[0, 50],
        impairment=[0, 40],
        restructuring=[0, 10],
        disposal_gains=[0, 20],
    )
    # a point of margin is 2.5 points of return, of which 75 % are kept
    assert split.part("operating_margin").effect == pytest.approx(0, abs=1e-12)
    assert split.part("one_off").effect == pytest.approx(-0.075)
    assert (split.operations, split.rest) == pytest.approx((0, -0.075), abs=1e-12)


def test_recurring_operations_that_fell_behind_a_disposal_are_found():
    # Operating income stays at 100, of which 40 from a disposal: before it 100 and 60
    change, split = told_apart(
        operating_income=[100, 100], income_before_tax=[80, 80], net_income=[60, 60], disposal_gains=[0, 40]
    )
    assert change.delta == 0
    # 4 points of margin × 2.5, of which 75 % are kept
    assert split.part("operating_margin").effect == pytest.approx(-0.075)
    assert split.part("one_off").effect == pytest.approx(0.075)

"""Shapley and chain substitution: the worked figures of the method, and what must hold for any numbers."""

from __future__ import annotations

import datetime as dt
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountkit import finance
from accountkit.errors import NotMeaningful
from accountkit.finance.returns.formulas import product
from tests.finance.statements import by_end, statement, years

BEFORE, AFTER = {"m": 0.06, "t": 1.25, "e": 2.0}, {"m": 0.04, "t": 1.05, "e": 1000 / 420}
TWO_YEARS = dict(revenue=[1000, 1050], net_income=[60, 42], total_assets=[800, 1000], equity=[400, 420])

RATIO = st.floats(-20, 20).filter(lambda x: abs(x) > 1e-6)
STATES = st.integers(2, 6).flatmap(
    lambda n: st.tuples(
        st.lists(RATIO, min_size=n, max_size=n).map(lambda v: dict(zip("abcdef", v, strict=False))),
        st.lists(RATIO, min_size=n, max_size=n).map(lambda v: dict(zip("abcdef", v, strict=False))),
    )
)


def size(start: dict, end: dict) -> float:
    """How large intermediate products can get: what rounding is measured against."""
    worst = {name: max(abs(start[name]), abs(end[name])) for name in start}
    return max(1.0, product(worst))


def test_worked_example_of_the_method():
    effects = finance.split(BEFORE, AFTER)
    # dupont_roe, rule 2: margin −5.03, turnover −2.18, multiplier +2.20 points; sum −5.00
    assert [round(100 * effect, 2) for effect in effects.values()] == [-5.03, -2.18, 2.20]
    assert sum(effects.values()) == pytest.approx(-0.05)


def test_chain_substitution_goes_margin_turnover_multiplier():
    effects = finance.split(BEFORE, AFTER, method="chain")
    # −0.02 × 1.25 × 2; 0.04 × −0.2 × 2; 0.04 × 1.05 × (2.38095 − 2)
    assert list(effects.values()) == pytest.approx([-0.05, -0.016, 0.016])


def test_chain_substitution_in_another_order():
    effects = finance.split(BEFORE, AFTER, method="chain", order=("e", "t", "m"))
    # 0.06 × 1.25 × 0.38095; 0.06 × −0.2 × 2.38095; −0.02 × 1.05 × 2.38095
    assert effects == pytest.approx({"e": 0.0285714, "t": -0.0285714, "m": -0.05}, abs=5e-8)


@given(STATES)
def test_effects_add_up_to_the_change(states):
    start, end = states
    for method in ("shapley", "chain"):
        effects = finance.split(start, end, method=method)
        assert sum(effects.values()) == pytest.approx(
            product(end) - product(start), abs=1e-10 * size(start, end)
        )


@given(STATES, st.randoms())
def test_shapley_does_not_depend_on_the_order_of_the_factors(states, draw):
    start, end = states
    names = list(start)
    draw.shuffle(names)
    shuffled = finance.split({n: start[n] for n in names}, {n: end[n] for n in names})
    assert shuffled == pytest.approx(finance.split(start, end), abs=1e-10 * size(start, end))


@given(STATES)
def test_shapley_is_the_mean_of_all_chains(states):
    start, end = ({name: state[name] for name in list(state)[:4]} for state in states)
    chains = [finance.split(start, end, method="chain", order=order) for order in permutations(start)]
    means = {name: sum(c[name] for c in chains) / len(chains) for name in start}
    assert finance.split(start, end) == pytest.approx(means, abs=1e-10 * size(start, end))


@given(STATES)
def test_going_back_undoes_going_there(states):
    start, end = states
    there, back = finance.split(start, end), finance.split(end, start)
    assert {name: -effect for name, effect in back.items()} == pytest.approx(
        there, abs=1e-10 * size(start, end)
    )


@given(STATES)
def test_a_factor_that_stays_has_no_effect(states):
    start, end = states
    assert finance.split(start, {**end, "a": start["a"]})["a"] == pytest.approx(
        0, abs=1e-10 * size(start, end)
    )


@given(RATIO, RATIO, RATIO, RATIO)
def test_factors_that_move_alike_have_like_effects(start, end, other, later):
    effects = finance.split({"a": start, "b": start, "c": other}, {"a": end, "b": end, "c": later})
    assert effects["a"] == pytest.approx(effects["b"], rel=1e-9, abs=1e-9)


def test_any_function_of_factors_can_be_shared_out():
    # 1 / (x + y): from 1/2 to 1/5, two factors; each the mean of its effect as first and as second
    effects = finance.shapley(lambda s: 1 / (s["x"] + s["y"]), {"x": 1, "y": 1}, {"x": 2, "y": 3})
    x = ((1 / 3 - 1 / 2) + (1 / 5 - 1 / 4)) / 2
    assert effects == pytest.approx({"x": x, "y": 1 / 5 - 1 / 2 - x})


@pytest.mark.parametrize("order", [("m", "t"), ("m", "t", "e", "e"), ("m", "t", "x")])
def test_an_order_must_name_each_factor_once(order):
    with pytest.raises(NotMeaningful, match="Name each of these once"):
        finance.split(BEFORE, AFTER, method="chain", order=order)


def test_short_names_are_accepted_in_an_order():
    roe = finance.dupont(years(**TWO_YEARS), basis="ending")
    change = finance.attribution(roe, method="chain", order=("multiplier", "turnover", "margin"))
    assert change.order == ("equity_multiplier", "asset_turnover", "net_margin")
    assert change.effects["equity_multiplier"] == pytest.approx(0.0285714, abs=5e-8)


def test_the_last_two_years_with_figures_are_the_default():
    columns = {key: [*column, column[-1]] for key, column in TWO_YEARS.items()}
    statements = years(**columns)
    statements["2022-12-31"] = statement("2022-12-31", revenue=5)
    change = finance.attribution(finance.dupont(statements, basis="ending"))
    assert (change.start, change.end) == (dt.date(2020, 12, 31), dt.date(2021, 12, 31))
    assert change.delta == pytest.approx(-0.05)


def test_one_year_has_no_change():
    with pytest.raises(NotMeaningful, match="needs two years"):
        finance.attribution(finance.dupont(by_end(statement("2020-12-31", revenue=1))))


def test_the_first_day_must_be_the_earlier():
    roe = finance.dupont(years(**TWO_YEARS), basis="ending")
    with pytest.raises(NotMeaningful, match="earlier"):
        finance.attribution(roe, dt.date(2021, 12, 31), dt.date(2020, 12, 31))


def test_an_unknown_method_names_the_methods():
    with pytest.raises(NotMeaningful, match="shapley, chain"):
        finance.attribution(finance.dupont(years(**TWO_YEARS)), method="lmdi")


def test_negative_equity_gives_no_effects_and_the_reason():
    roe = finance.dupont(years(**{**TWO_YEARS, "equity": [-400, 420]}), basis="ending")
    change = finance.attribution(roe, dt.date(2020, 12, 31), dt.date(2021, 12, 31))
    assert not change.effects and change.delta is None
    assert "31 December 2020" in change.notes[0] and "equity" in change.notes[0]


def test_words_follow_the_factors_own_movement():
    reading = finance.attribution(finance.dupont(years(**TWO_YEARS), basis="ending")).reading
    moves = [(move.moved, move.word) for move in reading.values()]
    assert moves == [("fell", "lowered"), ("fell", "lowered"), ("rose", "raised")]


@pytest.mark.parametrize("profits", [[-60, 42], [60, -42], [-60, -42], [60, 0]])
def test_at_a_loss_turnover_and_leverage_amplify_or_damp(profits):
    reading = finance.attribution(
        finance.dupont(years(**{**TWO_YEARS, "net_income": profits}), basis="ending")
    ).reading
    for factor in ("asset_turnover", "equity_multiplier"):
        move = reading[factor]
        assert move.word == ("damped" if move.effect > 0 else "amplified")
    assert reading["net_margin"].word in ("raised", "lowered")


def test_a_changed_definition_of_ebit_is_said():
    lines = dict(revenue=100, income_before_tax=10, net_income=7, total_assets=80, equity=40)
    roe = finance.dupont(
        by_end(
            statement("2020-12-31", operating_income=12, **lines),
            statement("2021-12-31", interest_expense=4, **lines),
        ),
        steps=5,
        basis="ending",
    )
    assert any("definition" in note for note in finance.attribution(roe).notes)


def detailed(**more: list[float]) -> tuple[finance.DuPont, finance.Attribution, dict[str, finance.Part]]:
    roe = finance.dupont(years(**{**TWO_YEARS, **more}), basis="ending")
    change = finance.attribution(roe)
    return roe, change, {part.key: part for part in finance.detail(roe, change)}


LINES = dict(
    cost_of_revenue=[600, 651],
    operating_income=[100, 102],
    income_before_tax=[80, 60],
    receivables=[100, 140],
    inventory=[200, 260],
    fixed_assets=[300, 400],
)


def test_the_deeper_parts_add_up_to_their_factor():
    _roe, change, parts = detailed(**LINES)
    for factor in ("net_margin", "asset_turnover"):
        total = sum(part.effect for part in parts.values() if part.factor == factor)
        assert total == pytest.approx(change.effects[factor], abs=1e-12)


def test_the_margin_splits_by_its_lines():
    _roe, change, parts = detailed(**LINES)
    # margin fell 2 points for an effect of −5.03: each point of margin is worth 2.5159 points of return.
    # gross 40 % → 38 %; expense 30 % → 28.2857 %; interest 2 % → 4 %; of 8 % and 5.7143 % before tax 60 of 80 and 42 of 60
    # are kept, so a line counts with 72.5 % and the tax burden with 6.8571 %
    weight = change.effects["net_margin"] / -0.02
    changes = {
        "gross": -0.02 * 0.725,
        "operating_expense": (0.30 - 297 / 1050) * 0.725,
        "interest": (0.02 - 42 / 1050) * 0.725,
        "tax_burden": (0.70 - 0.75) * (0.08 + 60 / 1050) / 2,
    }
    assert {key: parts[key].effect for key in changes} == pytest.approx(
        {k: v * weight for k, v in changes.items()}
    )


def test_the_turnover_splits_by_its_assets():
    _roe, _change, parts = detailed(**LINES)
    # assets per 1 of revenue: receivables .1 → .1333, inventory .2 → .2476, fixed .3 → .381, other .2 → .1905
    assert parts["other_assets"].effect > 0 > parts["inventory"].effect
    assert parts["fixed_assets"].before == pytest.approx(0.3) and parts[
        "fixed_assets"
    ].after == pytest.approx(400 / 1050)
    assert (
        min(parts.values(), key=lambda p: p.effect if p.factor == "asset_turnover" else 9).key
        == "fixed_assets"
    )


def test_two_kinds_of_assets_by_hand():
    _roe, change, parts = detailed(receivables=[100, 140])
    # per 1 of revenue: receivables 0.1 → 0.133333, other 0.7 → 0.819048; turnover 1 / 0.8 → 1 / 0.952381.
    # receivables first or second: ½ × [(1/0.833333 − 1/0.8) + (1/0.952381 − 1/0.919048)]
    receivables = ((1 / 0.8333333 - 1 / 0.8) + (1 / 0.9523810 - 1 / 0.9190476)) / 2
    weight = change.effects["asset_turnover"] / (1.05 - 1.25)
    assert parts["receivables"].effect == pytest.approx(receivables * weight, rel=1e-5)
    assert parts["other_assets"].effect == pytest.approx((-0.2 - receivables) * weight, rel=1e-5)


def test_a_line_that_only_one_year_has_is_folded_into_the_rest():
    statements = years(**{**TWO_YEARS, **LINES})
    bare = statements["2020-12-31"].figures
    statements["2020-12-31"] = statements["2020-12-31"].model_copy(
        update={
            "figures": {
                key: value for key, value in bare.items() if key not in ("inventory", "cost_of_revenue")
            }
        }
    )
    roe = finance.dupont(statements, basis="ending")
    change = finance.attribution(roe)
    parts = {part.key: part for part in finance.detail(roe, change)}
    assert "inventory" not in parts and "gross" not in parts
    assert {"receivables", "fixed_assets", "other_assets", "operating_cost", "interest", "tax_burden"} == set(
        parts
    )
    total = sum(part.effect for part in parts.values() if part.factor == "asset_turnover")
    assert total == pytest.approx(change.effects["asset_turnover"], abs=1e-12)


def test_without_the_lines_there_are_no_parts():
    assert detailed()[2] == {}


def test_chain_substitution_goes_deeper_too():
    roe = finance.dupont(years(**{**TWO_YEARS, **LINES}), basis="ending")
    change = finance.attribution(roe, method="chain", order=("turnover", "margin", "multiplier"))
    parts = finance.detail(roe, change)
    for factor in ("net_margin", "asset_turnover"):
        assert sum(p.effect for p in parts if p.factor == factor) == pytest.approx(
            change.effects[factor], abs=1e-12
        )


@pytest.mark.parametrize("method", ["shapley", "chain"])
def test_in_five_steps_the_operating_margin_goes_deeper(method):
    roe = finance.dupont(years(**{**TWO_YEARS, **LINES}), steps=5, basis="ending")
    change = finance.attribution(roe, method=method)
    parts = finance.detail(roe, change)
    for factor, keys in (("operating_margin", {"gross", "operating_expense"}), ("asset_turnover", None)):
        own = [part for part in parts if part.factor == factor]
        assert sum(part.effect for part in own) == pytest.approx(change.effects[factor], abs=1e-12)
        assert keys is None or {part.key for part in own} == keys

"""Every worked case of tests/data/published_cases.json: to its printed precision, or what is wrong with it.

Sources are named in each case of that file.
"""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit import finance
from accountkit.finance.returns.formulas import product, quotient
from tests.finance.statements import by_end, published_cases, statement, years

CASES = published_cases()
THREE = ("net_margin", "asset_turnover", "equity_multiplier")


def prints_as(value: float, printed: float, decimals: int) -> bool:
    """Whether a value is printed so, with that many decimals."""
    return abs(value - printed) <= 0.5 * 10**-decimals + 1e-12


def between(printed: float, decimals: int) -> tuple[float, float]:
    """What a printed number may stand for."""
    return printed - 0.5 * 10**-decimals, printed + 0.5 * 10**-decimals


def possible(parts: list[tuple[float, int]], result: tuple[float, int]) -> bool:
    """Whether printed factors can multiply to a printed result, given how each was rounded (no factor crosses zero)."""
    low = high = 1.0
    for value, decimals in parts:
        ends = between(value, decimals)
        corners = [a * b for a in (low, high) for b in ends]
        low, high = min(corners), max(corners)
    result_low, result_high = between(*result)
    return low <= result_high and result_low <= high


def inputs_as_year(row: dict, end: str = "2020-12-31") -> finance.DuPontYear:
    lines = {key: row[key] for key in ("net_income", "revenue", "total_assets", "equity")}
    return finance.dupont(by_end(statement(end, **lines)), basis="ending").years[0]


def test_every_case_is_worked_here():
    worked = {
        "openstax-clear-lake",
        "calculus7-two-years",
        "ift-five-step",
        "bartleby-five-way-mcq",
        "cn-kuaiji-2020-2021-two-factor",
        "cn-acc-2017-2018",
        "bartleby-cost-wmt-operating",
        "solutioninn-cost-wmt-2018",
        "financetoolkit-synthetic",
        "caibaoshuo-000651",
        "caibaopai-HK00420",
        "meto-40pct",
        "rexton-two-retailers",
        "cn-epsq-question-only",
    }
    assert set(CASES) == worked


def test_openstax_prints_the_product_of_rounded_factors_and_a_typo():
    case = CASES["openstax-clear-lake"]
    given, printed = case["inputs"], case["published"]
    (opening_assets, closing_assets), (opening_equity, closing_equity) = (
        given["total_assets"],
        given["equity"],
    )
    year = finance.dupont(
        by_end(
            statement("2019-12-31", total_assets=opening_assets, equity=opening_equity),
            statement(
                "2020-12-31",
                net_income=given["net_income"],
                revenue=given["revenue"],
                total_assets=closing_assets,
                equity=closing_equity,
                preferred_dividends=given["preferred_dividends"],
            ),
        )
    ).years[-1]
    for factor, name in zip(THREE, ("margin", "turnover", "multiplier"), strict=True):
        assert prints_as(year.factors[factor], printed[name], 2)
    # 35 000 / ((90 000 + 100 000) / 2) = 36.84 %; the book multiplies its rounded factors and gets 36.4 %
    assert year.return_on_equity == pytest.approx(35_000 / 95_000)
    assert not prints_as(year.return_on_equity, printed["roe_dupont"], 3)
    assert prints_as(0.29 * 0.53 * 2.37, printed["roe_dupont"], 3)
    # its direct figure deducts preferred dividends from profit and the decomposition does not: 32 % against 36.4 %
    assert prints_as((35_000 - 5_000) / 95_000, printed["roe_direct_after_preferred"], 2)
    assert "Preferred dividends are not deducted from net income." in year.notes
    # and two paragraphs on it quotes 26.4 %, ten points under its own result
    assert printed["roe_dupont"] - printed["roe_quoted_later"] == pytest.approx(0.10)


def test_calculus7_two_years_on_ending_balances():
    given, printed = CASES["calculus7-two-years"]["inputs"], CASES["calculus7-two-years"]["published"]
    rows = [given["year1"], given["year2"]]
    roe = finance.dupont(years(2020, **{key: [row[key] for row in rows] for key in rows[0]}), basis="ending")
    for year, name in zip(roe.years, ("year1", "year2"), strict=True):
        values = (*year.factors.values(), year.return_on_equity)
        for value, expected in zip(values, printed[name].values(), strict=True):
            assert prints_as(value, expected, 2)
    # by hand: margin 0.02 × 2 × 2.5; turnover 0.12 × (2.0833 − 2) × 2.5; multiplier 0.12 × 2.0833 × (2.4 − 2.5)
    effects = finance.attribution(roe, method="chain").effects
    assert list(effects.values()) == pytest.approx([0.1, 0.12 * (25 / 12 - 2) * 2.5, 0.12 * 25 / 12 * -0.1])


def test_ift_five_steps_from_given_ratios():
    given, printed = CASES["ift-five-step"]["inputs"], CASES["ift-five-step"]["published"]
    # sales 100: EBIT 12, pre-tax 12 × 0.6 = 7.2, net 7.2 × (1 − 0.3) = 5.04; assets 100 / 2 = 50; equity 50 / 1.5
    lines = dict(
        revenue=100,
        operating_income=12,
        income_before_tax=7.2,
        net_income=5.04,
        total_assets=50,
        equity=100 / 3,
    )
    year = finance.dupont(by_end(statement("2020-12-31", **lines)), steps=5, basis="ending").years[0]
    assert year.factors == pytest.approx(
        {
            "tax_burden": printed["tax_burden"],
            "interest_burden": given["interest_burden"],
            "operating_margin": given["operating_margin"],
            "asset_turnover": given["turnover"],
            "equity_multiplier": given["multiplier"],
        }
    )
    assert prints_as(year.return_on_equity, printed["roe"], 4)


def test_bartleby_five_way_hits_exactly_one_of_its_options():
    case = CASES["bartleby-five-way-mcq"]
    given = case["inputs"]
    factors = {
        key: given[key] for key in ("tax_burden", "interest_burden", "ebit_margin", "turnover", "multiplier")
    }
    hits = [option for option in case["published"]["options"] if prints_as(product(factors), option, 4)]
    assert hits == [0.2298]
    # the multiplier stands detached from its label; read as the inventory turns of 6.1 no option is hit
    astray = product({**factors, "multiplier": given["inventory_turns_distractor"]})
    assert not any(prints_as(astray, option, 4) for option in case["published"]["options"])


def test_kuaiji_prints_a_return_that_only_its_rounded_factors_give():
    given, printed = (CASES["cn-kuaiji-2020-2021-two-factor"][key] for key in ("inputs", "published"))
    exact = {name: inputs_as_year(given[name]) for name in ("2020", "2021")}
    for name, year in exact.items():
        margin, turnover, multiplier = year.factors.values()
        assert prints_as(margin, printed[name]["margin"], 4)
        assert prints_as(turnover, printed[name]["turnover"], 4)
        assert prints_as(multiplier, printed[name]["multiplier"], 2)
        assert prints_as(margin * turnover, printed[name]["roa"], 4)
    assert prints_as(exact["2021"].return_on_equity, printed["2021"]["roe"], 4)
    # 788 / 8 561 is 9.20 %, printed 9.24 % = 8.18 % × 1.13; so its change of 5.11 points should be 5.14
    assert prints_as(exact["2020"].return_on_equity, 0.0920, 4)
    assert not prints_as(exact["2020"].return_on_equity, printed["2020"]["roe"], 4)
    rounded = [
        {"roa": printed[name]["roa"], "multiplier": printed[name]["multiplier"]} for name in ("2020", "2021")
    ]
    effects = finance.split(*rounded, method="chain")
    for factor in ("roa", "multiplier"):
        assert prints_as(effects[factor], printed["effects"][factor], 4)


def test_acc_chain_substitution_of_three_factors():
    given, printed = (CASES["cn-acc-2017-2018"][key] for key in ("inputs", "published"))
    before, after = given["2017"], given["2018"]
    assert prints_as(product(before), printed["roe_2017"], 2)
    assert prints_as(product({**before, "margin": after["margin"]}), printed["step1"], 2)
    assert prints_as(product({**after, "multiplier": before["multiplier"]}), printed["step2"], 2)
    assert prints_as(product(after), printed["roe_2018"], 2)
    effects = finance.split(before, after, method="chain", order=("margin", "turnover", "multiplier"))
    for factor, effect in printed["effects"].items():
        assert prints_as(effects[factor], effect, 2)


def test_bartleby_calls_net_income_operating_income():
    case = CASES["bartleby-cost-wmt-operating"]
    # operating income of Costco FY2015 and Walmart FY2016 in their 10-Ks, USD m; the text's figures are the net incomes
    filed = {"COST": 3_624, "WMT": 24_105}
    for company, row in case["inputs"].items():
        if company == "unit":
            continue
        printed = case["published"][company]["margin"]
        assert prints_as(row["operating_income"] / row["revenue"], printed, 4)
        assert not prints_as(
            quotient("operating_margin", row | {"operating_income": filed[company]}), printed, 3
        )


def test_solutioninn_costco_and_walmart_2018():
    case = CASES["solutioninn-cost-wmt-2018"]
    costco, walmart = case["inputs"]["COST"], inputs_as_year(case["inputs"]["WMT"])
    assert prints_as(product(costco), case["published"]["COST"]["roe"], 4)
    # 9.86 / 500.34, 500.34 / 204.52, 204.52 / 77.87 and 9.86 / 77.87
    assert list(walmart.factors.values()) == pytest.approx([0.0197066, 2.4464111, 2.6264287], abs=5e-8)
    assert walmart.return_on_equity == pytest.approx(0.1266213, abs=5e-8)


@pytest.mark.parametrize("column", range(5))
def test_financetoolkit_vectors_factor_by_factor(column: int):
    case = CASES["financetoolkit-synthetic"]
    keys = {"avg_total_assets": "total_assets", "avg_equity": "equity"}
    lines = {keys.get(key, key): values[column] for key, values in case["inputs"].items()}
    three, five = (
        finance.dupont(by_end(statement("2020-12-31", **lines)), steps=steps, basis="ending").years[0]
        for steps in (3, 5)
    )
    names = {
        "net_margin": "margin",
        "asset_turnover": "turnover",
        "equity_multiplier": "multiplier",
        "tax_burden": "tax_burden",
        "interest_burden": "interest_burden",
        "operating_margin": "operating_margin",
    }
    for factor, value in {**three.factors, **five.factors}.items():
        assert value == pytest.approx(case["published"][names[factor]][column], rel=1e-14)
    assert three.return_on_equity == pytest.approx(case["published"]["roe"][column], rel=1e-14)


def test_caibaoshuo_prints_factors_that_can_give_its_returns():
    for row in CASES["caibaoshuo-000651"]["published"].values():
        factors = [(row["margin"], 3), (row["turnover"], 2), (row["multiplier"], 2)]
        assert product({str(n): value for n, (value, _decimals) in enumerate(factors)}) == pytest.approx(
            row["product_of_printed"]
        )
        assert possible(factors, (row["roe"], 3))
        assert possible(factors[:2], (row["roa"], 3))


def test_caibaopai_prints_a_return_on_assets_that_its_factors_cannot_give():
    rows = CASES["caibaopai-HK00420"]["published"]
    wrong = set()
    for name, row in rows.items():
        assert possible([(row["margin"], 3), (row["turnover"], 2), (row["multiplier"], 2)], (row["roe"], 3))
        if not possible([(row["margin"], 3), (row["turnover"], 2)], (row["roa"], 3)):
            wrong.add(name)
    # 2022: −1.5 % × 1.12 is −1.7 %, printed −1.9 %; 2023: 1.5 % × 0.89 is 1.3 %, printed 1.1 %
    assert wrong == {"2022", "2023"}


def test_meto_forty_per_cent():
    case = CASES["meto-40pct"]
    year = inputs_as_year(case["inputs"])
    assert [*year.factors.values(), year.return_on_equity] == pytest.approx(list(case["published"].values()))
    # the same page divides 1 000 by 200 where it has revenue of 10 000 and average assets of 200: 50, not 5
    assert quotient("asset_turnover", {"revenue": 10_000, "total_assets": 200}) == 50


def test_rexton_multiplier_under_one_is_refused_with_the_reason():
    case = CASES["rexton-two-retailers"]
    for row in case["inputs"].values():
        assert product(row) == pytest.approx(0.45)
    # revenue 600 on assets 100 and equity 200: a multiplier of 0.5 needs negative liabilities
    impossible = inputs_as_year({"net_income": 90, "revenue": 600, "total_assets": 100, "equity": 200})
    assert impossible.status == "not_meaningful"
    assert impossible.factors["equity_multiplier"] is None and impossible.return_on_equity is None
    assert "exceeds total assets" in impossible.reasons[0]


def test_epsq_question_has_an_answer():
    given = CASES["cn-epsq-question-only"]["inputs"]
    chained = finance.split(given["prior"], given["current"], method="chain")
    # −0.01 × 1.1 × 2, then 0.12 × −0.1 × 2, then 0.12 × 1 × −0.5
    assert chained == pytest.approx({"margin": -0.022, "turnover": -0.024, "multiplier": -0.06})
    shared = finance.split(given["prior"], given["current"])
    # rule 2 of dupont_roe: Δm × (t0·e0/3 + (t1·e0 + t0·e1)/6 + t1·e1/3)
    margin = -0.01 * (1.1 * 2 / 3 + (1 * 2 + 1.1 * 1.5) / 6 + 1 * 1.5 / 3)
    assert shared["margin"] == pytest.approx(margin)
    assert sum(shared.values()) == pytest.approx(0.18 - 0.286)


def test_a_case_is_dated_as_it_was_given():
    assert inputs_as_year(CASES["meto-40pct"]["inputs"], "2024-09-28").period_end == dt.date(2024, 9, 28)

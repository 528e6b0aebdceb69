"""Lines, sub-ratios, and the statement assumed for a company without filings."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit import finance
from accountkit.errors import NotMeaningful
from accountkit.i18n import use_language
from tests.finance.statements import by_end, statement

PROMISED = {
    "period_end",
    "revenue",
    "cost_of_revenue",
    "operating_income",
    "interest_expense",
    "income_before_tax",
    "income_tax",
    "net_income",
    "total_assets",
    "total_liabilities",
    "equity",
}


def test_the_promised_lines_are_there():
    assert PROMISED - {"period_end"} <= set(finance.LINES)


@pytest.mark.parametrize(
    ("key", "kind"), [("revenue", "flow"), ("equity", "stock"), ("weighted_average_roe", "ratio")]
)
def test_flows_stocks_and_ratios_are_told_apart(key: str, kind: str):
    assert finance.LINES[key].kind == kind


def test_each_line_has_one_name_of_its_own_in_both_languages():
    for lang in ("en", "zh_CN"):
        with use_language(lang):
            names = [line.label for line in finance.LINES.values()]
            assert len(set(names)) == len(names)
            assert lang == "en" or all(any("一" <= c <= "鿿" for c in name) for name in names)


def test_total_operating_revenue_stays_apart_and_stands_in_where_revenue_is_missing():
    both = statement(
        "2020-12-31", revenue=100, total_operating_revenue=110, net_income=5, total_assets=80, equity=40
    )
    alone = statement("2020-12-31", total_operating_revenue=110, net_income=5, total_assets=80, equity=40)
    first, second = (finance.dupont(by_end(s), basis="ending").years[0] for s in (both, alone))
    assert first.factors["net_margin"] == pytest.approx(0.05) and first.notes == ()
    assert second.factors["net_margin"] == pytest.approx(5 / 110)
    assert any("Total operating revenue" in note for note in second.notes)


def test_sub_ratios_by_hand():
    lines = dict(
        revenue=365,
        cost_of_revenue=219,
        operating_expense=73,
        operating_income=73,
        interest_expense=7.3,
        income_before_tax=65.7,
        income_tax=16.425,
        net_income=49.275,
        total_assets=300,
        equity=150,
        total_liabilities=150,
        receivables=40,
        inventory=30,
        payables=24,
        fixed_assets=146,
    )
    found = finance.sub_ratios(
        finance.dupont(by_end(statement("2020-12-31", **lines)), basis="ending").years[0]
    )
    # (365 − 219) / 365; 73 / 365; 16.425 / 65.7; 30 / 219 × 365; 40 / 365 × 365; 365 / 146; ½; 24 / 219 × 365; 73 / 7.3
    assert [value for value in found.values() if value is not None] == pytest.approx(
        [0.4, 0.2, 0.25, 50, 40, 2.5, 0.5, 40, 10]
    )


def test_interest_is_covered_by_what_was_earned_before_it():
    # Chinese statements deduct the finance expense before the operating profit: (65.7 + 7.3) / 7.3, not 65.7 / 7.3
    lines = dict(
        revenue=365, operating_income=65.7, interest_expense=7.3, net_income=49, total_assets=300, equity=150
    )
    deducted = by_end(statement("2020-12-31", **lines, finance_expense=6.1))
    for found, cover in ((deducted, 10), (by_end(statement("2020-12-31", **lines)), 9)):
        year = finance.dupont(found, basis="ending").years[0]
        assert finance.sub_ratios(year)["interest_cover"] == pytest.approx(cover)


def test_sub_ratios_without_their_lines_are_blank():
    year = finance.dupont(by_end(statement("2020-12-31", revenue=100)), basis="ending").years[0]
    assert set(finance.sub_ratios(year).values()) == {None}
    assert finance.SUB_RATIOS["inventory_days"].text(year.inputs) == "–"


def test_sub_ratios_of_one_driver():
    year = finance.dupont(by_end(statement("2020-12-31", revenue=100)), basis="ending").years[0]
    assert set(finance.sub_ratios(year, "turnover")) == {
        "inventory_days",
        "receivable_days",
        "fixed_asset_turnover",
        "rental_yield",
    }


MEDIANS = {"net_margin": 0.05, "asset_turnover": 0.8, "equity_multiplier": 2.0}


def assumed(**changed) -> finance.DuPont:
    made = finance.assumed_statement(
        400,
        {**MEDIANS, **changed},
        period_end=dt.date(2020, 12, 31),
        currency="CNY",
        sector="retail",
        n=23,
        revenue_known=True,
    )
    return finance.dupont(by_end(made), basis="ending")


def test_a_company_without_filings_starts_from_marked_assumptions():
    year = assumed().years[0]
    # 400 × 5 % = 20; 400 / 0.8 = 500; 500 / 2 = 250
    assert (year.inputs["net_income"], year.inputs["total_assets"], year.inputs["equity"]) == pytest.approx(
        (20, 500, 250)
    )
    assert year.assumed == ("net_income", "total_assets", "equity")
    assert year.return_on_equity == pytest.approx(0.08)


def ranged(quartiles):
    made = finance.assumed_statement(
        400,
        MEDIANS,
        period_end=dt.date(2020, 12, 31),
        currency="CNY",
        sector="retail",
        n=23,
        revenue_known=True,
        quartiles=quartiles,
    )
    assert made.figures["revenue"].low is None
    return finance.dupont(by_end(made), basis="ending"), made


def test_quartiles_of_the_sector_are_the_ranges_of_assumed_lines():
    # profit 400 × 2 % = 8 to 400 × 9 % = 36; assets 400 / 1 = 400 to 400 / 0.5 = 800; equity 500 / 2.5 = 200 to 500 / 1.6 = 312.5
    quartiles = {"net_margin": (0.02, 0.09), "asset_turnover": (0.5, 1.0), "equity_multiplier": (1.6, 2.5)}
    roe, made = ranged(quartiles)
    ranges = {line: (figure.low, figure.high) for line, figure in made.figures.items() if figure.low}
    assert ranges == {
        "net_income": pytest.approx((8, 36)),
        "total_assets": pytest.approx((400, 800)),
        "equity": pytest.approx((200, 312.5)),
    }
    # 8 / 250 = 3.2 %, 36 / 250 = 14.4 %
    assert roe.years[0].notes[-1] == (
        "Assumed, from the first to the third quartile: Net margin 2.0\u202f% to 9.0\u202f%;"
        " Asset turnover 0.50 to 1.00; Equity multiplier 1.60 to 2.50; Return on equity 3.2\u202f% to 14.4\u202f%."
    )
    inputs = finance.inputs_document(by_end(made))["2020-12-31"]
    assert (inputs["net_income"]["low"], inputs["net_income"]["high"]) == pytest.approx((8, 36))
    assert "low" not in inputs["revenue"]


def test_without_quartiles_or_with_one_that_cannot_divide_there_is_no_range():
    assert not any("quartile" in note for note in assumed().years[0].notes)
    roe, made = ranged({"asset_turnover": (-0.1, 1.0)})
    assert all(figure.low is None for figure in made.figures.values())
    assert not any("quartile" in note for note in roe.years[0].notes)


@pytest.mark.parametrize(
    "changed", [{"net_margin": None}, {"asset_turnover": 0.0}, {"equity_multiplier": float("nan")}]
)
def test_medians_that_are_missing_assume_nothing(changed):
    with pytest.raises(NotMeaningful, match="retail"):
        assumed(**changed)

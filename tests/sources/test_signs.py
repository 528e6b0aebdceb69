"""What an export writes below zero: costs, taxes and interest are turned by the sums of the file itself."""

from __future__ import annotations

import pytest

from accountkit import finance
from accountkit.sources import read
from tests.sources.tables import millions

# Apple's 10-K for fiscal 2024 and 2023 in the shape of Morningstar's export "As Originally Reported", USD million
INCOME = """name,2023,2024
Gross Profit,"169,148","180,683"
    Total Revenue,"383,285","391,035"
    Cost of Revenue,"-214,137","-210,352"
Operating Income/Expenses,"-54,847","-57,467"
"    Selling, General and Administrative Expenses","-24,932","-26,097"
    Research and Development Expenses,"-29,915","-31,370"
Total Operating Profit/Loss,"114,301","123,216"
Pretax Income,"113,736","123,485"
Provision for Income Tax,"-16,741","-29,749"
Total Assets,"352,583","364,980"
Total Liabilities,"290,437","308,030"
Total Equity,"62,146","56,950"
"""


def test_taxes_below_zero_beside_costs_below_zero_are_turned():
    imported = read(
        INCOME.encode(), "AAPL_income-statement_Annual_As_Originally_Reported.csv", unit="million"
    )
    found = millions(imported, "2024-12-31")
    assert (found["cost_of_revenue"], found["income_tax"]) == (210352, 29749)
    # 93,736 on average equity of 59,548: 157.4 %, not the 257 % of 123,485 + 29,749
    latest = finance.dupont(imported.statements).years[-1]
    assert latest.return_on_equity == pytest.approx(1.574, abs=0.0005)
    assert any("Income tax" in warning and "negative" in warning for warning in imported.warnings)


def test_a_tax_benefit_stays_one_where_the_sums_say_so():
    # New Oriental's form: loss before tax 100, benefit 20, loss 80; the costs are positive
    text = "line,2023,2024\nrevenue,900,800\ncost_of_revenue,500,600\ngross_profit,400,200\n"
    text += "income_before_tax,50,-100\nincome_tax,10,-20\nnet_income,40,-80\ntotal_assets,900,900\nequity,400,300\n"
    found = read(text.encode(), "x.csv", unit="million")
    assert millions(found, "2024-12-31")["income_tax"] == -20
    assert not any("negative" in warning for warning in found.warnings)


def test_a_benefit_above_zero_in_a_file_with_taxes_below_zero_becomes_negative():
    text = (
        "line,2023,2024\nrevenue,900,800\nincome_before_tax,50,-100\nincome_tax,-10,20\nnet_income,40,-80\n"
    )
    text += "total_assets,900,900\nequity,400,300\n"
    found = read(text.encode(), "x.csv", unit="million")
    assert [millions(found, f"{y}-12-31")["income_tax"] for y in (2023, 2024)] == [10, -20]


def test_minorities_deducted_below_zero_are_turned():
    text = "line,2024\nrevenue,900\nnet_income_total,100\nminority_income,-10\nnet_income,90\ntotal_assets,900\nequity,400\n"
    assert millions(read(text.encode(), "x.csv", unit="million"), "2024-12-31")["minority_income"] == 10

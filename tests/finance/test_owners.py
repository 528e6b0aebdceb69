"""Whose profit and equity: why minorities are included is said as it is."""

from __future__ import annotations

import pytest

from accountkit import finance
from accountkit.i18n import use_language
from accountkit.model import Figure
from tests.finance.statements import years

ON_TOTALS = [
    ({}, "报表只列示合计数", "The statements have totals only"),
    (
        {"net_income": [6, 7]},
        "报表未列示归属于母公司的净资产",
        "The parent's equity is not in the statements",
    ),
    ({"equity": [30, 30]}, "报表未列示归属于母公司的净利润", "The parent's profit is not in the statements"),
    ({"net_income": [6, None], "equity": [None, 30]}, "没有任何年度", "No year has both the parent's profit"),
]


@pytest.mark.parametrize(("parents", "chinese", "english"), ON_TOTALS)
def test_why_minorities_are_included_is_true(parents, chinese, english):
    lines = dict(revenue=[100, 100], net_income_total=[8, 9], total_assets=[90, 90], equity_total=[40, 40])
    statements = years(**lines)
    for key, values in parents.items():
        for statement, value in zip(statements.values(), values, strict=True):
            if value is not None:
                statement.figures[key] = Figure(value=value)
    for lang, said in (("zh_CN", chinese), ("en", english)):
        with use_language(lang):
            assert any(said in note for note in finance.dupont(statements, basis="ending").notes)

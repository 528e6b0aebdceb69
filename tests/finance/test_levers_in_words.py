"""A lever's change in words: the unit once, with its range, in both languages."""

from __future__ import annotations

import pytest

from accountkit.finance.levers.kinds import KINDS
from accountkit.finance.levers.spans import amounts, changed
from accountkit.i18n import use_language
from accountkit.model import Lever, Span


@pytest.mark.parametrize(
    ("kind", "span", "english", "chinese"),
    [
        (
            "cost_of_revenue_percent",
            Span(low=-0.4, base=-0.8, high=-1.2),
            "Cost of revenue: −0.8\u202f% (−0.4 to −1.2)",
            "营业成本：−0.8%（−0.4至−1.2）",
        ),
        (
            "days_inventory_outstanding",
            Span(low=-1, base=-2, high=-3),
            "Inventory days: −2 days (−1 to −3)",
            "存货周转天数：−2天（−1至−3）",
        ),
        ("days_inventory_outstanding", Span(base=-1), "Inventory days: −1 day", "存货周转天数：−1天"),
        ("saving_amount", Span(base=5e6), "Annual cost saving: US$ 5\u202fm", "年成本节约：500万美元"),
        ("volume_percent", Span(), "Sales volume: –", "销量：–"),
    ],
)
def test_a_change_carries_its_unit_once(kind, span, english, chinese):
    lever = Lever(kind=kind, change=span)
    assert changed(lever, "USD") == english
    with use_language("zh_CN"):
        assert changed(lever, "USD") == chinese


def test_a_blank_end_is_the_value_itself():
    assert amounts(Span(base=6e6, high=9e6), "USD") == "US$ 6\u202fm (6 to 9)"


def test_a_control_names_the_form_of_the_amount_and_a_sentence_does_not():
    assert (KINDS["price_percent"].noun, KINDS["price_percent"].label) == ("Price", "Price (%)")
    assert KINDS["days_sales_outstanding"].label == "Receivable days (change)"
    assert KINDS["saving_amount"].label == "Annual cost saving"

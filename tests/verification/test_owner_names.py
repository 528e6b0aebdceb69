"""Whose profit and whose equity a label names, whatever the company calls itself."""

import pytest

from accountkit import finance, sources
from accountkit.sources.lines.recognition import recognised


@pytest.mark.parametrize(
    ("label", "line"),
    [
        ("Net profit attributable to owners of the parent", "net_income"),
        ("Consolidated net income attributable to Walmart", "net_income"),
        ("Net income (loss) attributable to Mastercard Incorporated", "net_income"),
        ("Profit for the year attributable to equity holders of the parent", "net_income"),
        ("归属于本行股东的净利润", "net_income"),
        ("Consolidated net income attributable to noncontrolling interest", "minority_income"),
        ("归属于少数股东的损益", "minority_income"),
        ("Total Walmart shareholders' equity", "equity"),
        ("Total equity attributable to shareholders of Alibaba Group Holding Limited", "equity"),
        ("归属于母公司所有者权益（或股东权益）合计", "equity"),
        ("归属于母公司股东的净资产", "equity"),
    ],
)
def test_a_label_that_names_the_owners_means_their_line(label, line):
    match = recognised(label)
    assert match is not None and match.line == line


@pytest.mark.parametrize(
    "label",
    [
        "Comprehensive income attributable to Walmart",
        "Net income per share attributable to Walmart",
        "Income from discontinued operations attributable to the parent",
        "Total liabilities and Walmart shareholders' equity",
        "Total other shareholders' equity",
        "归属于母公司所有者的综合收益总额",
        "归属于母公司股东的扣除非经常性损益的净利润",
        "归属于母公司股东的每股净资产",
    ],
)
def test_a_part_of_the_profit_or_of_the_equity_is_not_taken_for_the_whole(label):
    assert recognised(label) is None


def test_walmarts_own_labels_give_the_parents_return():
    """10-K for the year to 31 January 2025, USD million: 19,436 ÷ ((83,861 + 91,013) ÷ 2) = 22.2286 %."""
    table = (
        "USD millions,2025-01-31,2024-01-31\n"
        "Total revenues,680985,648125\n"
        "Consolidated net income,20157,16270\n"
        "Consolidated net income attributable to noncontrolling interest,721,759\n"
        "Consolidated net income attributable to Walmart,19436,15511\n"
        "Total assets,260823,252399\n"
        "Total Walmart shareholders' equity,91013,83861\n"
        "Nonredeemable noncontrolling interest,6408,6488\n"
        "Total equity,97421,90349\n"
    )
    read = sources.read(table.encode(), "walmart.csv")
    latest = finance.dupont(read.statements).latest
    assert latest.return_on_equity == pytest.approx(0.222286, abs=5e-7)

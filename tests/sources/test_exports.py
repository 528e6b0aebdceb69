"""Exports of the services that people use, read without a mapping, with the return worked out by hand."""

import pytest

from accountkit import finance
from accountkit.errors import StatementError
from accountkit.sources import paste, read
from tests.sources.export_figures import VANKE, WALMART
from tests.sources.exports import EXPORTS
from tests.sources.tables import apple_2024, said, values, workbook

OWNERS = ("net_income", "net_income_total", "equity", "equity_total")


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_is_read_without_a_mapping(name):
    make, years, currency, roe = EXPORTS[name]
    imported = read(make(), name)
    assert set(imported.statements) >= set(years), sorted(imported.statements)
    assert max(imported.statements) == years[0]
    assert imported.currency == currency
    latest = finance.dupont(imported.statements).latest
    assert latest.return_on_equity == pytest.approx(roe, rel=1e-6), values(imported, years[0])
    assert {m.reason for m in imported.mapping} <= {"key", "name", "concept", "stand_in"}


@pytest.mark.parametrize("name", EXPORTS)
def test_every_line_that_an_export_gives_is_the_published_figure(name):
    make, years, _currency, _roe = EXPORTS[name]
    found = values(read(make(), name), years[0])
    published = (
        VANKE
        if years[0].startswith("2019")
        else apple_2024()
        if years[0] == "2024-09-30"
        else {line: pair[0] * 1e6 for line, pair in WALMART.items()}
    )
    wrong = {
        line: (value, published[line])
        for line, value in found.items()
        if line in published and value != pytest.approx(published[line], rel=1e-6)
    }
    assert not wrong
    assert {"revenue", "total_assets"} <= found.keys()


def test_notes_and_details_of_a_filing_are_no_statements():
    make, *_rest = EXPORTS["Financial_Report.xlsx"]
    imported = read(make(), "Financial_Report.xlsx")
    assert imported.entity == "Walmart Inc."
    assert not said(imported, "appears at")


def test_shares_in_thousands_do_not_set_the_unit():
    title = "Income Statements - USD ($) shares in Millions, $ in Thousands"
    rows = [[title, "Jan. 31, 2025"], ["Total revenues", 680_985], ["Net income", 1]]
    assert values(read(workbook(("Income", rows)), "x.xlsx"), "2025-01-31")["revenue"] == 680_985e3


@pytest.mark.parametrize(
    ("header", "days"),
    [
        ("12 months\nDec-31-2023", "2023-12-31"),
        ("Restated\n12 months\nSep-26-2020", "2020-09-26"),
        ("FY 2023", "2023-12-31"),
        ("Dec-31-23", "2023-12-31"),
        ("30-Jun-23", "2023-06-30"),
        ("2023/12/31", "2023-12-31"),
        ("20231231", "2023-12-31"),
        ("2023年报", "2023-12-31"),
        ("2023-12-31 00:00:00", "2023-12-31"),
    ],
)
def test_a_date_of_any_service_is_a_period(header, days):
    assert list(
        read(workbook(("A", [["", header], ["Revenue", 1], ["Net income", 2]])), "a.xlsx").statements
    ) == [days]


def test_slashed_days_are_read_as_their_neighbours_are_written():
    american = paste("USD m\t2/1/2025\t1/28/2023\nRevenue\t10\t9\nNet income\t1\t2")
    assert set(american.statements) == {"2025-02-01", "2023-01-28"}
    european = paste("EUR m\t1/2/2025\t28/1/2024\nRevenue\t10\t9\nNet income\t1\t2")
    assert set(european.statements) == {"2025-02-01", "2024-01-28"}


@pytest.mark.parametrize(
    ("title", "header", "days"),
    [
        ("2023年度", "本期发生额\t上期发生额", {"2023-12-31", "2022-12-31"}),
        ("2023年1-12月", "本期金额\t上期金额", {"2023-12-31", "2022-12-31"}),
        ("编制日期：2023年12月31日", "期末余额\t年初余额", {"2023-12-31", "2022-12-31"}),
        ("2023.12.31", "年末数\t年初数", {"2023-12-31", "2022-12-31"}),
        ("截至2023年12月31日止年度", "本年\t上年", {"2023-12-31", "2022-12-31"}),
        ("For the year ended 31 March 2024", "Current year\tPrevious year", {"2024-03-31", "2023-03-31"}),
        ("某公司 2023年年度报告", "期末余额（经审计）\t期初余额", {"2023-12-31", "2022-12-31"}),
    ],
)
def test_this_year_and_last_year_are_dated_by_the_title(title, header, days):
    imported = paste(f"{title}\n项目\t{header}\n营业收入\t10\t9\n净利润\t1\t2\n资产总计\t5\t4")
    assert set(imported.statements) == days
    assert values(imported, max(days))["revenue"] == 10


def test_this_half_year_is_no_year():
    with pytest.raises(StatementError, match="no annual figures"):
        paste("2023年1-6月\n项目\t本期发生额\t上期发生额\n营业收入\t10\t9\n净利润\t1\t2")


def test_this_year_without_any_year_says_what_to_write():
    with pytest.raises(StatementError, match=r"本期发生额.*no year.*2024年度"):
        paste("项目\t本期发生额\t上期发生额\n营业收入\t10\t9\n净利润\t1\t2")


def test_the_files_name_dates_it_too():
    imported = read("项目,本期数,上期数\n营业收入,10,9\n净利润,1,2".encode(), "某公司2023年报.csv")
    assert set(imported.statements) == {"2023-12-31", "2022-12-31"}


def test_of_two_reports_of_a_period_the_later_is_taken():
    text = "ts_code,ann_date,f_ann_date,end_date,report_type,revenue,n_income_attr_p\n600519.SH,20240403,20240403,20231231,1,10,1\n600519.SH,20240403,20250403,20231231,1,12,2\n600519.SH,20240403,20240403,20231231,6,3,1"
    imported = read(text.encode(), "t.csv")
    assert values(imported, "2023-12-31") == {"revenue": 12, "net_income": 2}
    assert imported.currency == "CNY"


def test_an_export_in_thousands_with_its_year_end_in_a_footer():
    text = "Name,2024,2023\nTotal Revenue,10,9\nNet Income,1,2\nFiscal year ends in Sep 30 | USD in Thousands"
    assert values(read(text.encode(), "m.csv"), "2024-09-30")["revenue"] == 10e3


def test_a_list_of_companies_with_compound_headers_asks_for_one():
    head = "证券代码,证券简称,营业收入(2023年报),净利润(2023年报),资产总计(2023年报)"
    text = f"{head}\n600519.SH,贵州茅台,3,2,1\n000002.SZ,万科A,6,5,4".encode()
    assert values(read(text, "w.csv", entity="万科A"), "2023-12-31")["revenue"] == 6
    with pytest.raises(StatementError, match="2 companies"):
        read(text, "w.csv")


FOUR = ("Revenue (营业收入)", "Net income (净利润)", "Total assets (资产总计)", "Equity (所有者权益合计)")


def test_what_is_missing_is_named_with_the_four_words_that_help():
    income = paste("USD m\t2024\nRevenue\t10\nNet income\t1")
    assert said(income, "has no Total assets and Equity.", *FOUR)
    with pytest.raises(StatementError) as caught:
        paste("USD m\t2024\nBadgers\t10\nFoxes\t1")
    assert all(word in str(caught.value) for word in FOUR)


def test_a_balance_sheet_in_two_halves_is_read_whole_with_true_places():
    rows = [
        ["资产负债表"],
        ["编制单位：某公司", None, None, "2023年12月31日", None, "单位：万元"],
        ["资产", "期末余额", "年初余额", "负债和所有者权益", "期末余额", "年初余额"],
        ["货币资金", 10, 9, "短期借款", 5, 4],
        ["资产总计", 100, 80, "负债合计", 60, 50],
        [None, None, None, "所有者权益合计", 40, 30],
    ]
    imported = read(workbook(("资产负债表", rows)), "side.xlsx")
    assert values(imported, "2023-12-31") == {
        "cash": 10e4,
        "total_assets": 100e4,
        "short_term_debt": 5e4,
        "total_liabilities": 60e4,
        "equity_total": 40e4,
    }
    assert values(imported, "2022-12-31")["equity_total"] == 30e4
    assert imported.statements["2023-12-31"].figures["equity_total"].origin.place == "资产负债表!E6"


def test_columns_of_the_parent_company_beside_the_group_are_left_out():
    text = "单位：元\t合并\t合并\t母公司\t母公司\n项目\t2023年度\t2022年度\t2023年度\t2022年度\n营业收入\t10\t9\t3\t2\n净利润\t2\t1\t1\t1"
    assert values(paste(text), "2023-12-31") == {"revenue": 10, "net_income_total": 2}


def test_units_under_the_first_header_count_for_the_next_block_too():
    text = (
        "For the Fiscal Period Ending\t12 months Sep-30-2023A\t12 months Sep-28-2024A\nCurrency\tUSD\tUSD\nUnits\tMillions\tMillions\n"
        "Revenues\t383,285.0\t391,035.0\nNet Income\t96,995.0\t93,736.0\nBalance Sheet as of:\tSep-30-2023\tSep-28-2024\n"
        "Total Assets\t352,583.0\t364,980.0\nTotal Common Equity\t62,146.0\t56,950.0"
    )
    imported = paste(text)
    assert values(imported, "2024-09-28") == {
        "revenue": 391_035e6,
        "net_income": 93_736e6,
        "total_assets": 364_980e6,
        "equity": 56_950e6,
    }
    assert imported.currency == "USD" and not said(imported, "names no currency")


def test_profit_after_preferred_dividends_goes_with_the_parents_equity():
    text = "In Million USD\t2023\t2024\nTotal Revenue\t383,285.00\t391,035.00\nNet Income Available to Common Stockholders\t96,995.00\t93,736.00\nTotal Assets\t352,583.00\t364,980.00\nTotal Equity\t62,146.00\t56,950.00"
    latest = finance.dupont(paste(text).statements).latest
    assert latest.return_on_equity == pytest.approx(93_736 / 59_548)


def test_a_company_is_called_by_its_name_and_not_by_its_code():
    assert read(EXPORTS["eastmoney_hk.csv"][0](), "hk.csv").entity == "万科企业"


def test_股东权益_beside_总权益_is_the_parents_share():
    # Tencent 2023 as eastmoney gives it, HKEX report in millions of yuan: 808,591 of 873,681
    text = "REPORT_DATE,STD_ITEM_NAME,AMOUNT,STD_REPORT_DATE\n2023-12-31,营运收入,609015,2023-12-31\n2023-12-31,股东应占溢利,115216,2023-12-31\n2023-12-31,总资产,1577246,2023-12-31\n2023-12-31,股东权益,808591,2023-12-31\n2023-12-31,少数股东权益,65090,2023-12-31\n2023-12-31,总权益,873681,2023-12-31"
    found = values(read(text.encode(), "t.csv"), "2023-12-31")
    assert (found["equity"], found["equity_total"], found["minority_interest"]) == (808591, 873681, 65090)


@pytest.mark.parametrize(
    "head",
    [
        "asOfDate,annualTotalRevenue,annualNetIncome,annualTotalAssets,annualStockholdersEquity",
        "endDate,totalRevenue,netIncome,totalAssets,totalStockholderEquity",
        "date,revenue,netIncome,totalAssets,totalStockholdersEquity",
        "REPORT_DATE,OPERATE_INCOME,HOLDER_PROFIT,TOTAL_ASSETS,TOTAL_PARENT_EQUITY",
        "period,Revenue,Net Income,Total Assets,Share Holder Equity",
        "REPORT_DATE,SALES_REV_TURN,NET_INCOME,BS_TOT_ASSET,TOT_COMMON_EQY",
        "报告期,营业总收入(元),归母净利润(元),总资产(元),归母股东权益(元)",
    ],
)
def test_names_of_interfaces_are_known(head):
    rows = "2023-09-30,383285,96995,352583,62146\n2024-09-30,391035,93736,364980,56950"
    latest = finance.dupont(read(f"{head}\n{rows}".encode(), "x.csv").statements).latest
    assert latest.return_on_equity == pytest.approx(93_736 / 59_548)


def test_a_filing_in_two_currencies_is_read_in_the_one_of_all_its_years():
    income = [
        [
            "CONSOLIDATED STATEMENTS OF OPERATIONS ¥ in Thousands, $ in Thousands",
            "12 Months Ended",
            None,
            None,
        ],
        [None, "Dec. 31, 2023\nCNY (¥)", "Dec. 31, 2023\nUSD ($)", "Dec. 31, 2022\nCNY (¥)"],
        ["Total net revenues", 1000, 140, 900],
        ["Net income attributable to shareholders", 100, 14, 90],
    ]
    balance = [
        [
            "CONSOLIDATED BALANCE SHEETS ¥ in Thousands, $ in Thousands",
            "Dec. 31, 2023\nCNY (¥)",
            "Dec. 31, 2023\nUSD ($)",
            "Dec. 31, 2022\nCNY (¥)",
        ],
        ["Total assets", 2000, 280, 1800],
        ["Total shareholders' equity", 800, 112, 700],
    ]
    cover = [
        ["Cover - CNY (¥)", "12 Months Ended"],
        ["", "Dec. 31, 2023"],
        ["Entity Registrant Name", "Some Ltd"],
    ]
    details = [["Debt (Details) - CNY (¥) ¥ in Thousands", "Dec. 31, 2023"], ["Total assets", 5]]
    data = workbook(("Cover", cover), ("IS", income), ("BS", balance), ("Debt (Details)", details))
    imported = read(data, "Financial_Report.xlsx")
    assert (imported.currency, imported.entity) == ("CNY", "Some Ltd")
    assert values(imported, "2023-12-31")["total_assets"] == 2000e3
    assert finance.dupont(imported.statements).latest.return_on_equity == pytest.approx(100 / 750)


def test_tushares_long_form_of_hong_kong():
    rows = "20231231,营业额,609015\n20231231,股东应占溢利,115216\n20231231,总资产,1577246\n20231231,股东权益,808591\n20231231,总权益,873681"
    text = "ts_code,end_date,name,ind_name,ind_value\n" + "\n".join(
        row.replace(",", ",腾讯控股,", 1) for row in rows.splitlines()
    ).replace("2023", "00700.HK,2023")
    imported = read(text.encode(), "hk.csv")
    assert values(imported, "2023-12-31")["net_income"] == 115216
    alone = read("\n".join(row for row in text.splitlines() if "总权益" not in row).encode(), "hk.csv")
    assert values(alone, "2023-12-31")["equity"] == 808591
    assert imported.entity == "腾讯控股"

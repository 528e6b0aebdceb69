"""Statements of Chinese listed companies under the headers of sina, eastmoney, akshare and tushare.

The figures are 万科A (000002) for 2019 out of ashare_fy2019.csv (eastmoney): 营业总收入 367,893,877,538.94, 利润总额
76,539,289,517.59, 所得税 21,407,674,945.50, 归母净利润 38,872,086,881.32, 资产总计 1,729,929,450,401.23.
"""

import pytest

from accountkit.sources import paste, read
from accountkit.sources.beginning import named
from tests.sources.tables import said, values

LINES = {
    "total_operating_revenue": 367893877538.94,
    "income_before_tax": 76539289517.59,
    "income_tax": 21407674945.5,
    "net_income": 38872086881.32,
    "total_assets": 1729929450401.23,
    "total_liabilities": 1459350334988.27,
    "equity_total": 270579115412.96,
}
SINA = [
    "营业总收入",
    "利润总额",
    "减：所得税费用",
    "归属于母公司所有者的净利润",
    "资产总计",
    "负债合计",
    "所有者权益(或股东权益)合计",
]
EASTMONEY = [
    "TOTAL_OPERATE_INCOME",
    "TOTAL_PROFIT",
    "INCOME_TAX",
    "PARENT_NETPROFIT",
    "TOTAL_ASSETS",
    "TOTAL_LIABILITIES",
    "TOTAL_EQUITY",
]
EASTMONEY_OLD = [
    "totaloperatereve",
    "sumprofit",
    "incometax",
    "parentnetprofit",
    "sumasset",
    "sumliab",
    "sumshequity",
]
TUSHARE = [
    "营业总收入",
    "total_profit",
    "income_tax",
    "n_income_attr_p",
    "total_assets",
    "total_liab",
    "total_hldr_eqy_inc_min_int",
]


@pytest.mark.parametrize(
    ("period", "heads"),
    [("报告日", SINA), ("REPORT_DATE", EASTMONEY), ("reportdate", EASTMONEY_OLD), ("end_date", TUSHARE)],
)
def test_the_headers_of_each_service_are_known(period, heads):
    text = "\t".join([period, *heads]) + "\n" + "\t".join(["20191231", *map(repr, LINES.values())])
    found = values(paste(text), "2019-12-31")
    assert {line: found[line] for line in LINES} == LINES


def test_营业总收入_and_营业收入_stay_two_lines():
    found = values(paste("报告日\t营业总收入\t营业收入\t净利润\n20191231\t100\t95\t5"), "2019-12-31")
    assert (found["total_operating_revenue"], found["revenue"]) == (100, 95)


def test_营业总收入_alone_stands_in_for_revenue_and_says_so():
    imported = paste("报告日\t营业总收入\t净利润\n20191231\t100\t5")
    assert values(imported, "2019-12-31")["revenue"] == 100
    assert next(m for m in imported.mapping if m.line == "revenue").reason == "stand_in"
    assert said(imported, "Revenue", "营业总收入")


def test_a_header_repeated_in_mid_file_with_another_order_is_followed():
    # eastmoney's balance file does this: the second half has its columns in another order
    text = (
        "SECURITY_CODE\tREPORT_DATE\tTOTAL_ASSETS\tTOTAL_LIABILITIES\tTOTAL_EQUITY\n000002\t2019-12-31 00:00:00\t1729929450401.23\t1459350334988.27\t270579115412.96\n"
        "SECURITY_CODE\tREPORT_DATE\tTOTAL_EQUITY\tTOTAL_ASSETS\tTOTAL_LIABILITIES\n000002\t2018-12-31 00:00:00\t-\t2\t1"
    )
    imported = paste(text)
    assert values(imported, "2019-12-31") == {
        line: LINES[line] for line in ("total_assets", "total_liabilities", "equity_total")
    }
    assert values(imported, "2018-12-31") == {"total_assets": 2, "total_liabilities": 1}


def test_notice_dates_are_no_period_ends():
    text = "SECUCODE\tNOTICE_DATE\tREPORT_DATE\tUPDATE_DATE\tTOTAL_OPERATE_INCOME\tPARENT_NETPROFIT\n000002.SZ\t2020-03-18\t2019-12-31\t2021-03-31\t9\t1"
    imported = paste(text)
    assert list(imported.statements) == ["2019-12-31"]


def test_growth_columns_are_not_taken_for_their_line():
    text = "REPORT_DATE\tTOTAL_OPERATE_INCOME_YOY\tTOTAL_OPERATE_INCOME\tPARENT_NETPROFIT_YOY\tPARENT_NETPROFIT\n2019-12-31\t23.59\t367893877538.94\t15.1\t38872086881.32"
    found = values(paste(text), "2019-12-31")
    assert (found["total_operating_revenue"], found["net_income"]) == (
        LINES["total_operating_revenue"],
        LINES["net_income"],
    )


def test_cumulative_quarters_of_sina_are_left_out():
    text = "报告日\t营业收入\t净利润\n20191231\t40\t4\n20190930\t30\t3\n20190630\t20\t2\n20190331\t10\t1\n20181231\t38\t4"
    imported = paste(text)
    assert set(imported.statements) == {"2018-12-31", "2019-12-31"}
    assert said(imported, "2019-09-30")


def test_cells_with_their_own_unit_as_akshare_gives_them():
    found = values(paste("报告期\t营业总收入\t归母净利润\n2019\t3678.94亿\t388.72亿"), "2019-12-31")
    assert found["total_operating_revenue"] == pytest.approx(367894e6)
    assert found["net_income"] == pytest.approx(38872e6)


def test_the_printed_form_in_wan_yuan_as_gb18030():
    # 2019 as above; 净利润 = 利润总额 − 所得税, 少数股东损益 = 净利润 − 归母净利润; the cost and the 2018 column are made up
    rows = [
        "万科A 利润表,,",
        "单位：万元,,",
        "项目,2019年度,2018年度",
        "一、营业总收入,36789387.75,30000000.00",
        "其中：营业收入,36789387.75,30000000.00",
        "减：营业成本,20000000.00,19000000.00",
        "四、利润总额（亏损总额以“－”号填列）,7653928.95,7000000.00",
        "五、净利润（净亏损以“－”号填列）,5513161.46,5000000.00",
        "（一）归属于母公司所有者的净利润,3887208.69,3500000.00",
        "（二）少数股东损益,1625952.77,1500000.00",
        "六、综合收益总额,-,-",
        "基本每股收益,3.47,3.06",
    ]
    imported = read("\n".join(rows).encode("gb18030"), "利润表.csv")
    found = values(imported, "2019-12-31")
    assert found["net_income"] == 38872086900 and found["net_income_total"] == 55131614600
    assert found["minority_income"] == 16259527700 and found["cost_of_revenue"] == 200000000000
    assert imported.unmapped == ("基本每股收益",)
    assert imported.currency == "CNY"


@pytest.mark.parametrize(
    ("head", "company"),
    [
        ("苏州华锐精密涂装有限公司", "苏州华锐精密涂装有限公司"),
        ("编制单位：华东（苏州）股份有限公司", "华东（苏州）股份有限公司"),
        ("华锐集团有限公司2025年财务摘要", "华锐集团有限公司"),
        ("华锐集团 合并报表", "华锐集团"),
        ("Home Depot, Inc. – income statement", "Home Depot, Inc."),
        ("Consolidated income statement", ""),
        ("数据来源：某某资讯有限公司", ""),
    ],
)
def test_the_company_in_the_head_of_a_table_is_its_name(head, company):
    text = f'"{head}",,\n项目,2025年度,2024年度\n营业总收入,105000,100000\n净利润,4200,6000\n资产总计,90000,88000\n'
    assert read(text.encode(), "摘要.csv").entity == company
    assert named(read(text.encode(), "摘要.csv"), "摘要.csv") == (company or "摘要")

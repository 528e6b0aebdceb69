"""Exports of Wind, 同花顺, 东方财富, sina and tushare, and printed reports, in the shape that each has."""

from __future__ import annotations

from collections.abc import Callable

from tests.sources.export_figures import VANKE, VANKE_2018, text
from tests.sources.tables import workbook

# China --------------------------------------------------------------------------------------------------------------

_CHINESE = [
    ("营业总收入", "revenue"),
    ("营业收入", "revenue"),
    ("利润总额", "income_before_tax"),
    ("所得税费用", "income_tax"),
    ("净利润", "net_income_total"),
    ("归属于母公司所有者的净利润", "net_income"),
    ("资产总计", "total_assets"),
    ("负债合计", "total_liabilities"),
    ("所有者权益合计", "equity_total"),
]


def v(
    line: str, unit: float = 1, form: Callable[[float], object] = lambda v: v, missing: object = "--"
) -> list:
    """Vanke's 2019 and 2018 of a line in the file's unit; what is not known of 2018 is missing."""
    old = VANKE_2018.get(line)
    return [form(VANKE[line] / unit), missing if old is None else form(old / unit)]


def two_places(value: float) -> str:
    return f"{value:,.2f}"


def wind() -> bytes:
    """Wind's deep data: dates over kinds of report, unit and currency as rows, the source at the foot."""
    rows = [
        ["万科A[000002.SZ] - 财务摘要"],
        ["", "2019-12-31", "2018-12-31"],
        ["报告期", "年报", "年报"],
        ["报表类型", "合并报表", "合并报表"],
        ["单位：万元"],
        ["利润表"],
        *([f"    {name}", *v(line, 1e4, two_places)] for name, line in _CHINESE[:5]),
        ["    归属母公司股东的净利润", *v("net_income", 1e4, two_places)],
        ["资产负债表"],
        *([f"    {name}", *v(line, 1e4, two_places)] for name, line in _CHINESE[6:]),
        ["显示币种", "CNY", "CNY"],
        ["公告日期", "2020-03-18", "2019-03-26"],
        [],
        ["数据来源：Wind"],
    ]
    return workbook(("Sheet1", rows))


def wind_columns() -> bytes:
    """Wind's list of companies: what is measured, when and in which unit stand in the header of each column."""
    head = ["证券代码", "证券简称"]
    row: list[object] = ["000002.SZ", "万科A"]
    for year, index in (("2019", 0), ("2018", 1)):
        for name, line in _CHINESE:
            head.append(f"{name}\n[报告期] {year}年报\n[报表类型] 合并报表\n[单位] 亿元")
            row.append(v(line, 1e8, missing=None)[index])
    return workbook(("万得", [head, row, ["数据来源：Wind"]]))


def tonghuashun() -> bytes:
    """同花顺's export: 科目\\时间, bare years, each line's unit behind its name."""
    rows = [["科目\\时间", "2019", "2018"], ["报表核心指标(元)", "", ""]]
    rows += [[f"*{name}(元)", *v(line, 1, lambda value: f"{value:.2f}")] for name, line in _CHINESE]
    rows += [
        ["报表全部指标(元)", "", ""],
        ["其中：对联营企业和合营企业的投资收益(元)", "3790597688.16", "--"],
    ]
    return text(rows, "\t", "gb18030")


def tonghuashun_rows() -> bytes:
    """同花顺 through akshare: a row a period, amounts with their unit, False for what is missing."""
    head = ["报告期", "报表核心指标", *(f"*{name}" for name, _line in _CHINESE), "报表全部指标"]
    years = [
        [
            year,
            "",
            *(
                v(line, 1e8, lambda value: f"{value:.4f}亿", "False")[i]
                if line != "total_assets"
                else v(line, 1e12, lambda value: f"{value:.10f}万亿", "False")[i]
                for _name, line in _CHINESE
            ),
            "",
        ]
        for i, year in enumerate(("2019", "2018"))
    ]
    return text([head, *years])


_EASTMONEY = [
    ("TOTAL_OPERATE_INCOME", "revenue"),
    ("OPERATE_INCOME", "revenue"),
    ("TOTAL_PROFIT", "income_before_tax"),
    ("INCOME_TAX", "income_tax"),
    ("NETPROFIT", "net_income_total"),
    ("PARENT_NETPROFIT", "net_income"),
    ("TOTAL_ASSETS", "total_assets"),
    ("TOTAL_LIABILITIES", "total_liabilities"),
    ("TOTAL_EQUITY", "equity_total"),
]


def eastmoney_wide() -> bytes:
    head = [
        "SECUCODE",
        "SECURITY_CODE",
        "SECURITY_NAME_ABBR",
        "ORG_CODE",
        "REPORT_DATE",
        "REPORT_TYPE",
        "REPORT_DATE_NAME",
        "NOTICE_DATE",
        "CURRENCY",
        *(name for name, _line in _EASTMONEY),
        "TOTAL_OPERATE_INCOME_YOY",
    ]
    rows = [
        [
            "000002.SZ",
            "000002",
            "万科A",
            "10004090",
            f"{year}-12-31 00:00:00",
            "年报",
            f"{year}年报",
            f"{int(year) + 1}-03-18 00:00:00",
            "CNY",
            *(v(line, 1, repr, "")[i] for _n, line in _EASTMONEY),
            "23.6",
        ]
        for i, year in enumerate(("2019", "2018"))
    ]
    return text([head, *rows])


def eastmoney_hong_kong() -> bytes:
    """The long form of Hong Kong: one row an item, the name in STD_ITEM_NAME."""
    names = {
        "revenue": "营业额",
        "income_before_tax": "除税前溢利",
        "income_tax": "税项",
        "net_income_total": "除税后溢利",
        "net_income": "股东应占溢利",
        "total_assets": "总资产",
        "total_liabilities": "总负债",
        "equity_total": "总权益",
    }
    head = "SECUCODE,SECURITY_CODE,SECURITY_NAME_ABBR,ORG_CODE,REPORT_DATE,DATE_TYPE_CODE,FISCAL_YEAR,START_DATE,STD_ITEM_CODE,STD_ITEM_NAME,AMOUNT"
    rows = [head.split(",")]
    for i, year in enumerate(("2019", "2018")):
        for code, (line, name) in enumerate(names.items()):
            value = v(line, 1, repr, "")[i]
            if value:
                rows.append(
                    f"02202.HK,02202,万科企业,10004090,{year}-12-31 00:00:00,001,12-31,{year}-01-01 00:00:00,00400{code:04},{name},{value}".split(
                        ","
                    )
                )
    return text(rows)


def sina() -> bytes:
    rows = [["报表日期", "20191231", "20190930", "20181231"], ["单位", "元", "元", "元"]]
    for number, (name, line) in enumerate(_CHINESE):
        new, old = v(line, 1, lambda value: f"{value:.2f}", "0" if line == "x" else "--")
        rows.append([("一、" if number == 0 else "") + name, new, "1.00" if number < 6 else "2.00", old])
    return text(rows, "\t", "gb18030")


def tushare() -> bytes:
    """tushare: two rows of one period where a report was corrected, the announcement date before the period."""
    names = {
        "total_revenue": "revenue",
        "revenue": "revenue",
        "total_profit": "income_before_tax",
        "income_tax": "income_tax",
        "n_income": "net_income_total",
        "n_income_attr_p": "net_income",
        "total_assets": "total_assets",
        "total_liab": "total_liabilities",
        "total_hldr_eqy_inc_min_int": "equity_total",
    }
    head = ["ts_code", "ann_date", "f_ann_date", "end_date", "report_type", "comp_type", "basic_eps", *names]
    rows = [
        ["000002.SZ", "20200318", "20200318", "20191231", "1", "1", "3.47"]
        + [v(line, 1, repr, "")[0] for line in names.values()],
        ["000002.SZ", "20200318", "20200401", "20191231", "1", "1", "3.47"]
        + [v(line, 1, repr, "")[0] for line in names.values()],
        ["000002.SZ", "20190326", "20190326", "20181231", "1", "1", "3.06"]
        + [v(line, 1, repr, "")[1] for line in names.values()],
    ]
    return text([head, *rows])


def printed_report() -> bytes:
    """The printed form: 本期发生额 and 上期发生额 over the flows, 期末余额 and 年初余额 over the balances."""
    income = [
        ["合并利润表"],
        ["2019年1—12月"],
        ["编制单位：万科企业股份有限公司", "", "单位：元 币种：人民币"],
        ["项目", "附注", "本期发生额", "上期发生额"],
        *([name, "七、61", *v(line, 1, two_places)] for name, line in _CHINESE[:6]),
    ]
    balance = [
        ["合并资产负债表"],
        ["2019年12月31日"],
        ["编制单位：万科企业股份有限公司", "", "单位：元 币种：人民币"],
        ["项目", "附注", "期末余额", "年初余额"],
        *([name, "七、1", *v(line, 1, two_places)] for name, line in _CHINESE[6:]),
    ]
    return workbook(("合并利润表", income), ("合并资产负债表", balance))


def printed_report_csv() -> bytes:
    """One table for both statements, with a section of each and the year in the title alone."""
    return text(
        [
            ["万科企业股份有限公司 2019年度 合并报表（单位：万元）", "", ""],
            ["项目", "本年金额", "上年金额"],
            *([name, *v(line, 1e4, two_places)] for name, line in _CHINESE[:6]),
            ["项目", "年末数", "年初数"],
            *([name, *v(line, 1e4, two_places)] for name, line in _CHINESE[6:]),
        ]
    )

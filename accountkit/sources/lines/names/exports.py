"""The names that data services give their lines in exports, beside those of the statements themselves.

In words as `recognition.normal` writes them (stockholders are shareholders, non-controlling is one word); fields of
interfaces stand as they are. They are looked up last, so a name of a statement always goes first.
"""

from __future__ import annotations

NAMES: dict[str, tuple[str, ...]] = {
    "revenue": (
        "SALES_REV_TURN",
        "IQ_TOTAL_REV",
        # Hong Kong forms of eastmoney and 同花顺; Wind's interface
        "营业额",
        "营运收入",
        "经营收入总额",
        "收益",
        "tot_oper_rev",
        "total revenues net",
        "net turnover",
    ),
    "cost_of_revenue": (
        "IS_COGS_TO_FE_AND_PP_AND_G",
        "IQ_COGS",
        "cost of revenue total",
        "cost of goods sold total",
        "cost of sales and services",
    ),
    "gross_profit": (
        "IQ_GP",
        "gross profit loss",
    ),
    "operating_income": (
        "IS_OPER_INC",
        "IQ_OPER_INC",
        "total operating profit loss",
        "operating profit loss total",
        "operating income total",
        "opprofit",
    ),
    "income_before_tax": (
        "PRETAX_INC",
        "IQ_EBT",
        # S&P Capital IQ, Bloomberg, Morningstar, Hong Kong
        "ebt incl unusual items",
        "ebt including unusual items",
        "pretax income loss gaap",
        "pretax income gaap",
        "pretax income loss",
        "pretax profit loss",
        "除税前收益",
        "除税前盈利",
        "税前盈利",
        "tot_profit",
    ),
    "income_tax": (
        "IS_INC_TAX_EXP",
        "IQ_INC_TAX",
        "income tax total",
        "income tax expense total",
        "税项",
        "所得税支出",
        "taxes on income",
    ),
    "net_income": (
        "IQ_NI",
        "net income gaap",
        "net income net profit losses",
        "net income after noncontrolling minority interests",
        "net income after minority interest",
        "net income after minority interests",
        "母公司拥有人应占溢利",
        "母公司股东应占溢利",
        "公司股东应占溢利",
        "权益持有人应占溢利",
        "本公司股东应占溢利",
        "np_belongto_parcomsh",
        "HOLDER_PROFIT",
        "PARENT_HOLDER_NETPROFIT",
    ),
    "net_income_total": (
        "net income to company",
        "income loss incl mi",
        "income loss including mi",
        "net income after extraordinary items and discontinued operations",
        "net income before minority interest",
        "net income before minority interests",
        "net income including minority interest",
        "net income including minority interests",
        "net income incl minority interest",
        "除税后溢利",
        "税后溢利",
        "期内溢利",
        "年内盈利",
        "net_profit_is",
    ),
    "net_income_common": (
        "ni to common incl extra items",
        "net income to common incl extra items",
        "net income avail to common gaap",
        "diluted ni availto com shareholders",
        "diluted ni avail to com shareholders",
    ),
    "minority_income": (
        "minority int in earnings",
        "minority interest in earnings",
        "少数股东应占溢利",
        "少数股东应占利润",
    ),
    "total_assets": (
        "BS_TOT_ASSET",
        "IQ_TOTAL_ASSETS",
        "tot_assets",
    ),
    "total_liabilities": (
        "BS_TOT_LIAB2",
        "IQ_TOTAL_LIAB",
        "total liabilities net minority interest",
        "tot_liab",
    ),
    "equity": (
        "TOT_COMMON_EQY",
        "EQTY_BEF_MINORITY_INT_DETAILED",
        "IQ_TOTAL_COMMON_EQUITY",
        "equity before minority interest",
        "equity before minority interests",
        "common stock equity",
        "common share equity",
        "母公司拥有人应占权益",
        "公司拥有人应占权益",
        "eqy_belongto_parcomsh",
    ),
    "equity_total": (
        "IQ_TOTAL_EQUITY",
        "total equity gross minority interest",
        "权益总计",
        "总股东权益",
        "tot_equity",
    ),
    "minority_interest": (
        "MINORITY_NONCONTROLLING_INTEREST",
        "IQ_MINORITY_INTEREST",
        "minority noncontrolling interest",
        "noncontrolling minority interest",
        "noncontrolling minority interests",
        "noncontrolling interests in equity",
        "nonredeemable noncontrolling interest",
        "nonredeemable noncontrolling interests",
    ),
    "cash": ("cash and cash equivalents total",),
    "depreciation": ("reconciled depreciation",),
}

BESIDE_TOTAL = {"股东权益": "equity", "shareholders equity total": "equity"}
"""Names of all owners' equity that mean the parent's where the same table gives a total under another name."""

EITHER_STATEMENT = {
    "minority interest": "minority_income",
    "minority interests": "minority_income",
    "noncontrolling interest": "minority_income",
    "noncontrolling interests": "minority_income",
    "noncontrolling minority interests": "minority_income",
    "noncontrolling minority interest": "minority_income",
    "少数股东权益": "minority_income",
    "非控股权益": "minority_income",
}
"""Names of the balance sheet's minorities that stand in an income statement too, with the line that they mean there."""

"""The names that statements give their lines, in English and Chinese.

Each canonical line has its names in the order of preference: when a file has several of them, the earlier is taken.
Chinese names follow the statement forms of the PRC accounting standards (财会〔2019〕6号) as sina and eastmoney print
them; names in capitals and snake case are the field names of eastmoney, akshare and tushare. 营业总收入 (which for a
financial company includes interest and premiums earned) and 营业收入 stay two lines.
"""

from __future__ import annotations

NAMES: dict[str, tuple[str, ...]] = {
    "revenue": (
        "total revenue", "total revenues", "revenue", "revenues", "net revenue", "net revenues", "total net revenue",
        "total net revenues", "total net sales", "net sales", "sales", "total sales", "turnover", "sales revenue",
        "revenue from operations", "operating revenue", "operating revenues", "total operating revenues",
        "revenue from contracts with customers", "revenues net of interest expense", "net operating revenues", "total revenues and other income",
        "营业收入", "其中营业收入", "主营业务收入", "收入", "营收", "销售收入", "收入合计", "收入总额", "净收入",
        "OPERATE_INCOME", "oper_rev", "营业收入合计",
    ),
    "total_operating_revenue": ("营业总收入", "营业收入总额", "TOTAL_OPERATE_INCOME", "TOTALOPERATEREVE", "total operating income and revenue"),
    "cost_of_revenue": (
        "cost of revenue", "cost of revenues", "total cost of revenue", "total cost of revenues", "cost of sales",
        "total cost of sales", "cost of goods sold", "cost of goods and services sold", "cogs", "cost of products sold",
        "costs of revenue", "costs of sales", "营业成本", "其中营业成本", "主营业务成本", "销售成本", "收入成本",
        "OPERATE_COST", "oper_cost",
    ),
    "gross_profit": ("gross profit", "gross income", "total gross profit", "毛利", "毛利润", "毛利额", "销售毛利", "gross margin amount"),
    "operating_expense": (
        "total operating expenses", "operating expenses", "operating expense", "opex", "total operating expense",
        "期间费用", "期间费用合计", "营业费用合计", "经营费用",
    ),
    "selling_expense": (
        "selling expense", "selling expenses", "selling and marketing", "selling and marketing expenses", "sales and marketing",
        "sales and marketing expenses", "marketing expenses", "distribution costs", "selling and distribution expenses",
        "销售费用", "SALE_EXPENSE", "sell_exp", "销售及营销费用",
    ),
    "administrative_expense": (
        "administrative expense", "administrative expenses", "general and administrative", "general and administrative expenses",
        "管理费用", "MANAGE_EXPENSE", "admin_exp", "行政费用", "一般及行政费用",
    ),
    "research_expense": (
        "research expense", "research and development", "research and development expenses", "research and development expense",
        "technology and development", "研发费用", "RESEARCH_EXPENSE", "rd_exp", "研发开支",
    ),
    "finance_expense": (
        "finance expense", "finance expenses", "finance costs net", "net finance costs", "net finance expense", "财务费用",
        "财务费用净额", "FINANCE_EXPENSE", "FINANCEEXP", "fin_exp",
    ),
    "operating_income": (
        "operating income", "operating profit", "income from operations", "profit from operations", "operating loss",
        "operating income loss", "operating profit loss", "income loss from operations", "loss from operations",
        "profit from operating activities", "total operating income", "total operating profit", "results from operating activities",
        "ebit", "earnings before interest and taxes", "earnings before interest and tax",
        "营业利润", "经营利润", "经营溢利", "经营亏损", "息税前利润", "营业利润亏损以号填列", "OPERATE_PROFIT", "operate_profit",
    ),
    "interest_expense": (
        "interest expense", "interest expenses", "interest expense total", "total interest expense", "finance costs", "finance cost",
        "interest costs", "interest on debt", "interest expense net", "interest and debt expense", "利息费用", "其中利息费用", "利息支出", "融资成本", "财务成本", "FE_INTEREST_EXPENSE", "fin_exp_int_exp",
    ),
    "interest_income": (
        "interest income", "interest and investment income", "interest income total", "finance income", "利息收入", "其中利息收入",
        "FE_INTEREST_INCOME", "fin_exp_int_inc", "融资收入",
    ),
    "income_before_tax": (
        "income before tax", "income before taxes", "income before income taxes", "income before income tax", "profit before tax",
        "profit before taxation", "profit before income tax", "loss before tax", "loss before income taxes", "pretax income",
        "pre tax income", "pretax profit", "pre tax profit", "earnings before tax", "earnings before taxes", "ebt",
        "income before provision for income taxes", "earnings before income taxes", "earnings before provision for income taxes", "income loss before income taxes",
        "income loss before provision for income taxes", "loss before provision for income taxes", "loss before taxation",
        "income loss before tax", "profit loss before tax", "consolidated income before income taxes", "income from continuing operations before income taxes",
        "利润总额", "税前利润", "税前溢利", "除税前溢利", "除税前利润", "税前亏损", "利润总额亏损总额以号填列", "TOTAL_PROFIT", "SUMPROFIT", "total_profit",
        "所得税前利润",
    ),
    "income_tax": (
        "income tax", "income taxes", "income tax expense", "income tax expenses", "provision for income taxes", "provision for income tax",
        "tax expense", "taxation", "income tax expense benefit", "income taxes expense", "tax provision", "income tax provision",
        "total income tax expense", "income tax benefit expense", "taxes", "benefit from provision for income taxes",
        "所得税费用", "所得税", "所得税开支", "INCOME_TAX", "INCOMETAX", "income_tax",
    ),
    "net_income": (
        "net income attributable to owners of the parent", "net income attributable", "net income attributable to parent",
        "net income attributable to the parent", "net income attributable to shareholders", "net income attributable to owners",
        "net income attributable to owners of the company", "net income attributable to equity holders of the company",
        "net income attributable to common shareholders", "profit attributable to owners of the parent",
        "profit attributable to owners of the company", "profit attributable to equity holders of the company",
        "profit attributable to shareholders", "profit attributable to equity shareholders", "net profit attributable to shareholders of the parent company",
        "net profit attributable to the parent", "net profit attributable to parent", "net income parent", "net income attrib",
        "profit for the year attributable to owners of the company", "profit for the year attributable to owners of the parent",
        "net income loss attributable to owners of the parent", "net loss attributable to shareholders",
        "归属于母公司所有者的净利润", "归属于母公司股东的净利润", "归属于母公司所有者净利润", "归属于母公司股东净利润", "归属母公司股东的净利润",
        "归属于上市公司股东的净利润", "归属于本公司股东的净利润", "归属母公司净利润", "归母净利润", "归属净利润", "归属于母公司的净利润",
        "公司拥有人应占溢利", "本公司拥有人应占利润", "本公司权益持有人应占溢利", "本公司权益持有人应占盈利", "股东应占溢利",
        "PARENT_NETPROFIT", "PARENTNETPROFIT", "n_income_attr_p", "netprofit_parent",
    ),
    "net_income_total": (
        "net income including noncontrolling interests", "net income including noncontrolling interest", "consolidated net income",
        "net income total", "total net income", "net income before noncontrolling interests", "profit including noncontrolling interests",
        "净利润", "净利润净亏损以号填列", "年内溢利", "年度溢利", "本年利润", "年内利润", "本年净利润", "净溢利", "净亏损", "NETPROFIT", "n_income",
    ),
    "minority_income": (
        "net income attributable to noncontrolling interests", "net income attributable to noncontrolling interest",
        "net loss attributable to noncontrolling interests", "consolidated net income attributable to noncontrolling interest",
        "profit attributable to noncontrolling interests", "minority interest in net income", "少数股东损益", "少数股东利润", "非控股权益应占溢利",
        "net income loss attributable to noncontrolling interests", "MINORITY_INTEREST", "minority_gain",
    ),
    "preferred_dividends": ("preferred dividends", "preferred stock dividends", "dividends on preferred stock", "优先股股利", "优先股股息"),
    "total_assets": ("total assets", "assets total", "assets", "资产总计", "资产合计", "总资产", "资产总额", "TOTAL_ASSETS", "SUMASSET"),
    "total_liabilities": (
        "total liabilities", "liabilities total", "liabilities", "负债合计", "负债总计", "总负债", "负债总额", "TOTAL_LIABILITIES",
        "SUMLIAB", "total_liab",
    ),
    "mezzanine_equity": (
        "mezzanine equity", "total mezzanine equity", "mezzanine", "redeemable noncontrolling interests", "redeemable noncontrolling interest",
        "temporary equity", "夹层权益", "夹层权益合计", "可赎回非控股权益",
    ),
    "equity": (
        "equity attributable to owners of the parent", "equity attributable to owners of the company", "equity attributable",
        "equity attributable to equity holders of the company", "equity attributable to equity holders of the parent", "equity attributable to shareholders",
        "equity attributable to parent", "equity parent", "equity attrib", "total equity attributable to owners of the company",
        "total equity attributable to owners of the parent", "total shareholders equity", "shareholders equity", "total stockholders equity",
        "stockholders equity", "total shareowners equity", "total shareholders deficit", "total shareholders equity deficit",
        "total common equity", "common equity", "net assets attributable to shareholders", "total parent shareholders equity",
        "归属于母公司所有者权益合计", "归属于母公司股东权益合计", "归属于母公司所有者权益", "归属于母公司股东权益", "归属母公司股东权益合计", "归属母公司股东权益",
        "归属于母公司股东的权益", "归属于母公司所有者的权益", "归属于母公司所有者的权益合计",
        "归属于上市公司股东的净资产", "归属于上市公司股东的所有者权益", "归母净资产", "归母权益", "归母股东权益", "本公司拥有人应占权益",
        "本公司权益持有人应占权益", "TOTAL_PARENT_EQUITY", "total_hldr_eqy_exc_min_int",
    ),
    "equity_total": (
        "total equity including noncontrolling interests", "equity total", "equity including noncontrolling interests", "total shareholders equity including noncontrolling interests",
        "net assets", "total net assets", "所有者权益合计", "股东权益合计", "所有者权益或股东权益合计", "所有者权益", "股东权益", "净资产", "权益合计",
        "权益总额", "总权益", "股东权益总计", "所有者权益总计", "TOTAL_EQUITY", "SUMSHEQUITY", "total_hldr_eqy_inc_min_int",
    ),
    "minority_interest": (
        "noncontrolling interests", "noncontrolling interest", "minority interest", "minority interests", "total noncontrolling interests",
        "少数股东权益", "非控股权益", "MINORITY_EQUITY", "minority_int", "非控制性权益",
    ),
    "cash": (
        "cash and cash equivalents", "cash", "cash and equivalents", "cash and bank balances", "货币资金", "现金及现金等价物", "MONETARYFUNDS", "money_cap",
    ),
    "short_term_investments": (
        "short term investments", "marketable securities", "short term marketable securities", "current marketable securities", "短期投资",
        "交易性金融资产", "TRADE_FINASSET_NOTFVTPL", "trad_asset",
    ),
    "receivables": (
        "accounts receivable", "accounts receivable net", "receivables", "receivables net", "net receivables", "trade receivables",
        "trade and other receivables", "accounts and notes receivable", "应收账款", "应收票据及应收账款", "ACCOUNTS_RECE", "accounts_receiv",
        "应收账款净额", "贸易应收款项",
    ),
    "inventory": ("inventory", "inventories", "merchandise inventories", "inventories net", "inventory net", "存货", "存货净额", "INVENTORY"),
    "fixed_assets": (
        "fixed assets", "property plant and equipment", "property plant and equipment net", "property and equipment net",
        "property and equipment", "net property plant and equipment", "pp and e", "ppe", "固定资产", "固定资产净额", "固定资产合计", "FIXED_ASSET",
        "fix_assets", "物业厂房及设备",
    ),
    "intangible_assets": ("intangible assets", "intangible assets net", "other intangible assets", "无形资产", "INTANGIBLE_ASSET", "intan_assets"),
    "goodwill": ("goodwill", "goodwill net", "商誉", "GOODWILL"),
    "current_assets": ("total current assets", "current assets", "流动资产合计", "流动资产总额", "流动资产总计", "TOTAL_CURRENT_ASSETS", "total_cur_assets"),
    "current_liabilities": (
        "total current liabilities", "current liabilities", "流动负债合计", "流动负债总额", "流动负债总计", "TOTAL_CURRENT_LIAB", "total_cur_liab",
    ),
    "payables": (
        "accounts payable", "payables", "trade payables", "trade and other payables", "accounts and notes payable", "应付账款",
        "应付票据及应付账款", "ACCOUNTS_PAYABLE", "acct_payable", "贸易应付款项",
    ),
    "short_term_debt": (
        "short term debt", "short term borrowings", "short term loans", "current debt", "short term bank loans", "短期借款", "SHORT_LOAN", "st_borr",
    ),
    "long_term_debt": (
        "long term debt", "long term borrowings", "long term debt net", "noncurrent debt", "long term loans", "长期借款", "LONG_LOAN", "lt_borr",
    ),
    "total_debt": ("total debt", "total borrowings", "有息负债", "有息负债合计", "总债务"),
    "deferred_revenue": (
        "deferred revenue", "deferred revenues", "contract liabilities", "unearned revenue", "current deferred revenue", "合同负债", "预收款项",
        "递延收入", "CONTRACT_LIAB", "contract_liab",
    ),
    "depreciation": (
        "depreciation and amortization", "depreciation and amortisation", "depreciation", "depreciation amortization", "折旧及摊销", "折旧与摊销",
        "折旧和摊销", "折旧摊销",
    ),
    "operating_cash_flow": (
        "net cash provided by operating activities", "net cash from operating activities", "cash flow from operating activities",
        "operating cash flow", "net cash generated from operating activities", "net cash provided by used in operating activities",
        "cash generated by operating activities", "cash flow from operations", "经营活动产生的现金流量净额", "经营活动现金流量净额", "经营现金流净额",
        "NETCASH_OPERATE", "n_cashflow_act",
    ),
    "capital_expenditure": (
        "capital expenditure", "capital expenditures", "capex", "purchases of property and equipment", "purchase of property and equipment",
        "payments for acquisition of property plant and equipment", "purchases of property plant and equipment",
        "additions to property plant and equipment", "购建固定资产无形资产和其他长期资产支付的现金", "购建固定资产无形资产和其他长期资产所支付的现金", "资本开支", "资本性支出",
        "CONSTRUCT_LONG_ASSET", "c_pay_acq_const_fiolta",
    ),
    "dividends": (
        "dividends paid", "dividends", "payments of dividends", "cash dividends paid", "payments for dividends and dividend equivalents",
        "分配股利利润或偿付利息支付的现金", "已付股息", "支付的股利",
    ),
    "buybacks": ("share repurchases", "repurchases of common stock", "repurchase of shares", "buybacks", "purchase of company stock", "share buybacks", "回购股份", "股份回购"),
    "weighted_average_roe": (
        "weighted average roe", "weighted average return on equity", "加权平均净资产收益率", "净资产收益率加权", "加权净资产收益率", "ROEJQ", "roe_waa",
        "weightavg_roe", "WEIGHTAVG_ROE",
    ),
}  # fmt: skip

EITHER_OWNER: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        (
            "net income", "net profit", "net income loss", "net loss", "net earnings", "net loss income", "profit for the year",
            "profit for the period", "profit after tax", "profit after taxation", "loss for the year", "profit loss for the year",
            "profit loss", "earnings", "net profit loss", "税后利润",
        ),
        ("net_income", "net_income_total"),
    ),
    **dict.fromkeys(("total equity", "equity", "total equity deficit", "owners equity", "total owners equity"), ("equity", "equity_total")),
}  # fmt: skip
"""Names that mean the parent's owners in one file and all owners in another; the other lines of the file decide."""

OWNERS_OF_PARENT = (
    "owners of the parent", "owners of the company", "equity holders of the company", "equity holders of the parent", "shareholders of the company",
    "equity shareholders of the company", "shareholders of the parent", "owners of parent", "本公司拥有人", "本公司权益持有人", "母公司拥有人", "本公司股东", "母公司股东",
)  # fmt: skip
OTHER_OWNERS = (
    "noncontrolling interests",
    "noncontrolling interest",
    "minority interests",
    "minority interest",
    "非控股权益",
    "少数股东",
)

RATIO_LINES = frozenset({"weighted_average_roe"})
EXPENSES = frozenset(
    [
        "cost_of_revenue",
        "operating_expense",
        "selling_expense",
        "administrative_expense",
        "research_expense",
        "interest_expense",
        "depreciation",
    ]
)
OUTFLOWS = frozenset({"capital_expenditure", "dividends", "buybacks"})
CORE = ("revenue", "net_income", "total_assets", "equity")
TOTALS_FOR = {"net_income": "net_income_total", "equity": "equity_total"}

PERIOD_NAMES = frozenset(
    ["period_end", "period end", "periodend", "period", "date", "year", "fiscal year", "fiscal_year", "fy", "fiscal year end", "year end", "end date", "end_date", "enddate", "report date", "report_date", "reportdate", "reporting date", "as of", "报告期", "报告日", "报告日期", "报告期末", "年度", "年份", "会计年度", "期末", "截止日期", "截止日", "日期", "财年", "财政年度", "ddate", "报表日期"]
)  # fmt: skip
ENTITY_NAMES = frozenset(
    ["entity", "company", "company name", "companyname", "ticker", "symbol", "name", "scode", "sname", "secucode", "security_code", "security code", "security_name_abbr", "code", "ts_code", "证券代码", "股票代码", "证券简称", "股票简称", "公司", "公司名称", "公司简称", "代码", "名称", "企业名称", "cik"]
)  # fmt: skip
LINE_NAMES = frozenset(
    [
        "line",
        "concept",
        "item",
        "account",
        "tag",
        "line item",
        "line_item",
        "metric",
        "指标",
        "项目",
        "科目",
        "报表项目",
        "科目名称",
        "指标名称",
        "会计科目",
    ]
)
VALUE_NAMES = frozenset(
    [
        "value",
        "amount",
        "val",
        "figure",
        "金额",
        "数值",
        "值",
        "数额",
        "value_usd",
        "value_cny",
        "value_eur",
        "value_gbp",
        "value_hkd",
        "value_jpy",
    ]
)
DETAIL_NAMES: dict[str, frozenset[str]] = {
    "unit": frozenset({"unit", "units", "单位", "scale"}),
    "currency": frozenset({"currency", "currency code", "币种", "货币", "uom", "ccy"}),
    "source": frozenset({"source", "来源", "数据源", "url", "出处"}),
    "precision": frozenset({"precision", "note", "精度", "备注", "comment"}),
    "filed": frozenset({"filed", "filing date", "filing_date", "filed date", "filed_date"}),
    "accession": frozenset({"accession", "accession number", "accn", "adsh", "filing"}),
}
OTHER_DATES = frozenset(
    [
        "notice_date",
        "notice date",
        "update_date",
        "update date",
        "公告日期",
        "更新日期",
        "ann_date",
        "f_ann_date",
        "filed",
        "start",
        "period_start",
        "period start",
        "opinion_date",
    ]
)

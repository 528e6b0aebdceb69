"""The names that statements give their lines, in English and Chinese.

Each canonical line has its names in the order of preference: when a file has several of them, the earlier is taken.
Chinese names follow the statement forms of the PRC accounting standards (财会〔2019〕6号) as sina and eastmoney print
them; names in capitals and snake case are the field names of eastmoney, akshare and tushare. 营业总收入 (which for a
financial company includes interest and premiums earned) and 营业收入 stay two lines.
"""

from __future__ import annotations

from accountkit.sources.lines.names import balance, cash_flow, financial, income, one_offs

NAMES: dict[str, tuple[str, ...]] = {
    **income.NAMES,
    **balance.NAMES,
    **cash_flow.NAMES,
    "weighted_average_roe": (
        "weighted average roe",
        "weighted average return on equity",
        "加权平均净资产收益率",
        "净资产收益率加权",
        "加权净资产收益率",
        "ROEJQ",
        "roe_waa",
        "weightavg_roe",
        "WEIGHTAVG_ROE",
    ),
    **financial.NAMES,
    **one_offs.NAMES,
}

EITHER_OWNER: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        (
            "net income",
            "net profit",
            "net income loss",
            "net loss",
            "net earnings",
            "net loss income",
            "profit for the year",
            "profit for the period",
            "profit after tax",
            "profit after taxation",
            "loss for the year",
            "profit loss for the year",
            "profit loss",
            "earnings",
            "net profit loss",
            "税后利润",
        ),
        ("net_income", "net_income_total"),
    ),
    **dict.fromkeys(
        ("total equity", "equity", "total equity deficit", "owners equity", "total owners equity"),
        ("equity", "equity_total"),
    ),
}
"""Names that mean the parent's owners in one file and all owners in another; the other lines of the file decide."""

OWNERS_OF_PARENT = (
    "owners of the parent",
    "owners of the company",
    "equity holders of the company",
    "equity holders of the parent",
    "shareholders of the company",
    "equity shareholders of the company",
    "shareholders of the parent",
    "owners of parent",
    "本公司拥有人",
    "本公司权益持有人",
    "母公司拥有人",
    "本公司股东",
    "母公司股东",
)
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
        "total_costs",
        "goodwill_impairment",
        "impairment",
        "restructuring",
        "claims",
    ]
)
OUTFLOWS = frozenset({"capital_expenditure", "dividends", "buybacks"})
CORE = ("revenue", "net_income", "total_assets", "equity")
TOTALS_FOR = {"net_income": "net_income_total", "equity": "equity_total"}
STAND_INS = {"net_income": ("net_income_total", "net_income_common"), "equity": ("equity_total",)}
"""What a line follows from where the file does not have it."""

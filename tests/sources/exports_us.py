"""Exports of the SEC, Yahoo and Morningstar in the shape that each has."""

from __future__ import annotations

import csv
import io

from tests.sources.export_figures import grouped, text, w
from tests.sources.tables import APPLE, workbook

# SEC: Financial_Report.xlsx -----------------------------------------------------------------------------------------

_CURRENT = [
    ("Revenues:", None),
    ("Total revenues", "revenue"),
    ("Cost of sales", "cost_of_revenue"),
    ("Operating income", "operating_income"),
    ("Income before income taxes", "income_before_tax"),
    ("Provision for income taxes", "income_tax"),
    ("Consolidated net income", "net_income_total"),
    ("Consolidated net income attributable to noncontrolling interest", "minority_income"),
    ("Consolidated net income attributable to Walmart", "net_income"),
]
_BALANCE = [
    ("Current assets:", None),
    ("Total assets", "total_assets"),
    ("Total Walmart shareholders' equity", "equity"),
    ("Nonredeemable noncontrolling interest", "minority_interest"),
    ("Total equity", "equity_total"),
]


def _sec_rows(lines) -> list[list]:
    return [[name, *(w(line) if line else [None, None])] for name, line in lines]


def sec_financial_report() -> bytes:
    """The form since 2019: units in the title cell, "12 Months Ended" over the dates, notes and details behind."""
    dates = ["Jan. 31, 2025", "Jan. 31, 2024"]
    return workbook(
        (
            "Cover page",
            [
                ["Cover page - USD ($)", "12 Months Ended"],
                ["", "Jan. 31, 2025", "Mar. 12, 2025", "Jul. 31, 2024"],
                ["Document Type", "10-K"],
                ["Entity Registrant Name", "Walmart Inc."],
                ["Entity Public Float", None, None, 309_100_000_000],
            ],
        ),
        (
            "Consolidated Statements of Inco",
            [
                [
                    "Consolidated Statements of Income - USD ($) shares in Thousands, $ in Millions",
                    "12 Months Ended",
                    "",
                ],
                ["", *dates],
                *_sec_rows(_CURRENT),
                ["Basic net income per common share (in dollars per share)", 2.42, 1.92],
                ["Net sales [Member]", None, None],
                ["Revenues:", None, None],
                ["Total revenues", 674_538, 642_637],
                ["[1] Something about a footnote.", None, None],
            ],
        ),
        (
            "Consolidated Balance Sheets",
            [["Consolidated Balance Sheets - USD ($) $ in Millions", *dates], *_sec_rows(_BALANCE)],
        ),
        (
            "Consolidated Balance Sheets (Pa",
            [
                ["Consolidated Balance Sheets (Parenthetical) - USD ($) $ in Millions", *dates],
                ["Total assets", 1, 2],
            ],
        ),
        (
            "Segments (Details)",
            [
                ["Segments (Details) - USD ($) $ in Billions", "12 Months Ended"],
                ["", *dates],
                ["Total revenues", 121, 114],
                ["Total equity", 1, 2],
            ],
        ),
    )


def sec_r_sheets() -> bytes:
    """The form of the first years: sheets R1, R2, R4, the unit on a line of its own in the title cell."""
    title = "{} (USD $)\nIn Millions, except Share data, unless otherwise specified"
    return workbook(
        ("R1", [["Document and Entity Information (USD $)", "12 Months Ended"], ["", "Jan. 31, 2025"]]),
        (
            "R2",
            [
                [title.format("Consolidated Balance Sheets"), "Jan. 31, 2025", "Jan. 31, 2024"],
                *_sec_rows(_BALANCE),
            ],
        ),
        (
            "R4",
            [
                [title.format("Consolidated Statements of Income"), "12 Months Ended", ""],
                ["", "Jan. 31, 2025", "Jan. 31, 2024"],
                *_sec_rows(_CURRENT),
            ],
        ),
        (
            "R9",
            [
                ["Leases (Details) (USD $)\nIn Thousands", "12 Months Ended", ""],
                ["", "Jan. 31, 2025", "Jan. 31, 2024"],
                ["Total revenues", 5, 4],
            ],
        ),
    )


# Yahoo --------------------------------------------------------------------------------------------------------------

_YAHOO = [
    ("TotalRevenue", "revenue"),
    ("CostOfRevenue", "cost_of_revenue"),
    ("GrossProfit", "gross_profit"),
    ("OperatingIncome", "operating_income"),
    ("PretaxIncome", "income_before_tax"),
    ("TaxProvision", "income_tax"),
    ("NetIncomeCommonStockholders", "net_income"),
    ("NetIncome", "net_income"),
    ("NetIncomeIncludingNoncontrollingInterests", "net_income_total"),
    ("TotalAssets", "total_assets"),
    ("TotalLiabilitiesNetMinorityInterest", "total_liabilities"),
    ("TotalEquityGrossMinorityInterest", "equity_total"),
    ("StockholdersEquity", "equity"),
    ("CommonStockEquity", "equity"),
    ("MinorityInterest", "minority_interest"),
]
_YFINANCE = {
    "CostOfRevenue": "Cost Of Revenue",
    "TotalRevenue": "Total Revenue",
    "GrossProfit": "Gross Profit",
    "OperatingIncome": "Operating Income",
    "PretaxIncome": "Pretax Income",
    "TaxProvision": "Tax Provision",
    "NetIncomeCommonStockholders": "Net Income Common Stockholders",
    "NetIncome": "Net Income",
    "NetIncomeIncludingNoncontrollingInterests": "Net Income Including Noncontrolling Interests",
    "TotalAssets": "Total Assets",
    "TotalLiabilitiesNetMinorityInterest": "Total Liabilities Net Minority Interest",
    "TotalEquityGrossMinorityInterest": "Total Equity Gross Minority Interest",
    "StockholdersEquity": "Stockholders Equity",
    "CommonStockEquity": "Common Stock Equity",
    "MinorityInterest": "Minority Interest",
}


def yahoo_csv() -> bytes:
    """The download of the page: CamelCase names, tabs before parts, a ttm column, thousands separated, US dates."""
    flows = _YAHOO[:9]
    rows = [["name", "ttm", "01/31/2025", "01/31/2024"]]
    rows += [
        [name if name == "TotalRevenue" else f"\t{name}", "700,000,000,000", *w(line, 1e6, form=grouped)]
        for name, line in flows
    ]
    rows += [["\tBasicEPS", "2.5", "2.42", "1.92"], ["\tTaxRateForCalcs", "0.23", "0.234", "0.255"]]
    rows += [["name", "", "01/31/2025", "01/31/2024"]]
    rows += [[f"\t{name}", "", *w(line, 1e6, form=grouped)] for name, line in _YAHOO[9:]]
    return text(rows)


def yahoo_page() -> bytes:
    """What is copied from the page: "Breakdown", a TTM column, thousands."""
    rows = [["All numbers in thousands"], ["Breakdown", "TTM", "1/31/2025", "1/31/2024"]]
    rows += [
        [_YFINANCE[name], "--" if i > 8 else "1", *w(line, 1e3, form=grouped)]
        for i, (name, line) in enumerate(_YAHOO)
    ]
    return text(rows, "\t")


def yfinance() -> bytes:
    rows = [["", "2025-01-31", "2024-01-31", "2023-01-31"]]
    rows += [["Tax Effect Of Unusual Items", "-185328000.0", "-1", ""]]
    rows += [
        ["Diluted NI Availto Com Stockholders", *w("net_income", 1e6, form=lambda v: f"{v:.1f}"), ""],
        *([_YFINANCE[name], *w(line, 1e6, form=lambda v: f"{v:.1f}"), ""] for name, line in _YAHOO),
    ]
    return text(rows)


def yfinance_turned() -> bytes:
    rows = list(csv.reader(io.StringIO(yfinance().decode())))
    turned = [list(column) for column in zip(*rows, strict=True)]
    return text([turned[0], *([f"{row[0]} 00:00:00", *row[1:]] for row in turned[1:])])


def yahooquery() -> bytes:
    head = ["symbol", "asOfDate", "periodType", "currencyCode", *(name for name, _line in _YAHOO)]
    years = [[*(w(line, 1e6)[y] for _name, line in _YAHOO)] for y in (0, 1)]
    return text(
        [
            head,
            ["WMT", "2024-01-31", "12M", "USD", *years[1]],
            ["WMT", "2025-01-31", "12M", "USD", *years[0]],
            ["WMT", "2025-04-30", "TTM", "USD", *(v * 1.01 for v in years[0])],
        ]
    )


# Morningstar --------------------------------------------------------------------------------------------------------


def morningstar() -> bytes:
    """The classic export: the fiscal year's end and the unit in the first cell of the header, years as YYYY-MM."""
    rows = [
        ["APPLE INC  (AAPL) Statement of INCOME"],
        [
            "Fiscal year ends in September. USD in millions except per share data.",
            "2023-09",
            "2024-09",
            "TTM",
        ],
    ]
    names = dict(
        zip(
            APPLE,
            [
                "Revenue",
                "Operating income",
                "Income before taxes",
                "Provision for income taxes",
                "Net income",
                "Total assets",
                "Total liabilities",
                "Total stockholders' equity",
            ],
            strict=True,
        )
    )
    rows += [[names[label], old, new, new + 1] for label, (new, old) in list(APPLE.items())[:5]]
    rows += [["Earnings per share"], ["Basic", "6.16", "6.11", "6.2"]]
    rows += [
        ["APPLE INC  (AAPL) CashFlowFlag BALANCE SHEET"],
        ["Fiscal year ends in September. USD in millions except per share data.", "2023-09", "2024-09"],
    ]
    rows += [[names[label], old, new] for label, (new, old) in list(APPLE.items())[5:]]
    return text(rows)


def morningstar_new() -> bytes:
    """The export of today: bare years, costs negative, indented parts, year end and currency in the last row."""
    rows = [
        ["WMT_income-statement_Annual_As_Originally_Reported", "2025", "2024", "TTM"],
        ["Gross Profit", *w("gross_profit", form=grouped), "170,000"],
        ["    Total Revenue", *w("revenue", form=grouped), "681,000"],
        ["    Cost of Revenue", *w("cost_of_revenue", sign=-1, form=grouped), "-511,000"],
        ["Total Operating Profit/Loss", *w("operating_income", form=grouped), "29,500"],
        ["Pretax Income", *w("income_before_tax", form=grouped), "26,400"],
        ["    Provision for Income Tax", *w("income_tax", sign=-1, form=grouped), "-6,200"],
        ["Net Income Before Extraordinary Items/Discontinued Operations", "20,157", "16,270", "20,200"],
        ["Net Income after Extraordinary Items and Discontinued Operations", "20,157", "16,270", "20,200"],
        ["    Net Income after Non-Controlling/Minority Interests", *w("net_income", form=grouped), "19,500"],
        ["    Non-Controlling/Minority Interests", *w("minority_income", sign=-1, form=grouped), "-700"],
        ["Net Income Available to Common Stockholders", *w("net_income", form=grouped), "19,500"],
        ["Basic EPS", "2.42", "1.92", "2.43"],
        ["Total Assets", *w("total_assets", form=grouped)],
        ["    Total Liabilities", *w("total_liabilities", form=grouped)],
        ["    Total Equity", *w("equity_total", form=grouped)],
        ["        Equity Attributable to Parent Stockholders", *w("equity", form=grouped)],
        ["Fiscal year ends in Jan 31 | USD in Millions"],
    ]
    return text(rows)

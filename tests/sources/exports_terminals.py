"""Exports of the terminals of Bloomberg and S&P Capital IQ in the shape that each has."""

from __future__ import annotations

from tests.sources.export_figures import w
from tests.sources.tables import workbook


def bloomberg() -> bytes:
    flows = [
        ("Revenue", "revenue", 1),
        ("  + Sales & Services Revenue", "revenue", 1),
        ("  - Cost of Revenue", "cost_of_revenue", 1),
        ("Gross Profit", "gross_profit", 1),
        ("Operating Income (Loss)", "operating_income", 1),
        ("Pretax Income (Loss), Adjusted", None, 1),
        ("Pretax Income (Loss), GAAP", "income_before_tax", 1),
        ("  - Income Tax Expense (Benefit)", "income_tax", 1),
        ("Income (Loss) from Cont Ops", "net_income_total", 1),
        ("Income (Loss) Incl. MI", "net_income_total", 1),
        ("  - Minority Interest", "minority_income", 1),
        ("Net Income, GAAP", "net_income", 1),
        ("Net Income Avail to Common, GAAP", "net_income", 1),
    ]
    balances = [
        ("Total Assets", "total_assets", 1),
        ("Total Liabilities", "total_liabilities", 1),
        ("Equity Before Minority Interest", "equity", 1),
        ("Minority/Non Controlling Interest", "minority_interest", 1),
        ("Total Equity", "equity_total", 1),
        ("Total Liabilities & Equity", "total_assets", 1),
    ]

    def sheet(name: str, title: str, lines) -> tuple[str, list[list]]:
        return name, [
            [f"Walmart Inc (WMT US) - {title}"],
            [],
            [
                "In Millions of USD except Per Share",
                "FY 2024",
                "FY 2025",
                "Current/LTM",
                "FY 2026 Est",
            ],
            ["12 Months Ending", "01/31/2024", "01/31/2025", "04/30/2025", "01/31/2026"],
            *(
                [name, *([27_000, 25_000] if line is None else w(line)[::-1]), 1, 2]
                for name, line, _sign in lines
            ),
            ["Source: Bloomberg"],
        ]

    return workbook(
        sheet("Income - GAAP", "Income Statement", flows),
        sheet("Bal Sheet - Standardized", "Balance Sheet", balances),
    )


def capital_iq() -> bytes:
    def sheet(name: str, first: str, periods: list[str], lines) -> tuple[str, list[list]]:
        return name, [
            [f"Walmart Inc. (NYSE:WMT) > Financials > {name}"],
            ["In Millions of the reported currency, except per share items.", "", "Template:", "Standard"],
            ["", "", "Period Type:", "Annual"],
            ["Currency:", "Reported Currency", "Order:", "Latest on Right"],
            [first, *periods],
            ["Currency", "USD", "USD", *(["USD"] if len(periods) > 2 else [])],
            [" "],
            *lines,
            [],
            ["Note: For multiple class companies, total share counts are primary class equivalent."],
        ]

    def row(name: str, line: str, sign: int = 1, last: object = "-") -> list:
        return [name, *w(line, sign=sign)[::-1], last]

    income = [
        row("Revenue", "revenue", last=1),
        ["Other Revenue", "-", "-", "-"],
        row("  Total Revenue", "revenue", last=1),
        row("Cost Of Goods Sold", "cost_of_revenue", -1, -1),
        row("  Gross Profit", "gross_profit", last=1),
        row("  Operating Income", "operating_income", last=1),
        row("  EBT Incl. Unusual Items", "income_before_tax", last=1),
        row("Income Tax Expense", "income_tax", -1, -1),
        row("  Earnings from Cont. Ops.", "net_income_total", last=1),
        row("  Net Income to Company", "net_income_total", last=1),
        row("Minority Int. in Earnings", "minority_income", -1, -1),
        row("  Net Income", "net_income", last=1),
        row("  NI to Common Incl Extra Items", "net_income", last=1),
    ]
    balance = [
        ["ASSETS"],
        row("Total Assets", "total_assets")[:3],
        ["LIABILITIES"],
        row("Total Liabilities", "total_liabilities")[:3],
        row("  Total Common Equity", "equity")[:3],
        row("Minority Interest", "minority_interest")[:3],
        row("  Total Equity", "equity_total")[:3],
        row("Total Liabilities And Equity", "total_assets")[:3],
    ]
    return workbook(
        sheet(
            "Income Statement",
            "For the Fiscal Period Ending",
            ["Restated\n12 months\nJan-31-2024", "12 months\nJan-31-2025", "LTM\n12 months\nApr-30-2025"],
            income,
        ),
        sheet("Balance Sheet", "Balance Sheet as of:", ["Jan-31-2024", "Jan-31-2025"], balance),
    )

"""Files as people have them: what makes each, the years in it, its currency, and the return worked out by hand."""

from __future__ import annotations

from collections.abc import Callable

from tests.sources import exports_china as china
from tests.sources import exports_terminals as terminals
from tests.sources import exports_us as us
from tests.sources.export_figures import APPLE_ROE, VANKE_ROE, WALMART_ROE

WALMART_YEARS = ("2025-01-31", "2024-01-31")
VANKE_YEARS = ("2019-12-31", "2018-12-31")
APPLE_YEARS = ("2024-09-30", "2023-09-30")

EXPORTS: dict[str, tuple[Callable[[], bytes], tuple[str, str], str, float]] = {
    "Financial_Report.xlsx": (us.sec_financial_report, WALMART_YEARS, "USD", WALMART_ROE),
    "Financial_Report_R.xlsx": (us.sec_r_sheets, WALMART_YEARS, "USD", WALMART_ROE),
    "WMT_annual_financials.csv": (us.yahoo_csv, WALMART_YEARS, "USD", WALMART_ROE),
    "yahoo.txt": (us.yahoo_page, WALMART_YEARS, "USD", WALMART_ROE),
    "yfinance.csv": (us.yfinance, WALMART_YEARS, "USD", WALMART_ROE),
    "yfinance_turned.csv": (us.yfinance_turned, WALMART_YEARS, "USD", WALMART_ROE),
    "yahooquery.csv": (us.yahooquery, WALMART_YEARS, "USD", WALMART_ROE),
    "AAPL Income Statement.csv": (us.morningstar, APPLE_YEARS, "USD", APPLE_ROE),
    "Walmart_As_Originally_Reported.csv": (
        us.morningstar_new,
        WALMART_YEARS,
        "USD",
        WALMART_ROE,
    ),
    "bloomberg.xlsx": (terminals.bloomberg, WALMART_YEARS, "USD", WALMART_ROE),
    "capital_iq.xlsx": (terminals.capital_iq, WALMART_YEARS, "USD", WALMART_ROE),
    "wind.xlsx": (china.wind, VANKE_YEARS, "CNY", VANKE_ROE),
    "wind_columns.xlsx": (china.wind_columns, VANKE_YEARS, "CNY", VANKE_ROE),
    "000002_main_year.xls": (china.tonghuashun, VANKE_YEARS, "CNY", VANKE_ROE),
    "ths.csv": (china.tonghuashun_rows, VANKE_YEARS, "CNY", VANKE_ROE),
    "eastmoney.csv": (china.eastmoney_wide, VANKE_YEARS, "CNY", VANKE_ROE),
    "eastmoney_hk.csv": (china.eastmoney_hong_kong, VANKE_YEARS, "CNY", VANKE_ROE),
    "sina.xls": (china.sina, VANKE_YEARS, "CNY", VANKE_ROE),
    "tushare.csv": (china.tushare, VANKE_YEARS, "CNY", VANKE_ROE),
    "年报.xlsx": (china.printed_report, VANKE_YEARS, "CNY", VANKE_ROE),
    "万科.csv": (china.printed_report_csv, VANKE_YEARS, "CNY", VANKE_ROE),
}

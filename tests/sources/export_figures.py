"""The published figures that the exports of the tests are made of, with the return worked out by hand.

WALMART is Form 10-K for the year to January 2025 (us_10k_facts.csv), in millions of dollars; minorities own a part, so a
reader that mixes owners is found out. APPLE is in `tables`. VANKE is 万科A for 2019 (ashare_fy2019.csv), in yuan, whose
2018 balances are those of 2019 over one plus the growth that the file gives.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

WALMART = {
    "revenue": (680_985, 648_125),
    "cost_of_revenue": (511_753, 490_142),
    "gross_profit": (169_232, 157_983),
    "operating_income": (29_348, 27_012),
    "income_before_tax": (26_309, 21_848),
    "income_tax": (6_152, 5_578),
    "net_income_total": (20_157, 16_270),
    "minority_income": (721, 759),
    "net_income": (19_436, 15_511),
    "total_assets": (260_823, 252_399),
    "total_liabilities": (163_131, 161_828),
    "minority_interest": (6_408, 6_488),
    "equity": (91_013, 83_861),
    "equity_total": (97_421, 90_349),
}
# by hand: 19,436 over the average of 91,013 and 83,861 (87,437) is 22.2286 %
WALMART_ROE = 19_436 / 87_437
# by hand: 93,736 over the average of 56,950 and 62,146 (59,548) is 157.4125 %
APPLE_ROE = 93_736 / 59_548

VANKE = {
    "revenue": 367_893_877_538.94,
    "income_before_tax": 76_539_289_517.59,
    "income_tax": 21_407_674_945.50,
    "net_income_total": 55_131_614_572.09,
    "net_income": 38_872_086_881.32,
    "total_assets": 1_729_929_450_401.23,
    "total_liabilities": 1_459_350_334_988.27,
    "equity_total": 270_579_115_412.96,
}
VANKE_2018 = {"total_assets": 1_528_579_415_830.0, "equity_total": 235_620_735_200.0}
# by hand: 55,131,614,572.09 over the average of 270,579,115,412.96 and 235,620,735,200 is 21.7826 %
VANKE_ROE = 55_131_614_572.09 / ((270_579_115_412.96 + 235_620_735_200.0) / 2)


def text(rows, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue().encode(encoding)


def w(line: str, unit: float = 1, sign: int = 1, form: Callable[[float], object] = lambda v: v) -> list:
    """Walmart's two years of a line in `unit` of the file (in millions of dollars)."""
    return [form(sign * value * unit) for value in WALMART[line]]


def grouped(value: float) -> str:
    return f"{value:,.0f}"

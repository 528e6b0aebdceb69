"""Profit and equity of the same owners in filings that name only one of each."""

from pathlib import Path

import pytest

from accountkit import finance, sources

DATA = Path(__file__).parents[1] / "data"


def test_johnson_and_johnson_with_its_discontinued_business():
    """10-K for the year to 31 December 2023, USD million: net earnings 35,153 (of which 21,827 from the separation of
    Kenvue) on equity of 76,804 and 68,774. There are no minorities: 35,153 ÷ 72,789 = 48.2944 %. Pre-tax income less tax
    (15,062 − 1,736) leaves the separation out and would give 18.3 %."""
    read = sources.read(DATA / "us_10k_facts.csv", ticker="JNJ")
    year = next(y for y in finance.dupont(read.statements).years if y.period_end.isoformat() == "2023-12-31")
    assert year.return_on_equity == pytest.approx(0.482944, abs=5e-7)
    assert year.factors["net_margin"] == pytest.approx(35153 / 85159)


def test_mastercard_stays_with_all_owners():
    """10-K for 2024, USD million: profit 12,874 with minorities, equity 6,975 and 6,515 with minorities (46 and 30)."""
    read = sources.read(DATA / "us_10k_facts.csv", ticker="MA")
    roe = finance.dupont(read.statements)
    assert roe.owners == "total"
    assert roe.latest.return_on_equity == pytest.approx(12874 / ((6975 + 6515) / 2))

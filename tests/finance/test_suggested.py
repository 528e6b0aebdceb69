"""Peers suggested out of a sector file, against a customer worked by hand."""

from __future__ import annotations

from math import log
from pathlib import Path

import pandas as pd
import pytest

from accountkit import finance
from accountkit.finance.peers.suggested import industry_of, suggested_peers
from accountkit.sources.sec.sector import read_sector
from tests.finance.statements import by_end, statement

OWN = finance.dupont(
    by_end(
        statement(
            "2020-12-31", revenue=1000, cost_of_revenue=750, net_income=40, total_assets=500, equity=250
        )
    ),
    basis="ending",
)


def row(company, industry="retail", revenue=1000.0, cost=0.75, turnover=2.0, currency="USD", equity=0.5):
    assets = revenue / turnover
    return dict(
        company=company,
        name=company.upper(),
        industry=industry,
        period_end=pd.Timestamp("2020-12-31"),
        currency=currency,
        revenue=revenue,
        cost_of_revenue=revenue * cost,
        net_income=revenue * 0.04,
        total_assets=assets,
        equity=assets * equity,
    )


def sector(*rows):
    return finance.sector(pd.DataFrame(list(rows)), basis="ending")


def suggested(*rows, **said):
    return suggested_peers(OWN, sector(*rows), **said)


def test_the_distance_is_the_mean_of_size_speed_and_gross_margin():
    # four times as large: 1; the same turnover: 0; gross margin 35 % against 25 %: 0.10 / 0.20
    (far,) = suggested(row("far", revenue=4000, cost=0.65))
    assert far.distance == pytest.approx((1 + 0 + 0.5) / 3)
    assert (far.size, far.turnover) == (4, (2, 2)) and far.gross_margin == pytest.approx((0.35, 0.25))
    assert (
        far.reason
        == "4.0× the revenue, asset turnover 2.00 against 2.00, gross margin 35\u202f% against 25\u202f%"
    )


def test_an_industry_with_three_companies_comes_alone_nearest_first():
    rows = [row(f"r{n}", revenue=1000 * n) for n in (4, 2, 3)]
    found = suggested(*rows, row("twin", "banks"), industry="retail")
    assert [one.company for one in found] == ["r2", "r3", "r4"]
    assert all(one.same_industry and one.reason.startswith("same industry") for one in found)


def test_a_smaller_industry_is_filled_up_to_three():
    found = suggested(
        row("r1", revenue=9000),
        row("near", "banks"),
        row("next", "banks", 2000.0),
        row("far", "banks", 9e6),
        industry="retail",
    )
    assert [one.company for one in found] == ["r1", "near", "next"]


def test_the_customer_is_not_its_own_peer_and_names_its_industry():
    results = sector(*(row(f"r{n}") for n in range(3)), row("acme", "retail"), row("bank", "banks"))
    assert industry_of(results, ("Acme",)) == "retail"
    found = suggested_peers(OWN, results, names=("Acme",))
    assert [one.company for one in found] == ["r0", "r1", "r2"]


def test_size_is_left_out_across_currencies():
    (one,) = suggested(row("yuan", revenue=7e9, turnover=4.0, currency="CNY"))
    assert one.size is None and one.distance == pytest.approx((log(2) / log(2) + 0) / 2)


def test_a_company_with_thin_equity_or_of_another_time_is_not_suggested():
    late = {**row("late"), "period_end": pd.Timestamp("2023-12-31")}
    assert suggested(row("thin", equity=0.02), late) == ()


def test_an_sic_code_is_widened_until_three_companies_fit():
    rows = [row("a", "5411"), row("b", "5412"), row("c", "5499"), row("d", "7372")]
    assert [one.company for one in suggested(*rows, industry="5411")] == ["a", "b", "c"]


def test_peers_for_a_listed_chinese_company_come_out_of_its_own_industry():
    results = finance.sector(read_sector(Path("tests/data/ashare_fy2019.csv")))
    food = results[(results["industry"] == "食品饮料") & (results["status"] == "meaningful")].iloc[0]
    lines = dict(
        revenue=food["revenue"], net_income=1e9, total_assets=food["total_assets"], equity=food["equity"]
    )
    own = finance.dupont(by_end(statement("2019-12-31", currency="CNY", **lines)), basis="ending")
    found = suggested_peers(own, results, names=(food["name"],))
    assert {one.industry for one in found} == {"食品饮料"} and food["company"] not in {
        one.company for one in found
    }
    assert len(found) == 8

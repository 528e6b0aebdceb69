"""Peers: who counts, how many are needed, and how the distance to them is taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountkit import finance
from accountkit.errors import NotMeaningful
from accountkit.model import Peer
from tests.finance.statements import by_end, statement


def company(margin=0.05, turnover=1.2, multiplier=2.0, end="2020-12-31", steps=3) -> finance.DuPont:
    """A company on assets of 1,000 with these factors."""
    lines = dict(
        revenue=1000 * turnover,
        net_income=1000 * turnover * margin,
        total_assets=1000,
        equity=1000 / multiplier,
    )
    return finance.dupont(by_end(statement(end, **lines)), basis="ending", steps=steps)


def many(n: int) -> dict[str, finance.DuPont]:
    """Margins of 1 %, 2 % … n %."""
    return {f"p{k}": company(margin=k / 100) for k in range(1, n + 1)}


OWN = company(margin=0.04, turnover=1.05, multiplier=1000 / 420)


@pytest.mark.parametrize(
    ("n", "median", "quartile"), [(2, False, False), (3, True, False), (7, True, False), (8, True, True)]
)
def test_no_median_under_three_and_no_quartile_under_eight(n, median, quartile):
    comparison = finance.compare(OWN, many(n))
    assert (comparison.medians is not None, comparison.upper_quartiles is not None) == (median, quartile)
    assert comparison.n == n


def test_medians_and_quartiles_are_per_ratio():
    comparison = finance.compare(OWN, many(9))
    # margins 1 … 9 %: median 5, quartiles 3 and 7
    assert comparison.medians["net_margin"] == pytest.approx(0.05)
    assert comparison.lower_quartiles["net_margin"] == pytest.approx(0.03)
    assert comparison.upper_quartiles["net_margin"] == pytest.approx(0.07)


def test_a_percentile_counts_ties_half():
    # own margin 4 %: three below, one equal, five above: 3.5 / 9
    assert finance.compare(OWN, many(9)).percentiles["net_margin"] == pytest.approx(3.5 / 9)


def test_a_distorted_peer_is_shown_and_left_out():
    peers = {**many(3), "thin": company(margin=0.9, multiplier=50)}
    comparison = finance.compare(OWN, peers)
    assert comparison.n == 3 and comparison.medians["net_margin"] == pytest.approx(0.02)
    thin = comparison.peer("thin")
    assert not thin.usable and "too thin" in thin.reason and thin.year.return_on_equity is not None


def test_a_peer_with_negative_equity_is_left_out_with_its_reason():
    peer = finance.compare(OWN, {"p": company(multiplier=-2)}).peer("p")
    assert not peer.usable and "equity" in peer.reason


@pytest.mark.parametrize(
    ("end", "warned"), [("2020-09-30", False), ("2020-08-31", True), ("2021-05-31", True)]
)
def test_year_ends_more_than_a_quarter_apart_are_warned_of(end, warned):
    comparison = finance.compare(OWN, {"p": company(end=end)})
    assert any("year ends on" in note for note in comparison.notes) is warned
    assert comparison.peer("p").usable


def test_a_peer_without_a_year_nearby_is_left_out():
    peer = finance.compare(OWN, {"p": company(end="2018-12-31"), "q": finance.dupont({}, basis="ending")})
    assert [p.usable for p in peer.peers] == [False, False]
    assert "too early" in peer.peers[0].reason and peer.peers[1].reason == "no statements"


def test_bases_are_never_mixed():
    with pytest.raises(NotMeaningful, match="one basis"):
        finance.compare(OWN, {"p": finance.dupont({}, basis="average")})


def test_peers_of_an_account_are_taken_apart_on_one_basis():
    peers = {
        "p": Peer(
            name="Peer", name_zh="同行", statements=by_end(statement("2020-12-31", net_income=3, equity=30))
        )
    }
    assert finance.peer_returns(peers, basis="ending")["p"].years[0].return_on_equity == pytest.approx(0.1)
    assert finance.peer_names(peers) == {"p": "Peer"}


def test_gap_to_a_named_peer_as_in_the_methods():
    # dupont_roe, rule 2: against 5.5 %, 1.30, 1.90 the gap −3.585 is margin −3.76, turnover −2.53, multiplier +2.70
    gap = finance.gap(finance.compare(OWN, {"p": company(0.055, 1.30, 1.90)}), "p")
    assert gap.target_return == pytest.approx(0.13585) and gap.delta == pytest.approx(-0.03585)
    assert [round(100 * effect, 2) for effect in gap.effects.values()] == [-3.76, -2.53, 2.70]


def test_closing_margin_and_turnover_is_worth_their_points_on_the_own_equity():
    gap = finance.gap(finance.compare(OWN, {"p": company(0.055, 1.30, 1.90)}), "p")
    # (3.7576 + 2.5268) points of 420
    assert gap.worth == pytest.approx(26.394, abs=5e-4)
    assert set(gap.worth_by) == {"net_margin", "asset_turnover"}, "leverage is never a target"


def test_a_faster_turnover_is_set_against_the_thinner_margin():
    # own 2 % × 3.0 × 2 = 12 %, peer 10 % × 1.0 × 2 = 20 %: margin part −0.08 × 2 × (3 + 1)/2 = −32, turnover +24, together
    # 8 points behind on an equity of 500: worth 40 a year, though the margin alone would be worth 160
    gap = finance.gap(finance.compare(company(0.02, 3.0), {"p": company(0.10, 1.0)}), "p")
    assert [round(100 * effect, 6) for effect in gap.effects.values()] == [-32, 24, 0]
    assert gap.worth == pytest.approx(40)
    assert gap.worth_by == {"net_margin": pytest.approx(160)}
    ahead = finance.gap(finance.compare(company(0.07, 3.0), {"p": company(0.10, 1.0)}), "p")
    assert ahead.worth is None and set(ahead.worth_by) == {"net_margin"}


def test_at_a_loss_only_the_margin_part_is_valued():
    own = company(margin=-0.02, turnover=1.0)
    gap = finance.gap(finance.compare(own, {"p": company(0.05, 1.2)}), "p")
    assert set(gap.worth_by) == {"net_margin"} and any("loss" in note for note in gap.notes)


def test_a_distorted_customer_has_a_gap_and_no_worth():
    gap = finance.gap(finance.compare(company(multiplier=40), {"p": company(0.06, 1.3)}), "p")
    assert gap.worth is None and gap.effects["net_margin"] < 0


def test_gap_to_the_median_is_to_the_companies_that_stand_there():
    comparison = finance.compare(OWN, many(4))
    gap = finance.gap(comparison, "median")
    # returns 2.4, 4.8, 7.2, 9.6 %: the median 6 % lies half way between p2 and p3
    assert gap.target_return == pytest.approx(0.06)
    halves = [finance.gap(comparison, key).effects for key in ("p2", "p3")]
    assert gap.effects == pytest.approx(
        {name: (halves[0][name] + halves[1][name]) / 2 for name in gap.effects}
    )


@given(
    st.lists(st.tuples(st.floats(-0.3, 0.4), st.floats(0.1, 4), st.floats(1, 15)), min_size=8, max_size=12)
)
def test_the_parts_of_every_gap_add_up(factors):
    comparison = finance.compare(OWN, {f"p{n}": company(*row) for n, row in enumerate(factors)})
    for target in ("median", "best_quartile", "p0"):
        gap = finance.gap(comparison, target)
        assert sum(gap.effects.values()) == pytest.approx(gap.delta, abs=1e-9)
        assert gap.delta == pytest.approx(OWN.years[0].return_on_equity - gap.target_return)


def test_the_best_quartile_of_the_return_is_the_quartile():
    comparison = finance.compare(OWN, many(10))
    assert finance.gap(comparison, "best_quartile").target_return == pytest.approx(
        comparison.upper_quartiles["return_on_equity"]
    )


@pytest.mark.parametrize(
    ("target", "says"), [("median", "least 3"), ("best_quartile", "least 8"), ("nobody", "No peer")]
)
def test_too_few_peers_or_an_unknown_one_are_refused(target, says):
    with pytest.raises(NotMeaningful, match=says):
        finance.gap(finance.compare(OWN, many(2)), target)


def test_a_customer_ahead_has_nothing_to_close():
    gap = finance.gap(finance.compare(company(0.2, 2.0), {"p": company()}), "p")
    assert gap.delta > 0 and gap.worth is None and "above" in gap.text


def test_the_aggregate_divides_sums_by_sums():
    # revenue 1,200 + 1,200 + 4,000; profit 120 + 60 + 20; assets 1,000 each; equity 500 + 500 + 250
    peers = {"a": company(0.10), "b": company(0.05), "c": company(0.005, 4.0, 4.0)}
    found = finance.compare(OWN, peers).aggregate
    assert (found.n, found.currency) == (3, "USD")
    assert found.ratios["net_margin"] == pytest.approx(200 / 6400)
    assert found.ratios["asset_turnover"] == pytest.approx(6400 / 3000)
    assert found.ratios["equity_multiplier"] == pytest.approx(3000 / 1250)
    assert found.ratios["return_on_equity"] == pytest.approx(200 / 1250)
    # unlike the medians (5 %, 1.2, 2.0; 12 %), its factors multiply to its return
    assert finance.compare(OWN, peers).medians["net_margin"] == pytest.approx(0.05)


def test_the_aggregate_adds_one_currency_only_and_needs_three():
    import dataclasses

    yuan = {key: dataclasses.replace(peer, currency="CNY") for key, peer in many(2).items()}
    assert finance.compare(OWN, {**yuan, "d": company()}).aggregate is None
    dollars = {f"d{n}": company(0.02) for n in range(3)}
    found = finance.compare(OWN, {**yuan, **dollars}).aggregate
    assert (found.n, found.currency, found.ratios["net_margin"]) == (3, "USD", pytest.approx(0.02))


def test_the_year_compared_is_the_latest_that_peers_serve():
    lines = dict(revenue=1200, net_income=60, total_assets=1000, equity=500)
    years = by_end(*(statement(f"{year}-12-31", **lines) for year in (2019, 2020, 2021, 2022)))
    own = finance.dupont(years, basis="ending")
    served = finance.compare(own, many(3))
    assert served.own.period_end.year == 2021, "one day under a year apart"
    assert served.notes[0] == "Compared for FY2021, the latest year with 3 comparable peers."
    assert finance.compare(own, many(2)).own is own.latest
    asked = finance.compare(own, many(3), period_end=own.latest.period_end)
    assert asked.own is own.latest and asked.n == 0 and "latest year with" not in asked.notes[0]


def test_a_peer_is_compared_by_a_complete_year_before_a_nearer_one_that_lacks_lines():
    lines = dict(revenue=1200, net_income=60, total_assets=1000, equity=500)
    bare = statement("2020-12-31", revenue=1200, net_income=60, equity=500)
    peer = finance.dupont(by_end(bare, statement("2021-09-30", **lines)), basis="ending")
    assert finance.compare(OWN, {"p": peer}).peer("p").year.period_end.isoformat() == "2021-09-30"


@pytest.mark.parametrize(
    ("peer", "said"),
    [
        (company(multiplier=50), "Depot's equity is too thin for ROE: compare margin and turnover."),
        (company(end="2018-12-31"), "Depot's year ends too early: import a later year."),
        (company(end="2022-12-31"), "Depot's year ends too late: import an earlier year."),
        (finance.dupont({}, basis="ending"), "Depot has no statements: import an annual report."),
        (
            company(multiplier=-2),
            "Depot cannot be compared (closing equity is zero or negative, so ROE has no meaning): compare margin and turnover.",
        ),
        (
            finance.dupont(
                by_end(statement("2020-12-31", revenue=9, net_income=1, equity=5)), basis="ending"
            ),
            "Depot cannot be compared (missing: total assets): add it to its statements.",
        ),
    ],
)
def test_a_peer_that_cannot_serve_says_why_in_one_sentence_with_what_would_help(peer, said):
    assert finance.compare(OWN, {"p": peer}, names={"p": "Depot"}).peer("p").remark == said

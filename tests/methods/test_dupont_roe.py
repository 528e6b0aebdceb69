"""DuPont in the chain: the account's figures read aloud, and candidates that become problems of their type."""

import datetime as dt

import pytest

from accountkit import methods
from accountkit.i18n import use_language
from accountkit.methods.numbers import dupont_roe
from accountkit.methods.problems import problem_types
from accountkit.model import Account, Edit, Figure, Statement, apply


def statement(day: str, **figures: float) -> Statement:
    return Statement(
        period_end=dt.date.fromisoformat(day), figures={k: Figure(value=v) for k, v in figures.items()}
    )


@pytest.fixture
def slipping() -> Account:
    """Hand-made years: margins 10 %, 9 % and 6 % on revenue 1000; assets 1000 and equity 500 throughout."""
    years = {
        f"{year}-12-31": statement(
            f"{year}-12-31", revenue=1000e6, net_income=profit, total_assets=1000e6, equity=500e6
        )
        for year, profit in ((2022, 100e6), (2023, 100e6), (2024, 90e6), (2025, 60e6))
    }
    return Account(slug="slipping", statements=years)


def test_the_score_is_the_last_return_on_equity(slipping):
    verdict = methods.assess(slipping, "dupont_roe")
    assert (verdict.score, verdict.confirmed_score, verdict.scale) == (
        pytest.approx(12),
        pytest.approx(12),
        "%",
    )
    assert [part.label for part in verdict.parts] == ["net margin", "asset turnover", "equity multiplier"]


def test_an_assumed_figure_leaves_the_confirmed_score_open(slipping):
    account = apply(slipping, [Edit("statements/2025-12-31/figures/net_income/assumed", True)])
    verdict = methods.assess(account, "dupont_roe")
    assert verdict.confirmed_score is None
    assert {line.status for line in verdict.brief} == {"assumed"}


def test_the_brief_says_which_driver_explains_the_move(slipping):
    """ROE 18 % → 12 %, turnover 1 and multiplier 2 unchanged: all six points are margin's."""
    text = methods.assess(slipping, "dupont_roe").brief[0].text.replace("\u202f", " ")
    assert "fell to 12.0 %" in text and "from 18.0 %" in text and "net margin fell" in text


def test_a_fallen_margin_becomes_a_restore_problem_with_its_worth(slipping):
    offer = next(o for o in methods.suggestions(slipping, "dupont_roe") if "margin" in o.id)
    account = apply(slipping, methods.accept(slipping, offer.id))
    entry = problem_types.measure(account).entries[0]
    assert entry.gap.primary == "restore"
    assert (entry.problem.past_best, entry.problem.current) == (pytest.approx(10), pytest.approx(6))
    assert entry.worth.amount == pytest.approx(40e6), "4 points of 1000 m"
    finding = account.findings[entry.problem.finding_ids[0]]
    assert (finding.source_framework, finding.source_item) == ("dupont_roe", "margin")
    assert not any("margin" in o.id for o in methods.suggestions(account, "dupont_roe")), (
        "one problem a driver"
    )


def test_a_problem_from_figures_is_worded_in_both_languages(slipping):
    with use_language("en"):
        offer = next(o for o in methods.suggestions(slipping, "dupont_roe") if "margin" in o.id)
        account = apply(slipping, methods.accept(slipping, offer.id))
    problem = next(iter(account.problems.values()))
    assert "净利率" in account.wording["zh_CN"][problem.metric]


def test_borrowing_that_hides_a_slide_becomes_a_prevent_problem(slipping):
    account = apply(slipping, [Edit("statements/2025-12-31/figures/equity/value", 300e6)])
    offer = next(o for o in methods.suggestions(account, "dupont_roe") if "multiplier" in o.id)
    account = apply(account, methods.accept(account, offer.id))
    assert problem_types.measure(account).entries[0].gap.types == ("prevent",)


def test_peers_below_three_give_no_comparison(slipping):
    assert dupont_roe.peer_medians(slipping, dupont_roe.measure(slipping).dupont) is None


def test_three_better_peers_offer_a_comparison(slipping):
    rich = {
        f"{year}-12-31": statement(
            f"{year}-12-31", revenue=1000e6, net_income=200e6, total_assets=1000e6, equity=500e6
        )
        for year in (2024, 2025)
    }
    from accountkit.model import Peer

    account = apply(
        slipping, [Edit(f"peers/{key}", Peer(name=key.upper(), statements=rich)) for key in "abc"]
    )
    offer = next(o for o in methods.suggestions(account, "dupont_roe") if "pursue_ideal" in o.id)
    made = apply(account, methods.accept(account, offer.id))
    entry = problem_types.measure(made).entries[0]
    assert (entry.gap.primary, entry.methods[0]) == ("pursue_ideal", "difference")


def test_an_account_without_statements_says_what_it_needs():
    verdict = methods.assess(Account(slug="empty"), "dupont_roe")
    assert (verdict.score, verdict.suggestions, verdict.brief) == (None, (), ())
    assert "revenue" in verdict.sentence

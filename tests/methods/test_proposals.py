"""The problem's metric proposes the levers, and taking one makes it part of the chain."""

from __future__ import annotations

from accountkit.methods.proposals import lever_from, proposals
from accountkit.model import Account, Need, Problem, Span, apply
from accountkit.model.offers import CatalogueOffer

CATALOGUE = {
    "billing": CatalogueOffer(
        name="Faster billing",
        metric="receivable days; 应收天数",
        kind="days_sales_outstanding",
        change=Span(base=-8),
        one_off=Span(base=400_000),
    ),
    "yield": CatalogueOffer(
        name="Better yield", metric="scrap rate", kind="cost_of_revenue_percent", change=Span(base=-0.5)
    ),
    "letters": CatalogueOffer(name="Love letters", metric="romance", kind="price_percent"),
}


def account(**problem) -> Account:
    return Account(
        slug="x",
        problems={"p": Problem(**problem)},
        needs={"n": Need(problem_id="p", statement="send bills at once")},
    )


def test_the_metric_proposes_first_the_driver_second_and_nothing_else():
    found = proposals(account(metric="Receivable days of the group", driver="margin"), "n", CATALOGUE)
    assert [(p.offer_id, p.fit) for p in found] == [("billing", 3), ("yield", 2), ("letters", 2)]
    assert [p.offer_id for p in proposals(account(metric="应收天数"), "n", CATALOGUE)] == ["billing"]
    assert proposals(account(metric="noise"), "n", CATALOGUE) == ()


def test_an_offer_taken_becomes_a_lever_of_the_need_and_is_not_proposed_again():
    before = account(metric="receivable days")
    after = apply(before, lever_from(before, "n", "billing", CATALOGUE))
    (lever,) = after.levers.values()
    assert (lever.need_id, lever.problem_id, lever.driver, lever.change.base, lever.one_off.base) == (
        "n",
        "p",
        "turnover",
        -8,
        400_000,
    )
    assert proposals(after, "n", CATALOGUE) == ()


def test_costs_in_another_currency_are_left_out_not_converted():
    before = account(metric="receivable days").model_copy(update={"currency": "CNY"})
    (lever,) = apply(before, lever_from(before, "n", "billing", CATALOGUE)).levers.values()
    assert lever.one_off == Span()

"""What the levers do to cash, in words: a direction, not a sign."""

from __future__ import annotations

from accountkit import finance
from accountkit.model import Edit, Lever, Span, apply, remove
from accountkit.panels.own.numbers_levers import solution, view
from accountkit.samples import sample


def shown(lever: Lever) -> dict:
    account = sample("walmart")
    account = apply(account, [remove(f"levers/{key}") for key in account.levers])
    account = apply(account, [Edit("levers/one", lever)])
    return view(account, account, solution(account, finance.dupont(account.statements), None))


def test_fewer_days_of_inventory_free_cash():
    shown_now = shown(Lever(kind="days_inventory_outstanding", change=Span(base=-2), driver="turnover"))
    assert shown_now["rows"][0]["cash"].startswith("frees US$ ")
    assert "frees US$ " in shown_now["worth"] and "−" not in shown_now["rows"][0]["cash"]


def test_more_days_of_inventory_tie_up_cash():
    shown_now = shown(Lever(kind="days_inventory_outstanding", change=Span(base=2), driver="turnover"))
    assert shown_now["rows"][0]["cash"].startswith("ties up US$ ")
    assert "−" not in shown_now["rows"][0]["cash"]


def test_without_an_effect_on_cash_none_is_named():
    shown_now = shown(Lever(kind="cost_of_revenue_percent", change=Span(base=-0.1)))
    assert shown_now["rows"][0]["cash"] == "" and "cash" not in shown_now["worth"]

"""What is typed into a number field is what is stored, decimal commas and units too; what is unclear is asked beside it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accountkit.model import Edit
from tests.e2e.pages import open_workbook
from tests.e2e.test_rows import until

pytestmark = pytest.mark.browser


CHOSEN = "() => document.querySelector('[data-field=measure]').value === 'operating_margin'"


def enter(page, label: str, text: str):
    tab = page.locator("[aria-labelledby=ak-tab-problem_types]")
    named = page.locator(f"input.ak-number[aria-label='{label}']")
    field = tab.locator(named)
    if not field.is_visible():
        tab.locator("details", has=named).locator("> summary").click()
    field.fill(text)
    field.press("Tab")
    return field


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_numbers_are_stored_as_they_were_meant(app, visit, account_of_its_own, lang):
    slug = account_of_its_own(f"typed-{lang[:2]}")
    page = visit(app, "")
    open_workbook(page, app.base, slug, lang, "problem_types")
    page.locator("[aria-labelledby=ak-tab-problem_types] [data-path='problems/p-margin']").first.click()
    page.wait_for_function(CHOSEN)
    labels = page.evaluate(
        "() => [...document.querySelectorAll('[aria-labelledby=ak-tab-problem_types] input.ak-number')]"
        ".map((field) => field.getAttribute('aria-label'))"
    )
    current, tolerance, probability, loss = labels[1], *labels[3:6]

    def problem():
        return app.store.load(slug).problems["p-margin"]

    enter(page, current, "3,5")
    until(page, lambda: problem().current == 3.5)
    enter(page, current, "1,234")
    until(page, lambda: problem().current == 1234)
    enter(page, tolerance, "0,25")
    until(page, lambda: problem().tolerance == 0.25)
    enter(page, probability, "12,5 %")
    until(page, lambda: problem().probability == pytest.approx(0.125))
    enter(page, loss, "120万")
    until(page, lambda: problem().loss == 1_200_000)
    field = enter(page, current, "1234,567")
    said = page.locator(f"#{_described(page, field)}")
    assert "1234.567" in said.inner_text() and "1,234,567" in said.inner_text()
    assert field.input_value() == "1234,567" and problem().current == 1234
    field.fill("1234.567")
    field.press("Tab")
    until(page, lambda: problem().current == 1234.567)


def _described(page, field) -> str:
    page.wait_for_selector("input.ak-number[aria-invalid=true]")
    return field.get_attribute("aria-describedby")


def test_two_years_of_statements_are_compared_by_one_click(app, visit, account_of_its_own):
    slug = account_of_its_own("two-years")
    figures = {"2023-12-31": (1000, 60, 800, 400), "2024-12-31": (1050, 42, 1000, 420)}
    names = ("revenue", "net_income", "total_assets", "equity")
    years = {
        end: {"period_end": end, "figures": {k: {"value": v} for k, v in zip(names, values, strict=True)}}
        for end, values in figures.items()
    }
    app.store.apply(slug, [Edit("statements", years), Edit("interim", {})], by="ann")
    page = visit(app, f"/analysis/dupont_roe?account={slug}")
    page.wait_for_selector("body.ready")
    page.get_by_role("button", name="Compare ending balances").click()
    expect(page.locator(".ak-taken")).to_contain_text("10.0")
    # by hand, in the methods: 15 % → 10 %
    expect(
        page.locator(".ak-card", has_text="What changed ROE").locator(".js-plotly-plot .main-svg").first
    ).to_be_visible()
    expect(page.get_by_role("button", name="Compare ending balances")).to_have_count(0)

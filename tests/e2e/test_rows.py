"""Rows are made, filled and left by keyboard: what is typed right after the click is the row's text, and is stored."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

TEXT = "a b c"
"""With spaces: while the button that made the row keeps the focus, each of them makes another row."""


def on_tab(page, key: str):
    page.wait_for_selector(f"#ak-tab-{key}[aria-selected=true]")
    panel = page.locator(f"[aria-labelledby=ak-tab-{key}]")
    panel.locator("[data-add]").first.wait_for()
    return panel


STANDS = """() => ({ page: document.body.className, focus: document.activeElement.outerHTML.slice(0, 300),
  says: [...document.querySelectorAll("[role=alert], [role=status], .ak-toast")].filter((one) => one.offsetHeight)
    .map((one) => one.innerText) })"""
"""What a page shows of itself, for who has to find out why a test failed."""


def until(page, found) -> None:
    """Wait until `found()` is true of the store."""
    for _try in range(300):
        if found():
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"the store never had it; the page: {page.evaluate(STANDS)}")


def in_sight(page) -> bool:
    """Whether the focus is in a text field that is on the screen."""
    page.wait_for_timeout(600)  # it scrolls smoothly
    return page.evaluate(
        "() => { const f = document.activeElement, b = f.getBoundingClientRect();"
        " return f.matches('textarea:not(.ak-catcher)') && b.top >= 0 && b.bottom <= innerHeight }"
    )


def typed(page, app, slug: str, button, read, more: bool = True) -> None:
    """Press the button by keyboard, type at once, Enter, type the next one: `read(account)` gives the texts stored."""
    before = read(app.store.load(slug))
    button.focus()
    page.keyboard.press("Enter")
    page.keyboard.type(TEXT)
    if more:
        page.keyboard.press("Enter")
        page.keyboard.type("d e")
        wanted = [*before, TEXT, "d e"]
    else:
        wanted = [*before, TEXT]
    page.wait_for_function("() => document.activeElement.matches('textarea:not(.ak-catcher)')")
    assert in_sight(page)
    page.keyboard.press("Tab")
    until(page, lambda: sorted(read(app.store.load(slug))) == sorted(wanted))


def statements(collection: str, field: str = "statement"):
    return lambda account: [getattr(record, field) for record in getattr(account, collection).values()]


def test_factors_and_prompts(app, visit, account_of_its_own):
    slug = account_of_its_own("rows-pest")
    page = visit(app, f"/workbook?account={slug}#pest")
    panel = on_tab(page, "pest")
    typed(page, app, slug, panel.locator("[data-add=findings]"), statements("findings"))
    before = app.store.load(slug).findings
    chip = panel.locator(".ak-suggestion .ak-chip").first
    prompt = chip.inner_text().strip()
    chip.click()
    page.keyboard.type(": a b")
    page.keyboard.press("Tab")
    text = prompt[0].upper() + prompt[1:] + ": a b"

    def new():
        return [f for key, f in app.store.load(slug).findings.items() if key not in before]

    until(page, lambda: [f.statement for f in new()] == [text])
    row = page.locator(
        f"[data-path='findings/{next(k for k in app.store.load(slug).findings if k not in before)}']"
    )
    row.locator(".ak-button", has_text="+").click()
    until(page, lambda: text in statements("problems")(app.store.load(slug)))


def test_problems_causes_and_rows_of_worksheets(app, visit, account_of_its_own):
    slug = account_of_its_own("rows-problems")
    page = visit(app, f"/workbook?account={slug}#problem_types")
    panel = on_tab(page, "problem_types")
    typed(page, app, slug, panel.locator("[data-add=problems]"), statements("problems"))

    def causes(account):
        return [node.text for problem in account.problems.values() for node in problem.nodes.values()]

    def cells(account):
        sheets = [s for problem in account.problems.values() for s in problem.worksheets.values()]
        rows = [row for sheet in sheets for row in sheet.rows.values()]
        return [cell for row in rows for cell in row.values() if isinstance(cell, str) and cell]

    typed(page, app, slug, panel.locator("[data-add$=nodes]"), causes)
    typed(page, app, slug, panel.locator("[data-add$=rows]"), cells)


def test_people_and_commitments(app, visit, account_of_its_own):
    slug = account_of_its_own("rows-motives")
    page = visit(app, f"/workbook?account={slug}#motive_assessment")
    panel = on_tab(page, "motive_assessment")
    typed(page, app, slug, panel.locator("[data-add=stakeholders]"), statements("stakeholders", "role_title"))
    typed(page, app, slug, panel.locator("[data-add=commitments]"), statements("commitments", "action"))


def test_levers_and_rivals(app, visit, account_of_its_own):
    slug = account_of_its_own("rows-levers")
    page = visit(app, f"/workbook?account={slug}#dupont_roe")
    panel = on_tab(page, "dupont_roe")
    typed(page, app, slug, panel.locator("[data-add=levers]"), statements("levers"))

    def rivals(account):
        answer = account.answers.get("five_forces")
        return [record["name"] for record in answer.records.values()] if answer else []

    page.click("#ak-tab-five_forces")
    panel = on_tab(page, "five_forces")
    typed(page, app, slug, panel.locator("[data-add$=records]"), rivals)

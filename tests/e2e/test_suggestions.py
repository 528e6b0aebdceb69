"""What was accepted is seen: the new record is chosen and in sight here, or one key away on its tab, with a short title."""

from __future__ import annotations

import pytest

from accountkit import methods
from accountkit.methods.environment.force_drivers import FORCES
from accountkit.model import Edit, Problem, remove
from tests.e2e.test_rows import on_tab, until

pytestmark = pytest.mark.browser


def without_problems(app, slug: str) -> str:
    account = app.store.load(slug)
    app.store.apply(slug, [remove(f"problems/{key}") for key in account.problems], by="test")
    return slug


def arrived(page, key: str, path: str) -> None:
    """The record is on the screen, on its tab, chosen."""
    page.wait_for_selector(f"#ak-tab-{key}[aria-selected=true]")
    page.wait_for_selector(f"[data-path='{path}'][data-found], [data-path='{path}']:focus-within")
    page.wait_for_function(
        "(path) => { const b = document.querySelector(`[data-path='${path}']`).getBoundingClientRect();"
        " return b.height > 0 && b.top >= 0 && b.top < innerHeight }",
        arg=path,
    )


def accept(page, app, slug: str, panel, collection: str, kind: str) -> str:
    before = set(getattr(app.store.load(slug), collection))
    offer = panel.locator(f".ak-suggestion .ak-button[data-kind={kind}]").first
    offer.focus()
    page.keyboard.press("Enter")
    until(page, lambda: set(getattr(app.store.load(slug), collection)) - before)
    return (set(getattr(app.store.load(slug), collection)) - before).pop()


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_a_problem_from_the_figures_is_one_key_away_and_has_a_short_title(
    app, visit, account_of_its_own, lang
):
    slug = f"suggested-{lang.lower().replace('_', '-')}"
    sample = app.store.load("new-oriental")
    # one problem that comes before the new one in the register, so that being first is not being chosen
    other = Problem(
        statement="A problem of larger weight", admitted="yes", finding_ids=tuple(sample.findings)[:3]
    )
    findings = {key: f for key, f in sample.findings.items() if f.source_framework != "dupont_roe"}
    update = {"slug": slug, "problems": {"p-other": other}, "findings": findings}
    app.store.create(sample.model_copy(update=update), by="test")
    page = visit(app, f"/workbook?account={slug}&lang={lang}#dupont_roe")
    panel = on_tab(page, "dupont_roe")
    made = accept(page, app, slug, panel, "problems", "problem")
    title = app.store.load(slug).problems[made].statement
    assert len(title) <= 60 and "×" not in title and not title.endswith((".", "。"))
    page.locator("[data-show]:focus").wait_for()
    assert title in panel.locator(".ak-toast .ak-text").text_content()
    page.keyboard.press("Enter")
    arrived(page, "problem_types", f"problems/{made}")
    page.locator(f"[data-path='problems/{made}'].chosen").wait_for()
    assert page.locator(f"[data-path='problems/{made}'] textarea").first.input_value() == title


def test_what_is_accepted_here_is_seen_here(app, visit, account_of_its_own):
    slug = account_of_its_own("suggested-here")
    account = app.store.load(slug)
    app.store.apply(slug, [remove(f"needs/{key}") for key in account.needs], by="test")
    offer = next(o for o in methods.suggestions(app.store.load(slug), "problem_types") if o.kind == "need")
    problem = offer.path.split("/")[1]
    page = visit(app, f"/workbook?account={slug}#problem_types:problems/{problem}")
    panel = on_tab(page, "problem_types")
    made = accept(page, app, slug, panel, "needs", "need")
    arrived(page, "problem_types", f"needs/{made}")
    assert app.store.load(slug).needs[made].statement


def test_from_an_analysis_of_its_own_it_leads_to_the_workbook(app, visit, account_of_its_own):
    slug = without_problems(app, account_of_its_own("suggested-alone"))
    page = visit(app, f"/analysis/pest?account={slug}")
    page.locator("[data-drop]").first.wait_for()
    page.locator(".ak-pest").first.get_by_role("button", name="Problem").focus()
    page.keyboard.press("Enter")
    page.locator("[data-show]:focus").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/workbook?**")
    until(page, lambda: app.store.load(slug).problems)
    made = next(iter(app.store.load(slug).problems))
    arrived(page, "problem_types", f"problems/{made}")


def test_a_withheld_score_shows_no_number(app, visit, account_of_its_own):
    slug = account_of_its_own("withheld")
    kept = dict(list(app.store.load(slug).answers["five_forces"].ratings.items())[:4])
    edits = [remove("answers/five_forces")]
    edits += [
        Edit(f"answers/five_forces/ratings/{key}/value", rating.value or 3) for key, rating in kept.items()
    ]
    app.store.apply(slug, edits, by="test")
    page = visit(app, f"/workbook?account={slug}#five_forces")
    panel = on_tab(page, "five_forces")
    assert methods.assess(app.store.load(slug), "five_forces").band is None
    said = panel.locator("[data-pressure]").inner_text()
    assert "–" in said and not any(f"{n}." in said for n in range(1, 6))


def test_a_suggestion_leads_to_a_factor_that_the_filter_hides(app, visit, account_of_its_own):
    slug = account_of_its_own("suggested-hidden")
    page = visit(app, f"/workbook?account={slug}#pest")
    panel = on_tab(page, "pest")
    offer = panel.locator(".ak-suggestion .ak-button[data-kind=evidence]").first
    path = next(o.path for o in methods.suggestions(app.store.load(slug), "pest") if o.kind == "evidence")
    hides = app.store.load(slug).findings[path.split("/")[1]].source_item
    other = next(d for d in ("political", "economic", "social") if d != hides)
    panel.locator("section > .ak-bar > select").first.select_option(other)
    panel.locator(f"[data-path='{path}']").wait_for(state="detached")
    offer.click()
    arrived(page, "pest", path)


def test_rating_the_rest_of_a_force_leads_to_the_driver_in_its_folded_force(app, visit, account_of_its_own):
    slug = account_of_its_own("suggested-driver")
    ratings = [f"answers/five_forces/ratings/{driver.key}" for driver in FORCES[-1].items]
    app.store.apply(slug, [Edit(f"{path}/value", None) for path in ratings[1:]], by="test")
    account = app.store.load(slug)
    offer = next(
        o for o in methods.suggestions(account, "five_forces") if o.kind == "rate" and o.path in ratings
    )
    page = visit(app, f"/workbook?account={slug}#five_forces")
    panel = on_tab(page, "five_forces")
    while (more := panel.locator(".ak-suggestion ~ .ak-button.quiet")).count():
        more.click()
    panel.locator(".ak-suggestion", has_text=offer.text).locator("[data-kind=rate]").click()
    arrived(page, "five_forces", offer.path)
    page.locator(f"[data-path='{offer.path}'] .ak-dot:focus").wait_for()
    page.keyboard.press("ArrowRight")
    key = offer.path.rsplit("/", 1)[1]
    until(page, lambda: app.store.load(slug).answers["five_forces"].ratings[key].value == 1)


def test_a_finding_saved_from_a_force_is_seen_and_can_be_undone(app, visit, account_of_its_own):
    slug = account_of_its_own("suggested-finding")
    account = app.store.load(slug)
    saved = [key for key, one in account.findings.items() if one.source_framework == "five_forces"]
    app.store.apply(slug, [remove(f"findings/{key}") for key in saved], by="test")
    page = visit(app, f"/workbook?account={slug}#five_forces")
    panel = on_tab(page, "five_forces")
    made = accept(page, app, slug, panel, "findings", "finding")
    arrived(page, "five_forces", f"findings/{made}")
    row = panel.locator(f"[data-path='findings/{made}']")
    assert row.locator("textarea").input_value() == app.store.load(slug).findings[made].statement
    row.locator("[data-drop]").click()
    row.wait_for(state="detached")
    panel.locator(".ak-toast [data-undo]").click()
    row.wait_for()


def test_adding_evidence_begins_at_the_evidence(app, visit, account_of_its_own):
    page = visit(app, f"/workbook?account={account_of_its_own('suggested-evidence')}#pest")
    on_tab(page, "pest").locator(".ak-suggestion .ak-button[data-kind=evidence]").first.click()
    page.locator(".ak-pest [aria-haspopup=dialog]:focus").wait_for()
    page.keyboard.press("Enter")
    page.locator(".ak-dialog[open] form").wait_for()

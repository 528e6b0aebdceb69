"""The tabs with their tables, and how a test opens one and reads what was found."""

from __future__ import annotations

from tests.e2e.controls.crawl import Scene
from tests.e2e.controls.meetings import MEETINGS
from tests.e2e.controls.numbers import NUMBERS
from tests.e2e.controls.panels import BRIEF, FORCES, OVERVIEW, PEST
from tests.e2e.controls.problems_and_motives import MOTIVES, PROBLEMS

TABS = {
    "overview": OVERVIEW,
    "dupont_roe": NUMBERS,
    "pest": PEST,
    "five_forces": FORCES,
    "problem_types": PROBLEMS,
    "motive_assessment": MOTIVES,
    "meetings": MEETINGS,
    "brief": BRIEF,
}


def open_tab(visit, served, account: str, key: str):
    page = visit(served, f"/workbook?account={account}#{key}")
    page.wait_for_selector(f"body.ready [aria-labelledby=ak-tab-{key}] .ak-card")
    return page


def passed(scene: Scene) -> None:
    assert not scene.wrong, "\n" + "\n".join(scene.wrong)

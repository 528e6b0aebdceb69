"""The controls of the meetings' panel."""

from __future__ import annotations

from playwright.sync_api import Locator

from tests.e2e.controls.crawl import Control, Scene
from tests.e2e.controls.effects import adds, changes, edits, goes, shows, unfolds, writes
from tests.e2e.controls.panels import CLOSED, EVIDENCE, UNDONE

VISIT = "visits/[^/]*"
ROW = r"answers/question_script\..*/rows/[^/]*"
PARTS = ".ak-parts > .ak-button"


def on_the_last(scene: Scene, control: Locator) -> None:
    """An answer that is not the one that was recorded just before: the page may not show yet that it was."""
    adds("evidence")(scene, scene.page.locator("[data-heard=refuted]").locator("visible=true").last)


MEETINGS = [
    Control(".ak-visit[aria-pressed=false]", changes(".ak-card:has(.ak-parts)"), reads=True),
    Control(".ak-visit[aria-pressed=true]", shows(PARTS), reads=True),
    Control(f"{PARTS}[aria-pressed=false]", changes(".ak-card:has(.ak-parts)"), reads=True),
    Control(f"{PARTS}:first-child", shows(".ak-scripts"), reads=True),
    *EVIDENCE,
    Control(".ak-arranged > summary", unfolds, reads=True),
    Control(".ak-arranged > summary", unfolds, reads=True),
    Control(".ak-bar + textarea.ak-strong", writes(f"{VISIT}/purpose")),
    Control(".ak-when input[type=date]", writes(f"{VISIT}/date")),
    Control(".ak-when textarea", writes(f"{VISIT}/place")),
    Control(".ak-when select", writes(f"{VISIT}/status")),
    Control(".ak-chosen > .ak-chip", writes(f"{VISIT}/(stakeholder_ids|problem_ids)")),
    Control(".ak-whom summary", unfolds),
    Control("[data-script]", edits),
    Control(".ak-question textarea", writes(f"{ROW}/cells/question")),
    Control("[data-add$='/rows']", edits),
    Control("[data-add$='/rows']", edits),
    Control("[data-move='-1']", writes(f"{ROW}/order")),
    Control("[data-move='1']", writes(f"{ROW}/order")),
    Control(".ak-question [data-drop]", edits),
    *CLOSED,
    Control(".ak-asks textarea", writes(f"{VISIT}/asks/high/action")),
    Control(".ak-asks select", writes(f"{VISIT}/asks/high/stakeholder_id")),
    Control(".ak-steps textarea", writes(f"{VISIT}/prepare")),
    Control(f"{PARTS}:last-child", shows(".ak-heard"), reads=True),
    Control(".ak-heard textarea", writes(f"{ROW}/cells/answer")),
    Control("[data-heard=confirmed]", adds("evidence")),
    Control("[data-heard=refuted]", on_the_last),
    Control("[data-heard=finding]", adds("findings")),
    Control("[data-asked=given]", edits),
    Control("[data-asked=asked]", edits),
    Control("[data-asked=refused]", edits),
    Control(".ak-promised input[type=date]", writes("commitments/.*/due")),
    Control(".ak-promised textarea", writes("commitments/.*/place")),
    Control("[data-add=doubts]", adds("doubts")),
    Control("[data-path^=doubts] textarea", writes("doubts/.*/signal")),
    Control("[data-path^=doubts] select", writes("doubts/.*/stakeholder_id")),
    Control("[data-path^=doubts] [data-drop]", adds("doubts", -1)),
    *UNDONE,
    Control("[data-add=findings]", adds("findings")),
    Control("[data-path^=findings] textarea", writes("findings/.*/statement")),
    Control("[data-path^=findings] [data-drop]", adds("findings", -1)),
    *CLOSED,
    Control(".ak-result textarea", writes(f"{VISIT}/result")),
    Control("[data-kept-all]", edits),
    Control(".ak-rules > summary", unfolds, reads=True),
    Control(".ak-rules .ak-switch > button", writes(r"answers/communication_basics\..*/values/.*/value")),
    Control("[data-go]", goes(".*")),
    Control("[data-print]", shows(".ak-scripts")),
    Control("[data-add=visits]", adds("visits")),
    Control("[data-path^=visits] > .ak-bar > [data-drop]", adds("visits", -1)),
    *UNDONE,
]

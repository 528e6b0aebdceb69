"""The controls of the Numbers panel, with what comes of a statement file, of a pasted table and of a sector file."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator

from tests.e2e.controls.crawl import MOMENT, Control, Scene
from tests.e2e.controls.effects import (
    Effect,
    adds,
    changes,
    closes,
    edits,
    goes,
    hides,
    holds,
    shows,
    types,
    unfolds,
    writes,
)
from tests.e2e.controls.panels import CLOSED, DECLINED, EVIDENCE, FIGURE, OFFERS, RULE, SCROLLED, UNDONE

LEVER = "levers/[^/]*"
LEVERS = ".ak-card.ak-7"
ASSUMED = f"{LEVERS} .ak-assumptions"
CASE = "[data-business-case] .ak-case"
TERMS = f"{CASE} > details .ak-assumptions"
OPTION = f"{CASE} > .ak-row"
OPTION_ASSUMED = f"{OPTION} .ak-assumptions"
ALTERNATIVE = "alternatives/[^/]*"
STATEMENTS = r"(peers/[^/]*/)?statements/.*"
TABLE = ".ak-card:has(.ak-statement)"
PASTED = "Line,2035-12-31,2034-12-31\nRevenue,1000,900\nNet income,50,45\nTotal assets,800,790\nTotal equity,400,390\nGizmo income,3,2\nWidget costs,3,2\n"
SECTOR = Path(__file__).parents[2] / "data" / "ashare_fy2019.csv"
DROP = """([area, text]) => {
  const files = new DataTransfer();
  files.items.add(new File([text], "dropped.csv", { type: "text/csv" }));
  area.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: files }));
}"""


def turns(value: str, selector: str) -> Effect:
    """A choice takes this value, and what depends on it is there."""

    def effect(scene: Scene, control: Locator) -> None:
        control.select_option(value)
        scene.page.locator(selector).locator("visible=true").first.wait_for(timeout=MOMENT)

    return effect


def nudges(path: str) -> Effect:
    """A number takes a value beside its own, which is stored at a path."""

    def effect(scene: Scene, control: Locator) -> None:
        value = control.input_value() or "0"
        before = len(scene.store.history(scene.slug))
        control.fill(value[:-1] + ("2" if value[-1] == "1" else "1"))
        control.blur()
        scene.until(
            lambda: any(e.path == path or path in e.path for e in scene.store.history(scene.slug)[before:]),
            lambda: f"an edit of {path}, not {[e.path for e in scene.store.history(scene.slug)[before:]]}",
        )

    return effect


def takes(value: str, selector: str) -> Effect:
    """A field takes this value, and what is shown elsewhere changes."""

    def effect(scene: Scene, control: Locator) -> None:
        place = scene.page.locator(selector).first
        before = place.inner_html()
        control.fill(value)
        control.blur()
        scene.until(lambda: place.inner_html() != before, f"{selector} changes")

    return effect


def chooses(file: str, text: bytes, selector: str) -> Effect:
    """A file that is chosen is read, and shown for checking."""

    def effect(scene: Scene, control: Locator) -> None:
        control.set_input_files({"name": file, "mimeType": "text/csv", "buffer": text})
        scene.page.locator(selector).locator("visible=true").first.wait_for(timeout=3 * MOMENT)

    return effect


def dropped(scene: Scene, control: Locator) -> None:
    """A file that is dropped is read, and shown for checking."""
    control.evaluate("(area, text) => (" + DROP + ")([area, text])", PASTED)
    scene.page.locator(".ak-preview").wait_for(timeout=3 * MOMENT)


EXPLAINED = [
    Control(".ak-dialog > .ak-bar > .quiet", closes, reads=True),
]
CHOICES = [
    Control(".ak-card.ak-5 > .ak-bar > select", turns("chain", ".ak-card.ak-5 > select"), reads=True),
    Control(".ak-card.ak-5 > select", changes(".ak-card.ak-5"), reads=True),
    Control(".ak-taken > .ak-bar > select:nth-of-type(1)", changes(".ak-taken"), reads=True),
    Control(".ak-taken > .ak-bar > select:nth-of-type(2)", changes(".ak-taken"), reads=True),
    Control(".ak-pair > select:first-of-type", changes(".ak-taken"), reads=True),
    Control(".ak-pair > select:last-of-type", changes(".ak-taken"), reads=True),
    Control(".ak-taken > .ak-sub > select", changes(".ak-taken"), reads=True),
]
LEVER_ROWS = [
    Control(f"{LEVERS} > div > details > summary", unfolds, reads=True),
    Control(f"{LEVERS} .ak-button[aria-expanded]:not(.quiet)", unfolds, reads=True),
    Control(".ak-lever textarea", writes(f"{LEVER}/statement")),
    Control(".ak-lever .ak-inline-select", writes(f"{LEVER}/use_of_cash")),
    Control(".ak-lever .ak-dot", writes(f"{LEVER}/share")),
    Control(f"{LEVERS} .ak-row > .ak-bar > .quiet[aria-expanded]", shows(ASSUMED), reads=True),
    *[
        Control(
            f"{ASSUMED} tbody tr:nth-child({row}) td:nth-of-type({column}) .ak-number", nudges(f"/{span}")
        )
        for row, span in enumerate(("change", "one_off", "running_cost"), 1)
        for column in (1, 2, 3)
    ],
    Control(f"{ASSUMED} > label:nth-of-type(2) select", writes(f"{LEVER}/problem_id")),
    Control(f"{ASSUMED} > label:nth-of-type(3) .ak-number", writes(f"{LEVER}/share")),
    Control(f"{ASSUMED} > label:nth-of-type(4) .ak-number", nudges("/ramp_years")),
    Control(f"{ASSUMED} > label:nth-of-type(5) .ak-number", nudges("/years_of_use")),
    Control(f"{ASSUMED} > label:nth-of-type(6) select", writes(f"{LEVER}/use_of_cash")),
    Control(f"{ASSUMED} > label:nth-of-type(7) textarea", writes(f"{LEVER}/case")),
    Control(f"{ASSUMED} > label:nth-of-type(8) input", writes(f"{LEVER}/released")),
    Control(f"{ASSUMED} > label:nth-of-type(1) select", writes(f"{LEVER}/.*")),
    Control("[data-add=levers]", adds("levers")),
    Control(f"{LEVERS} [data-drop]", adds("levers", -1)),
    *UNDONE,
    Control(f"{LEVERS} [data-drop]", adds("levers", -1)),
    *CLOSED,
]
BUSINESS_CASE = [
    Control(f"{CASE} > details > summary", unfolds, reads=True),
    Control(f"{CASE} > details ~ details > summary", unfolds, reads=True),
    Control(f"{CASE} > details ~ details ~ details > summary", unfolds, reads=True),
    Control(f"{TERMS} > label:nth-of-type(1) .ak-number", nudges("business_case/discount_rate")),
    Control(f"{TERMS} > label:nth-of-type(2) .ak-number", nudges("business_case/horizon_years")),
    Control(f"{TERMS} > label:nth-of-type(3) textarea", writes("business_case/rate_source")),
    *[
        Control(f"{TERMS} tbody td:nth-of-type({column}) .ak-number", nudges("business_case/switching_cost"))
        for column in (1, 2, 3)
    ],
    Control(f"{OPTION} > div:first-child textarea, {OPTION} > textarea", writes(f"{ALTERNATIVE}/name")),
    Control(f"{OPTION} .ak-inline-select", writes(f"{ALTERNATIVE}/kind")),
    Control(f"{OPTION} > .ak-bar > .quiet[aria-expanded]", shows(OPTION_ASSUMED), reads=True),
    *[
        Control(
            f"{OPTION_ASSUMED} tbody tr:nth-child({row}) td:nth-of-type({column}) .ak-number",
            nudges(f"/{span}"),
        )
        for row, span in enumerate(("benefit", "one_off", "running_cost", "switching_cost"), 1)
        for column in (1, 2, 3)
    ],
    Control(f"{OPTION_ASSUMED} > label:nth-of-type(1) .ak-number", nudges("/ramp_years")),
    Control(f"{OPTION_ASSUMED} > label:nth-of-type(2) .ak-number", nudges("/years_of_use")),
    Control(f"{OPTION_ASSUMED} > label:nth-of-type(3) textarea", writes(f"{ALTERNATIVE}/note")),
    Control(f"{OPTION_ASSUMED} > label:nth-of-type(4) input", writes(f"{ALTERNATIVE}/released")),
    Control("[data-add=alternatives]", adds("alternatives")),
    Control(f"{CASE} [data-drop]", adds("alternatives", -1)),
    *UNDONE,
]
PEERS = [
    Control(".ak-card.ak-12 > .ak-bar > select", changes(".ak-card:has([data-path^='peers/'])"), reads=True),
    Control("[data-path^='peers/'] .ak-cell", shows(".ak-dialog[open] .ak-quote"), reads=True),
    *EXPLAINED,
    Control("[data-path^='peers/'] [data-drop]", adds("peers", -1)),
    *UNDONE,
    Control(".ak-card.ak-12 > .ak-bar > button", shows(".ak-drop")),
    Control(".ak-drop > .ak-bar > button:nth-of-type(2)", hides(".ak-drop")),
]
FIGURE_ENTRY = ".ak-card .ak-dialog[open] form"
STATEMENT_TABLE = [
    Control("div.ak-12:not(.ak-card) > .ak-button", shows(".ak-statement"), reads=True),
    Control(".ak-statement .ak-cell:not(.ak-none)", shows(".ak-dialog[open] .ak-title"), reads=True),
    Control(f"{FIGURE_ENTRY} label:nth-of-type(1) .ak-number", types("123")),
    Control(f"{FIGURE_ENTRY} label:nth-of-type(2) .ak-input:not(.ak-number)", types("Annual report, page 9")),
    Control(f"{FIGURE_ENTRY} label:nth-of-type(3) input[type=checkbox]", holds),
    Control(f"{FIGURE_ENTRY} label:nth-of-type(4) input[type=checkbox]", holds),
    Control(f"{FIGURE_ENTRY} [type=submit]", writes(STATEMENTS)),
    Control(".ak-statement .ak-none", shows(FIGURE_ENTRY)),
    Control(f"{FIGURE_ENTRY} [type=button]", closes),
    Control(f"{TABLE} .ak-bar > [aria-pressed]", shows(".ak-statement .ak-number")),
    Control(".ak-statement td .ak-number", writes(STATEMENTS)),
    Control(f"{TABLE} .ak-bar > [aria-pressed] + .ak-button", edits),
    Control(".ak-statement ~ .ak-bar > select, .ak-scroll + .ak-bar > select", changes(".ak-statement")),
    Control(".ak-statement [data-drop]", edits),
    *UNDONE,
    Control(f"{TABLE} .ak-bar > [aria-pressed] ~ .ak-button:last-of-type", shows(".ak-add-year")),
    Control(".ak-add-year input[type=date]", types("2036-12-31")),
    Control(".ak-add-year input[maxlength='3']", holds),
    Control(".ak-add-year select", holds),
    Control(".ak-add-year .ak-number", holds),
    Control(".ak-add-year input[maxlength='3']", types("USD")),
    Control(".ak-add-year [type=submit]", writes(STATEMENTS)),
    Control(f"{TABLE} > div > .ak-bar > select", changes(".ak-statement"), reads=True),
]
CHECK = ".ak-preview"


def adopts(effect: Effect) -> Effect:
    """What is taken in goes out of sight too; the store has it a moment before the page shows so."""

    def whole(scene: Scene, control: Locator) -> None:
        effect(scene, control)
        shown = scene.page.locator(f"{CHECK}, .ak-drop").locator("visible=true")
        scene.until(lambda: not shown.count(), "nothing left to check")

    return whole


ARRIVAL = [
    Control(".ak-taken > .ak-bar > button", shows(".ak-drop")),
    Control(".ak-drop > .ak-bar > button:nth-of-type(1)", shows(".ak-drop textarea")),
    Control(".ak-drop textarea", types(PASTED.replace(",", "\t"))),
    Control(".ak-drop textarea + button", shows(CHECK)),
    Control(f"{CHECK} > .ak-settings select", changes(CHECK)),
    Control(f"{CHECK} > .ak-settings input[maxlength='3']", takes("EUR", CHECK)),
    Control(f"{CHECK} > .ak-settings input[maxlength='5']", takes("06-30", CHECK)),
    Control(f"{CHECK} > .ak-mapping > summary", unfolds),
    Control(f"{CHECK} > .ak-mapping + .ak-mapping > summary", unfolds),
    Control(f"{CHECK} .ak-unmapped > select", changes(CHECK)),
    Control(f"{CHECK} .ak-unmapped > button", changes(CHECK)),
    Control(f"{CHECK} > .ak-mapping td select", changes(CHECK)),
    Control(f"{CHECK} > .ak-bar > .ak-button:not(.main)", hides(CHECK)),
    Control(".ak-taken > .ak-bar > button", shows(".ak-drop")),
    Control(".ak-drop", dropped),
    Control(f"{CHECK} input[value=peer]", shows(f"{CHECK} input[list=ak-peer-names]")),
    Control(f"{CHECK} input[list=ak-peer-names]", types("Gizmo Works")),
    Control(f"{CHECK} input[value=customer]", holds),
    Control(f"{CHECK} input[value=peer]", holds),
    Control(f"{CHECK} > .ak-bar > .ak-button.main", adopts(adds("peers"))),
    Control(".ak-taken > .ak-bar > button", shows(".ak-drop")),
    Control(".ak-drop input[type=file]", chooses("two.csv", PASTED.encode(), CHECK), unseen=True),
    Control(f"{CHECK} > .ak-bar > .ak-button.main", adopts(writes(STATEMENTS))),
]
SECTOR_CARD = ".ak-card:has(> div > .ak-settings):not(:has(.ak-preview))"
SECTOR_ARRIVES = [
    Control(".ak-taken > .ak-bar > button", shows(".ak-drop")),
    Control(".ak-drop input[type=checkbox]", holds),
    Control(".ak-drop input[type=file]", chooses(SECTOR.name, SECTOR.read_bytes(), SECTOR_CARD), unseen=True),
]
MEDIANS = f"{SECTOR_CARD} .ak-add-year"
OF_A_SECTOR = [
    *SECTOR_ARRIVES,
    Control(f"{SECTOR_CARD} .ak-settings input", takes("zzz", SECTOR_CARD)),
    Control(f"{SECTOR_CARD} .ak-settings input", takes("", SECTOR_CARD)),
    Control(f"{SECTOR_CARD} .ak-settings select", changes(SECTOR_CARD)),
    Control(f"{SECTOR_CARD} > div > div > .ak-bar > .ak-button", changes(f"{SECTOR_CARD} .main")),
    Control(f"{SECTOR_CARD} p input[type=checkbox]", holds),
    Control(f"{SECTOR_CARD} > div > .ak-bar > .main + .ak-button", changes(f"{SECTOR_CARD} .main")),
    Control(f"{SECTOR_CARD} td input[type=checkbox]", holds),
    Control(f"{SECTOR_CARD} > div > .ak-bar > .main", writes("peers/.*")),
    Control(f"{SECTOR_CARD} > div > .ak-bar > .ak-button:not(.main)", hides(SECTOR_CARD)),
    *SECTOR_ARRIVES,
    Control(f"{MEDIANS} .ak-number", types("1200")),
    Control(f"{MEDIANS} select", holds),
    Control(f"{MEDIANS} input[type=date]", types("2037-12-31")),
    Control(f"{MEDIANS} input[type=checkbox]", holds),
    Control(f"{MEDIANS} [type=submit]", writes(STATEMENTS)),
]
MANAGEMENT = Control(".ak-card.ak-8 > details.ak-small > summary", unfolds, reads=True)
"""It is there only where the statements tell operations from financing."""
NUMBERS = [
    *FIGURE,
    *SCROLLED,
    *RULE,
    *CHOICES,
    Control(".ak-aloud .ak-suggestion > .ak-button", writes("answers/question_script/records/.*")),
    Control(".ak-tree .ak-node", shows(".ak-dialog[open] .ak-quote"), reads=True),
    *EXPLAINED,
    Control(".ak-card.ak-8 > div .ak-cell", shows(".ak-dialog[open] .ak-quote"), reads=True),
    *EXPLAINED,
    *EVIDENCE,
    *BUSINESS_CASE,
    *LEVER_ROWS,
    *PEERS,
    *DECLINED,
    OFFERS[1],
    Control(".ak-toast [data-show]", goes("problem_types")),
    *STATEMENT_TABLE,
    *ARRIVAL,
    Control(".ak-warnings > summary", unfolds),
    *OF_A_SECTOR,
]

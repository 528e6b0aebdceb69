"""The controls of the panels: what all have, and the tables of overview, environment, forces and brief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.e2e.controls.crawl import Control
from tests.e2e.controls.effects import (
    accepts,
    adds,
    changes,
    closes,
    copies,
    declines,
    downloads,
    edits,
    fills,
    goes,
    hides,
    holds,
    picks,
    points,
    removes,
    shows,
    stands,
    takes_back,
    types,
    unfolds,
    writes,
)


def within(scope: str, table: Sequence[Control]) -> list[Control]:
    """A table for the part of a page that a selector names."""
    return [replace(control, selector=f"{scope} {control.selector}") for control in table]


FIGURE = [
    Control(".ak-figure > .ak-bar > button[aria-expanded]", unfolds, reads=True),
    Control(".ak-figure > .ak-bar > button:not([aria-expanded])", copies, reads=True),
]
RULE = [Control(".ak-figure > details > summary", unfolds, reads=True)]
SCROLLED = [Control(":is(.ak-wide, .ak-scroll)[tabindex]", stands, reads=True)]
STRIP = [
    Control(".ak-strip > p button", shows("[data-found]"), reads=True),
    Control(".ak-strip [data-step]", shows("[data-found]"), reads=True),
]
SCORE = [Control(".ak-card > details.ak-small > summary", unfolds, reads=True)]
ENTRY = ".ak-dialog[open] form.two"
EVIDENCE = [
    Control("span > .ak-chip[aria-haspopup=dialog]", shows(".ak-dialog[open]"), reads=True),
    Control(f"{ENTRY} label:nth-of-type(1) input", types("Talk with the controller")),
    Control(f"{ENTRY} label:nth-of-type(2) select", picks("B")),
    Control(f"{ENTRY} label:nth-of-type(3) select", picks("confirmed")),
    Control(f"{ENTRY} label:nth-of-type(4) input", holds),
    Control(f"{ENTRY} label:nth-of-type(5) input", types("Controller")),
    Control(f"{ENTRY} label:nth-of-type(6) input:required", types("Controller")),
    Control(f"{ENTRY} input[type=url]", types("https://example.org/minutes")),
    Control(f"{ENTRY} label:last-of-type input:not([type])", types("Page 3")),
    Control(f"{ENTRY} [type=submit]", adds("evidence")),
    Control("span > .ak-chip[aria-haspopup=dialog]", shows(ENTRY)),
    Control(".ak-dialog a[target=_blank]", points("https?://")),
    Control(".ak-dialog .ak-row .ak-button:not(.quiet)", fills(f"{ENTRY} input")),
    Control(".ak-dialog .ak-row .ak-button.quiet", writes(r".*evidence.*")),
    Control(f"{ENTRY} [type=button]", closes),
]
REMARK = [Control(".ak-dialog .ak-quote .ak-button", writes(r"comments/.*/closed"))]
READ_EVIDENCE = [Control(".ak-dialog > .ak-button", closes, reads=True)]
"""The dialog's way out where nothing can be entered; it is there in the read-only form alone."""
UNDONE = [Control(".ak-toast [data-undo]", edits)]
CLOSED = [Control(".ak-toast .quiet", hides(".ak-toast .quiet"))]
MORE_OFFERS = [Control(".ak-suggestion ~ .ak-button.quiet", hides(".ak-suggestion ~ .ak-button.quiet"))]
OFFERS = [
    Control(".ak-suggestion .ak-bar > .quiet", declines),
    Control(".ak-suggestion .ak-bar > .ak-button:not(.quiet)", accepts),
]
DECLINED = [OFFERS[0], Control(".ak-toast [data-undo]", takes_back("declined"))]
"""A suggestion is declined, and comes back: for a tab that has only one of them."""

WORKBOOK = [
    Control(".ak-tour .ak-button:not(.quiet)", goes("dupont_roe")),
    Control(".ak-tour .quiet", hides(".ak-tour")),
    Control("[role=tab]:not([aria-selected=true])", goes("pest"), reads=True),
    Control("[role=tab][aria-selected=true]", goes("overview"), reads=True),
]

OVERVIEW = [
    Control(".ak-card.ak-12 .quiet", goes("dupont_roe"), reads=True),
    Control(".ak-tile", goes("dupont_roe"), reads=True),
    *STRIP,
    *FIGURE,
    *SCROLLED,
    Control(".ak-task > .ak-opener", goes("pest"), reads=True),
    Control(".ak-task > .ak-opener + .ak-button", writes(r"comments/.*/closed")),
    Control(".ak-task > span + .ak-button", goes("problem_types|motive_assessment|dupont_roe"), reads=True),
    Control("[data-more=comments]", hides("[data-more=comments]"), reads=True),
    Control("[data-more=tasks]", hides("[data-more=tasks]"), reads=True),
    Control(".ak-card > .ak-opener", goes("problem_types|motive_assessment"), reads=True),
    Control(".ak-small > .quiet", goes(".*"), reads=True),
    Control("summary.ak-title", unfolds, reads=True),
    Control("details textarea", writes("profile/.*")),
    Control("details input[type=date]", writes("review_date|profile/next_results")),
    Control("details .ak-number", writes("stale_after_days")),
]
FACTOR = r"findings/[^/]*"
PEST = [
    Control("section > .ak-bar > select:nth-of-type(2)", changes("section:has([data-path])"), reads=True),
    *MORE_OFFERS,
    *FIGURE,
    *SCROLLED,
    *RULE,
    *SCORE,
    EVIDENCE[0],
    *REMARK,
    *EVIDENCE[1:],
    Control("textarea.ak-strong", writes(f"{FACTOR}/statement")),
    Control("textarea.ak-sub", writes(f"{FACTOR}/change")),
    Control("select.ak-inline", writes(f"{FACTOR}/(affected_party|horizon|felt)")),
    Control(".ak-pest-rate > select", writes(f"{FACTOR}/effect")),
    Control(".ak-rate:nth-child(1) .ak-dot", writes(f"{FACTOR}/impact")),
    Control(".ak-rate:nth-child(2) .ak-dot", writes(f"{FACTOR}/likelihood")),
    Control(".ak-pest .ak-button:not(.quiet):not([title])", goes("problem_types"), reads=True),
    *OFFERS,
    Control(".ak-pest .ak-letter", writes(f"{FACTOR}/source_item")),
    Control(".ak-suggestion > span > .ak-chip", adds("findings")),
    Control(".ak-suggestion > .ak-button", changes(".ak-suggestion:has(> span > .ak-chip)")),
    Control(".ak-pest [data-drop]", removes("findings")),
    Control(".ak-toast [data-undo]", adds("findings")),
    Control(".ak-pest [data-drop]", removes("findings")),
    Control(".ak-toast .quiet", hides(".ak-toast .quiet")),
    Control("[data-add=findings]", adds("findings")),
    Control(".ak-pest .ak-button[title]:not(.quiet)", adds("problems")),
    Control(".ak-toast [data-show]", goes("problem_types")),
    Control("section > .ak-bar > select:nth-of-type(1)", changes("section:has([data-path])"), reads=True),
    *STRIP,
]
FORCES = [
    *FIGURE,
    *SCROLLED,
    *RULE,
    *SCORE,
    Control("[data-path^=answers] > .ak-button:not(.quiet)", shows(".ak-drivers")),
    Control(".ak-force-name", unfolds, reads=True),
    Control(".ak-item .ak-dot", writes(r"answers/five_forces/ratings/.*/value")),
    *EVIDENCE,
    Control(".ak-driver > .ak-rated .ak-dot", writes(r"answers/five_forces/ratings/.*/expected")),
    Control(".ak-driver:not(:has(.ak-dots)) > textarea", writes(r"answers/five_forces/(notes|records)/.*")),
    Control(".ak-driver select", writes(r"answers/five_forces/records/.*")),
    replace(MORE_OFFERS[0], reads=True),
    *OFFERS,
    Control("[data-add='answers/five_forces/records']", edits),
    Control("[data-path^=answers] > [data-drop]", edits),
    *UNDONE,
    Control("[data-path^=answers] > [data-drop]", edits),
    *CLOSED,
    Control("[data-path^=findings] textarea", writes(f"{FACTOR}/statement")),
    Control("[data-path^=findings] > .ak-button:not(.quiet)", goes("problem_types"), reads=True),
    Control("[data-path^=findings] > [data-drop]", removes("findings")),
    *UNDONE,
    Control("[data-path^=findings] > [data-drop]", removes("findings")),
    *CLOSED,
]
BRIEF = [
    Control(".ak-brief > summary", unfolds, reads=True),
    *SCROLLED,
    Control("label:nth-of-type(1) select", changes(".ak-card.ak-8"), reads=True),
    Control("label:nth-of-type(2) select", changes(".ak-card.ak-8"), reads=True),
    *[
        Control(f".ak-form > button:nth-of-type({n})", downloads(f".{ending}"), reads=True)
        for n, ending in enumerate(("html", "docx", "pptx", "pdf", "md", "xlsx"), 1)
    ],
    Control("label > input[type=checkbox]", writes("levers/.*/released")),
]

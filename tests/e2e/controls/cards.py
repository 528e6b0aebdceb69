"""The controls of the screens of cards."""

from __future__ import annotations

from tests.e2e.controls.crawl import Control
from tests.e2e.controls.effects import adds, changes, shows, unfolds, writes
from tests.e2e.controls.panels import CLOSED, EVIDENCE, FIGURE, RULE, SCROLLED, UNDONE

ANSWER = r"private_answers/influence_score\.[^/]*/ratings/[^/]*"
PEOPLE = [
    *FIGURE,
    *SCROLLED,
    *RULE,
    Control(".ak-method-part > details > summary", unfolds),
    Control(".ak-entry > .ak-value .ak-dot", writes(f"{ANSWER}/value")),
    # the second role of the sample has something left to rate
    Control(".ak-method-record > select", changes("[data-card]")),
    Control("[data-rest]", shows(".ak-found")),
    Control(".ak-entry-note", shows(".ak-entry-name textarea")),
    Control(".ak-entry-name textarea", writes(f"{ANSWER}/note")),
    *EVIDENCE,
    *UNDONE,
    # the evidence that was brought back is taken away again
    EVIDENCE[0],
    EVIDENCE[-2],
    EVIDENCE[-1],
    *CLOSED,
    Control(".ak-method-record textarea", writes("stakeholders/[^/]*/role_title")),
    Control("[data-add=stakeholders]", adds("stakeholders")),
]

"""The controls of the problems' panel and of the motives' panel."""

from __future__ import annotations

from accountkit.panels.own.motive_views import MONEY as MONEY_FIELDS
from tests.e2e.controls.crawl import Control
from tests.e2e.controls.effects import adds, changes, edits, focuses, goes, holds, shows, unfolds, writes
from tests.e2e.controls.panels import (
    CLOSED,
    DECLINED,
    EVIDENCE,
    FIGURE,
    MORE_OFFERS,
    OFFERS,
    SCROLLED,
    UNDONE,
)

PROBLEM = "problems/[^/]*"
NODE = f"{PROBLEM}/nodes/[^/]*"
SHEET = f"{PROBLEM}/worksheets/.*"
MEASURE = "section:has(> .ak-form.two)"
PROBLEMS = [
    *FIGURE,
    *SCROLLED,
    Control("[data-path] > [aria-pressed=false]", changes(MEASURE), reads=True),
    Control("[data-path] > [aria-pressed=true]", shows(MEASURE), reads=True),
    *EVIDENCE,
    Control(f"{MEASURE} > .ak-form textarea", writes(f"{PROBLEM}/.*")),
    Control(f"{MEASURE} > .ak-form select", writes(f"{PROBLEM}/.*")),
    Control(f"{MEASURE} > .ak-form .ak-number", writes(f"{PROBLEM}/.*")),
    Control(
        f"{MEASURE} > .ak-form input[type=date]", writes(f"{PROBLEM}/(expected_by|past_best_on|current_on)")
    ),
    Control(f"{MEASURE} > .ak-form .ak-dot", writes(f"{PROBLEM}/risk_trend")),
    Control(f"{MEASURE} > .ak-form input[type=checkbox]", edits),
    Control(f"{MEASURE} > details > summary", unfolds, reads=True),
    Control(f"{MEASURE} > details textarea", writes(f"{PROBLEM}/rival")),
    Control(f"{MEASURE} > details select", writes(f"{PROBLEM}/.*")),
    Control(f"{MEASURE} > details .ak-number", writes(f"{PROBLEM}/.*")),
    Control(f"{MEASURE} > p > button.ak-chip", goes("pest|five_forces|dupont_roe"), reads=True),
    Control(".ak-cause textarea", writes(f"{NODE}/text")),
    Control(".ak-cause select", writes(f"{NODE}/addressable")),
    Control(".ak-cause input[type=checkbox]", writes(f"{NODE}/smart")),
    Control(".ak-cause .ak-button:nth-of-type(1)", edits),
    Control(".ak-cause .ak-button:nth-of-type(2)", edits),
    Control(".ak-cause [data-drop]", edits),
    *UNDONE,
    Control("[data-add$='/nodes']", edits),
    Control(".ak-sheet td .ak-number", writes(SHEET)),
    Control(".ak-sheet td select", writes(SHEET)),
    Control("[role=tab][aria-selected=false]", changes(".ak-sheet"), reads=True),
    Control("[role=tab][aria-selected=true]", shows(".ak-sheet"), reads=True),
    Control(".ak-sheet > details > summary", unfolds, reads=True),
    Control(".ak-sheet > .ak-button", edits),
    Control(".ak-sheet td textarea", writes(SHEET)),
    Control(".ak-sheet td input[type=date]", writes(SHEET)),
    Control(".ak-sheet td [data-drop]", edits),
    Control(".ak-sheet div:not([class]) > textarea", writes(f"{SHEET}/conclusion")),
    Control("[data-path^='needs/'] textarea.ak-strong", writes("needs/.*/statement")),
    Control("[data-path^='needs/'] textarea.ak-sub", writes("needs/.*/indicators")),
    Control("[data-path^='needs/'] .ak-rank .ak-number", writes("needs/.*/rank")),
    Control("[data-path^='needs/'] > .ak-bar > .ak-chip.blue", goes("dupont_roe"), reads=True),
    Control(
        "[data-path^='needs/'] > .ak-bar > button.ak-chip:not(.blue)", goes("motive_assessment"), reads=True
    ),
    Control("[data-path^='needs/'] > .ak-small > .ak-chip", adds("levers")),
    Control(".ak-toast [data-show]", goes("dupont_roe")),
    Control("[data-path^='needs/'] [data-drop]", edits),
    Control("[data-empty=needs] > .ak-button", focuses(".ak-cause select")),
    *CLOSED,
    *MORE_OFFERS,
    *OFFERS,
    Control("[data-add=problems]", adds("problems")),
    Control("[data-empty=causes] > .ak-button", edits),
    Control("[data-path^='problems/'] textarea.ak-strong", writes(f"{PROBLEM}/statement")),
    Control(f"{MEASURE} > .ak-bar > .ak-button:not(.quiet)", writes(f"{PROBLEM}/closed")),
    Control("details.ak-small:has(.ak-bar) > summary", unfolds),
    Control("details.ak-small > .ak-bar > .ak-button", writes(f"{PROBLEM}/closed")),
    # last: what stands there just after it is of the problem that is gone
    Control(f"{MEASURE} > .ak-bar > .quiet", edits),
]

MOTIVE = "motives/[^/]*"
PERSON = "stakeholders/[^/]*"
PROMISE = "commitments/[^/]*"
GOAL = "(objective|opportunities/[^/]*)"
MONEY = ".ak-form.ak-money"
AMOUNTS = (*MONEY_FIELDS, "years", "probability", "discount_rate")
MOTIVES = [
    *FIGURE,
    *SCROLLED,
    *DECLINED,
    OFFERS[1],
    Control(".ak-pick[aria-pressed=false]", changes(".ak-motive"), reads=True),
    Control(".ak-pick[aria-pressed=true]", shows(".ak-motive"), reads=True),
    *EVIDENCE,
    Control(".ak-mitem textarea", writes(f"{MOTIVE}/ratings/.*/note")),
    Control(".ak-mitem .ak-dot", writes(f"{MOTIVE}/ratings/.*/value")),
    Control("details.ak-small > summary", unfolds, reads=True),
    *[
        Control(f"{MONEY}:has(+ p) label:nth-of-type({n}) .ak-number", writes(f"{MOTIVE}/{key}"))
        for n, key in enumerate(AMOUNTS, 1)
    ],
    Control(f"{MONEY} label:nth-last-of-type(2) > select", writes(f"{MOTIVE}/degree")),
    Control(f"{MONEY}:has(+ p) label:last-of-type > select", writes(f"{MOTIVE}/appetite")),
    *[
        Control(f"{MONEY} ~ {MONEY} label:nth-of-type({n}) > select", writes(f"{MOTIVE}/{key}"))
        for n, key in enumerate(("interest", "time_resource", "site"), 1)
    ],
    Control(f"{MONEY} ~ {MONEY} input[type=date]", writes(f"{MOTIVE}/deadline")),
    Control(f"{MONEY} ~ {MONEY} .ak-number", writes(f"{MOTIVE}/budget")),
    Control(f"{MONEY} ~ .ak-bar > .quiet:first-of-type", goes("problem_types"), reads=True),
    Control("form select", holds),
    Control("form label:nth-of-type(2) select", holds),
    Control("form [type=submit]", adds("motives")),
    Control("[data-path^='stakeholders/'] textarea.ak-strong", writes(f"{PERSON}/role_title")),
    Control("[data-path^='stakeholders/'] textarea.ak-sub", writes(f"{PERSON}/function")),
    Control("[data-path^='stakeholders/'] select", writes(f"{PERSON}/(layer|adopter)")),
    Control("[data-path^='commitments/'] textarea", writes(f"{PROMISE}/action")),
    Control("[data-path^='commitments/'] select", writes(f"{PROMISE}/(status|stakeholder_id)")),
    Control("[data-path^='commitments/'] input[type=date]", writes(f"{PROMISE}/due")),
    Control(".ak-form.two textarea", writes(f"{GOAL}/(who|what)")),
    Control(".ak-form.two .ak-number", writes(f"{GOAL}/how_much")),
    Control(".ak-form.two label > input[type=date]", writes(f"{GOAL}/when")),
    Control(".ak-form.two label > select", writes(f"{GOAL}/guided_by")),
    Control("[data-path^='commitments/'] [data-drop]", adds("commitments", -1)),
    *UNDONE,
    Control("[data-add=commitments]", adds("commitments")),
    Control("[data-path^='stakeholders/'] [data-drop]", adds("stakeholders", -1)),
    *CLOSED,
    Control("[data-add=stakeholders]", adds("stakeholders")),
    Control(f"{MONEY} ~ .ak-bar > .quiet:last-of-type", adds("motives", -1)),
]

"""The tabs of the workbook, derived from the methods: one for each core analysis, one for each other screen that has a method."""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import WORKSPACES, Given, Method, read_in
from accountkit.methods.registry import REGISTRY, core, kept
from accountkit.methods.subjects import COLLECTION, OURS, ids

ELSEWHERE = frozenset({"portfolio", "team"})
"""Screens that are not about one account: pages of our own side. A method about an account that belongs to one has a page
of its own."""
OVERVIEW, BRIEF = "overview", "brief"
SCREEN_OF: dict[str, str] = {
    "statements": "numbers",
    "interim": "numbers",
    "peers": "numbers",
    "levers": "numbers",
    "alternatives": "numbers",
    "business_case": "numbers",
    "problems": "problems",
    "needs": "problems",
    "motives": "motives",
    "stakeholders": "people",
    "commitments": "motives",
    "objective": "motives",
    "opportunities": "deal",
    "pairs": "people",
    "doubts": "deal",
    "visits": "meetings",
    "contacts": "care",
    "plan": OVERVIEW,
    "segments": "portfolio",
    "offers": "portfolio",
    "partners": "team",
    "teams": "team",
    "sellers": "team",
}
"""On which screen the records of a collection are worked on; of any other it is the overview."""


@kept
def tabs() -> dict[str, str]:
    """Key → name, in the order of the screens. A core analysis keeps its own key; the first of a screen has its name."""
    found, methods = {OVERVIEW: WORKSPACES[OVERVIEW]}, tuple(REGISTRY.values())
    for screen, name in WORKSPACES.items():
        members = [method for method in methods if method.workspace == screen]
        own = [method for method in members if method.core]
        for method in own:
            found[method.key] = method.tab or name
        if members and not own and screen not in (OVERVIEW, *ELSEWHERE):
            found[screen] = name
    return {**found, BRIEF: N_("Brief")}


def screen_name(tab: str) -> str:
    """What a tab, or a page of our own side, is called."""
    return WORKSPACES[tab] if tab in ELSEWHERE else tabs()[tab]


@kept
def screens() -> tuple[str, ...]:
    """The tabs that hold cards alone: a screen without a core analysis. Each has a notebook."""
    return tuple(key for key in tabs() if key not in (*REGISTRY, OVERVIEW, BRIEF))


@kept
def tab_of_screen(screen: str) -> str:
    """The tab of a screen: that of its first core analysis, else its own; the overview where it has none."""
    first = next((key for key, method in core().items() if method.workspace == screen), screen)
    return first if first in tabs() else OVERVIEW


def screen_of_tab(tab: str) -> str:
    """The screen that a tab is, or that it is a core analysis of."""
    return REGISTRY[tab].workspace if tab in REGISTRY else tab


def tab_of_method(method: Method) -> str:
    """The tab that a method stands on; a method about our own side has a page there."""
    if method.subject in OURS:
        return method.workspace
    return method.key if method.core else tab_of_screen(method.workspace)


@kept
def apart() -> tuple[str, ...]:
    """The methods about an account that stand on no tab of its workbook: each has its page alone."""
    return tuple(
        key for key, one in REGISTRY.items() if one.workspace in ELSEWHERE and one.subject not in OURS
    )


AT_ONCE = 2
"""Cards that are in sight when a screen opens; the others are built when they come into sight."""


def is_begun(key: str, analyses: Given, chosen: str | None = None) -> bool:
    """Whether a card has anything to show of the record that is chosen, else of the first; what has not is folded."""
    method = REGISTRY[key]
    known = ids(read_in(method, analyses), method.subject) if method.subject in COLLECTION else (None,)
    if not known:
        return False
    return bool(analyses.read(key, chosen if chosen in known else known[0]).begun)


def in_sight(keys: tuple[str, ...], analyses: Given) -> tuple[str, ...]:
    """The cards of a screen that are seen first: what has a picture of its own, what is begun, then the others."""
    return tuple(
        sorted(keys, key=lambda key: (not REGISTRY[key].picture, not is_begun(key, analyses)))[:AT_ONCE]
    )


@kept
def cards(tab: str) -> tuple[str, ...]:
    """The keys of the methods that stand as cards on a tab or on a page of our own side, below its own panel where it has one.

    A card with a picture of its own leads: one chooses there which record the other cards are about.
    """
    found = {
        key: method
        for key, method in REGISTRY.items()
        if not method.core
        and (method.workspace in ELSEWHERE) == (method.subject in OURS)
        and tab_of_method(method) == tab
    }
    return tuple(sorted(found, key=lambda key: not found[key].picture))

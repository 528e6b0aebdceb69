"""What a link for readers may show, derived from the registry: the brief, a whole screen, or one method; nothing private,
and nothing of our own side.

A view is named by `BRIEF`, by a screen's key (``deal``) or by a method's (``pest``). A screen shows its core analyses and
its other methods, one after the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accountkit.brief.edition import SCREENS
from accountkit.brief.outward import speaks_outward
from accountkit.i18n import N_, _
from accountkit.methods import REGISTRY, Method
from accountkit.methods.method import WORKSPACES
from accountkit.methods.subjects import OURS
from accountkit.methods.workspaces import ELSEWHERE, OVERVIEW

BRIEF = "brief"


@dataclass(frozen=True)
class View:
    """One view, its name in the current language, and whether the customer's edition has anything of it."""

    key: str
    name: str
    outward: bool


@dataclass(frozen=True)
class Group:
    """The views of one screen."""

    name: str
    views: tuple[View, ...]


def shareable_views() -> tuple[Group, ...]:
    """All views but the brief, by screen."""
    return tuple(Group(_(name), found) for screen, name in WORKSPACES.items() if (found := _of(screen)))


def _of(screen: str) -> tuple[View, ...]:
    own = [method for method in _methods() if method.workspace == screen]
    views = [View(method.key, _(method.name), _is_outward(method)) for method in own]
    if screen == OVERVIEW:
        views.insert(0, View(OVERVIEW, _(WORKSPACES[OVERVIEW]), False))
    elif len(own) > 1 and screen not in ELSEWHERE:
        whole = _("All of {screen}").format(screen=_(WORKSPACES[screen]))
        views.insert(0, View(screen, whole, any(view.outward for view in views)))
    return tuple(views)


def find(view: str) -> View | None:
    """The view of a name; None where there is none, or where it is private."""
    if view == BRIEF:
        return View(BRIEF, _(N_("Brief")), True)
    return next((one for group in shareable_views() for one in group.views if one.key == view), None)


def analyses(view: str, edition: str) -> tuple[str, ...]:
    """The core analyses, and the overview, that a view shows to this edition, in the order of the page."""
    core = {method.key: method.workspace for method in _methods() if method.core}
    if edition == "internal":
        found = {OVERVIEW: OVERVIEW, **core}
    else:
        found = {key: screen for one in SCREENS for key, screen in core.items() if screen == one}
    return tuple(key for key, screen in found.items() if view in (BRIEF, key, screen))


def others(view: str) -> Iterator[Method]:
    """The methods beside the core analyses that a view shows."""
    for method in _methods():
        if not method.core and view in (BRIEF, method.key, method.workspace):
            yield method


def _methods() -> Iterator[Method]:
    return (method for method in REGISTRY.values() if not method.private and method.subject not in OURS)


def _is_outward(method: Method) -> bool:
    return method.workspace in SCREENS if method.core else speaks_outward(method)

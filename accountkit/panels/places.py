"""On which tab of the workbook a record is worked on."""

from __future__ import annotations

from accountkit.i18n import _, use_language
from accountkit.methods.registry import REGISTRY
from accountkit.methods.workspaces import (
    ELSEWHERE,
    OVERVIEW,
    SCREEN_OF,
    screen_name,
    tab_of_method,
    tab_of_screen,
    tabs,
)
from accountkit.model import Account, Document
from accountkit.panels.session import Session


def tab_for(collection: str) -> str:
    """The tab of a collection's records, or their page of our own side."""
    screen = SCREEN_OF.get(collection, OVERVIEW)
    return screen if screen in ELSEWHERE else tab_of_screen(screen)


def tab_of(document: Document, path: str) -> str:
    """The tab of the record at `path`; a finding is worked on where it was found, an answer with its method."""
    collection, _slash, rest = path.partition("/")
    key = rest.split("/")[0]
    if collection in ("answers", "private_answers"):
        method = REGISTRY.get(key.split(".")[0])
        return tab_of_method(method) if method else OVERVIEW
    if collection == "findings" and isinstance(document, Account):
        finding = document.findings.get(key)
        found_by = REGISTRY.get(finding.source_framework) if finding else None
        return tab_of_method(found_by) if found_by else tab_of_screen("environment")
    return tab_for(collection)


def panel_title(key: str, session: Session) -> str:
    """What a panel is called, and whose it is: the same in every run, since a notebook stores it beside the panel."""
    with use_language(session.lang):
        known = key in tabs() or key in ELSEWHERE
        named = _(REGISTRY[key].name) if key in REGISTRY else _(screen_name(key)) if known else key
        about = session.slug if isinstance(session.document, Account) else ""
        return f"{named}, {about}" if about else named

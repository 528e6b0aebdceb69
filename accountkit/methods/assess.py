"""What a method says, and what accepting one of its suggestions does."""

from __future__ import annotations

from accountkit.errors import InvalidEdit
from accountkit.i18n import _
from accountkit.methods.analyses import Analyses, analysed
from accountkit.methods.assessment import Assessment, Suggestion
from accountkit.methods.registry import REGISTRY, core
from accountkit.model import Account, Edit, Practice

Read = Account | Practice | Analyses
"""A document, or its readings with what they are read beside."""


def assess(read: Read, key: str, subject_id: str | None = None) -> Assessment:
    """The verdict of one method as of the document's review date, in the current language."""
    return analysed(read).assess(key, subject_id)


def suggestions(read: Read, key: str | None = None) -> tuple[Suggestion, ...]:
    """What one method, or the core analyses together, suggest now; what was declined is left out."""
    analyses = analysed(read)
    return tuple(one for name in ((key,) if key else core()) for one in analyses.assess(name).suggestions)


def accept(read: Read, suggestion_id: str) -> list[Edit]:
    """The edits that taking a suggestion means, with fresh ids; none for one that only opens something.

    Raises `InvalidEdit` where it no longer stands (somebody else took it, or its ground is gone).
    """
    key = suggestion_id.partition(".")[0]
    found = (
        next((one for one in suggestions(read, key) if one.id == suggestion_id), None)
        if key in REGISTRY
        else None
    )
    if found is None:
        raise InvalidEdit(_("This suggestion is out of date. Reload the page."))
    return list(found.edits())

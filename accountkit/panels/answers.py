"""What a page is told of an event: why it was not taken, or what it overwrote."""

from __future__ import annotations

import logging

from pydantic import ValidationError

from accountkit.errors import AccountkitError, InvalidEdit, StoreUnavailable
from accountkit.i18n import _
from accountkit.model import Document
from accountkit.model.reasons import first_error
from accountkit.panels.events import Write
from accountkit.panels.names import field_name, person_name, place_name
from accountkit.sources.cells.typed import typed_value
from accountkit.store import LogEntry

log = logging.getLogger("accountkit")
_ASKED = {
    "Cite": "evidence/new/{field}",
    "Uncite": "evidence/new",
    "Suggested": "declined/new",
    "Settle": "comments/new",
}
"""Where in an account the fields of an event belong; those of any other are named alone."""


def read(event: Write) -> Write:
    """The event with the number that was typed into a field. Raises `InvalidEdit` that names the field."""
    if event.typed is None or not isinstance(event.value, str):
        return event
    try:
        return event.model_copy(update={"value": typed_value(event.value, event.typed)})
    except InvalidEdit as error:
        raise InvalidEdit(str(error), event.path, error.reason) from error


def not_taken(error: Exception, seen: Document, event: str) -> dict[str, str]:
    """Why an event was not taken, and what to do; a fault of ours goes to the log, with the name of the event."""
    match error:
        case ValidationError():
            place, _value, reason = first_error(error)
            asked = _ASKED.get(error.title)
            name = place_name(seen, asked.format(field=place)) if asked else field_name(place)
            return _trouble(_refused(name, reason))
        case InvalidEdit(path=path, reason=reason) if path and reason:
            return {**_trouble(_refused(place_name(seen, path), reason)), "reason": reason}
        case InvalidEdit(path=path) if path:
            return _trouble(_("This record was deleted. Undo, or choose another."))
        case StoreUnavailable():
            return {"kind": "later", "text": str(error)}
        case AccountkitError():
            return _trouble(str(error))
    log.error("%s failed", event, exc_info=error)
    return _trouble(
        _("The action failed, and nothing was changed. Try again; if it fails again, see the server log.")
    )


def overwrote(theirs: LogEntry, by: str) -> dict[str, str]:
    """That what `by` has written has taken the place of a colleague's entry, or of another page's of the same name."""
    if theirs.by == by:
        text = _("Saved. Another page changed the same entry; both versions are in the history.")
        return {"kind": "told", "text": text}
    text = _("Saved. {who} changed the same entry; both versions are in the history.")
    return {"kind": "told", "text": text.format(who=person_name(theirs.by))}


def was_overwritten(theirs: LogEntry, by: str, seen: Document) -> dict[str, str]:
    """That a colleague, or another page of the same name, has overwritten an entry of the person `by`."""
    name = place_name(seen, theirs.path)
    if theirs.by == by:
        text = _("Another page changed your entry “{name}”. Both versions are in the history.")
        return {"kind": "told", "text": text.format(name=name)}
    text = _("{who} changed your entry “{name}”. Both versions are in the history.")
    return {"kind": "told", "text": text.format(who=person_name(theirs.by), name=name)}


def _trouble(text: str) -> dict[str, str]:
    return {"kind": "error", "text": text}


def _refused(name: str, reason: str) -> str:
    return _("{place} was not saved: {reason}.").format(place=name or _("The entry"), reason=reason)

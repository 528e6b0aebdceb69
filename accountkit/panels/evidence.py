"""Evidence as the panels show and change it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from accountkit.errors import InvalidEdit
from accountkit.i18n import _, day
from accountkit.methods.marks import Mark
from accountkit.methods.method import Entry
from accountkit.methods.wording import upper_first
from accountkit.model import Document, Edit, evidence_path, new_id, value_at
from accountkit.model.reasons import first_error
from accountkit.model.record import as_json
from accountkit.panels.events import Cite, Event, Uncite


def claim(document: Document, ids: tuple[str, ...]) -> dict:
    """What stands behind a claim, for the evidence chip: its standing, best grade, staleness, and the entries."""
    known = {key: document.evidence[key] for key in ids if key in document.evidence}
    return {
        "standing": document.standing(ids),
        "grade": min((entry.grade for entry in known.values()), default="D"),
        "stale": document.stale(ids),
        "missing": len(ids) - len(known),
        "entries": [
            {
                "id": key,
                "day": day(entry.date),
                "stale": entry.is_stale(document.as_of, document.stale_after_days),
            }
            | {
                "source": "",
                "url": "",
                "date": None,
                "who": "",
                "grade": "D",
                "status": "assumed",
                "note": "",
                "confirmed_by": "",
            }
            | as_json(entry)
            for key, entry in known.items()
        ],
    }


def entered(document: Document, entry: Entry, mark: Mark, path: str) -> dict[str, Any]:
    """An entry as it is edited: its name and anchors, what was entered, and what it rests on."""
    return {
        "key": entry.key,
        "path": path,
        "name": upper_first(_(entry.name)),
        "low": _(entry.low) if entry.low else "",
        "high": _(entry.high) if entry.high else "",
        "middle": _(entry.middle) if entry.middle else "",
        "value": as_json(mark.shown),
        "note": mark.note,
        "hollow": mark.status != "confirmed",
        "claim": claim(document, mark.evidence),
    }


def comments(document: Document) -> dict[str, list[dict[str, str]]]:
    """What readers remarked and nobody has settled yet, by the path of the claim."""
    found: dict[str, list[dict[str, str]]] = {}
    for key, comment in getattr(document, "comments", {}).items():
        if not comment.closed:
            found.setdefault(comment.target, []).append(
                {"id": key, "text": comment.text, "by": comment.by, "at": comment.at}
            )
    return found


def cite_of(said: Mapping[str, Any]) -> Cite:
    """The event of what a call says. Raises `InvalidEdit` with the field that cannot be."""
    try:
        return Cite.model_validate(said)
    except ValidationError as error:
        name, value, reason = first_error(error)
        raise InvalidEdit(
            _("{path} cannot be {value}: {reason}.").format(path=name, value=repr(value)[:120], reason=reason)
        ) from error


def cited(document: Document, event: Cite) -> list[Edit]:
    """The edits that put the entry into the ledger and bind it to the claim."""
    if event.grade == "D" and event.status == "confirmed":
        raise InvalidEdit(
            _(
                "An assumption (grade D) cannot be confirmed. Choose what confirms it: A document, B customer's "
                "words, or C our observation."
            )
        )
    if event.status == "confirmed" and event.grade != "A" and not event.confirmed_by.strip():
        raise InvalidEdit(_("Enter the role that confirmed it, for example “finance director”."))
    if event.id is not None and event.id not in document.evidence:
        raise InvalidEdit(_("This evidence was deleted. Undo, or add it again."))
    key = event.id or new_id("e")
    entry = event.model_dump(
        mode="json", exclude={*Event.model_fields, "target", "id"}, exclude_defaults=True
    )
    bound = _bound(document, event.target)
    edits = [Edit(f"evidence/{key}", entry)]
    if key not in bound:
        edits.append(Edit(evidence_path(document, event.target), [*bound, key]))
    return edits


def uncited(document: Document, event: Uncite) -> list[Edit]:
    """The edits that take the entry away from the claim."""
    return [
        Edit(
            evidence_path(document, event.target),
            [key for key in _bound(document, event.target) if key != event.id],
        )
    ]


def _bound(document: Document, target: str) -> list[str]:
    path = evidence_path(document, target)
    try:
        return value_at(document, path)
    except InvalidEdit:
        if path.startswith(("answers/", "private_answers/", "motives/", "objective")) or "/field_" in path:
            return []  # a rating that is not there yet, or the first evidence of a field
        raise InvalidEdit(
            _("“{target}” leads to no claim. Write the path of one, like findings/f7k2.").format(
                target=target[:200]
            ),
            target[:200],
        ) from None

"""Evidence as the panels show and change it."""

from __future__ import annotations

from typing import Any

from accountkit.errors import InvalidEdit
from accountkit.i18n import _, day
from accountkit.methods.marks import Mark
from accountkit.methods.method import Entry
from accountkit.methods.wording import upper_first
from accountkit.model import Account, Edit, evidence_path, new_id, value_at
from accountkit.model.record import as_json
from accountkit.panels.events import Cite, Event, Uncite


def claim(account: Account, ids: tuple[str, ...]) -> dict:
    """What stands behind a claim, for the evidence chip: its standing, best grade, staleness, and the entries."""
    known = {key: account.evidence[key] for key in ids if key in account.evidence}
    return {
        "standing": account.standing(ids),
        "grade": min((entry.grade for entry in known.values()), default="D"),
        "stale": account.stale(ids),
        "missing": len(ids) - len(known),
        "entries": [
            {
                "id": key,
                "day": day(entry.date),
                "stale": entry.is_stale(account.as_of, account.stale_after_days),
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


def entered(account: Account, entry: Entry, mark: Mark, path: str) -> dict[str, Any]:
    """An entry as it is edited: its name and anchors, what was entered, and what it rests on."""
    return {
        "key": entry.key,
        "path": path,
        "name": upper_first(_(entry.name)),
        "low": _(entry.low) if entry.low else "",
        "high": _(entry.high) if entry.high else "",
        "value": as_json(mark.shown),
        "note": mark.note,
        "hollow": mark.status != "confirmed",
        "claim": claim(account, mark.evidence),
    }


def comments(account: Account) -> dict[str, list[dict[str, str]]]:
    """What readers remarked and nobody has settled yet, by the path of the claim."""
    found: dict[str, list[dict[str, str]]] = {}
    for key, comment in account.comments.items():
        if not comment.closed:
            found.setdefault(comment.target, []).append(
                {"id": key, "text": comment.text, "by": comment.by, "at": comment.at}
            )
    return found


def cited(account: Account, event: Cite) -> list[Edit]:
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
    if event.id is not None and event.id not in account.evidence:
        raise InvalidEdit(_("This evidence was deleted. Undo, or add it again."))
    key = event.id or new_id("e")
    entry = event.model_dump(
        mode="json", exclude={*Event.model_fields, "target", "id"}, exclude_defaults=True
    )
    bound = _bound(account, event.target)
    edits = [Edit(f"evidence/{key}", entry)]
    if key not in bound:
        edits.append(Edit(evidence_path(account, event.target), [*bound, key]))
    return edits


def uncited(account: Account, event: Uncite) -> list[Edit]:
    """The edits that take the entry away from the claim."""
    return [
        Edit(
            evidence_path(account, event.target),
            [key for key in _bound(account, event.target) if key != event.id],
        )
    ]


def _bound(account: Account, target: str) -> list[str]:
    path = evidence_path(account, target)
    try:
        return value_at(account, path)
    except InvalidEdit:
        if path.startswith(("answers/", "private_answers/", "motives/", "objective")) or "/field_" in path:
            return []  # a rating that is not there yet, or the first evidence of a field
        raise

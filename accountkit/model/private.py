"""What describes real people and stays with its author (methods.md, A3: private by default)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from accountkit.model.account import Account
from accountkit.model.document import D
from accountkit.model.kept_private import is_private
from accountkit.model.people import Stakeholder
from accountkit.model.record import Record, as_json

PRIVATE_STAKEHOLDER_FIELDS = (
    "real_name",
    "attitude",
    "power_class",
    "influence",
    "supporter_roles",
    "personal_needs",
    "first_concern",
    "feeling",
    "intention",
    "view",
    "private_note",
)


def shareable(document: D) -> D:
    """The document without its private parts; evidence that only they used stays, for it says nothing by itself."""
    answers = {key: answer for key, answer in document.answers.items() if not is_private(key)}
    update: dict[str, Any] = {"private_answers": {}, "answers": answers}
    if isinstance(document, Account):
        blank = {name: Stakeholder.model_fields[name].default for name in PRIVATE_STAKEHOLDER_FIELDS}
        update |= {
            "pairs": {},
            "crm": {},
            "stakeholders": _without(document.stakeholders, blank),
            "motives": _without(document.motives, {"personal_fit": None}),
            "doubts": _without(document.doubts, {"hidden_worry": ""}),
        }
    public = document.model_copy(update=update)
    return public if public == document or not document.wording else _without_wording(document, public)


def _without_wording(document: D, public: D) -> D:
    """What is public, without the translations of texts that only the private parts hold."""
    hidden = set(_texts(as_json(document))) - set(_texts(as_json(public)))
    wording = {
        lang: {text: other for text, other in known.items() if text not in hidden}
        for lang, known in document.wording.items()
    }
    return public.model_copy(update={"wording": wording})


def _texts(value: Any) -> Iterator[str]:
    """The texts of a document of plain values; what names something (a key) is none."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, item in value.items():
            if name != "wording":
                yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def _without(records: Mapping[str, Record], blank: dict[str, object]) -> dict[str, Record]:
    return {key: record.model_copy(update=blank) for key, record in records.items()}

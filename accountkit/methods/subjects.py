"""What a method is about: an account, our own side, or one record of a kind of either (methods, A6)."""

from __future__ import annotations

from typing import Any, Literal

from accountkit.i18n import N_, _, language
from accountkit.methods.wording import named
from accountkit.model import Account, Document, Practice

Subject = Literal[
    "account",
    "stakeholder",
    "pair",
    "motive",
    "need",
    "opportunity",
    "visit",
    "offer",
    "segment",
    "partner",
    "team",
    "seller",
    "portfolio",
]

COLLECTION: dict[str, str] = {
    "stakeholder": "stakeholders",
    "pair": "pairs",
    "motive": "motives",
    "need": "needs",
    "opportunity": "opportunities",
    "visit": "visits",
    "segment": "segments",
    "offer": "offers",
    "partner": "partners",
    "team": "teams",
    "seller": "sellers",
}
"""Where the records of a subject lie: in the account, or in the practice."""

OURS = frozenset({"portfolio", "segment", "offer", "partner", "team", "seller"})
"""The subjects of our own side: the practice as a whole, and its records. Their answers lie in the practice."""

NAMED_BY: dict[str, str] = {
    "stakeholder": "role_title",
    "need": "statement",
    "opportunity": "name",
    "visit": "purpose",
    **dict.fromkeys(("segment", "offer", "partner", "team", "seller"), "name"),
}
"""The field that a record is called by, where it has one: a tie or a motive is called by whom it is between, or whose it is."""

KINDS: dict[str, str] = {
    "account": N_("account"),
    "stakeholder": N_("person"),
    "pair": N_("tie between two people"),
    "motive": N_("motive"),
    "need": N_("need"),
    "opportunity": N_("deal"),
    "visit": N_("visit"),
    "offer": N_("offering"),
    "segment": N_("segment"),
    "partner": N_("partner"),
    "team": N_("team"),
    "seller": N_("seller"),
    "portfolio": N_("portfolio"),
}
UNTITLED: dict[str, str] = {
    "stakeholder": N_("unnamed stakeholder"),
    "pair": N_("untitled tie"),
    "motive": N_("untitled motive"),
    "need": N_("untitled need"),
    "opportunity": N_("untitled deal"),
    "visit": N_("untitled visit"),
    "segment": N_("unnamed segment"),
    "offer": N_("unnamed offering"),
    "partner": N_("unnamed partner"),
    "team": N_("unnamed team"),
    "seller": N_("unnamed seller"),
}
FIRST: dict[str, str] = {
    "stakeholder": N_("Add a person first: this method is about one."),
    "pair": N_("Add a tie between two people first: this method is about one."),
    "motive": N_("Assess a motive first: this method is about one."),
    "need": N_("Add a need first: this method is about one."),
    "opportunity": N_("Add a deal first: this method is about one."),
    "visit": N_("Add a visit first: this method is about one."),
    "segment": N_("Add a segment first: this method is about one."),
    "offer": N_("Add an offering first: this method is about one."),
    "partner": N_("Add a partner first: this method is about one."),
    "team": N_("Add a team first: this method is about one."),
    "seller": N_("Add a seller first: this method is about one."),
}
"""What to do where there is no record yet."""


def ids(document: Document, subject: str) -> tuple[str, ...]:
    """The records of a subject in the document's own order; none for the document itself, and none of the other side."""
    records = _records(document, subject)
    return tuple(sorted(records, key=lambda key: records[key].order))


def at(path: str) -> tuple[str, str]:
    """The kind and the id of the record at a path; both empty where no method could be about what lies there."""
    collection, _slash, rest = path.partition("/")
    kind = next((subject for subject, name in COLLECTION.items() if name == collection), "")
    return (kind, rest.split("/")[0]) if kind else ("", "")


def record(document: Document, subject: str, key: str) -> Any:
    """One record of a subject; None where it is gone."""
    return _records(document, subject).get(key)


def _records(document: Document, subject: str) -> dict[str, Any]:
    return getattr(document, COLLECTION.get(subject, ""), {})


def people(document: Document) -> str:
    """Whom an entry of kind ``person`` names: a stakeholder in an account, a seller on our own side."""
    return "seller" if isinstance(document, Practice) else "stakeholder"


def customer_name(account: Account) -> str:
    """What the customer is called in the reader's language."""
    profile = account.profile
    return (profile.name_zh if language() == "zh_CN" else "") or profile.name or account.slug


def name(document: Document, subject: str, key: str) -> str:
    """What a record is called, as a person wrote it."""
    found = record(document, subject, key)
    if subject == "pair" and found is not None:
        ends = (name(document, "stakeholder", end) for end in (found.from_id, found.to_id))
        return " – ".join(ends)
    if subject == "motive" and found is not None:
        about = name(document, "need", found.need_id) if found.need_id else ""
        return " · ".join(
            part for part in (name(document, "stakeholder", found.stakeholder_id), about) if part
        )
    fields = (NAMED_BY.get(subject, ""), "role_title", "name", "what", "statement", "purpose", "place")
    words = next((getattr(found, field) for field in fields if getattr(found, field, "")), "")
    return named(words, _(UNTITLED.get(subject, N_("untitled record"))))

"""What a method is about: the account, or one record of a kind (methods, A6)."""

from __future__ import annotations

from typing import Any, Literal

from accountkit.i18n import N_, _, language
from accountkit.methods.wording import named
from accountkit.model import Account

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
}
"""Where the records of a subject lie in the account; the seller's side has its own document."""

NAMED_BY: dict[str, str] = {
    "stakeholder": "role_title",
    "need": "statement",
    "opportunity": "name",
    "visit": "purpose",
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
}
FIRST: dict[str, str] = {
    "stakeholder": N_("Add a person first: this method is about one."),
    "pair": N_("Add a tie between two people first: this method is about one."),
    "motive": N_("Assess a motive first: this method is about one."),
    "need": N_("Add a need first: this method is about one."),
    "opportunity": N_("Add a deal first: this method is about one."),
    "visit": N_("Add a visit first: this method is about one."),
}
"""What to do where there is no record yet."""


def ids(account: Account, subject: str) -> tuple[str, ...]:
    """The records of a subject in the account's own order; none for the account itself."""
    records: dict[str, Any] = getattr(account, COLLECTION[subject]) if subject in COLLECTION else {}
    return tuple(sorted(records, key=lambda key: records[key].order))


def at(path: str) -> tuple[str, str]:
    """The kind and the id of the record at a path; both empty where no method could be about what lies there."""
    collection, _slash, rest = path.partition("/")
    kind = next((subject for subject, name in COLLECTION.items() if name == collection), "")
    return (kind, rest.split("/")[0]) if kind else ("", "")


def record(account: Account, subject: str, key: str) -> Any:
    """One record of a subject; None where it is gone."""
    return getattr(account, COLLECTION[subject]).get(key) if subject in COLLECTION else None


def customer_name(account: Account) -> str:
    """What the customer is called in the reader's language."""
    profile = account.profile
    return (profile.name_zh if language() == "zh_CN" else "") or profile.name or account.slug


def name(account: Account, subject: str, key: str) -> str:
    """What a record is called, as a person wrote it."""
    found = record(account, subject, key)
    if subject == "pair" and found is not None:
        ends = (name(account, "stakeholder", end) for end in (found.from_id, found.to_id))
        return " – ".join(ends)
    if subject == "motive" and found is not None:
        about = name(account, "need", found.need_id) if found.need_id else ""
        return " · ".join(
            part for part in (name(account, "stakeholder", found.stakeholder_id), about) if part
        )
    fields = ("role_title", "name", "what", "statement", "purpose", "place")
    words = next((getattr(found, field) for field in fields if getattr(found, field, "")), "")
    return named(words, _(UNTITLED.get(subject, N_("untitled record"))))

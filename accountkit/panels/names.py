"""What a record and a field are called in a sentence or a list. A path is our own name for them; a reader never sees one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from accountkit.errors import InvalidEdit
from accountkit.i18n import N_, _, day, enumerated, labelled
from accountkit.methods import labels, subjects
from accountkit.methods.paths import ANSWERS
from accountkit.methods.registry import REGISTRY
from accountkit.methods.wording import named, upper_first
from accountkit.model import Account, Document, value_at

_ID = r"[^/]+"
KINDS: tuple[tuple[str, str], ...] = (
    (rf"problems/{_ID}/nodes/{_ID}", N_("Cause of the problem")),
    (rf"problems/{_ID}/worksheets/{_ID}/rows/{_ID}", N_("Row of a worksheet")),
    (rf"problems/{_ID}", N_("Problem")),
    (rf"findings/{_ID}", N_("Finding")),
    (rf"needs/{_ID}", N_("Business need")),
    (rf"levers/{_ID}", N_("Lever")),
    (rf"alternatives/{_ID}", N_("Alternative")),
    (r"business_case", N_("Business case")),
    (rf"motives/{_ID}", N_("Motive")),
    (rf"commitments/{_ID}", N_("Commitment")),
    (rf"stakeholders/{_ID}", N_("Stakeholder")),
    (rf"opportunities/{_ID}", N_("Deal")),
    (rf"visits/{_ID}", N_("Visit")),
    (rf"contacts/{_ID}", N_("Contact")),
    (rf"doubts/{_ID}", N_("Doubt")),
    (rf"pairs/{_ID}", N_("Tie between two people")),
    (rf"plan/{_ID}", N_("Action")),
    (rf"peers/{_ID}", N_("Peer")),
    (rf"statements/{_ID}", N_("Annual statement")),
    (rf"interim/{_ID}", N_("Interim statement")),
    (rf"segments/{_ID}", N_("Segment")),
    (rf"offers/{_ID}", N_("Offering")),
    (rf"partners/{_ID}", N_("Partner")),
    (rf"teams/{_ID}", N_("Team")),
    (rf"sellers/{_ID}", N_("Seller")),
    (rf"evidence/{_ID}", N_("Evidence")),
    (rf"comments/{_ID}", N_("Comment")),
    (rf"(?:private_)?answers/{_ID}/rows/{_ID}", N_("Row")),
    (rf"(?:private_)?answers/{_ID}", N_("Analysis")),
    ("objective", N_("Sales objective")),
    ("profile", N_("Account")),
    (rf"wording/{_ID}", N_("Wording in the other language")),
    (rf"declined/{_ID}", N_("Suggestion")),
    ("review_date", N_("Review date")),
    ("stale_after_days", N_("Evidence expires after (days)")),
)
"""The record that a path leads to: the first pattern that its beginning matches."""
FIELDS: dict[str, str] = {
    **labels.PROFILE,
    **{key: name for key, name in labels.FIELDS.items() if key != "value"},
    "change": N_("How much changes"),
    "one_off": N_("One-off cost"),
    "running_cost": N_("Running cost a year"),
    "benefit": N_("Annual benefit"),
    "switching_cost": N_("Switching cost"),
    "horizon_years": N_("Years that are counted"),
    "rate_source": N_("Source of the rate"),
    "low": N_("Low case"),
    "base": N_("Base case"),
    "high": N_("High case"),
    "share": N_("Share of the business"),
    "ramp_years": N_("Years to full effect"),
    "years_of_use": N_("Years of use"),
    "use_of_cash": N_("Use of the freed cash"),
    "problem_id": N_("Problem"),
    "need_id": N_("Business need"),
    "stakeholder_id": N_("Stakeholder"),
    "finding_ids": N_("Findings"),
    "admits": N_("Acknowledged problems"),
    "case": N_("Reference case"),
    "released": N_("Shown to the customer"),
    "text": N_("Text"),
    "addressable": N_("Can we act on it?"),
    "smart": N_("SMART"),
    "indicators": N_("Need indicator"),
    "rank": N_("Rank for the customer"),
    "since": N_("Date"),
    "sponsor": N_("Sponsor"),
    "departments": N_("Departments affected"),
    "occasion_id": N_("Answers the finding"),
    "whose": N_("Whose"),
    "priority": N_("Our priority"),
    "source_item": N_("Dimension"),
    "affected_party": N_("Affected party"),
    "effect": N_("Effect"),
    "impact": N_("Impact"),
    "likelihood": N_("Likelihood"),
    "horizon": N_("Horizon"),
    "felt": N_("Customer's awareness"),
    "factor": N_("Factor"),
    "driver": N_("Driver"),
    "closed": N_("Closed"),
    "conclusion": N_("Conclusion"),
    "adopter": N_("Adopter class"),
    "who": N_("Who"),
    "what": N_("What"),
    "how_much": N_("How much"),
    "when": N_("When"),
    "guided_by": N_("Guided by"),
    "url": N_("Web address"),
    "grade": N_("Kind of evidence"),
    "confirmed_by": N_("Confirmed by"),
    "figures": N_("Figures"),
    "ratings": N_("Rating"),
    "rows": N_("Rows"),
    "order": N_("Order"),
    "purpose": N_("Purpose"),
    "prepare": N_("Preparation"),
    "connect": N_("Personal opening"),
    "verify": N_("Questions that verify"),
    "exchange": N_("Business and offering"),
    "agree": N_("Agreement"),
    "close": N_("Personal close"),
    "result": N_("Notes of the visit"),
    "asks": N_("Request"),
    "stakeholder_ids": N_("People"),
    "problem_ids": N_("Problems"),
    "signal": N_("What was said"),
    "parent_id": N_("Part of"),
    "segment_id": N_("Segment"),
    "segment_ids": N_("Segments"),
    "seller_id": N_("Looked after by"),
    "team_id": N_("Team"),
    "leader_id": N_("Leader"),
    "coach_id": N_("Coach"),
    "user": N_("Signs in as"),
    "in_post_since": N_("In this post since"),
    "agreement": N_("Kind of agreement"),
    "agreed_until": N_("Agreed until"),
    "reference_cases": N_("Reference cases"),
}
READER = "reader "
"""What stands before the beginning of a link's id where a comment came through it (`person_name`)."""
_TEXTS = ("statement", "role_title", "action", "what", "text", "name", "purpose", "note", "signal", "source")


def kind_and_title(document: Document, path: str) -> tuple[str, str]:
    """What kind of record is at or above `path`, and its title; empty where it has none."""
    place, kind = _record(path)
    return kind, _title(document, place)


def record_name(document: Document, path: str) -> str:
    """The record at or above `path`: what kind it is, and its title where it has one."""
    kind, title = kind_and_title(document, path)
    return _("{kind} “{title}”").format(kind=kind, title=title) if title else kind


def field_name(path: str) -> str:
    """The field of the record that `path` leads to; empty where it leads to the record itself or to an unnamed part."""
    place, _kind = _record(path)
    if entry := _entry_name(path):
        return entry
    if asked := re.search(r"/asks/(high|mid|low)(?=/|$)", path):
        return _("{level} request").format(level=upper_first(labels.label("level", asked[1])))
    called = labels.PROFILE if place == "profile" else FIELDS
    steps = [step for step in path[len(place) :].split("/") if step in called]
    return enumerated(_(called[step]) for step in steps[:2]) or _column_name(path)


def place_name(document: Document, path: str) -> str:
    """Record and field together, for a list of changes."""
    field = field_name(path)
    record = record_name(document, path)
    return _("{record}: {field}").format(record=record, field=field) if field else record


def person_name(by: str) -> str:
    """Who made a change, as a list of changes says it: a reader of a link has no name but the link's."""
    if re.fullmatch(READER + "[A-Za-z0-9_-]{6}", by):
        return _("reader {link}").format(link=by.removeprefix(READER))
    return by or _("another user")


def by_the_way(path: str) -> bool:
    """Whether an edit only came with another one: a wording in the other language, a place in the order, a row of a CRM."""
    return path.startswith(("wording/", "crm/")) or path.endswith("/order")


def place_in(document: Mapping[str, Any], path: str) -> str:
    """The same of a document that is no account, because the value at `path` is wrong."""
    place, kind = _record(path)
    record: Any = document
    for step in place.split("/") if place else []:
        record = record.get(step) if isinstance(record, Mapping) else None
    title = _text_of(record) if isinstance(record, Mapping) and place else ""
    name = _("{kind} “{title}”").format(kind=kind, title=title) if title else kind
    field = field_name(path) or path.rpartition("/")[2]
    return _("{record}: {field}").format(record=name, field=field)


def _entry_name(path: str) -> str:
    """What a method calls the entry or the column at a path of its answers; empty for any other path."""
    collection, _slash, rest = path.partition("/")
    method = REGISTRY.get(rest.split("/")[0].split(".")[0]) if collection in ANSWERS else None
    steps = rest.split("/")[1:]
    if method is None or len(steps) < 2:
        return ""
    named = (*method.entries(), *method.settings, *getattr(method, "columns", ()))
    key = steps[3] if steps[0] == "rows" and len(steps) > 3 else steps[1]
    return next((_(one.name) for one in named if one.key == key), "")


def _column_name(path: str) -> str:
    """What a method calls a field of a record: as a column of its register, or as an entry of its own; empty for any
    other path."""
    collection, _slash, rest = path.partition("/")
    shown: list[Any] = []
    for method in REGISTRY.values():
        if getattr(method, "records", "") == collection:
            shown += getattr(method, "columns", ())
        if subjects.COLLECTION.get(method.subject) == collection:
            shown += (entry for entry in method.entries() if entry.on_record)
    return next((_(one.name) for one in shown if one.key == rest.partition("/")[2]), "")


def _record(path: str) -> tuple[str, str]:
    if found := re.match(rf"answers/({_ID})/records/{_ID}(?=/|$)", path):
        called = getattr(REGISTRY.get(found[1]), "record", "")
        if called:
            return found[0], _(called)
    for pattern, kind in KINDS:
        if found := re.match(pattern + r"(?=/|$)", path):
            return found[0], _(kind)
    return "", _("Account")


def _title(document: Document, place: str) -> str:
    if place.partition("/")[0] in ANSWERS and place.count("/") == 1:
        key, _dot, about = place.split("/")[1].partition(".")
        method = REGISTRY.get(key)
        if method is None:
            return ""
        return (
            labelled(_(method.name), subjects.name(document, method.subject, about))
            if about
            else _(method.name)
        )
    try:
        record: Any = value_at(document, place) if place else None
    except InvalidEdit:
        return ""  # it was deleted
    if isinstance(document, Account) and place.startswith("statements/"):
        return day(document.statements[place.split("/")[1]].period_end)
    if place.startswith("motives/"):
        person = getattr(document, "stakeholders", {}).get(record["stakeholder_id"] or "")
        return named(person.role_title, "") if person else ""
    if place.startswith("pairs/"):
        return subjects.name(document, "pair", place.split("/")[1])
    if not isinstance(record, Mapping):
        return ""
    if "/rows/" in place:
        cells = record.get("cells", record)
        texts = [cell for cell in cells.values() if isinstance(cell, str)]
        return next((named(text, "", 80) for text in texts if text), "")
    return _text_of(record)


def _text_of(record: Mapping[str, Any]) -> str:
    texts = [record[key] for key in _TEXTS if isinstance(record.get(key), str)]
    return next((named(text, "", 80) for text in texts if text), "")

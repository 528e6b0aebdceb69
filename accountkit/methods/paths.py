"""What a definition lets be written, removed and cited: one rule for all shapes, and nothing else of the document.

Of an answer (``answers/KEY``, ``private_answers/KEY.ID`` where the method is about a record):

    ratings/ITEM/value, ratings/ITEM/note    a rating, 1 to 5
    ratings/GROUP/expected                   what a group of them is expected to be
    values/ITEM/value                        any other entry
    rows/ROW/cells/COLUMN                    a cell of a register that keeps rows of its own

Of a register over records of the chain: the fields that its columns show. Of a record that a method is about: the field
that names it, so that a new one can be called something, and those that are entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from accountkit.errors import InvalidEdit
from accountkit.i18n import N_, _
from accountkit.methods import subjects
from accountkit.methods.method import Entry, Method
from accountkit.methods.registry import REGISTRY
from accountkit.model import Document
from accountkit.model.document import D
from accountkit.model.exchange import wrong
from accountkit.model.reasons import NOT_HERE, out_of_reach
from accountkit.model.record import as_day, as_json, as_rating

ID = r"[A-Za-z0-9][A-Za-z0-9_.\-]{0,79}"
"""Any record's id."""
NUMBERS = frozenset({"number", "money", "percent"})
TEXTS = {"line": 500, "text": 20_000}
"""Kinds of text, with the most characters that they hold."""
ANSWERS = ("answers", "private_answers")
NO_RATING = N_("a rating is a whole number from 1 to 5")


@dataclass(frozen=True)
class Place:
    """What may be written at a pattern of paths, and what it takes: the `kind` of an entry or of a column.

    A ``note`` is a text. `typed` is False where the document's own model judges the value: a field of the chain. `of_whole`
    is a share between nothing and all.
    """

    pattern: str
    kind: str
    choices: tuple[str, ...] = ()
    typed: bool = True
    of_whole: bool = False


@dataclass(frozen=True)
class Paths:
    """The patterns of the paths that may be written, removed and cited; each holds for the whole path."""

    places: tuple[Place, ...]
    removable: tuple[str, ...]
    citable: tuple[str, ...]

    @property
    def writable(self) -> tuple[str, ...]:
        return tuple(place.pattern for place in self.places)

    def place(self, path: str) -> Place | None:
        """What may be written at a path; None where nothing may."""
        return next((place for place in self.places if re.fullmatch(place.pattern, path)), None)


def paths(method: Method) -> Paths:
    """All that a definition lets be changed."""
    places, rows = tuple(_places(method)), _rows(method)
    rows_citable = (rows,) if rows else ()
    return Paths(places, rows_citable, (*(claim for claim, _entry in claims(method)), *rows_citable))


def answer(method: Method) -> str:
    """The pattern of the answers of a method: one, or one for each record that it is about."""
    if method.in_record:
        return f"{subjects.COLLECTION[method.subject]}/{ID}"
    about_one = method.subject in subjects.COLLECTION
    return f"{method.collection}/{re.escape(method.key)}" + (rf"\.{ID}" if about_one else "")


def subject_of(method: Method, path: str) -> str | None:
    """The id of the record whose answer `path` lies in; None where it lies in none."""
    if method.subject not in subjects.COLLECTION:
        return None
    if method.in_record:
        return subjects.at(path)[1] or None
    head = f"{method.collection}/{method.key}."
    return path.removeprefix(head).split("/")[0] if path.startswith(head) else None


def claims(method: Method) -> Iterator[tuple[str, Entry]]:
    """The pattern of each entry's claim, those that hold for all records too."""
    for entry in method.entries():
        place = answer(method) if not entry.on_record else f"{subjects.COLLECTION[method.subject]}/{ID}"
        yield f"{place}/{re.escape(entry.key if entry.on_record else entry.place)}", entry
    for entry in method.settings:
        yield f"{method.collection}/{re.escape(method.key)}/{re.escape(entry.place)}", entry


def _places(method: Method) -> Iterator[Place]:
    for claim, entry in claims(method):
        choices = tuple(key for key, _name in entry.choices)
        yield Place(
            claim if entry.on_record else f"{claim}/value",
            entry.kind,
            choices,
            not entry.on_record,
            entry.of_whole,
        )
        if entry.kind == "rating" and not entry.on_record:
            yield Place(f"{claim}/note", "text")
    for group in getattr(method, "groups", ()) if getattr(method, "has_outlook", False) else ():
        yield Place(f"{answer(method)}/ratings/{re.escape(group.key)}/expected", "rating")
    rows, records = _rows(method), getattr(method, "records", "")
    for column in getattr(method, "columns", ()):
        if column.of is None and rows:
            cells = "" if records else "/cells"
            choices = tuple(key for key, _name in column.choices)
            pattern = f"{rows}{cells}/{re.escape(column.key)}"
            yield Place(pattern, column.kind, choices, not records, column.of_whole)
    if field := subjects.NAMED_BY.get(method.subject):
        yield Place(f"{subjects.COLLECTION[method.subject]}/{ID}/{field}", "line", typed=False)


def _rows(method: Method) -> str:
    """The pattern of the rows of a register; empty for the other shapes."""
    if not getattr(method, "columns", ()) or (
        getattr(method, "derive", None) and not getattr(method, "entered", "")
    ):
        return ""
    records = getattr(method, "records", "")
    return f"{records}/{ID}" if records else f"{answer(method)}/rows/{ID}"


def checked(document: Document, method: Method, path: str, value: Any) -> Any:
    """A value as it is stored at a path of the method. Raises `InvalidEdit` with the reason where its kind does not take it.

    None takes an entry back. The answer's record and the row must exist: an edit of one that was deleted meanwhile does not
    bring half of it back.
    """
    place = paths(method).place(path)
    if place is None:
        raise InvalidEdit(_("{path} cannot be edited.").format(path=path), path, _(NOT_HERE))
    _demand_records(document, method, path)
    _demand_kind(document, place, path, value)
    return value


def demand_kinds(document: Document, path: str, value: Any) -> None:
    """Raises `InvalidEdit` if `value`, or a part of it, lies in an answer whose entry or column does not take it."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            demand_kinds(document, f"{path}/{key}", part)
        return
    path = document.present_path(path)
    collection, _slash, rest = path.partition("/")
    method = REGISTRY.get(re.split(r"[./]", rest)[0]) if collection in ANSWERS else None
    if method and (place := paths(method).place(path)):
        _demand_kind(document, place, path, value)


def demand_ratings(document: D) -> D:
    """A document out of a file. Raises `InvalidAccount` if a cell of a row holds a rating that is none."""
    for collection in ANSWERS:
        for key, answer in getattr(document, collection).items():
            columns = getattr(REGISTRY.get(key.split(".")[0]), "columns", ())
            rated = [one.key for one in columns if one.kind == "rating" and one.of is None]
            for row, column in product(answer.rows, rated):
                value = answer.rows[row].cells.get(column)
                if value is not None and as_rating(value) is None:
                    raise wrong(
                        f"{collection}/{key}/rows/{row}/cells/{column}",
                        _(NO_RATING),
                        repr(value)[:120],
                        as_json(document),
                    )
    return document


def _demand_kind(document: Document, place: Place, path: str, value: Any) -> None:
    reason = _reason(document, place, value) if place.typed and value is not None else ""
    if reason:
        raise InvalidEdit(
            _("{path} cannot be {value}: {reason}.").format(
                path=path, value=repr(value)[:120], reason=reason
            ),
            path,
            reason,
        )


def _demand_records(document: Document, method: Method, path: str) -> None:
    about = subject_of(method, path)
    gone = about is not None and about not in subjects.ids(document, method.subject)
    row = re.search(r"/rows/([^/]+)/", path)
    if row and not gone and not getattr(method, "entered", ""):
        kept = getattr(document, method.collection).get(method.answer_key(about))
        gone = kept is None or row[1] not in kept.rows
    if gone:
        raise InvalidEdit(
            _("{path} was not changed, because the record was deleted. Reload the page.").format(path=path),
            path,
        )


def _reason(document: Document, place: Place, value: Any) -> str:
    """Why a kind does not take a value; empty where it does. A rating's own bounds are the model's."""
    kind, known = place.kind, subjects.ids(document, subjects.people(document))
    if kind == "choice" and value not in place.choices:
        return _("it is not one of the choices")
    if kind == "date":
        day = as_day(value)
        return _("it is not a date: write it as 2026-03-31") if day is None else out_of_reach(day)
    if kind in NUMBERS and (isinstance(value, bool) or not isinstance(value, int | float)):
        return _("it is not a number")
    if place.of_whole and not 0 <= value <= 1:
        return _("it is a share of a whole, 0 to 100 %")
    if kind in TEXTS and not isinstance(value, str):
        return _("it is not a text")
    if kind in TEXTS and len(value) > TEXTS[kind]:
        return _("it has {n} characters; at most {most} are allowed").format(n=len(value), most=TEXTS[kind])
    if kind == "people" and not (isinstance(value, list) and all(one in known for one in value)):
        return _("it names a person who was deleted")
    if kind == "person" and value not in known:
        return _("this person was deleted")
    if kind in subjects.COLLECTION and value not in subjects.ids(document, kind):
        return _("this record was deleted")
    if kind == "flag" and not isinstance(value, bool):
        return _("it is neither yes nor no")
    if kind == "rating" and as_rating(value) is None:
        return _(NO_RATING)
    return ""

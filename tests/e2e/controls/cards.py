"""The controls of a method's card, for any definition: each entry, column and setting writes where the definition says so.

Nothing here knows a method. `card(method)` is the table; `filled(method)` an account, or a practice of our own, in which all of it is there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from playwright.sync_api import Locator

from accountkit.methods import Analyses, Method
from accountkit.methods.method import Entry
from accountkit.methods.paths import paths
from accountkit.methods.subjects import COLLECTION, NAMED_BY, ids
from accountkit.model import Account, Practice
from accountkit.panels.method_records import blank
from tests.e2e.controls.crawl import Control, Scene
from tests.e2e.controls.effects import adds, changes, edits, shows, unfolds, writes
from tests.e2e.controls.panels import (
    CLOSED,
    DECLINED,
    EVIDENCE,
    FIGURE,
    MORE_OFFERS,
    OFFERS,
    RULE,
    SCROLLED,
    UNDONE,
)
from tests.methods.generated import whole

FIELDS = {
    "rating": ".ak-dot",
    "date": "input[type=date]",
    "number": ".ak-number",
    "money": ".ak-number",
    "percent": ".ak-number",
    "people": "button.ak-chip",
    "choices": "button.ak-chip",
    **dict.fromkeys(("person", "finding", *COLLECTION), "select"),
    "flag": "input[type=checkbox]",
    "line": "textarea",
    "text": "textarea",
}
SHOWN = 3
"""Suggestions that a card shows before the button for the rest."""
NEW = ".ak-method-record > [data-add]"


def filled(method: Method) -> Any:
    """A whole answer for each record but the first, which has one entry of it: what is missing is asked for there."""
    account, collection = whole(method), COLLECTION.get(method.subject)
    if collection is None:
        return account
    records, answers = getattr(account, collection), getattr(account, method.collection)
    first = ids(account, method.subject)[0]
    key, second = method.answer_key(first), method.answer_key("s-second")
    entries = [entry.key for entry in method.entries() if entry.counts]
    begun = getattr(whole(method, only=entries[:1]), method.collection)[key]
    another = records[first].model_copy(update={"order": records[first].order + 0.5})
    return account.model_copy(
        update={
            collection: {**records, "s-second": another},
            method.collection: {**answers, key: begun, second: answers[key]},
        }
    )


def new(collection: str) -> Any:
    """A new record, where there can be one that says nothing yet."""
    return blank(Practice() if collection in Practice.model_fields else Account(slug="new"), collection)


def card(method: Method) -> list[Control]:
    """The table of a card, in the order of use."""
    return [*_found(method), *_entered(method), *_cited(method), *_rows(method), *_record(method)]


def _found(method: Method) -> Iterator[Control]:
    """What the card says: the figure with its table and rule, how the score comes about, and what it offers."""
    yield from (*FIGURE, *SCROLLED, *RULE)
    reading = _first(method)
    if any(method.parts(reading)):
        yield Control(".ak-method-part > details > summary", unfolds, reads=True)
    asked_for = any(entry.counts and reading.value(entry.key) is None for entry in method.entries())
    if method.withholds and reading.rated and reading.verdict is None and asked_for:
        yield Control("[data-rest]", shows("[data-found]"))
    offers = tuple(method.suggestions(reading))
    if len(offers) > SHOWN:
        yield replace(MORE_OFFERS[0], reads=True)
    if offers:
        yield from (*DECLINED, OFFERS[1])


def _first(method: Method) -> Any:
    """What the card finds for the filled account's first record."""
    analyses = Analyses(filled(method))
    return analyses.read(method.key, next(iter(analyses.ids(method.key))))


def _entered(method: Method) -> Iterator[Control]:
    about_one = method.subject in COLLECTION
    answer = f"{method.collection}/{re.escape(method.key)}" + (r"\.[^/]*" if about_one else "")
    record = f"{COLLECTION.get(method.subject)}/[^/]*"
    yield from _fields([one for one in method.entries() if not one.on_record], answer)
    for entry in method.entries():
        if entry.on_record:
            place = f"[data-path$='/{entry.key}'] > .ak-value {_field(entry)}"
            yield Control(place, writes(f"{record}/{re.escape(entry.key)}"))
    yield from _fields(getattr(method, "settings", ()), f"{method.collection}/{re.escape(method.key)}")


def _fields(entries: Sequence[Entry], answer: str) -> Iterator[Control]:
    for entry in entries:
        place, path = f"[data-path$='/{entry.place}']", f"{answer}/{re.escape(entry.place)}"
        yield Control(f"{place} > .ak-value {_field(entry)}", writes(f"{path}/value"))
        if entry.kind == "rating":
            # the rating may just have been taken back; a note is of one that is there
            yield Control(f"{place} > .ak-value .ak-dot:last-of-type", writes(f"{path}/value"))
            yield Control(f"{place} .ak-entry-note", shows(f"{place} .ak-entry-name textarea"))
            yield Control(f"{place} .ak-entry-name textarea", writes(f"{path}/note"))


def _field(entry: Any, *, dense: bool = False) -> str:
    if entry.kind == "choice":
        return "select" if dense or len(entry.choices) > 3 else ".ak-switch > button"
    return FIELDS[entry.kind]


def _cited(method: Method) -> Iterator[Control]:
    """Evidence is added, taken away, brought back and taken away again. What is worked out rests on what it is made of."""
    if not paths(method).citable:
        return
    yield from (*EVIDENCE, *UNDONE, EVIDENCE[0], EVIDENCE[-2], EVIDENCE[-1], *CLOSED)


def _rows(method: Method) -> Iterator[Control]:
    """A register: a row more, each cell of the first one, and a row less. Whose row it is comes last: it may leave the card."""
    columns, records = getattr(method, "columns", ()), getattr(method, "records", "")
    if not columns or (method.derive and not method.entered):
        return
    rows = records or f"{method.collection}/{re.escape(method.key)}.*/rows"
    if method.adds_rows and (not records or _begun(method) is not None):
        yield Control(".ak-shape > [data-add]", _more(method))
    cells = [(n, one) for n, one in enumerate(columns, 1) if not one.of]
    # both ends of a tie come before its kind: nobody reports to themselves on the way
    order = lambda cell: (cell[1].key == f"{method.subject}_id", cell[1].kind != "person")  # noqa: E731
    for n, one in sorted(cells, key=order):
        path = f"{rows}/[^/]*/{'' if records else 'cells/'}{re.escape(one.key)}"
        effect = _put_last(n, path) if one.key == "parent_id" else writes(path)
        yield Control(f".ak-register td:nth-child({n}) {_field(one, dense=True)}", effect)
        if (
            one.kind == "people"
        ):  # in a row those who are there can be taken out; others are chosen from a list
            yield Control(f".ak-register td:nth-child({n}) select", effect)
    if not method.adds_rows:
        return
    yield Control(".ak-register [data-drop]", edits)
    yield from UNDONE
    yield Control(".ak-register [data-drop]", edits)
    yield from CLOSED


def _begun(method: Method) -> Any:
    """A new row among the records of the filled account: a tie needs two people."""
    account: Any = filled(method)
    return blank(account, method.records, **method.begins(account))


def _put_last(n: int, path: str) -> Any:
    """The last row is put below another one: it was just added, so that nothing is below it."""

    def effect(scene: Scene, control: Locator) -> None:
        rows = control.locator("xpath=ancestor::tbody")
        writes(path)(scene, rows.locator(f"tr:last-child td:nth-child({n}) select"))

    return effect


def _more(method: Method) -> Any:
    records = getattr(method, "records", "")
    return adds(records) if records else writes(f"{method.collection}/{re.escape(method.key)}.*/rows/.*")


def _record(method: Method) -> Iterator[Control]:
    """Which record is looked at: its name, another one, a new one."""
    collection, field = COLLECTION.get(method.subject), NAMED_BY.get(method.subject)
    if collection is None:
        return
    if field:
        yield Control(".ak-method-record textarea", writes(f"{collection}/[^/]*/{field}"))
    yield Control(
        ".ak-method-record > select",
        changes(f".ak-method[aria-label={json.dumps(method.name)}] .ak-method-body"),
        reads=True,
    )
    if field and new(collection) is not None:
        yield Control(NEW, adds(collection))

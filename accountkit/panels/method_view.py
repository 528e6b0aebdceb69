"""What the card of a method shows: plain values, in the reader's language, from the definition and the reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from accountkit.figures.shapes import Drawing
from accountkit.i18n import _, currency_name, listed
from accountkit.methods import subjects
from accountkit.methods.cells import cell_text
from accountkit.methods.marks import Mark, grade
from accountkit.methods.method import SHAPES, WITHHELD, Entry, Method
from accountkit.methods.sentences import rate_the_rest
from accountkit.methods.shapes import Canvas, Register
from accountkit.methods.wording import upper_first
from accountkit.methods.workspaces import screen_name
from accountkit.panels.evidence import comments, entered
from accountkit.panels.method_grid import TONES, Grid, chips, choices, records_of
from accountkit.panels.method_records import blank
from accountkit.panels.method_sections import sections
from accountkit.panels.places import tab_for
from accountkit.panels.session import Session
from accountkit.panels.suggestions import suggested
from accountkit.panels.tables import explained, table

MOST_BOXES = 60
"""Entries or rows that are drawn as boxes; more are told in words alone."""


class MethodView:
    """The view of a card for the record that its panel looks at."""

    def __init__(
        self,
        method: Method,
        reading: Any,
        session: Session,
        subject_id: str | None,
        drawing: Drawing | None,
        *,
        hidden: bool,
        page: int = 0,
    ) -> None:
        self.method, self.reading, self.session, self.subject_id = method, reading, session, subject_id
        self.drawing, self.hidden, self.page = drawing, hidden, page
        self.document = session.seen

    def shown(self) -> dict[str, Any]:
        head = {
            "key": self.method.key,
            "name": _(self.method.name),
            "question": _(self.method.question),
            "shape": self.method.shape,
            "shape_name": _(SHAPES.get(self.method.shape, self.method.shape)),
            "private": self.method.private,
            "internal": any(one.internal for one in (*self.method.says, *self.method.says_of_all)),
            "currency": currency_name((self.reading or self.document).currency),
            "hidden": self.hidden,
        }
        if self.hidden:
            return head
        record = head["record"] = self._record()
        if self.reading is not None:
            return {**head, **self._found()}
        return {**head, "elsewhere": elsewhere(record["list"]) if record and not record["adds"] else None}

    def _found(self) -> dict[str, Any]:
        method, reading, people = self.method, self.reading, subjects.people(self.document)
        verdict = self.session.analyses.assess(method.key, self.subject_id)
        grid = (
            Grid(method, reading, self.session, self.subject_id, self.page)
            if isinstance(method, Register)
            else None
        )
        shown = grid.shown() if grid else None
        waits = shown is not None and not (shown["adds"] or shown["rows"])
        return {
            "path": method.answer_path(self.subject_id),
            "remarked": self._remarked(),
            "rule": _(method.rule),
            "sentence": method.sentence(reading),
            "begun": reading.begun,
            "verdict": self._verdict(),
            "flags": chips(method, reading.flags),
            "stale": self._stale(),
            "rest": self._rest(),
            "score": self._score(),
            "parts": explained(verdict.parts),
            "sections": list(self._sections()),
            "grid": shown,
            "elsewhere": elsewhere(next(iter(method.uses or ()), "")) if waits else None,
            "beside": grid.beside() if grid else None,
            "settings": [
                self._entry(entry, f"{method.collection}/{method.key}/{entry.place}")
                for entry in self.method.settings
            ],
            "people": [
                {"id": key, "name": subjects.name(self.document, people, key)}
                for key in subjects.ids(self.document, people)
            ],
            "suggestions": suggested(verdict.suggestions),
            "wide": self._is_wide(),
            "table": table(self.drawing.rows) if self.drawing and self.drawing.rows else None,
        }

    def _is_wide(self) -> bool:
        """Whether the picture keeps a width of its own, so that on a phone its frame scrolls."""
        layout = self.drawing.figure["layout"] if self.drawing else {}
        return bool(layout.get("meta", {}).get("least_width"))

    def _remarked(self) -> list[str]:
        """Where readers have commented on a sentence of the card: its answer, and the method as a whole."""
        own, known = self.method.answer_path(self.subject_id), comments(self.session.document)
        places = dict.fromkeys((own, f"{self.method.collection}/{self.method.key}"))
        return [path for path in places if path in known]

    # -- the record -----------------------------------------------------------------------------------------------

    def _record(self) -> dict[str, Any] | None:
        """The choice of the record, and what to do where there is none; None for a method about the account."""
        subject = self.method.subject
        collection = subjects.COLLECTION.get(subject, "")
        if not collection:
            return None
        field = subjects.NAMED_BY.get(subject, "")
        record = subjects.record(self.document, subject, self.subject_id) if self.subject_id else None
        return {
            "list": collection,
            "kind": upper_first(_(subjects.KINDS[subject])),
            "all": [
                {"id": key, "name": subjects.name(self.document, subject, key)}
                for key in subjects.ids(self.document, subject)
            ],
            "chosen": self.subject_id,
            "path": f"{collection}/{self.subject_id}",
            "field": field,
            "name": getattr(record, field) if record is not None and field else "",
            "first": _(subjects.FIRST[subject]),
            "adds": blank(self.session.document, collection) is not None,
        }

    # -- what was found -------------------------------------------------------------------------------------------

    def _verdict(self) -> dict[str, str]:
        reading = self.reading
        tone = TONES.get(reading.verdict or "", "")
        if reading.verdict is None and reading.rated and self.method.withholds:
            tone = "amber"
        elif not reading.begun and not reading.rated:
            tone = "outline"
        return {"text": self.method.verdict_text(reading), "tone": tone}

    def _stale(self) -> str:
        if not self.reading.stale:
            return ""
        names = {entry.key: _(entry.name) for entry in self.method.entries()}
        old = [names[key] for key, mark in self.reading.marks.items() if mark.stale and key in names]
        return _("Out of date: {list}. Confirm it, or replace the evidence.").format(
            list=listed(old) if old else _("rows marked as stale")
        )

    def _rest(self) -> dict[str, str] | None:
        """The first entry that is missing where too few are known for a verdict."""
        reading = self.reading
        if not (self.method.withholds and reading.rated and reading.verdict is None and reading.total):
            return None
        blank_one = next(
            (e for e in self.method.entries() if e.counts and reading.value(e.key) is None), None
        )
        if blank_one is None:
            return None
        text = rate_the_rest(reading.rated, reading.total)
        return {"text": text, "path": self.method.claim_path(blank_one, self.subject_id)}

    def _score(self) -> dict[str, Any]:
        method, reading = self.method, self.reading
        kept_back = method.withholds and reading.verdict is None
        boxes = list(self._boxes())
        return {
            "text": ""
            if isinstance(method, Register) and reading.score is None
            else WITHHELD
            if kept_back
            else method.score_text(reading, reading.score),
            "scale": "" if kept_back else method.scale,
            "confirmed": ""
            if kept_back or reading.confirmed is None
            else method.score_text(reading, reading.confirmed),
            "boxes": boxes if len(boxes) <= MOST_BOXES else [],
            "coverage": _("{rated} of {total}, confirmed {n}").format(
                rated=reading.rated, total=reading.total, n=boxes.count("confirmed")
            )
            if reading.total
            else "",
        }

    def _boxes(self) -> Iterator[str]:
        """One box for each entry or row that is to be assessed: confirmed, assumed, or blank."""
        rows: Iterable[Any] | None = getattr(self.reading, "rows", None)
        if rows is not None:
            yield from (row.status for row in rows)
            return
        for mark in self.reading.marks.values():
            if mark.counts:
                yield "blank" if mark.value is None else mark.status

    # -- what is entered ------------------------------------------------------------------------------------------

    def _sections(self) -> Iterator[dict[str, Any]]:
        for key, title, value, entries in sections(self.method, self.reading):
            if entries:
                shown = [self.entry(entry) for entry in entries]
                kind = "blocks" if isinstance(self.method, Canvas) else key.split(".")[0]
                yield {"key": key, "kind": kind, "title": title, "value": value, "entries": shown}

    def entry(self, entry: Entry) -> dict[str, Any]:
        """One entry of the record that is looked at, as it is edited."""
        return self._entry(entry, self.method.claim_path(entry, self.subject_id))

    def _entry(self, entry: Entry, path: str) -> dict[str, Any]:
        mark = self.reading.marks.get(entry.key) or Mark(entry.key, **self._setting(entry))
        derived = cell_text(self.document, mark.value, entry.kind, entry.choices) if mark.derived else ""
        return {
            **entered(self.session.document, entry, mark, path),
            "name": self._entry_name(entry),
            "kind": "record" if entry.kind in subjects.COLLECTION else entry.kind,
            "prompt": _(entry.prompt) if entry.prompt else "",
            "choices": records_of(self.document, entry.kind) or choices(entry.choices),
            "derived": derived,
            "refuted": mark.status == "refuted",
            "empty": entry.evidenced and mark.shown is not None and grade(self.document, mark) == "D",
            "write": path if entry.on_record else f"{path}/value",
            "notable": entry.kind == "rating" and not entry.on_record,
        }

    def _setting(self, entry: Entry) -> dict[str, Any]:
        """What was entered for all records of the method together."""
        answer = getattr(self.document, self.method.collection).get(self.method.key)
        found = (
            (answer.ratings if entry.kind == "rating" else answer.values).get(entry.key) if answer else None
        )
        return {"shown": found.value, "evidence": found.evidence} if found else {}

    def _entry_name(self, entry: Entry) -> str:
        """Its name; that of a series names the period."""
        key, _dot, period = entry.key.rpartition(".")
        line = next((one for one in getattr(self.method, "series", ()) if one.key == key), None)
        if line is None:
            return upper_first(_(entry.name))
        return _(line.label).format(n=period, period=period, year=period)


def elsewhere(collection: str) -> dict[str, str]:
    """Where the first record is entered that a card waits for and does not take itself."""
    tab = tab_for(collection)
    return {"tab": tab, "path": collection, "name": _(screen_name(tab))}

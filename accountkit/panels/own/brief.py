"""The brief panel: read the brief as it stands, choose edition, language and format, and take it along."""

from __future__ import annotations

import io
from typing import Any, Literal

from accountkit.brief.blocks import (
    Bullets,
    Edition,
    Heading,
    Mark,
    Paragraph,
    Questions,
    Section,
    Table,
    Tiles,
)
from accountkit.brief.compose import compose
from accountkit.brief.going_out import going_out
from accountkit.brief.wording import MARKS
from accountkit.brief.writing import FORMATS, MEDIA_TYPES, write
from accountkit.i18n import LANGUAGES, N_, _, paragraph, use_language
from accountkit.panels.events import Choose, Event
from accountkit.panels.panel import Panel
from accountkit.panels.session import Session
from accountkit.store.readings import around

PIECE = 1_000_000
"""Bytes a message: larger ones would close the websocket."""
FORMAT_NAMES = {
    "docx": N_("Word document"),
    "pptx": N_("PowerPoint slides"),
    "pdf": N_("PDF"),
    "html": N_("Web page"),
    "xlsx": N_("Excel workbook with live formulas"),
    "md": N_("Markdown text"),
}


TONES: dict[Mark, str] = {"confirmed": "green", "refuted": "red", "estimate": "blue"}
EDITIONS: tuple[Edition, ...] = ("internal", "customer")


class Make(Event):
    """Write the brief and send it."""

    format: Literal["docx", "pptx", "pdf", "html", "xlsx", "md"]


class BriefPanel(Panel):
    """What goes to the meeting. The customer's edition says beforehand what goes and what stays."""

    VUE = "brief.vue"
    EVENTS = {"choose": Choose, "make": Make}
    WRITABLE = (r"levers/[^/]+/released",)
    READING = frozenset({"choose", "make"})

    def __init__(self, session: Session) -> None:
        self.edition: Edition = "internal"
        self.lang = session.lang
        super().__init__(session)

    def shown(self) -> dict[str, Any]:
        account = self.session.account
        self.composed = compose(
            account, edition=self.edition, lang=self.lang, **around(self.session.store, self.lang)
        )
        checks = going_out(self.session.shown, self.composed) if self.edition == "customer" else None
        with use_language(self.lang):
            sections = [_section(section) for section in self.composed.sections]
        return {
            "chosen": {"edition": self.edition, "lang": self.lang},
            "title": self.composed.title,
            "subtitle": self.composed.subtitle,
            "sections": sections,
            "formats": [{"key": key, "name": _(FORMAT_NAMES[key])} for key in FORMATS],
            "languages": [{"key": key, "name": name} for key, name in LANGUAGES.items()],
            "editions": [
                {"key": "internal", "name": _("Internal edition")},
                {"key": "customer", "name": _("Customer edition")},
            ],
            "checklist": {
                "goes": [vars(parcel) for parcel in checks.goes],
                "stays": [vars(parcel) for parcel in checks.stays],
                "questions": list(checks.questions),
            }
            if checks
            else None,
            "levers": [
                {"id": key, "text": lever.statement, "released": lever.released}
                for key, lever in self.session.shown.levers.items()
            ],
        }

    def on_choose(self, event: Choose) -> None:
        edition = next((one for one in EDITIONS if one == event.value), None)
        lang = next((one for one in LANGUAGES if one == event.value), None)
        if event.name == "edition" and edition:
            self.edition = edition
            self.refresh()
        elif event.name == "lang" and lang:
            self.lang = lang
            self.refresh()

    def on_make(self, event: Make) -> str:
        buffer = io.BytesIO()
        written = write(self.composed, buffer, event.format, progress=self._say)
        name = f"{self.session.slug}-{self.edition}-{self.composed.as_of.isoformat()}.{event.format}"
        content = buffer.getvalue()
        for start in range(0, len(content), PIECE):
            last = start + PIECE >= len(content)
            self.send(
                {"method": "piece", "args": [name, MEDIA_TYPES[event.format], last]},
                [content[start : start + PIECE]],
            )
        return paragraph(*written.notes)

    def _say(self, step: str) -> None:
        self.send({"method": "making", "args": [step]})


def _section(section: Section) -> dict[str, Any]:
    """A section of the brief as text and tables; its figures are in the document."""
    lines: list[dict[str, Any]] = []
    for block in section.blocks:
        if isinstance(block, Heading):
            lines.append({"kind": "heading", "text": block.text})
        elif isinstance(block, Paragraph):
            lines.append(_line("text", block))
        elif isinstance(block, Bullets):
            lines += [_line("bullet", item) for item in block.items]
        elif isinstance(block, Table):
            rows = [[{"text": cell.text, "mark": _chip(cell.mark)} for cell in row] for row in block.rows]
            lines.append(
                {
                    "kind": "table",
                    "text": block.caption,
                    "columns": [column.title for column in block.columns],
                    "rows": rows,
                }
            )
        elif isinstance(block, Tiles):
            lines += [
                {
                    "kind": "text",
                    "label": tile.label,
                    "text": " · ".join(t for t in (tile.value, tile.note) if t),
                }
                for tile in block.tiles
            ]
        elif isinstance(block, Questions):
            lines += [{"kind": "bullet", "text": paragraph(q.text, q.whom)} for q in block.questions]
    return {"key": section.key, "title": section.title, "sentence": section.sentence, "lines": lines}


def _line(kind: str, item: Paragraph) -> dict[str, Any]:
    """A statement; what is confirmed carries no mark, as everywhere on the screen."""
    chip = None if item.mark == "confirmed" else _chip(item.mark)
    return {"kind": kind, "label": item.label, "text": item.text, "mark": chip}


def _chip(mark: Mark | None) -> dict[str, str] | None:
    """What a statement rests on, in this edition's word, and the colour of the chip."""
    return {"text": _(MARKS[mark][1]), "tone": TONES.get(mark, "amber")} if mark else None


PANEL = BriefPanel

"""Writing a brief: one composed document, seven formats, the same content in each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from accountkit.brief.blocks import Brief
from accountkit.brief.look import Look
from accountkit.brief.pictures import Pictures, pictures
from accountkit.errors import AccountkitError
from accountkit.i18n import _, enumerated, use_language
from accountkit.whole import put

Progress = Callable[[str], None]


class UnknownFormat(AccountkitError):
    """A brief was asked for in a format that is not written."""

    code = "unknown_format"


@dataclass(frozen=True)
class Written:
    """What came of writing: the format, its size in bytes, and notes for the person who asked (a missing browser)."""

    format: str
    size: int
    notes: tuple[str, ...] = ()


def _html(brief: Brief, look: Look, drawn: Pictures, interactive: bool) -> bytes:
    from accountkit.brief.page import html

    return html(brief, look, drawn, interactive=interactive)


def _docx(brief: Brief, look: Look, drawn: Pictures, interactive: bool) -> bytes:
    from accountkit.brief.document import docx

    return docx(brief, look, drawn)


def _pdf(brief: Brief, look: Look, drawn: Pictures, interactive: bool) -> bytes:
    from accountkit.brief.typeset import pdf

    return pdf(brief, look, drawn)


def _pptx(brief: Brief, look: Look, drawn: Pictures, interactive: bool) -> bytes:
    from accountkit.brief.deck import pptx

    return pptx(brief, look)


def _markdown(brief: Brief, look: Look, drawn: Pictures, interactive: bool) -> bytes:
    from accountkit.brief.markdown import markdown

    return markdown(brief)


def _xlsx(brief: Brief, look: Look, drawn: Pictures, interactive: bool) -> bytes:
    from accountkit.brief.spreadsheet import xlsx

    return xlsx(brief, look)


WRITERS = {"html": _html, "docx": _docx, "pptx": _pptx, "pdf": _pdf, "md": _markdown, "xlsx": _xlsx}
"""Format → writer; each imports its library when it is first used (python-docx alone takes 0.2 s)."""
FORMATS = tuple(WRITERS)
PICTURED = frozenset({"html", "docx", "pdf"})
"""Formats that show a picture of every figure; a deck draws charts of its own, Markdown and Excel have tables."""
MEDIA_TYPES = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
    "md": "text/markdown; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def check_pages(kind: str, pages: int | None) -> None:
    """Raises `UnknownFormat` for pages of a format without pages, or for another number of pages than 1 (or None, all)."""
    if kind == "xlsx" and pages:
        raise UnknownFormat(
            _("A workbook has no pages. Leave out pages, or choose html, docx, pptx, pdf or md.")
        )
    if pages not in (None, 1):
        raise UnknownFormat(_("A brief is written whole, or its first page alone (1 page)."))


def write(
    brief: Brief,
    target: str | Path | BinaryIO,
    format: str | None = None,
    *,
    look: Look | None = None,
    interactive: bool = True,
    draw: bool = True,
    with_private: bool = False,
    progress: Progress | None = None,
) -> Written:
    """Write `brief` to a path or a binary stream. The format is named, or follows from the path's ending.

    A path is replaced in one step, so a file that is being read is never half written. `interactive` is about HTML
    (charts that answer, at 1.9 MB); ``draw=False`` shows tables in place of pictures; `progress` is told what is being
    done, like the notes in the language of the person who asks. What the brief has of people in private stays out unless
    `with_private`. Raises `UnknownFormat`, `InvalidLook`, and `CannotWrite` or `OSError` where the path cannot be written.
    """
    kind = format_of(target, format)
    look = look or Look()
    look.check(kind)
    if not with_private:
        brief = replace(brief, sections=tuple(one for one in brief.sections if not one.private))
    said = progress or (lambda step: None)
    drawn, wanted = Pictures(), brief.figures() if draw and kind in PICTURED else ()
    if wanted:
        said(_("Drawing figures: {n}").format(n=len(wanted)))
        drawn = pictures(wanted, "svg" if kind in ("html", "pdf") else "png")
    said(_("Writing {format}").format(format=kind))
    with use_language(brief.language):
        content = WRITERS[kind](brief, look, drawn, interactive)
    if isinstance(target, str | Path):
        put(target, content)
    else:
        target.write(content)
    return Written(
        kind, len(content), tuple(note for note in (drawn.missing, _lettering(brief, kind)) if note)
    )


def _lettering(brief: Brief, kind: str) -> str:
    if kind != "pdf":
        return ""
    from accountkit.brief.typeset import missing_font

    return missing_font(brief.language)


def format_of(target: str | Path | BinaryIO, named: str | None = None) -> str:
    """The format that was named, else the one of the path's ending. Raises `UnknownFormat` and lists those there are."""
    kind = (named or (Path(target).suffix if isinstance(target, str | Path) else "")).lower().lstrip(".")
    kind = {"markdown": "md", "htm": "html"}.get(kind, kind)
    if kind not in WRITERS:
        raise UnknownFormat(
            _("“{format}” is not a brief format. Choose one of: {formats}.").format(
                format=kind, formats=enumerated(FORMATS)
            )
        )
    return kind

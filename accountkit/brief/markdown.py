"""The brief as Markdown (CommonMark with tables): for a wiki, a mail, a diff.

Figures are shown as their tables, because a Markdown file has no pictures; their text alternatives would repeat them. What Markdown or HTML
could read as markup is escaped, and nothing else: a list or a rule only where a line could begin one, an underscore inside
a word and a number sign inside a line never. Notebooks read two dollar signs as a formula, whatever stands beside them.
"""

from __future__ import annotations

import re

from accountkit.brief.blocks import (
    Brief,
    Bullets,
    Cell,
    Figure,
    Heading,
    Paragraph,
    Questions,
    Section,
    Table,
    Tiles,
)
from accountkit.brief.wording import marked
from accountkit.i18n import _, bracketed, day, labelled

_SPECIAL = re.compile(r"([\\`*{}\[\]<>|~$^]|(?<![^\W_])_|_(?![^\W_])|(?<!\S)#)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_OPENING = re.compile(r"^([=:!@]|[-+](?=[-+\s]|$)|\d{1,9}[.)](?=\s|$))", re.MULTILINE)
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|www|mailto|javascript|data)(?=[:.])")


def markdown(brief: Brief) -> bytes:
    """The brief as UTF-8 Markdown."""
    parts = [f"# {_text(brief.title)}", _text(brief.subtitle)]
    for section in brief.sections:
        if section is brief.appendix:
            parts.append(f"# {_text(_('Appendix'))}")
        parts += _section(section)
    parts.append(_text(f"{brief.customer} · {day(brief.as_of)}"))
    return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8", "replace")


def _section(section: Section) -> list[str]:
    head = [f"## {_text(section.title)}"]
    if section.sentence:
        head.append(f"**{_text(section.sentence)}**")
    return head + [_block(block) for block in section.blocks]


def _block(block: object) -> str:
    match block:
        case Heading():
            return f"{'#' * (block.level + 1)} {_text(block.text)}"
        case Paragraph():
            return ("> " if block.role in ("aloud", "note") else "") + _said(block)
        case Bullets():
            return "\n".join(
                f"{f'{n}.' if block.numbered else '-'} {_said(item)}" for n, item in enumerate(block.items, 1)
            )
        case Tiles():
            return "\n".join(
                f"- **{_text(tile.label)}** {_text(tile.value)}"
                + (bracketed(_text(tile.note)) if tile.note else "")
                for tile in block.tiles
            )
        case Table():
            return _table(block, labelled(_("Table {n}").format(n=block.number), block.caption))
        case Figure():
            return _table(block.table, labelled(_("Figure {n}").format(n=block.number), block.caption))
        case Questions():
            return "\n".join(
                f"{n}. **{_text(q.text)}**"
                + "".join(f"  \n   {_text(aside)}" for aside in (q.whom, q.why) if aside)
                for n, q in enumerate(block.questions, 1)
            )
    raise TypeError(block)


def _said(item: Paragraph) -> str:
    label = f"**{_text(item.label)}** " if item.label else ""
    mark = f" *{marked(item.mark)}*" if item.mark else ""
    return f"{label}{_text(item.text)}{mark}" + _refs(item.refs)


def _refs(refs: tuple[int, ...]) -> str:
    return "".join(f" \\[{ref}\\]" for ref in refs)


def _table(table: Table, caption: str) -> str:
    heads = " | ".join(_text(column.title) for column in table.columns)
    rule = " | ".join("---:" if column.numeric else "---" for column in table.columns)
    rows = "\n".join("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in table.rows)
    note = f"\n\n{_text(table.note)}" if table.note else ""
    return f"**{_text(caption)}**\n\n| {heads} |\n| {rule} |\n{rows}{note}"


def _cell(cell: Cell) -> str:
    text = _text(cell.text).replace("\\\n", " ").replace("\n", " ")
    if cell.strong:
        text = f"**{text}**"
    mark = marked(cell.mark) if cell.mark else ""
    if mark and text:
        mark = bracketed(mark)
    source = f" <{cell.url}>" if cell.url else ""
    return text + mark + _refs(cell.refs) + source


def _text(text: str) -> str:
    """Text with nothing left that is markup: signs escaped, bare addresses parted so that no reader links them."""
    text = _SPECIAL.sub(r"\\\1", _ENTITY.sub("&amp;", _INDENT.sub("", text)))
    text = _OPENING.sub(lambda found: _escaped_opening(found[1]), text)
    text = _ADDRESS.sub(lambda found: f"{found[1]}\u200b", text)
    return text.replace("\n", "\\\n")


def _escaped_opening(sign: str) -> str:
    return f"{sign[:-1]}\\{sign[-1]}" if sign[0].isdigit() else f"\\{sign}"

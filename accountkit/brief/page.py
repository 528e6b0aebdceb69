"""The brief as one HTML page that needs nothing else: no address is asked, not even for a font.

Every figure is there as SVG, so that it prints, opens in a mail preview and needs no script. With `interactive` the
page also carries plotly.js, packed (1.9 MB instead of 4.8), and a browser that can unpack it (all since 2023) puts the
living chart in the picture's place; one that cannot keeps the picture. Texts are escaped here and nowhere else;
figures' data stand in a JSON block in which no ``<`` occurs.
"""

from __future__ import annotations

import base64
import gzip
import json
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path

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
from accountkit.brief.look import Look
from accountkit.brief.pictures import Pictures, plotly_script
from accountkit.brief.wording import LEGEND, MARKS
from accountkit.i18n import _, day, labelled

KEPT_WHOLE = 10
"""Rows up to which a table is not divided between printed pages."""
_RUN = """<script id="plotly" type="application/octet-stream">{packed}</script>
<script type="application/json" id="figures">{figures}</script><script>{script}</script>"""


def html(brief: Brief, look: Look, pictures: Pictures, *, interactive: bool = True) -> bytes:
    """The page, as UTF-8. Interactive charts take 1.9 MB; without them a page has about 100 KB."""
    lang = brief.language.replace("_", "-")
    over = f"<p class='over appendix'>{escape(_('Appendix'))}</p>"
    body = "".join(
        (over if section is brief.appendix else "") + _section(section, pictures)
        for section in brief.sections
    )
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'unsafe-inline' blob:; "
        "style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'\">"
        f"<title>{escape(brief.title)}</title><style>{_style(look)}</style></head><body><main>"
        f"{_head(brief, look)}{body}{_foot(brief)}</main>{_living(brief, interactive)}</body></html>"
    ).encode("utf-8", "replace")


def _head(brief: Brief, look: Look) -> str:
    kind = "png" if look.logo.startswith(b"\x89PNG") else "jpeg"
    logo = (
        f'<img class="logo" alt="" src="data:image/{kind};base64,{base64.b64encode(look.logo).decode()}">'
        if look.logo
        else ""
    )
    contents = "".join(
        f'<a href="#{section.key}">{escape(section.title)}</a>' for section in brief.sections[1:]
    )
    return (
        f"<header>{logo}<p class=over>{escape(brief.subtitle)}</p><h1>{escape(brief.title)}</h1></header>"
        + (f'<nav aria-label="{escape(_("Contents"))}">{contents}</nav>' if contents else "")
    )


def _foot(brief: Brief) -> str:
    marks = " · ".join(
        f"{sign} {escape(_(word))}" for sign, word in (MARKS[name] for name in LEGEND[brief.edition])
    )
    return f"<footer><p>{escape(labelled(_('Marks'), ''))} {marks}</p><p>{escape(brief.customer)} · {escape(day(brief.as_of))}</p></footer>"


def _section(section: Section, pictures: Pictures) -> str:
    sentence = f"<p class=message>{escape(section.sentence)}</p>" if section.sentence else ""
    blocks = "".join(_block(block, pictures) for block in section.blocks)
    return f'<section id="{section.key}"><h2>{escape(section.title)}</h2>{sentence}{blocks}</section>'


def _block(block: object, pictures: Pictures) -> str:
    match block:
        case Heading():
            return f"<h{block.level + 1}>{escape(block.text)}</h{block.level + 1}>"
        case Paragraph():
            return f"<p class={block.role}>{_said(block)}</p>"
        case Bullets():
            tag = "ol" if block.numbered else "ul"
            return f"<{tag}>" + "".join(f"<li>{_said(item)}</li>" for item in block.items) + f"</{tag}>"
        case Tiles():
            return (
                '<div class="tiles">'
                + "".join(
                    f"<div><p class=over>{escape(tile.label)}</p><p class='figure {tile.tone or ''}'>{escape(tile.value)}</p>"
                    f"<p class=small>{escape(tile.note)}</p></div>"
                    for tile in block.tiles
                )
                + "</div>"
            )
        case Table():
            return _table(block, _caption(_("Table {n}").format(n=block.number), block.caption))
        case Figure():
            return _figure(block, pictures)
        case Questions():
            return (
                "<ol class=questions>"
                + "".join(
                    f"<li><strong>{escape(question.text)}</strong>"
                    + _asides(question.whom, question.why)
                    + "</li>"
                    for question in block.questions
                )
                + "</ol>"
            )
    raise TypeError(block)


def _said(item: Paragraph) -> str:
    label = f"<b>{escape(item.label)}</b> " if item.label else ""
    return label + _lines(item.text) + _marks(item.mark, item.refs)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _marks(mark: str | None, refs: tuple[int, ...]) -> str:
    sign, word = MARKS[mark] if mark else ("", "")
    shown = f' <span class="mark {mark}">{sign} {escape(_(word))}</span>' if mark else ""
    return shown + "".join(f'<a class=ref href="#evidence-{ref}">[{ref}]</a>' for ref in refs)


def _asides(*texts: str) -> str:
    return "".join(f"<br><span class=small>{escape(text)}</span>" for text in texts if text)


def _caption(number: str, text: str) -> str:
    return f"<b>{escape(number)}</b> {escape(text)}"


def _table(table: Table, caption: str) -> str:
    total = sum(column.share for column in table.columns)
    widths = "".join(f'<col style="width:{column.share / total:.1%}">' for column in table.columns)
    heads = "".join(_heading(column.title, column.numeric) for column in table.columns)
    rows = "".join(
        "<tr>"
        + "".join(
            _cell(cell, column.numeric, index == 0, table)
            for index, (cell, column) in enumerate(zip(row, table.columns, strict=True))
        )
        + "</tr>"
        for row in table.rows
    )
    note = f"<p class=small>{escape(table.note)}</p>" if table.note else ""
    return (
        f'<div class="{"table short" if len(table.rows) <= KEPT_WHOLE else "table"}" tabindex=0>'
        f"<table><caption>{caption}</caption><colgroup>{widths}</colgroup><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>{note}"
    )


def _heading(title: str, numeric: bool) -> str:
    return f"<th{_right(numeric)}>{escape(title)}</th>" if title else "<td></td>"


def _right(numeric: bool) -> str:
    return ' class="number"' if numeric else ""


def _cell(cell: Cell, numeric: bool, first: bool, table: Table) -> str:
    classes = " ".join(
        name
        for name in ("number" if numeric else "", cell.tone or "", "strong" if cell.strong else "")
        if name
    )
    text = _lines(cell.text)
    if cell.url:
        text = f'<a href="{escape(cell.url)}" rel="noreferrer">{text}</a>'
    anchor = f' id="evidence-{escape(cell.text)}"' if first and table.key == "evidence" else ""
    return f"<td{anchor}{f' class={chr(34)}{classes}{chr(34)}' if classes else ''}>{text}{_marks(cell.mark, cell.refs)}</td>"


def _figure(figure: Figure, pictures: Pictures) -> str:
    caption = _caption(_("Figure {n}").format(n=figure.number), figure.caption)
    picture = pictures.of.get(figure.key)
    behind = _table(figure.table, escape(figure.table.caption))
    if picture is None:
        return f'<figure data-key="{figure.key}" data-height="{figure.height}"><div class=drawing>{behind}</div><figcaption>{caption}</figcaption></figure>'
    drawn = base64.b64encode(picture.image).decode()
    return (
        f'<figure data-key="{figure.key}" data-height="{figure.height}"><div class=drawing><img alt="{escape(figure.alt)}" '
        f'width="{picture.width}" height="{picture.height}" src="data:image/svg+xml;base64,{drawn}"></div>'
        f"<figcaption>{caption}</figcaption><details><summary>{escape(_('Table behind the figure'))}</summary>{behind}</details></figure>"
    )


def _living(brief: Brief, interactive: bool) -> str:
    script = plotly_script()
    if not interactive or not brief.figures() or script is None:
        return ""
    data = json.dumps({figure.key: figure.plotly for figure in brief.figures()}, default=str).replace(
        "<", "\\u003c"
    )
    return _RUN.format(packed=_packed(script), figures=data, script=_dark() + _resource("page.js"))


@cache
def _packed(script: Path) -> str:
    return base64.b64encode(gzip.compress(script.read_bytes(), 6)).decode()


@cache
def _dark() -> str:
    """What the living charts need on a dark page."""
    return (files("accountkit.figures") / "dark.js").read_text("utf-8")


@cache
def _resource(name: str) -> str:
    return (files("accountkit.brief") / name).read_text("utf-8")


def _style(look: Look) -> str:
    names = ("accent", "ink", "grey", "rule", "wash", "gain", "loss", "unsure", "kind")
    return (
        ":root{" + "".join(f"--{name}:{getattr(look, name)};" for name in names) + "}" + _resource("page.css")
    )

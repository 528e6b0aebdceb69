"""The brief as PDF, typeset by typst.

The page design is one fixed typst file; the brief reaches it as JSON, so that no text is ever read as typst markup. The
font is the first one on this machine that has Chinese and Latin letters of one cut (Noto Sans CJK SC), else a Latin one;
where a Chinese brief finds no Chinese font, a note says so on the page and in what `write` reports.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from accountkit.brief.blocks import Brief, Cell, Figure, Section, Table
from accountkit.brief.look import Look
from accountkit.brief.pictures import Pictures
from accountkit.brief.wording import MARKS, breakable
from accountkit.i18n import _, day

CHINESE = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "SimHei",
)
LATIN = (
    "Source Sans 3",
    "Noto Sans",
    "Segoe UI",
    "Helvetica Neue",
    "Arial",
    "Liberation Sans",
    "DejaVu Sans",
)
UNSHOWN = "could not be displayed with font"


def pdf(brief: Brief, look: Look, pictures: Pictures) -> bytes:
    """The document as the bytes of a PDF file."""
    import typst

    with tempfile.TemporaryDirectory(prefix="accountkit-") as folder:
        place = Path(folder)
        (place / "page.typ").write_text(_design(), "utf-8")
        (place / "brief.json").write_text(
            json.dumps(_content(brief, look, pictures), ensure_ascii=False), "utf-8"
        )
        for key, picture in pictures.of.items():
            (place / f"{key}.svg").write_bytes(picture.image)
        if look.logo:
            (place / "logo").write_bytes(look.logo)
        page = {"input": str(place / "page.typ"), "root": folder, "font_paths": _fonts(), "format": "pdf"}
        try:
            return typst.compile(**page, pdf_standards="ua-1")
        except typst.TypstError as error:
            if UNSHOWN not in str(error):
                raise
            # a sign that no font here has, as an emoji: a file with an empty box, which may not call itself accessible
            return typst.compile(**page)


def missing_font(lang: str) -> str:
    """A note where a Chinese brief would be typeset without Chinese letters; else empty."""
    if lang != "zh_CN" or any(family in CHINESE for family in _families()):
        return ""
    return _(
        "No Chinese font was found, so Chinese characters are missing in the PDF. Install Noto Sans CJK (fonts-noto-cjk), or choose docx."
    )


@cache
def _design() -> str:
    return (files("accountkit.brief") / "page.typ").read_text("utf-8")


@cache
def _fonts() -> Any:
    """The machine's fonts; searching for them takes 0.1 s, so it is done once."""
    import typst

    return typst.Fonts()


@cache
def _families() -> tuple[str, ...]:
    return tuple(_fonts().families())


def fonts() -> list[str]:
    """The families to set in, best first: one that has both scripts, then a Latin one, then typst's own."""
    known = set(_families())
    return [
        *[name for name in CHINESE if name in known][:1],
        *[name for name in LATIN if name in known][:1],
        "Libertinus Serif",
    ]


def _lettering(lang: str) -> list[dict[str, str]]:
    """The families with what each covers: in English, quotes and dashes are not taken from a Chinese font, which sets
    them as wide as a Chinese character."""
    families = fonts()
    narrow = lang != "zh_CN" and families[0] in CHINESE
    return [{"name": name, "covers": "[^‘’“”…—·]" if narrow and name in CHINESE else ""} for name in families]


def _content(brief: Brief, look: Look, pictures: Pictures) -> dict[str, Any]:
    """The brief as plain values: texts broken where they must be able to break, figures as files or as tables."""
    return {
        "title": brief.title,
        "subtitle": brief.subtitle,
        "customer": brief.customer,
        "date": day(brief.as_of),
        "lang": brief.language[:2],
        "fonts": _lettering(brief.language),
        "company": look.company,
        "logo": _logo(look),
        "contents": _("Contents"),
        "colours": {
            name: getattr(look, name)
            for name in ("accent", "ink", "grey", "rule", "wash", "gain", "loss", "unsure", "kind")
        },
        "marks": {name: {"sign": sign, "word": _(word)} for name, (sign, word) in MARKS.items()},
        "appendix": _("Appendix"),
        "sections": [
            {**_section(section, pictures), "begins": section is brief.appendix} for section in brief.sections
        ],
        "note": missing_font(brief.language),
    }


def _logo(look: Look) -> str:
    return "" if not look.logo else "png" if look.logo.startswith(b"\x89PNG") else "jpg"


def _section(section: Section, pictures: Pictures) -> dict[str, Any]:
    return {
        "key": section.key,
        "title": breakable(section.title),
        "sentence": breakable(section.sentence),
        "blocks": [_block(block, pictures) for block in section.blocks],
    }


def _block(block: Any, pictures: Pictures) -> dict[str, Any]:
    if isinstance(block, Figure):
        label = _("Figure {n}").format(n=block.number)
        if block.key in pictures.of:
            return {
                "kind": "picture",
                "file": f"{block.key}.svg",
                "caption": breakable(block.caption),
                "label": label,
                "alt": block.alt or block.caption,
            }
        return {**_table(block.table), "caption": breakable(block.caption), "label": label}
    if isinstance(block, Table):
        return {**_table(block), "label": _("Table {n}").format(n=block.number)}
    return {"kind": type(block).__name__.lower(), **_broken(asdict(block))}


def _table(table: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "caption": breakable(table.caption),
        "note": breakable(table.note),
        "key": table.key,
        "columns": [{**asdict(column), "title": breakable(column.title, 12)} for column in table.columns],
        "rows": [[_cell(cell) for cell in row] for row in table.rows],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {**asdict(cell), "text": breakable(cell.text, 12)}


def _broken(value: Any) -> Any:
    if isinstance(value, str):
        return breakable(value)
    if isinstance(value, dict):
        return {key: _broken(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_broken(item) for item in value]
    return value

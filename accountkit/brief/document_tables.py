"""Tables of a Word document, written as the XML they are: built cell by cell through python-docx, a brief's tables took
longer than all of the rest (ECMA-376, part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement as Xml

from accountkit.brief import document_styles as styles
from accountkit.brief.blocks import Cell, Column, Table, Tiles
from accountkit.brief.look import Look
from accountkit.brief.wording import on_one_line, tone_of
from accountkit.i18n import enumerated

KEPT_WHOLE = 7
"""Rows up to which a table is not divided between pages."""
TWIP = 635
"""EMU in a twentieth of a point, in which Word counts."""


class Tables:
    """Writes tables in a look; `ids` are the styles' ids by their names, `width` the room in EMU."""

    def __init__(self, look: Look, ids: Mapping[str, str], width: int) -> None:
        self.look, self.ids, self.width = look, ids, width // TWIP

    def table(self, table: Table) -> Xml:
        """A table of a brief: its head stands again on each page, no row is divided, none stands alone."""
        widths = _widths([column.share for column in table.columns], self.width)
        head = self._row(
            [Cell(column.title, strong=True) for column in table.columns], table, widths, True, True
        )
        last = len(table.rows) - 1
        rows = (
            self._row(row, table, widths, place < last and (last < KEPT_WHOLE or place in (0, last - 1)))
            for place, row in enumerate(table.rows)
        )
        return _element(widths, table.caption, head + "".join(rows))

    def tiles(self, tiles: Tiles) -> Xml:
        """Key figures side by side."""
        widths = _widths([1.0] * len(tiles.tiles), self.width)
        cells = []
        for tile, width in zip(tiles.tiles, widths, strict=True):
            tone = f'<w:color w:val="{_hex(self.look.tone(tile.tone))}"/>'
            said = (
                self._paragraph(styles.SMALL, _run(tile.label)),
                self._paragraph(styles.TILE, _run(tile.value, tone)),
                self._paragraph(styles.SMALL, _run(tile.note)),
            )
            edges = "".join(
                f'<w:{side} w:val="single" w:sz="24" w:space="0" w:color="FFFFFF"/>'
                for side in ("top", "left", "bottom", "right")
            )
            margins = "".join(
                f'<w:{side} w:w="{size}" w:type="dxa"/>'
                for side, size in (("top", 90), ("left", 120), ("bottom", 90), ("right", 80))
            )
            cells.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcBorders>{edges}</w:tcBorders>'
                f'<w:shd w:val="clear" w:color="auto" w:fill="{_hex(self.look.wash)}"/><w:tcMar>{margins}</w:tcMar>'
                f"</w:tcPr>{''.join(said)}</w:tc>"
            )
        described = enumerated(tile.label for tile in tiles.tiles)
        return _element(widths, described, f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>")

    def _row(
        self, row: Sequence[Cell], table: Table, widths: Sequence[int], kept: bool, head: bool = False
    ) -> str:
        cells = "".join(
            self._cell(cell, column, width, kept, head)
            for cell, column, width in zip(row, table.columns, widths, strict=True)
        )
        repeated = "<w:tblHeader/>" if head else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"

    def _cell(self, cell: Cell, column: Column, width: int, kept: bool, head: bool) -> str:
        size, colour = (8, self.look.ink) if head else (4, self.look.rule)
        edge = f'<w:bottom w:val="single" w:sz="{size}" w:space="0" w:color="{_hex(colour)}"/>'
        shade = "<w:b/>" if cell.strong else ""
        if cell.tone:
            shade += f'<w:color w:val="{_hex(self.look.tone(cell.tone))}"/>'
        runs = _run(cell.text, shade) + self._marks(cell)
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcBorders>{edge}</w:tcBorders></w:tcPr>'
            f"{self._paragraph(styles.CELL, runs, kept=kept, right=column.numeric)}</w:tc>"
        )

    def _marks(self, cell: Cell) -> str:
        shown = ""
        if cell.mark:
            tone = _hex(self.look.tone(tone_of(cell.mark)))
            shade = f'<w:color w:val="{tone}"/><w:sz w:val="16"/><w:szCs w:val="16"/>'
            shown = _run(f"{'  ' if cell.text else ''}{on_one_line(cell.mark)}", shade)
        if cell.refs:
            shade = f'<w:color w:val="{_hex(self.look.accent)}"/><w:vertAlign w:val="superscript"/>'
            shown += _run(" ".join(f"[{ref}]" for ref in cell.refs), shade)
        return shown

    def _paragraph(self, style: str, runs: str, *, kept: bool = False, right: bool = False) -> str:
        said = f"<w:pStyle w:val={quoteattr(self.ids[style])}/>"
        said += "<w:keepNext/>" if kept else ""
        said += '<w:jc w:val="right"/>' if right else ""
        return f"<w:p><w:pPr>{said}</w:pPr>{runs}</w:p>"


def _run(text: str, properties: str = "") -> str:
    said = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(part) for part in text.split("\n"))
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{said}</w:t></w:r>' if text else ""


def _element(widths: Sequence[int], described: str, rows: str) -> Xml:
    """A table with fixed columns: a long word breaks in its cell instead of pushing the table off the page."""
    margins = "".join(
        f'<w:{side} w:w="{size}" w:type="dxa"/>'
        for side, size in (("top", 40), ("left", 0), ("bottom", 40), ("right", 100))
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar>{margins}</w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(described)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _widths(shares: Sequence[float], width: int) -> list[int]:
    """Whole twips that fill the width to the last."""
    total, edges, sofar = sum(shares), [0], 0.0
    for share in shares:
        sofar += share
        edges.append(round(width * sofar / total))
    return [right - left for left, right in pairwise(edges)]


def _hex(colour: str) -> str:
    return colour.lstrip("#").upper()

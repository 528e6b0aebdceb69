"""Text tables: CSV of any delimiter, and what the clipboard gives (tab separated)."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter

from accountkit.errors import StatementError, UnreadableFile
from accountkit.i18n import _
from accountkit.sources.limits import MOST_COLUMNS
from accountkit.sources.tables.table import Table, TableBuilder, nothing_in

DELIMITERS = ("\t", ",", ";", "|")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE_ROWS = 200


def decoded(data: bytes, name: str) -> tuple[str, str]:
    """The text and its encoding: by its mark, else UTF-8, GB18030 (which holds GBK and GB2312), Windows Latin.

    Valid UTF-8 is hardly ever anything else; only what fails there is tried as Chinese, and then as Western.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data, encoding, name), encoding
    if b"\0" in data:
        raise UnreadableFile(
            _(
                "{name} is neither a text table nor a spreadsheet. Save it as CSV or XLSX and import that."
            ).format(name=name)
        )
    for encoding in ("utf-8", "gb18030", "cp1252"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise UnreadableFile(
        _("{name}: the character encoding is unknown. Save it as CSV in UTF-8.").format(name=name)
    )


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            _("{name}: the character encoding is unknown. Save it as CSV in UTF-8.").format(name=name)
        ) from error


def delimiter_of(text: str) -> str:
    """The delimiter under which most lines have the same number of cells, and more than one; the comma if none has.

    Tabs inside most lines delimit: a copied table has commas in its numbers, but a CSV has tabs only before a name.
    """
    lines = [line for line in text[:200_000].splitlines() if line.strip()][:_SAMPLE_ROWS]
    if sum("\t" in line.strip().strip('"').lstrip() for line in lines) * 2 > len(lines):
        return "\t"
    return max(DELIMITERS, key=lambda delimiter: _regularity(lines, delimiter))


def _regularity(lines: list[str], delimiter: str) -> tuple[float, int]:
    try:
        counts = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return (0.0, 0)
    several = {n: often for n, often in counts.items() if n > 1}
    if not several:
        return (0.0, 0)
    cells, often = max(several.items(), key=lambda item: (item[1], item[0]))
    return (round(often / sum(counts.values()), 1), cells)


def text_table(text: str, name: str, delimiter: str | None = None, most_rows: int | None = None) -> Table:
    """The cells of a text table, all of them still text."""
    delimiter = delimiter or delimiter_of(text)
    builder = (
        TableBuilder(name)
        if most_rows is None
        else TableBuilder(name, most_rows=most_rows, most_cells=most_rows * MOST_COLUMNS)
    )
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in rows:
            builder.add(rows.line_num, list(cells))
    except csv.Error as error:
        raise StatementError(
            _(
                "{name}, row {row}: quotation marks do not match, or a cell is too long ({reason}). Correct the row."
            ).format(name=name, row=rows.line_num, reason=error)
        ) from error
    if not builder.rows:
        raise nothing_in(name)
    return builder.table()

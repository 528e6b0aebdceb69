"""What kind of file it is, by what stands in it, whatever its name says."""

from __future__ import annotations

import zipfile
from pathlib import Path

from accountkit.errors import UnreadableFile
from accountkit.i18n import _
from accountkit.sources.files.delimited import decoded, delimiter_of, text_table
from accountkit.sources.files.spreadsheet import is_workbook, xls_tables, xlsx_tables
from accountkit.sources.limits import LARGEST_SECTOR_FILE, archive, check_size, gunzipped
from accountkit.sources.sec.data_sets import is_data_set
from accountkit.sources.tables.table import Table
from accountkit.sources.xbrl.document import is_xbrl
from accountkit.sources.xbrl.package import report_in

GZIP = b"\x1f\x8b"


def data_set(source: str | Path | bytes, name: str) -> zipfile.ZipFile | None:
    """A quarter of the SEC's data sets, which may be larger than a statement file; None for anything else."""
    if isinstance(source, bytes):
        if not source.startswith(b"PK"):
            return None
        check_size(len(source), name)
        opened = archive(source, name)
    else:
        path = Path(source)
        if not path.is_file() or path.stat().st_size > LARGEST_SECTOR_FILE or not zipfile.is_zipfile(path):
            return None
        opened = archive(path, name)
    return opened if is_data_set(opened) else None


def unpacked(data: bytes, name: str) -> bytes:
    """What a gzip file, or the package of an XBRL report, holds; anything else as it is."""
    if data.startswith(GZIP):
        return gunzipped(data, name)
    if data.startswith(b"PK") and not is_workbook(opened := archive(data, name)):
        return report_in(opened, name) or data
    return data


def tables_in(data: bytes, name: str) -> tuple[list[Table], str] | None:
    """The tables of a file by what it is, whatever its name says, with their delimiter; None for JSON and XBRL."""
    if data.startswith(b"PK"):
        if not is_workbook(archive(data, name)):
            raise UnreadableFile(
                _(
                    "{name} is an archive, not a statement file. Unpack it, or open a sector file with “sector”."
                ).format(name=name)
            )
        return xlsx_tables(data, name), ""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return xls_tables(data, name), ""
    if data.startswith(b"%PDF"):
        raise UnreadableFile(
            _(
                "{name} is a PDF, which holds no table that could be read safely. Use the filing's XBRL or Excel file instead, or copy the income statement and the balance sheet from it and paste them."
            ).format(name=name)
        )
    text, _encoding = decoded(data, name)
    start = text.lstrip()[:200].casefold()
    if start.startswith(("{", "[")):
        return None
    if start.startswith("<") and is_xbrl(text):
        return None
    if start.startswith(("<!doctype", "<html", "<?xml", "<table", "<svg")):
        raise UnreadableFile(
            _(
                "{name} is a web page or XML, not a table. Open it in a spreadsheet program and save it as .xlsx."
            ).format(name=name)
        )
    delimiter = delimiter_of(text)
    return [text_table(text, name, delimiter)], delimiter

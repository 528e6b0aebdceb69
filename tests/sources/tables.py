"""Small tables and files that the tests of this folder share."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl

from accountkit.sources import Imported

DATA = Path(__file__).parents[1] / "data"

# Apple Inc., Form 10-K for fiscal 2024 (0000320193-24-000123), USD million
APPLE = {
    "Total net sales": (391035, 383285),
    "Operating income": (123216, 114301),
    "Income before provision for income taxes": (123485, 113736),
    "Provision for income taxes": (29749, 16741),
    "Net income": (93736, 96995),
    "Total assets": (364980, 352583),
    "Total liabilities": (308030, 290437),
    "Total shareholders’ equity": (56950, 62146),
}
APPLE_LINES = (
    "revenue",
    "operating_income",
    "income_before_tax",
    "income_tax",
    "net_income",
    "total_assets",
    "total_liabilities",
    "equity",
)


def values(imported: Imported, period: str) -> dict[str, float]:
    """The figures of a period by line."""
    return {line: figure.value for line, figure in imported.statements[period].figures.items()}


def millions(imported: Imported, period: str) -> dict[str, float]:
    return {line: value / 1e6 for line, value in values(imported, period).items()}


def apple_2024() -> dict[str, float]:
    """Apple's figures of fiscal 2024 in whole dollars, by line."""
    return {line: pair[0] * 1e6 for line, pair in zip(APPLE_LINES, APPLE.values(), strict=True)}


def said(imported: Imported, *words: str) -> bool:
    """Whether one warning has all these words."""
    return any(all(word in warning for word in words) for warning in imported.warnings)


def workbook(*sheets: tuple[str, list[list]]) -> bytes:
    """An XLSX workbook of named sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_part(data: bytes, path: str, content: bytes) -> bytes:
    """An archive with one part added or replaced."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            if name != path:
                new.writestr(name, old.read(name))
        new.writestr(path, content)
    return stream.getvalue()

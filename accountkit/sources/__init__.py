"""Statements out of files and filings: recognised, checked, and never changed silently.

read("apple.xlsx")                      CSV, XLSX, .xls, SEC companyfacts, tables with many companies
paste(text)                             what the clipboard holds
import_edits(account, imported)         into the account, as one step to undo
"""

from accountkit.sources.imported import Imported, Mapped
from accountkit.sources.limits import LARGEST_EXPANSION, LARGEST_FILE
from accountkit.sources.reading import paste, read, shape_of
from accountkit.sources.statements.edits import import_edits

__all__ = [
    "LARGEST_EXPANSION",
    "LARGEST_FILE",
    "Imported",
    "Mapped",
    "import_edits",
    "paste",
    "read",
    "shape_of",
]

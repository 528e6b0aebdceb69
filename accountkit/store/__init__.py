"""Accounts, our own practice and their edits in SQL: one transaction a change, an append-only log, undo, and links for readers.

from accountkit.store import open_store
store = open_store()
store.apply("walmart", [Edit("findings/f7k2/impact", 4)], by="ann")
store.undo("walmart", by="ann")
store.practices.apply(PRACTICE, [Edit("segments/s1", {"name": "Metal finishing"})], by="ann")
"""

from accountkit.store.accounts import Store
from accountkit.store.listing import Entry, Listing, Wanted
from accountkit.store.log import LogEntry
from accountkit.store.opening import open_store
from accountkit.store.reader_links import ReaderLink
from accountkit.store.rows import Applied, Stored
from accountkit.store.schema import PRACTICE
from accountkit.store.slugs import free_slug

__all__ = [
    "PRACTICE",
    "Applied",
    "Entry",
    "Listing",
    "LogEntry",
    "ReaderLink",
    "Store",
    "Stored",
    "Wanted",
    "free_slug",
    "open_store",
]

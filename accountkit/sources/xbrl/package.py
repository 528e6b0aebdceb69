"""The XBRL report inside a zip: EDGAR's archive of a filing, or a report package of ESEF."""

from __future__ import annotations

import zipfile

from accountkit.sources.limits import parts
from accountkit.sources.xbrl.document import is_xbrl

_REPORTS = (".xml", ".xbrl", ".htm", ".html", ".xhtml")


def report_in(opened: zipfile.ZipFile, name: str) -> bytes | None:
    """The report of an archive, the one with most contexts where there are several; None where it has none."""
    if not any(path.lower().endswith(_REPORTS) for path in opened.namelist()):
        return None
    found = [
        data
        for path, data in parts(opened, name)
        if path.lower().endswith(_REPORTS) and is_xbrl(data.decode("latin-1"))
    ]
    return max(found, key=lambda data: data.count(b"contextRef"), default=None)

"""Sources that a finance chief accepts: filings, authorities and exchanges, and the customer's own publications.

Everything else (a news page, a digest, a copy of a report on another site, our notes of a talk) may confirm a claim for us,
but is no source to put before the customer.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from accountkit.model import Evidence, Figure, Profile

OFFICIAL = re.compile(
    r"(^|\.)(sec\.gov|hkexnews\.hk|hkex\.com\.hk|cninfo\.com\.cn|sse\.com\.cn|szse\.cn|bse\.cn|europa\.eu|gov(\.[a-z]{2})?|gouv\.fr)$"
)
"""Hosts of authorities and exchanges on which filings and laws are published."""
FORM = re.compile(r"\b(10-[KQ]|20-F|40-F|6-K|8-K)\b")


def acceptable(entry: Evidence, profile: Profile) -> bool:
    """Whether an entry can be put before the customer's finance chief."""
    return _accepted(entry.url, profile)


def filed(figure: Figure, profile: Profile) -> bool:
    """Whether a figure comes from a filing or from the customer itself; a provider's page about a filing is none."""
    origin = figure.origin
    if origin.url:
        return _accepted(origin.url, profile)
    return bool(origin.accession or FORM.search(origin.source))


def _accepted(url: str, profile: Profile) -> bool:
    host = _host(url)
    own = _host(profile.website)
    return bool(host) and (bool(OFFICIAL.search(host)) or (bool(own) and f".{host}".endswith(f".{own}")))


def _host(url: str) -> str:
    """The host of an address without ``www.``; empty if there is none."""
    text = url if "://" in url or not url else f"//{url}"
    try:
        return (urlsplit(text).hostname or "").removeprefix("www.")
    except ValueError:
        return ""

"""Sources that a finance chief accepts: filings, authorities and exchanges, and the customer's own publications.

Everything else (a news page, a digest, a copy of a report on another site, our notes of a talk) may confirm a claim for us,
but is no source to put before the customer.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from accountkit.i18n import N_, _, day, enumerated
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


OFFICIAL_KIND, OWN_KIND, REPORT_KIND = (
    N_("filing or authority"),
    N_("your own publication"),
    N_("public report"),
)


def kind(entry: Evidence, profile: Profile) -> str:
    """What kind of public source an entry is, as the customer reads it, with its date: ``public report, 31 August 2025``;
    empty where it is not public. A report is not named: it is no source to stand on (see above), but no secret either."""
    if not _host(entry.url):
        return ""
    own, official = _hosts(entry.url, profile)
    said = _(OFFICIAL_KIND) if official else _(OWN_KIND) if own else _(REPORT_KIND)
    return enumerated((said, day(entry.date))) if entry.date else said


def foremost(entries: Iterable[Evidence], profile: Profile) -> str:
    """The kind of the best public source: what is acceptable before a report, what is dated before what is not, the newest."""
    public = [one for one in entries if kind(one, profile)]
    best = max(public, key=lambda one: (acceptable(one, profile), one.date or dt.date.min), default=None)
    return kind(best, profile) if best else ""


def _accepted(url: str, profile: Profile) -> bool:
    return any(_hosts(url, profile))


def _hosts(url: str, profile: Profile) -> tuple[bool, bool]:
    """Whether an address is the customer's own, and whether it is an authority's."""
    host, own = _host(url), _host(profile.website)
    return bool(host and own) and f".{host}".endswith(f".{own}"), bool(OFFICIAL.search(host))


def _host(url: str) -> str:
    """The host of an address without ``www.``; empty if there is none."""
    text = url if "://" in url or not url else f"//{url}"
    try:
        return (urlsplit(text).hostname or "").removeprefix("www.")
    except ValueError:
        return ""

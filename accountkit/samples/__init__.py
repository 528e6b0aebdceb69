"""Two sample accounts on real figures, New Oriental (FY2018 to FY2024) and Walmart (fiscal 2023 to 2026), and a sample of our
own side, which is invented.

Figures come from filings and keep where they were read; statements about the companies come from sourced facts, each
with its document, or are marked as assumed. The people are roles, and what they think is our assumption. As of a fixed
review date, so that nothing depends on today. A sample is one file: ``workbooks/SLUG/account.json`` in the repository, which a
wheel carries as ``samples/SLUG.json`` of this package; our own side is ``workbooks/practice/practice.json``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from accountkit.errors import AccountNotFound
from accountkit.i18n import _, enumerated
from accountkit.model import Account, Practice, from_json, practice_from_json
from accountkit.model.offers import CatalogueOffer
from accountkit.shipped import shipped
from accountkit.store import PRACTICE, origins
from accountkit.store.catalogue import Keeper
from accountkit.store.documents import differences

__all__ = ["SLUGS", "file_of", "load_into", "practice", "sample"]

SLUGS = ("new-oriental", "walmart")
AUTHOR = "accountkit"


class Accounts(origins.Accounts, Keeper, Protocol):
    """As much of a store as loading needs."""

    def is_empty(self) -> bool: ...

    def create(self, account: Account, by: str) -> object: ...


def sample(slug: str) -> Account:
    """The sample account of that slug. Raises `AccountNotFound` for any other."""
    if slug not in SLUGS:
        raise AccountNotFound(
            _("“{slug}” is not a sample account. Choose one of: {slugs}.").format(
                slug=slug[:80], slugs=enumerated(SLUGS)
            )
        )
    return from_json(file_of(slug).read_bytes())


def file_of(slug: str) -> Path:
    """The file that holds a sample account."""
    return shipped(f"samples/{slug}.json", f"workbooks/{slug}/account.json")


def practice() -> Practice:
    """The sample of our own side: invented, and every record of it an assumption."""
    return practice_from_json(
        shipped("samples/practice.json", "workbooks/practice/practice.json").read_bytes()
    )


def offers() -> dict[str, CatalogueOffer]:
    """The sample catalogue of offers: ranges to be replaced by cases of one's own."""
    names = set(CatalogueOffer.model_fields)
    return {
        key: CatalogueOffer(**offer.model_dump(include=names)) for key, offer in practice().offers.items()
    }


def load_into(store: Accounts) -> tuple[str, ...]:
    """Put the samples into an empty store, our own side where nobody has written any; the slugs that were loaded, none where accounts exist already."""
    if not store.is_empty():
        return ()
    for slug in SLUGS:
        account = sample(slug)
        store.create(account, by=AUTHOR)
        origins.note(store, account)
    if store.practices.load(PRACTICE) == Practice():
        store.practices.apply(PRACTICE, differences(Practice(), practice()), by=AUTHOR)
    return SLUGS

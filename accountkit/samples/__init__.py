"""Two sample accounts on real figures: New Oriental (FY2018 to FY2024) and Walmart (fiscal 2023 to 2026).

Figures come from filings and keep where they were read; statements about the companies come from sourced facts, each
with its document, or are marked as assumed. The people are roles, and what they think is our assumption. As of a fixed
review date, so that nothing depends on today. A sample is one file: ``workbooks/SLUG/account.json`` in the repository, which a
wheel carries as ``samples/SLUG.json`` of this package.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Protocol

from accountkit.errors import AccountNotFound
from accountkit.i18n import _, enumerated
from accountkit.model import Account, from_json
from accountkit.model.offers import CatalogueOffer
from accountkit.shipped import shipped
from accountkit.sources.catalogue import read_catalogue
from accountkit.store import origins
from accountkit.store.catalogue import Keeper, keep

__all__ = ["SLUGS", "file_of", "load_into", "sample"]

SLUGS = ("new-oriental", "walmart")
AUTHOR = "accountkit"


class Accounts(origins.Accounts, Keeper, Protocol):
    """As much of a store as loading needs."""

    def accounts(self) -> list: ...

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


def offers() -> dict[str, CatalogueOffer]:
    """The sample catalogue of offers: ranges to be replaced by cases of one's own."""
    return read_catalogue((files(__name__) / "offers.csv").read_bytes(), "offers.csv")


def load_into(store: Accounts) -> tuple[str, ...]:
    """Put both samples into an empty store; the slugs that were loaded, none where accounts exist already."""
    if store.accounts():
        return ()
    for slug in SLUGS:
        account = sample(slug)
        store.create(account, by=AUTHOR)
        origins.note(store, account)
    keep(store, offers(), by=AUTHOR)
    return SLUGS

"""The bar on top of a live page: which account, which analysis, how well founded, and what can be done with
it.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from accountkit import methods
from accountkit.i18n import _, language, percent
from accountkit.methods.subjects import customer_name
from accountkit.methods.workspaces import tab_of_method, tabs
from accountkit.model import Account, in_language
from accountkit.server import own_notebooks
from accountkit.server.account_rows import apart, called
from accountkit.server.notebooks import WORKBOOK
from accountkit.server.views import Group, shareable_views
from accountkit.store import Listing, Store, Wanted

IN_SWITCH = 10
"""Accounts that the switch shows, the one changed last first; all others are found by its search."""


@dataclass(frozen=True)
class Choice:
    """One account to switch to, or one analysis to open (`address`)."""

    name: str
    address: str
    chosen: bool


@dataclass(frozen=True)
class Bar:
    """What the bar shows. `confirmed` is empty while nothing is claimed, `sure` says whether anything is confirmed. `shareable` are the views that a link may show, `view` the one that is open."""

    slug: str
    name: str
    confirmed: str
    sure: bool
    accounts: tuple[Choice, ...]
    tabs: tuple[Choice, ...]
    shareable: tuple[Group, ...]
    view: str
    notebooks: tuple[Choice, ...]
    is_workbook: bool


def bar(
    store: Store,
    account: Account,
    key: str,
    base_url: str,
    tab: str = "overview",
    notebooks: tuple[str, ...] = (),
    notebook: str = "",
) -> Bar:
    """The bar for an account and the analysis that is open (``workbook`` for all of them), or the `notebook` of those
    in the account's folder.
    """
    shown = in_language(account, language())
    is_workbook = key == WORKBOOK
    founded = methods.completeness(account)
    return Bar(
        slug=account.slug,
        name=customer_name(shown),
        confirmed="" if founded.share is None else percent(founded.share, 0),
        sure=founded.confirmed > 0,
        accounts=choices(store.page(Wanted(lang=language(), size=IN_SWITCH)), base_url, account.slug),
        tabs=tuple(
            Choice(
                _(name),
                f"{_address(base_url, account.slug)}#{tab_key}",
                tab_key == (tab if is_workbook else _tab(key)),
            )
            for tab_key, name in tabs().items()
        ),
        shareable=shareable_views(),
        view=key,
        notebooks=tuple(
            Choice(name, own_notebooks.address(base_url, account.slug, name), name == notebook)
            for name in notebooks
        ),
        is_workbook=is_workbook,
    )


def choices(listing: Listing, base_url: str, slug: str = "") -> tuple[Choice, ...]:
    """The accounts of a page to switch to; one that cannot be read is none."""
    return tuple(
        Choice(
            called(entry.line.named(language()), apart(entry)),
            _address(base_url, entry.stored.slug),
            entry.stored.slug == slug,
        )
        for entry in listing.entries
        if entry.line
    )


def _tab(key: str) -> str:
    """The tab that stands for an analysis on a page of its own."""
    return tab_of_method(methods.REGISTRY[key]) if key in methods.REGISTRY else key


def _address(base_url: str, slug: str) -> str:
    return f"{base_url}workbook?{urlencode({'account': slug})}"

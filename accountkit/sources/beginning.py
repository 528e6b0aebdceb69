"""An account that begins with what a file, or a filing, already says: name, ticker, year end, currency, statements, peers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from accountkit.errors import StatementError
from accountkit.i18n import _, language
from accountkit.methods.paths import demand_ratings
from accountkit.model import Account, Profile, apply, from_json
from accountkit.model.statement import Vintage
from accountkit.sources.imported import Imported
from accountkit.sources.reading import read, shape_of
from accountkit.sources.statements.edits import import_edits
from accountkit.sources.statements.points import points_to_check


@dataclass(frozen=True)
class Beginning:
    """What a file says of a customer to begin with, and of its other companies; `to_check` is what was assumed of it."""

    imported: Imported
    customer: str
    peers: tuple[Imported, ...]
    to_check: tuple[str, ...]


CURRENCIES = {"zh_CN": "CNY"}
"""What a customer is taken to count in of whom only the name is known, by the language of who begins; elsewhere US$."""
MOST_PEERS = 8
"""A file with more companies than these is a sector, not a customer with its peers."""


def by_name(slug: str, name: str) -> Account:
    """A new account of which only the name is known. Its currency is a guess until statements or a person say another."""
    return Account(slug=slug, profile=Profile(name=name[:500]), currency=CURRENCIES.get(language(), "USD"))


def begun(slug: str, imported: Imported, name: str, peers: tuple[Imported, ...] = ()) -> Account:
    """A new account of that slug and name around what was read. Raises `StatementError` if no full year was."""
    if not imported.statements:
        text = _(
            "{name} has no full year, so nothing was begun. Begin with the annual report, then import this one."
        )
        raise StatementError(text.format(name=imported.name))
    end = max(imported.statements)[5:]
    profile = Profile(name=name[:500], ticker=imported.ticker[:500], fiscal_year_end=end)
    account = Account(slug=slug, profile=profile, currency=imported.currency)
    account = apply(account, import_edits(account, imported))
    for peer in peers:
        account = apply(account, import_edits(account, peer, peer=peer.entity))
    return account


def named(imported: Imported, file: str) -> str:
    """What the customer is called: as the file says, else as the file is called."""
    stem = file.rpartition("/")[2].rpartition(".")[0].replace("_", " ").strip()
    return imported.entity or stem or _("New account")


def peers_in(
    content: bytes,
    name: str,
    imported: Imported,
    vintage: Vintage = "as_last_filed",
    currency: str | None = None,
    unit: str | None = None,
) -> tuple[tuple[Imported, ...], tuple[str, ...]]:
    """The other companies of a file, where they are few, and of each without annual figures why it is left out."""
    others = [one for one in imported.entities if one != imported.entity]
    found, left = [], []
    for other in others if len(others) <= MOST_PEERS else ():
        try:
            found.append(read(content, name, entity=other, vintage=vintage, currency=currency, unit=unit))
        except StatementError as error:
            left.append(f"{other}: {error}")
    return tuple(found), tuple(left)


def beginning(content: bytes, name: str, mappings: Mapping[str, Mapping[str, str]]) -> Account | Beginning:
    """The account that a file is, or the statements in it, with the file's other companies as peers; `mappings` are those that
    were remembered, by shape. Raises `StatementError`, `InvalidAccount`.
    """
    if content.lstrip()[:1] == b"{" and b'"slug"' in content:
        return demand_ratings(from_json(content))
    imported = read(content, name, mapping=dict(mappings.get(shape_of(content, name), {})))
    peers, left = peers_in(content, name, imported)
    return Beginning(imported, named(imported, name), peers, (*points_to_check(imported), *left))

"""The landing page and what begins there: a new account, a statement file or an exported account dropped on
it.
"""

from __future__ import annotations

import json

from accountkit.errors import AccountExists, InvalidAccount
from accountkit.i18n import _, language
from accountkit.model import Account, Profile, from_json
from accountkit.server.account_rows import rows
from accountkit.server.bar import IN_SWITCH, choices
from accountkit.server.page import Page
from accountkit.server.threads import asked
from accountkit.sources import read, shape_of
from accountkit.sources.beginning import begun, named, peers_in
from accountkit.store import Store, Wanted, free_slug
from accountkit.store.listing import A_PAGE, LONGEST_SEARCH, SORTS
from accountkit.store.mappings import remembered_mapping

LONGEST_IMPORT = 120.0
"""Seconds for a file to be read and taken apart."""


class Listed(Page):
    """What the query says of the accounts that are asked for."""

    def wanted(self, size: int = A_PAGE) -> Wanted:
        sort, page = self.get_query_argument("sort", ""), self.get_query_argument("page", "")
        return Wanted(
            self.get_query_argument("q", "")[:LONGEST_SEARCH].strip(),
            next((one for one in SORTS if one == sort), SORTS[0]),
            int(page) if page.isdecimal() and len(page) < 7 else 1,
            self.get_query_argument("group", "")[:60],
            language(),
            size,
        )


class Landing(Listed):
    """GET ``?q=&sort=&page=&group=``: a page of accounts; no kernel is asked, and no document opened."""

    async def get(self) -> None:
        wanted = self.wanted()
        found = await asked(lambda: self.store.listing.page(wanted))
        near = {
            name: self.address_with(page=str(n)) if 1 <= n <= found.pages else ""
            for name, n in (("previous", found.page - 1), ("next", found.page + 1))
        }
        self.finish(
            self.text("landing.html", rows=rows(found, self.person), found=found, wanted=wanted, near=near)
        )


class NewAccount(Listed):
    """POST ``name``: an empty account of that name; leads to its workbook, or tells a script that asks in JSON.

    GET ``?q=``: the first accounts that are found, as ``{"accounts": [{"name": …, "address": …}], "found": n, "all": n}``.
    """

    async def get(self) -> None:
        wanted = self.wanted(IN_SWITCH)
        found = await asked(lambda: self.store.page(wanted))
        known = [{"name": one.name, "address": one.address} for one in choices(found, self.base_url)]
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps({"accounts": known, "found": found.found, "all": found.all}))

    FOR_WORKERS = True

    async def post(self) -> None:
        name = self.get_body_argument("name", "").strip()[:500]
        if not name:
            raise InvalidAccount(_("The name is empty. Enter the customer's name."))
        account = await asked(lambda: self._made(name))
        address = f"{self.base_url}workbook?account={account.slug}"
        if self.wants_json():
            self.set_header("Content-Type", "application/json")
            self.finish(json.dumps({"open": address}))
        else:
            self.redirect(address)

    def _made(self, name: str) -> Account:
        account = Account(slug=free_slug(self.store, name), profile=Profile(name=name))
        return self.store.create(account, by=self.person).account


class Import(Page):
    """POST an upload's id and name: a statement file makes an account, an exported account comes back.

    Answers ``{"open": address}``; where an exported account is stored already ``{"exists": slug}``, until
    ``over=1`` says that it is to be loaded over it, which undo takes back.
    """

    FOR_WORKERS = True

    async def post(self) -> None:
        path = self.settings["accountkit_spool"].path(self.get_body_argument("upload", ""))
        name, over = self.get_body_argument("name", "")[:200], self.get_body_argument("over", "") == "1"
        try:
            account = await asked(lambda: account_in(path.read_bytes(), name, self.store), LONGEST_IMPORT)
            store = self.store.replace if over else self.store.create
            await asked(lambda: store(account, by=self.person))
        except AccountExists as taken:
            answer = {"exists": account.slug, "message": str(taken)}
        else:
            path.unlink()
            answer = {"open": f"{self.base_url}workbook?account={account.slug}"}
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(answer))

    def wants_json(self) -> bool:
        return True


def account_in(content: bytes, name: str, store: Store) -> Account:
    """The account that a file is, or a new one around the statements in it, with the file's other companies as peers. Raises `StatementError`,
    `InvalidAccount`.
    """
    if content.lstrip()[:1] == b"{" and b'"slug"' in content:
        return from_json(content)
    imported = read(content, name, mapping=remembered_mapping(store, shape_of(content, name)))
    customer, (peers, _left) = named(imported, name), peers_in(content, name, imported)
    return begun(free_slug(store, customer), imported, customer, peers)

"""The landing page and what begins there: a new account, a statement file or an exported account dropped on
it.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from accountkit.errors import AccountExists, InvalidAccount
from accountkit.i18n import _, language
from accountkit.model import Account
from accountkit.server.account_rows import called, changed, rows
from accountkit.server.admission import NEW_ACCOUNTS
from accountkit.server.bar import IN_SWITCH, choices
from accountkit.server.page import Page
from accountkit.server.spool import Spool
from accountkit.server.threads import asked, in_thread
from accountkit.sources.apart import apart
from accountkit.sources.beginning import beginning, begun, by_name
from accountkit.store import Store, Wanted, free_slug, mappings
from accountkit.store.listing import A_PAGE, LONGEST_SEARCH, SORTS

AT_ONCE = 2
MOST_FOR_ONE = 2
"""Imports of one person at the same time."""
MOST_WAITING = 12
"""Imports of all together: one takes a second or two, and the process that reads it at most a minute and a half."""
MOST_SAME = 5
"""Accounts of one name that are named to somebody who would make another."""
IMPORTS = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="import")


class Listed(Page):
    """What the query says of the accounts that are asked for."""

    def wanted(self, size: int = A_PAGE) -> Wanted:
        sort = self.get_query_argument("sort", "")
        return Wanted(
            self.get_query_argument("q", "")[:LONGEST_SEARCH].strip(),
            next((one for one in SORTS if one == sort), SORTS[0]),
            self.page_asked(),
            self.get_query_argument("group", "")[:60],
            language(),
            size,
        )


class Landing(Listed):
    """GET ``?q=&sort=&page=&group=``: a page of accounts; no kernel is asked, and no document opened."""

    async def get(self) -> None:
        wanted = self.wanted()
        found = await asked(lambda: self.store.listing.page(wanted))
        near = self.near(found.page, found.pages)
        values = {"rows": rows(found, self.person), "found": found, "wanted": wanted, "near": near}
        self.finish(await asked(lambda: self.text("landing.html", works=self.works, **values)))


def of_name(page: Page, name: str) -> list[dict[str, str]]:
    """The accounts of a name that this person may read: to open one instead of making another."""
    return [
        {
            "slug": one.slug,
            "name": called(one.name, one.slug),
            "address": f"{page.base_url}workbook?account={one.slug}",
            "changed": changed(one, page.person),
        }
        for one in page.store.listing.of_name(name, MOST_SAME)
    ]


def _another(page: Page) -> bool:
    return page.get_body_argument("another", "") == "1"


class NewAccount(Listed):
    """POST ``name``: an empty account of that name; leads to its workbook, or tells a script that asks in JSON. If an account
    has that name, it is named (to a script as ``{"same": [{"slug", "name", "address", "changed"}]}``) until ``another=1``.

    GET ``?q=``: the first accounts that are found, as ``{"accounts": [{"name": …, "address": …}], "found": n, "all": n}``.
    """

    async def get(self) -> None:
        wanted = self.wanted(IN_SWITCH)
        found = await asked(lambda: self.store.page(wanted))
        known = [{"name": one.name, "address": one.address} for one in choices(found, self.base_url)]
        self.answer({"accounts": known, "found": found.found, "all": found.all})

    FOR_WORKERS = NEW_ACCOUNTS

    async def post(self) -> None:
        name = self.get_body_argument("name", "").strip()[:500]
        if not name:
            raise InvalidAccount(_("The name is empty. Enter the customer's name."))
        same = [] if _another(self) else await asked(lambda: of_name(self, name))
        if same:
            if self.wants_json():
                self.answer({"same": same})
            else:
                self.set_status(409)
                self.finish(await asked(lambda: self.text("same_name.html", same=same, name=name)))
            return
        account = await asked(lambda: self._made(name))
        address = f"{self.base_url}workbook?account={account.slug}"
        if self.wants_json():
            self.answer({"open": address})
        else:
            self.redirect(address)

    def _made(self, name: str) -> Account:
        return self.store.create(by_name(free_slug(self.store, name), name), by=self.person).account


class Import(Page):
    """POST an upload's id and name: a statement file makes an account, an exported account comes back.

    Answers ``{"open": address, "slug": slug, "to_check": [assumption, …]}``; where an exported account is stored already ``{"exists": slug}``, until
    ``over=1`` says that it is to be loaded over it, which undo takes back; where other accounts have its name
    ``{"same": …}`` as `NewAccount`, until ``another=1``.
    """

    FOR_WORKERS = NEW_ACCOUNTS

    async def post(self) -> None:
        spool: Spool = self.settings["accountkit_spool"]
        path = spool.path(self.get_body_argument("upload", ""), self.current_user.username)
        name, over = self.get_body_argument("name", "")[:200], self.get_body_argument("over", "") == "1"
        place = self.settings["accountkit_imports"].place(
            self.current_user.username,
            _("Several files of yours are being read. Wait for them, then try again."),
            _("Many files are being read just now. Try again in a minute."),
        )
        answer: dict[str, Any] = {}
        kept = False
        try:
            with place:
                account, to_check = await in_thread(
                    lambda: account_in(path.read_bytes(), name, self.store), IMPORTS
                )
            same = [] if over or _another(self) else await asked(lambda: of_name(self, account.profile.name))
            if same and account.slug not in {one["slug"] for one in same}:
                answer, kept = {"same": same}, True
            else:
                store = self.store.replace if over else self.store.create
                applied = await asked(lambda: store(account, by=self.person))
                slug = applied.account.slug
                answer = {
                    "open": f"{self.base_url}workbook?account={slug}",
                    "slug": slug,
                    "to_check": to_check,
                }
        except AccountExists as taken:
            answer, kept = {"exists": account.slug, "message": str(taken)}, True
        finally:
            if not kept:
                path.unlink(missing_ok=True)  # also one that was refused
        self.answer(answer)

    def wants_json(self) -> bool:
        return True


def account_in(content: bytes, name: str, store: Store) -> tuple[Account, tuple[str, ...]]:
    """The account that a file is, or a new one around the statements in it (`sources.beginning`), read in a process of its own;
    and what is to be checked in what was read. Raises `StatementError`, `InvalidAccount`.
    """
    found = apart(beginning, content, name, store.recalled(mappings.KIND), name=name or _("The file"))
    if isinstance(found, Account):
        return found, ()
    account = begun(free_slug(store, found.customer), found.imported, found.customer, found.peers)
    return account, found.to_check

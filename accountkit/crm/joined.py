"""The accounts as rows of a CRM change them: the differences, the edits, and where each row stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from accountkit.crm.reading import Row, Sheet, same_id, where
from accountkit.i18n import _
from accountkit.model import Account, Edit, apply
from accountkit.model.crm import CrmRow, System, Table

What = Literal["new", "changed", "kept", "joined", "gone"]


@dataclass(frozen=True)
class Change:
    """One difference. `kept`: both sides have changed and ours stays; `joined`: the row and the record are now known to
    be one; `gone`: our record was deleted and stays so. A `new` record has its name as `after`."""

    slug: str
    path: str
    what: What
    before: Any = None
    after: Any = None


@dataclass
class Joined:
    """What reading the files would do: the differences, and the edits of each account. Accounts in `new` are begun."""

    changes: list[Change] = field(default_factory=list)
    accounts: dict[str, Account] = field(default_factory=dict)
    edits: dict[str, list[Edit]] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)


class Desk:
    """The accounts as they become."""

    def __init__(self, accounts: Mapping[str, Account]) -> None:
        self.done = Joined(accounts=dict(accounts))
        self.wrong: list[str] = []
        self.seen: set[tuple[Table, str]] = set()
        self.known: dict[tuple[System, Table, str], tuple[str, str]] = {}
        """The CRM's id → our account and the key of its `CrmRow`."""
        self.named: dict[str, list[str]] = {}
        """Name of an account, in small letters → the accounts of that name."""
        for slug, account in accounts.items():
            self.name(account)
            for key, one in account.crm.items():
                self.known[one.system, one.table, same_id(one.system, one.external_id)] = slug, key

    def row_of(self, system: System, table: Table, external: str) -> tuple[str, CrmRow] | None:
        """The account and the row that the CRM's id stands for; None where it was never read."""
        found = self.known.get((system, table, same_id(system, external))) if external else None
        return found and (found[0], self.done.accounts[found[0]].crm[found[1]])

    def called(self, name: str) -> list[str]:
        """The accounts of a name."""
        return self.named.get(name.casefold(), []) if name else []

    def edit(self, slug: str, edit: Edit) -> None:
        self.done.accounts[slug] = apply(self.done.accounts[slug], [edit])
        self.done.edits.setdefault(slug, []).append(edit)

    def name(self, account: Account) -> None:
        for name in {account.profile.name, account.profile.name_zh} - {""}:
            slugs = self.named.setdefault(name.casefold(), [])
            if account.slug not in slugs:
                slugs.append(account.slug)

    def say(self, sheet: Sheet, row: Row, neutral: str, value: str, reason: str) -> None:
        self.wrong.append(
            _("{place}: “{value}” was not imported: {reason}.").format(
                place=where(sheet, row, neutral), value=value[:80], reason=reason
            )
        )


def record_at(account: Account, path: str) -> Any:
    """The record of ours at ``profile`` or ``stakeholders/s1``."""
    collection, _slash, key = path.partition("/")
    return account.profile if collection == "profile" else getattr(account, collection)[key]


def manager_of(account: Account, person: str) -> tuple[str, str]:
    """The key of the tie by which a person reports, and whom to; two blanks where it is not known. A CRM knows one manager."""
    for key, pair in account.pairs.items():
        if pair.tie == "reports_to" and pair.from_id == person:
            return key, pair.to_id
    return "", ""

"""Rows of a CRM joined with the accounts that are there: what is new, what has changed, what is kept.

A value is taken where ours is blank, or where ours is still what the CRM said last. Where both have changed since, ours
is kept and the difference is said, unless the CRM's is asked for; a blank cell takes nothing away.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from accountkit.crm.columns import OUR_KEY
from accountkit.crm.fields import READERS, Wrong, is_done, written
from accountkit.crm.joined import Change, Desk, Joined, record_at
from accountkit.crm.reading import Row, Sheet, external_id, same_id
from accountkit.crm.tying import tie
from accountkit.errors import InvalidEdit, StatementError
from accountkit.i18n import _, number
from accountkit.model import Account, Edit, Record, new_id, value_at
from accountkit.model.crm import CrmRow
from accountkit.model.crm import Table as Kind
from accountkit.model.slugs import slug_of

What = Literal["new", "changed", "kept", "joined", "gone"]
MOST_SAID = 10
"""Of what is wrong in a set of files, so many are said at once."""
ORDER: tuple[Kind, ...] = ("accounts", "contacts", "opportunities", "activities")
COLLECTION: dict[Kind, str] = {
    "accounts": "profile",
    "contacts": "stakeholders",
    "opportunities": "opportunities",
    "activities": "contacts",
}
OF_ACCOUNT: dict[Kind, tuple[str, str]] = {
    "contacts": ("parentcustomerid", "parentcustomeridname"),
    "opportunities": ("parentaccountid", "parentaccountidname"),
    "activities": ("accountid", "accountidname"),
}
"""Table → the columns that name its account: by id, by name."""


def join(accounts: Mapping[str, Account], sheets: Sequence[Sheet], *, overwrite: bool = False) -> Joined:
    """The rows of `sheets` joined with `accounts`. Raises `StatementError` with every row that cannot be placed or read."""
    joining = _Joining(accounts, overwrite)
    for sheet in sorted(sheets, key=lambda one: ORDER.index(one.table)):
        for row in sheet.rows:
            joining.take(sheet, row)
    for sheet, row, slug, path in joining.later:
        tie(joining, sheet, row, slug, path)
    if joining.wrong:
        more = len(joining.wrong) - MOST_SAID
        lines = joining.wrong[:MOST_SAID]
        if more > 0:
            lines.append(_("… and {n} more").format(n=number(more, 0)))
        raise StatementError("\n".join([*lines, _("Nothing was imported. Correct these rows first.")]))
    return joining.done


class _Joining(Desk):
    """Rows one after the other; what they say of one another comes when all are there."""

    def __init__(self, accounts: Mapping[str, Account], overwrite: bool) -> None:
        super().__init__(accounts)
        self.overwrite = overwrite

    def take(self, sheet: Sheet, row: Row) -> None:
        """One row: found or begun, compared, and its edits noted."""
        try:
            self._take(sheet, row)
        except Wrong as error:
            self.say(sheet, row, error.neutral, error.value, str(error))
        except InvalidEdit as error:
            self.say(sheet, row, "", error.path, error.reason)

    def _take(self, sheet: Sheet, row: Row) -> None:
        external = external_id(sheet, row)
        mark = same_id(sheet.system, external)
        if external and (sheet.table, mark) in self.seen:
            raise Wrong(next(iter(sheet.heads)), external, _("this id stands in two rows"))
        self.seen.add((sheet.table, mark))
        slug, key = self.known.get((sheet.system, sheet.table, mark), ("", "")) if external else ("", "")
        if slug:
            link = self.done.accounts[slug].crm[key]
            path = link.path
            if not _there(self.done.accounts[slug], path):
                self.done.changes.append(Change(slug, path, "gone"))
                return
        else:
            link = None
            slug, path = self._place(sheet, row)
        self._compare(sheet, row, slug, path, link, key)
        self.later.append((sheet, row, slug, path))

    def _place(self, sheet: Sheet, row: Row) -> tuple[str, str]:
        """The record of a row that comes for the first time: by our own key, by what it is called, or a new one."""
        ours = row.values.get(OUR_KEY, "")
        slug, _slash, path = ours.partition("/")
        if slug in self.done.accounts and _there(self.done.accounts[slug], path or "profile"):
            return slug, path or "profile"
        if sheet.table == "accounts":
            return self._account(row), "profile"
        slug = self._account_of(sheet, row)
        return slug, self._like(sheet, row, slug)

    def _account(self, row: Row) -> str:
        name = row.values.get("name", "")
        if not name:
            raise Wrong("name", "", _("an account needs a name"))
        same = self.called(name)
        if len(same) == 1:
            return same[0]
        if same:
            raise Wrong(
                "name", name, _("several accounts have this name: give the right one the external id")
            )
        first = slug_of(name)
        slug = next(s for s in _numbered(first) if s not in self.done.accounts)
        self.done.accounts[slug] = Account(slug=slug)
        self.done.new.add(slug)
        return slug

    def _account_of(self, sheet: Sheet, row: Row) -> str:
        by_id, by_name = OF_ACCOUNT[sheet.table]
        for external in row.values.get(by_id, "").split(";"):
            if found := self.row_of(sheet.system, "accounts", external.strip()):
                return found[0]
        name = row.values.get(by_name, "")
        same = self.called(name)
        if len(same) == 1:
            return same[0]
        if sheet.table == "activities":  # it may name its deal or its person alone
            deal = self.row_of(sheet.system, "opportunities", row.values.get("opportunityid", ""))
            person = self.row_of(sheet.system, "contacts", row.values.get("contactid", ""))
            if found := deal or person:
                return found[0]
        said = name or row.values.get(by_id, "")
        raise Wrong(
            by_name if name or by_id not in sheet.heads else by_id,
            said,
            _("several accounts have this name")
            if same
            else _("no account has this name or id; import the file of accounts too"),
        )

    def _like(self, sheet: Sheet, row: Row, slug: str) -> str:
        """The record of the account that the row describes, or the path of a new one."""
        collection = COLLECTION[sheet.table]
        if sheet.table == "activities" and not is_done(row.values):
            collection = "plan"
        fields = READERS[collection](sheet.system, row.values)
        account = self.done.accounts[slug]
        same = {name: fields[name] for name in SAME[collection] if fields[name]}
        if not same:
            raise Wrong(next(iter(sheet.heads)), "", _("the row has neither a name nor a subject"))
        taken = {one.path for one in account.crm.values() if one.system == sheet.system}
        for key, record in getattr(account, collection).items():
            path = f"{collection}/{key}"
            if path not in taken and all(getattr(record, name) == value for name, value in same.items()):
                return path
        path = f"{collection}/{new_id()}"
        self.edit(slug, Edit(path, {"order": len(getattr(account, collection))}))
        return path

    def _compare(self, sheet: Sheet, row: Row, slug: str, path: str, link: CrmRow | None, key: str) -> None:
        """Take what is new or has changed there, keep what has changed here, and remember what was said."""
        collection = path.split("/")[0]
        reader = READERS[collection]
        now = reader(sheet.system, row.values)
        last = reader(sheet.system, link.said) if link else {}
        account = self.done.accounts[slug]
        begun = link is None and _blank(record_at(account, path))
        # a value that says what we would write ourselves is the same, though the CRM has fewer stages, or names a currency
        mine = (
            {}
            if begun
            else reader(sheet.system, written(sheet.system, account, path, link.said if link else {}))
        )
        kept = False
        for name, value in now.items():
            ours = value_at(account, f"{path}/{name}")
            theirs, before = _plain(value), _plain(last.get(name))
            same = theirs == ours or (not begun and value == mine[name])
            if theirs in (None, "") or same or (link and theirs == before):
                continue
            if not _is_blank(record_at(account, path), name) and ours != before and not self.overwrite:
                kept = True
                self.done.changes.append(Change(slug, f"{path}/{name}", "kept", ours, theirs))
                continue
            self.edit(slug, Edit(f"{path}/{name}", value))
            if not begun:
                self.done.changes.append(Change(slug, f"{path}/{name}", "changed", ours, theirs))
        if begun:
            said = (
                now.get("name")
                or now.get("real_name")
                or now.get("role_title")
                or now.get("action")
                or now.get("note")
            )
            self.done.changes.append(Change(slug, path, "new", after=said))
        if path == "profile":
            self.name(self.done.accounts[slug])
        self._remember(sheet, row, slug, path, link, key, kept, begun)

    def _remember(
        self,
        sheet: Sheet,
        row: Row,
        slug: str,
        path: str,
        link: CrmRow | None,
        key: str,
        kept: bool,
        begun: bool,
    ) -> None:
        external = external_id(sheet, row)
        if not external:
            return
        said = (link.said if link else {}) if kept else row.values
        new = CrmRow(
            system=sheet.system, table=sheet.table, external_id=external, path=path, said=said, kept=row.kept
        )
        if new == link:
            return
        if link is None:
            key = new_id("crm-")
            self.known[sheet.system, sheet.table, same_id(sheet.system, external)] = slug, key
            if not begun:
                self.done.changes.append(Change(slug, path, "joined", after=external))
        self.edit(slug, Edit(f"crm/{key}", new))


SAME: dict[str, tuple[str, ...]] = {
    "stakeholders": ("real_name", "role_title"),
    "opportunities": ("name",),
    "contacts": ("date", "note"),
    "plan": ("action", "due"),
}
"""What two records of a collection have in common that are one, though no id says so."""


def _numbered(slug: str) -> Iterable[str]:
    return itertools.chain([slug], (f"{slug}-{n}" for n in itertools.count(2)))


def _there(account: Account, path: str) -> bool:
    collection, _slash, key = path.partition("/")
    return path == "profile" or key in getattr(account, collection, {})


def _is_blank(record: Record, name: str) -> bool:
    """Whether a field is as it is before anybody has filled it in."""
    return bool(getattr(record, name) == type(record).model_fields[name].default)


def _blank(record: Record) -> bool:
    return all(_is_blank(record, name) for name in type(record).model_fields if name != "order")


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value

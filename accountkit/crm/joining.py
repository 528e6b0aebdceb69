"""Rows of a CRM joined with the accounts that are there: what is new, what has changed, what is kept.

A value is taken where ours is blank, or where ours is still what the CRM said last. Where both have changed since, ours
is kept and the difference is said, unless the CRM's is asked for; a blank cell takes nothing away.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from accountkit.crm.columns import OUR_KEY
from accountkit.crm.fields import READERS, Wrong, is_done, written
from accountkit.crm.joined import Change, Desk, Joined, record_at
from accountkit.crm.reading import Row, Sheet, external_id, same_id
from accountkit.crm.tying import Told, tie
from accountkit.errors import InvalidEdit, StatementError
from accountkit.i18n import _, number
from accountkit.model import Account, Edit, apply, new_id
from accountkit.model.crm import CrmRow
from accountkit.model.crm import Table as Kind
from accountkit.model.record import as_json
from accountkit.store.slugs import free_slug

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


def join(
    accounts: Mapping[str, Account],
    sheets: Sequence[Sheet],
    *,
    overwrite: bool = False,
    taken: Collection[str] = (),
) -> Joined:
    """The rows of `sheets` joined with `accounts`; `taken` are slugs that no new account may have. Raises `StatementError`
    with every row that cannot be placed or read."""
    joining = _Joining(accounts, overwrite, taken)
    for sheet in sorted(sheets, key=lambda one: ORDER.index(one.table)):
        for row in sheet.rows:
            joining.take(sheet, row)
    joining.tie()
    if joining.wrong:
        more = len(joining.wrong) - MOST_SAID
        lines = joining.wrong[:MOST_SAID]
        if more > 0:
            lines.append(_("… and {n} more").format(n=number(more, 0)))
        raise StatementError("\n".join([*lines, _("Nothing was imported. Correct these rows first.")]))
    return joining.done


@dataclass(frozen=True)
class Place:
    """The record of ours that a row stands for: `begun` if it is still to be made, `link` if the row was read before."""

    slug: str
    path: str
    begun: bool = False
    link: CrmRow | None = None

    @property
    def said(self) -> Mapping[str, str]:
        """What the CRM said when it was read last."""
        return self.link.said if self.link else {}


class _Joining(Desk):
    """Rows one after the other; what they say of one another comes when all are there."""

    def __init__(self, accounts: Mapping[str, Account], overwrite: bool, taken: Collection[str]) -> None:
        super().__init__(accounts)
        self.overwrite, self.taken = overwrite, taken
        self.later: list[tuple[Told, Place, bool]] = []
        """The rows whose ties to others are still to be made, and whether a value of ours was kept against them."""

    def slugs(self, beginning: str) -> set[str]:
        """The slugs that are taken and begin so, as a store says them (`free_slug`)."""
        return {slug for slug in (*self.taken, *self.done.accounts) if slug.startswith(beginning)}

    def take(self, sheet: Sheet, row: Row) -> None:
        """One row: found or begun, compared, and its edits noted."""
        try:
            self._take(sheet, row)
        except Wrong as error:
            self.say(sheet, row, error.neutral, error.value, str(error))
        except InvalidEdit as error:
            self.say(sheet, row, *_blamed(sheet, row, error), error.reason)

    def _take(self, sheet: Sheet, row: Row) -> None:
        external = external_id(sheet, row)
        mark = same_id(sheet.system, external)
        if external and (sheet.table, mark) in self.seen:
            raise Wrong(next(iter(sheet.heads)), external, _("this id stands in two rows"))
        self.seen.add((sheet.table, mark))
        place = self._known(sheet, mark) if external else None
        if place is None:
            place = self._place(sheet, row)
        elif not _there(self.done.accounts[place.slug], place.path):
            self.done.changes.append(Change(place.slug, place.path, "gone"))
            return
        kept = self._begin(sheet, row, place) if place.begun else self._compare(sheet, row, place)
        if place.path == "profile":
            self.name(self.done.accounts[place.slug])
        if external and place.link is None:  # others may name it
            self._remember(sheet, row, place, said={} if kept else row.values)
        before = dict(place.link.said) if place.link else None
        self.later.append((Told(sheet, row, place.slug, place.path, before, place.begun), place, kept))

    def tie(self) -> None:
        """What the rows say of one another, when all are there."""
        kept = tie(self, [told for told, _place, _kept in self.later], overwrite=self.overwrite)
        for n, (told, place, was_kept) in enumerate(self.later):
            if external_id(told.sheet, told.row) and (place.link or n in kept):
                said = place.said if was_kept or n in kept else told.row.values
                self._remember(told.sheet, told.row, place, said=said)

    def _known(self, sheet: Sheet, mark: str) -> Place | None:
        """The record that the CRM's id was read for before."""
        slug, key = self.known.get((sheet.system, sheet.table, mark), ("", ""))
        if not slug:
            return None
        link = self.done.accounts[slug].crm[key]
        return Place(slug, link.path, link=link)

    def _place(self, sheet: Sheet, row: Row) -> Place:
        """The record of a row that comes for the first time: by our own key, by what it is called, or a new one."""
        ours = row.values.get(OUR_KEY, "")
        slug, _slash, path = ours.partition("/")
        if slug in self.done.accounts and _there(self.done.accounts[slug], path or "profile"):
            return Place(slug, path or "profile")
        if sheet.table == "accounts":
            return self._account(row)
        return self._like(sheet, row, self._account_of(sheet, row))

    def _account(self, row: Row) -> Place:
        name = row.values.get("name", "")
        if not name:
            raise Wrong("name", "", _("an account needs a name"))
        same = self.called(name)
        if len(same) == 1:
            return Place(same[0], "profile")
        if same:
            raise Wrong(
                "name", name, _("several accounts have this name: give the right one the external id")
            )
        slug = free_slug(self, name)
        self.done.accounts[slug] = Account(slug=slug)
        self.done.new.add(slug)
        return Place(slug, "profile", begun=True)

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

    def _like(self, sheet: Sheet, row: Row, slug: str) -> Place:
        """The record of the account that the row describes, or a new one."""
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
                return Place(slug, path)
        return Place(slug, f"{collection}/{new_id()}", begun=True)

    def _begin(self, sheet: Sheet, row: Row, place: Place) -> bool:
        """Make the record of a row, whole; False, for nothing of ours is kept against it."""
        collection = place.path.split("/")[0]
        now = READERS[collection](sheet.system, row.values)
        record = {name: value for name, value in now.items() if value not in (None, "")}
        if collection != "profile":
            record["order"] = len(getattr(self.done.accounts[place.slug], collection))
        self.edit(place.slug, Edit(place.path, record))
        called = next(filter(None, map(now.get, CALLED)), None)
        self.done.changes.append(Change(place.slug, place.path, "new", after=called))
        return False

    def _compare(self, sheet: Sheet, row: Row, place: Place) -> bool:
        """Take what is new or has changed there; whether something was kept that has changed on both sides."""
        slug, path = place.slug, place.path
        reader = READERS[path.split("/")[0]]
        account, kept = self.done.accounts[slug], False
        record, last = record_at(account, path), reader(sheet.system, place.said)
        # a value that says what we would write ourselves is the same, though the CRM has fewer stages, or names a currency
        mine = reader(sheet.system, written(sheet.system, account, path, place.said))
        for name, value in reader(sheet.system, row.values).items():
            ours, theirs, before = as_json(getattr(record, name)), as_json(value), as_json(last[name])
            same = theirs == ours or value == mine[name]
            if theirs in (None, "") or same or (place.link and theirs == before):
                continue
            untouched = getattr(record, name) == type(record).model_fields[name].default
            if untouched or self.overwrite or (place.link and ours == before):
                self.edit(slug, Edit(f"{path}/{name}", value))
                self.done.changes.append(Change(slug, f"{path}/{name}", "changed", ours, theirs))
            else:
                kept = True
                self.done.changes.append(Change(slug, f"{path}/{name}", "kept", ours, theirs))
        return kept

    def _remember(self, sheet: Sheet, row: Row, place: Place, said: Mapping[str, str]) -> None:
        """Which row of the CRM the record is, and what it said."""
        external = external_id(sheet, row)
        mark = (sheet.system, sheet.table, same_id(sheet.system, external))
        _slug, key = self.known.setdefault(mark, (place.slug, new_id("crm-")))
        link = CrmRow(
            system=sheet.system,
            table=sheet.table,
            external_id=external,
            path=place.path,
            said=dict(said),
            kept=row.kept,
        )
        before = self.done.accounts[place.slug].crm.get(key)
        if link == before:
            return
        if before is None and not place.begun:
            self.done.changes.append(Change(place.slug, place.path, "joined", after=external))
        self.edit(place.slug, Edit(f"crm/{key}", link))


CALLED = ("name", "real_name", "role_title", "action", "note")
"""What a new record is called in a list of changes: the first of these that it has."""
SAME: dict[str, tuple[str, ...]] = {
    "stakeholders": ("real_name", "role_title"),
    "opportunities": ("name",),
    "contacts": ("date", "note"),
    "plan": ("action", "due"),
}
"""What two records of a collection have in common that are one, though no id says so."""


def _blamed(sheet: Sheet, row: Row, error: InvalidEdit) -> tuple[str, str]:
    """The column, by its neutral name, and the value of a row for which an edit was refused: the first that is refused alone."""
    collection = error.path.split("/")[0]
    path = collection if collection == "profile" else f"{collection}/one"
    for neutral, text in row.values.items():
        try:
            fields = READERS[collection](sheet.system, {neutral: text})
            record = {name: value for name, value in fields.items() if value not in (None, "")}
            apply(Account(slug="one"), [Edit(path, record)])
        except InvalidEdit:
            return neutral, text
    return next(iter(sheet.heads)), next(iter(row.values.values()), "")


def _there(account: Account, path: str) -> bool:
    collection, _slash, key = path.partition("/")
    return path == "profile" or key in getattr(account, collection, {})

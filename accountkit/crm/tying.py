"""What a row of a CRM says of others: an account's parent, who reports to whom, who was there, about which deal."""

from __future__ import annotations

from accountkit.crm.joined import Change, Desk
from accountkit.crm.reading import Row, Sheet
from accountkit.errors import InvalidEdit
from accountkit.model import Edit, new_id, value_at


def tie(desk: Desk, sheet: Sheet, row: Row, slug: str, path: str) -> None:
    """What a row says of other rows: the parent of an account, who reports to whom, who was there, about which deal."""
    try:
        if sheet.table == "accounts":
            _parent(desk, sheet, row, slug)
        elif sheet.table == "contacts":
            _manager(desk, sheet, row, slug, path)
        elif sheet.table == "activities":
            _company(desk, sheet, row, slug, path)
    except InvalidEdit as error:
        desk.say(sheet, row, "managername", error.path, error.reason)


def _parent(desk: Desk, sheet: Sheet, row: Row, slug: str) -> None:
    found = desk.row_of(sheet.system, "accounts", row.values.get("parentaccountid", ""))
    same = desk.called(row.values.get("parentaccountidname", ""))
    parent = found[0] if found else same[0] if len(same) == 1 else ""
    if parent and parent != slug and not desk.done.accounts[slug].profile.parent:
        desk.edit(slug, Edit("profile/parent", parent))
        desk.done.changes.append(Change(slug, "profile/parent", "changed", "", parent))


def _manager(desk: Desk, sheet: Sheet, row: Row, slug: str, path: str) -> None:
    account = desk.done.accounts[slug]
    above = _person(desk, sheet, slug, row.values.get("managerid", ""), row.values.get("managername", ""))
    person = path.partition("/")[2]
    tied = any(pair.tie == "reports_to" and pair.from_id == person for pair in account.pairs.values())
    if above and above != person and not tied:
        tie = {"from_id": person, "to_id": above, "tie": "reports_to", "order": len(account.pairs)}
        key = f"pairs/{new_id()}"
        desk.edit(slug, Edit(key, tie))
        desk.done.changes.append(Change(slug, key, "new", after=account.stakeholders[above].real_name))


def _company(desk: Desk, sheet: Sheet, row: Row, slug: str, path: str) -> None:
    account = desk.done.accounts[slug]
    found = desk.row_of(sheet.system, "opportunities", row.values.get("opportunityid", ""))
    if found and found[0] == slug:
        deal = found[1].path.partition("/")[2]
        if value_at(account, f"{path}/opportunity_id") is None:
            desk.edit(slug, Edit(f"{path}/opportunity_id", deal))
    ids, names = row.values.get("contactid", ""), row.values.get("contactidname", "")
    people = [_person(desk, sheet, slug, one.strip(), "") for one in ids.split(";") if one.strip()]
    people += [_person(desk, sheet, slug, "", one.strip()) for one in names.split(";") if one.strip()]
    there = list(dict.fromkeys(filter(None, people)))
    if there and path.startswith("contacts/") and not value_at(account, f"{path}/stakeholder_ids"):
        desk.edit(slug, Edit(f"{path}/stakeholder_ids", there))


def _person(desk: Desk, sheet: Sheet, slug: str, external: str, name: str) -> str:
    """The key of a person of the account, by the CRM's id or by the name; blank where there is none."""
    account = desk.done.accounts[slug]
    found = desk.row_of(sheet.system, "contacts", external)
    if found and found[0] == slug:
        return found[1].path.partition("/")[2]
    same = [key for key, one in account.stakeholders.items() if name and one.real_name == name]
    return same[0] if len(same) == 1 else ""

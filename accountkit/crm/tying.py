"""What a row of a CRM says of others: an account's parent, who reports to whom, who was there, about which deal.

Compared as a field is (joining): taken where ours is blank or still what the CRM said last, else kept and said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from accountkit.crm.joined import Change, Desk, manager_of, record_at
from accountkit.crm.reading import Row, Sheet
from accountkit.errors import InvalidEdit
from accountkit.i18n import _
from accountkit.model import Edit, new_id, remove

Values = dict[str, str]


@dataclass(frozen=True)
class Told:
    """A row whose record stands at `path`, and what the CRM said of it before: None if it comes for the first time. `begun`:
    the record was made of this row."""

    sheet: Sheet
    row: Row
    slug: str
    path: str
    before: Values | None
    begun: bool

    @property
    def key(self) -> str:
        """The key of the record in its collection."""
        return self.path.partition("/")[2]


def tie(desk: Desk, rows: Sequence[Told], *, overwrite: bool) -> set[int]:
    """Make the ties that `rows` tell of; the places of the rows of which a tie was kept that differs."""
    people = [n for n, told in enumerate(rows) if told.sheet.table == "contacts"]
    kept = {n for n, told in enumerate(rows) if n not in people and _others(desk, told, overwrite)}
    return kept | _managers(desk, {n: rows[n] for n in people}, overwrite)


def _others(desk: Desk, told: Told, overwrite: bool) -> bool:
    """The ties of an account or an activity; whether one was kept."""
    if told.sheet.table == "accounts":
        now, before = (_parent(desk, told, values) for values in (told.row.values, told.before))
        ours = desk.done.accounts[told.slug].profile.parent
        return _compared(desk, told, "parent", (ours, now, before), (ours, now), overwrite)
    if told.sheet.table != "activities":
        return False
    record = record_at(desk.done.accounts[told.slug], told.path)
    now, before = (_deal(desk, told, values) for values in (told.row.values, told.before))
    ours = record.opportunity_id or ""
    shown = tuple(_named(desk, told, "opportunities", key) for key in (ours, now))
    kept = _compared(desk, told, "opportunity_id", (ours, now, before), shown, overwrite)
    if told.path.startswith("contacts/"):
        kept |= _attendees(desk, told, record.stakeholder_ids, overwrite)
    return kept


def _attendees(desk: Desk, told: Told, ours: tuple[str, ...], overwrite: bool) -> bool:
    now, before = (_people(desk, told, values) for values in (told.row.values, told.before))
    system = told.sheet.system
    known = {one.path for one in desk.done.accounts[told.slug].crm.values() if one.system == system}
    # a role without a name never went to the CRM, which therefore cannot name it
    visible = [
        key for key in ours if f"stakeholders/{key}" in known or _named(desk, told, "stakeholders", key)
    ]
    one_alone = system == "salesforce" and len(now) == 1  # its activities name one person only
    if set(now) == set(visible) or (one_alone and now[0] in visible):
        return False
    shown = tuple([_named(desk, told, "stakeholders", key) for key in keys] for keys in (ours, now))
    return _compared(desk, told, "stakeholder_ids", (list(ours), now, before), shown, overwrite)


def _compared(
    desk: Desk, told: Told, name: str, states: tuple[Any, Any, Any], shown: tuple[Any, ...], overwrite: bool
) -> bool:
    """Take a tie that a field holds, or keep ours; `states` are ours, the CRM's now and before, `shown` ours and the CRM's in
    words. Whether ours was kept though it differs."""
    ours, now, before = states
    path = f"{told.path}/{name}"
    if not now or now == ours or (ours and told.before is not None and now == before):
        return False
    if ours and not overwrite and (told.before is None or ours != before):
        desk.done.changes.append(Change(told.slug, path, "kept", *shown))
        return True
    desk.edit(told.slug, Edit(path, now))
    if not told.begun or name == "parent":
        desk.done.changes.append(Change(told.slug, path, "changed", *shown))
    return False


def _managers(desk: Desk, rows: dict[int, Told], overwrite: bool) -> set[int]:
    """Who reports to whom. Lines of reporting make sense only together: what would close a ring is tried again after the rest."""
    wanted = {(told.slug, told.key): _manager(desk, told, told.row.values) for told in rows.values()}
    todo, kept = {}, set()
    for n, told in rows.items():
        person = told.key
        now, before = wanted[told.slug, person], _manager(desk, told, told.before)
        account = desk.done.accounts[told.slug]
        _key, ours = manager_of(account, person)
        tied = {
            one.to_id for one in account.pairs.values() if (one.from_id, one.tie) == (person, "reports_to")
        }
        if not now or now in {*tied, person} or (ours and told.before is not None and now == before):
            continue
        if _ring(wanted, told.slug, person):
            _say_ring(desk, told, person, now)
        elif ours and not overwrite and (told.before is None or ours != before):
            kept.add(n)
            _note(desk, told, "kept", person, now)
        else:
            todo[n] = (person, now)
    moved = True
    while todo and moved:
        moved = False
        for n, (person, now) in list(todo.items()):
            if _reports(desk, rows[n], person, now):
                del todo[n]
                moved = True
        if todo and not moved and overwrite:
            n, (person, now) = next(iter(todo.items()))
            moved = _made_free(desk, rows[n], person, now, wanted)
    for n, (person, now) in todo.items():
        kept.add(n)
        _note(desk, rows[n], "kept", person, now)
    return kept


def _ring(wanted: dict[tuple[str, str], str], slug: str, person: str) -> bool:
    """Whether the files themselves say that a person reports, over others, to themselves."""
    seen, above = {person}, wanted.get((slug, person), "")
    while above and above not in seen:
        seen.add(above)
        above = wanted.get((slug, above), "")
    return above == person


def _say_ring(desk: Desk, told: Told, person: str, above: str) -> None:
    column = "managerid" if told.row.values.get("managerid") else "managername"
    names = (_named(desk, told, "stakeholders", key) for key in (person, above))
    reason = _("{person} would report to themselves, over {manager}; correct who reports to whom").format(
        **dict(zip(("person", "manager"), names, strict=True))
    )
    desk.say(told.sheet, told.row, column, told.row.values[column], reason)


def _reports(desk: Desk, told: Told, person: str, above: str) -> bool:
    """Let the person report to `above`; False, and nothing done, where that would close a ring."""
    key, ours = manager_of(desk.done.accounts[told.slug], person)
    order = len(desk.done.accounts[told.slug].pairs)
    tie = {"from_id": person, "to_id": above, "tie": "reports_to", "order": order}
    what, place = ("changed", key) if key else ("new", new_id())
    shown = _named(desk, told, "stakeholders", ours) or None, _named(desk, told, "stakeholders", above)
    try:
        desk.edit(told.slug, Edit(f"pairs/{key}/to_id", above) if key else Edit(f"pairs/{place}", tie))
    except InvalidEdit:
        return False
    desk.done.changes.append(Change(told.slug, f"pairs/{place}", what, *shown))  # type: ignore[arg-type]
    return True


def _made_free(desk: Desk, told: Told, person: str, above: str, wanted: dict[tuple[str, str], str]) -> bool:
    """Take away the first of our ties between `above` and the person that the CRM does not know; whether there was one."""
    account = desk.done.accounts[told.slug]
    seen: set[str] = set()
    while above and above not in seen and above != person:
        seen.add(above)
        key, ours = manager_of(account, above)
        if key and wanted.get((told.slug, above), "") != ours:
            desk.edit(told.slug, remove(f"pairs/{key}"))
            shown = _named(desk, told, "stakeholders", ours)
            desk.done.changes.append(Change(told.slug, f"pairs/{key}", "changed", shown, None))
            return True
        above = ours
    return False


def _note(desk: Desk, told: Told, what: Any, person: str, above: str) -> None:
    key, ours = manager_of(desk.done.accounts[told.slug], person)
    path = f"pairs/{key}" if key else told.path
    shown = _named(desk, told, "stakeholders", ours) or None, _named(desk, told, "stakeholders", above)
    desk.done.changes.append(Change(told.slug, path, what, *shown))


def _parent(desk: Desk, told: Told, values: Values | None) -> str:
    values = values or {}
    found = desk.row_of(told.sheet.system, "accounts", values.get("parentaccountid", ""))
    same = desk.called(values.get("parentaccountidname", ""))
    parent = found[0] if found else same[0] if len(same) == 1 else ""
    return "" if parent == told.slug else parent


def _manager(desk: Desk, told: Told, values: Values | None) -> str:
    values = values or {}
    return _person(desk, told, values.get("managerid", ""), values.get("managername", ""))


def _deal(desk: Desk, told: Told, values: Values | None) -> str:
    found = desk.row_of(told.sheet.system, "opportunities", (values or {}).get("opportunityid", ""))
    key = found[1].path.partition("/")[2] if found and found[0] == told.slug else ""
    return key if key in desk.done.accounts[told.slug].opportunities else ""


def _people(desk: Desk, told: Told, values: Values | None) -> list[str]:
    ids, names = ((values or {}).get(one, "").split(";") for one in ("contactid", "contactidname"))
    people = [_person(desk, told, one.strip(), "") for one in ids]
    people += [_person(desk, told, "", one.strip()) for one in names]
    return list(dict.fromkeys(filter(None, people)))


def _person(desk: Desk, told: Told, external: str, name: str) -> str:
    """The key of a person of the account, by the CRM's id or by the name; blank where there is none."""
    people = desk.done.accounts[told.slug].stakeholders
    found = desk.row_of(told.sheet.system, "contacts", external)
    if found and found[0] == told.slug:
        key = found[1].path.partition("/")[2]
        return key if key in people else ""
    same = [key for key, one in people.items() if name and one.real_name == name]
    return same[0] if len(same) == 1 else ""


def _named(desk: Desk, told: Told, collection: str, key: str) -> str:
    """What one of our records is called by the CRM's users; blank where it is none."""
    record = getattr(desk.done.accounts[told.slug], collection).get(key)
    if record is None:
        return ""
    return record.name or record.what if collection == "opportunities" else record.real_name

"""Accounts as the CSV files that a CRM takes: one for each table, its columns named as the CRM names them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from accountkit.crm.columns import COLUMNS, DO_NOT_MODIFY, OUR_KEY, id_of
from accountkit.crm.fields import written
from accountkit.crm.joined import Desk, manager_of, record_at
from accountkit.model import Account
from accountkit.model.crm import CrmRow, System, Table
from accountkit.model.meetings import Contact
from accountkit.sources.cells.formulas import neutralised

COLLECTIONS: dict[Table, tuple[str, ...]] = {
    "contacts": ("stakeholders",),
    "opportunities": ("opportunities",),
    "activities": ("contacts", "plan"),
}
LABELLED: dict[System, bool] = {"salesforce": False, "hubspot": True, "dynamics": True}
"""Whether the system's own import looks for labels; the others look for the names of fields."""


@dataclass(frozen=True)
class Written:
    """The files by table, as CSV text (none for a table without rows), and the roles that no CRM takes because they have no name."""

    files: dict[Table, str]
    nameless: tuple[str, ...]


def write(accounts: Sequence[Account], system: System) -> Written:
    """The accounts as files of `system`; each row has our own key, and the CRM's id where it was read from there.

    Private judgements about people are never written, their names are: the CRM is where names belong.
    """
    desk = Desk({account.slug: account for account in accounts})
    rows: dict[Table, list[dict[str, str]]] = {table: [] for table in COLUMNS}
    nameless: list[str] = []
    for account in accounts:
        for table, path in _records(account):
            if path.startswith("stakeholders/") and not record_at(account, path).real_name:
                nameless.append(record_at(account, path).role_title or path)
                continue
            rows[table].append(_row(desk, account, table, path, system))
    files = {table: _csv(table, found, system) for table, found in rows.items() if found}
    return Written(files, tuple(nameless))


def _records(account: Account) -> Iterator[tuple[Table, str]]:
    yield "accounts", "profile"
    for table, collections in COLLECTIONS.items():
        for collection in collections:
            for key, record in getattr(account, collection).items():
                if getattr(record, "status", "") != "dropped":
                    yield table, f"{collection}/{key}"


def _row(desk: Desk, account: Account, table: Table, path: str, system: System) -> dict[str, str]:
    """One row by neutral name, with the columns that go back unchanged by their own."""
    link = _link(account, system, path)
    said: Mapping[str, str] = link.said if link else {}
    row = {name: neutralised(text) for name, text in written(system, account, path, said).items()}
    row[id_of(table)] = link.external_id if link else ""
    row[OUR_KEY] = account.slug if path == "profile" else f"{account.slug}/{path}"
    row |= {name: neutralised(text) for name, text in _ties(desk, account, table, path, system).items()}
    return row | (link.kept if link else {})


def _ties(desk: Desk, account: Account, table: Table, path: str, system: System) -> dict[str, str]:
    """What the row says of other rows, by id where the CRM has given one, and by name."""
    record = record_at(account, path)
    whole = _link(account, system, "profile")
    company, name = whole.external_id if whole else "", account.profile.name
    if table == "accounts":
        parent = desk.done.accounts.get(account.profile.parent)
        above = _link(parent, system, "profile") if parent else None
        return {
            "parentaccountid": above.external_id if above else "",
            "parentaccountidname": parent.profile.name if parent else "",
        }
    if table == "contacts":
        _key, boss = manager_of(account, path.partition("/")[2])
        above = _link(account, system, f"stakeholders/{boss}")
        return {
            "parentcustomerid": company,
            "parentcustomeridname": name,
            "managerid": above.external_id if above else "",
            "managername": account.stakeholders[boss].real_name if boss in account.stakeholders else "",
        }
    if table == "opportunities":
        return {"parentaccountid": company, "parentaccountidname": name}
    people = record.stakeholder_ids if isinstance(record, Contact) else ()
    names = [account.stakeholders[key].real_name for key in people if key in account.stakeholders]
    met = [_link(account, system, f"stakeholders/{key}") for key in people]
    deal = _link(account, system, f"opportunities/{record.opportunity_id}")
    return {
        "accountid": company,
        "accountidname": name,
        "opportunityid": deal.external_id if deal else "",
        "contactid": ";".join(one.external_id for one in met if one),
        "contactidname": ";".join(filter(None, names)),
    }


def _link(account: Account, system: System, path: str) -> CrmRow | None:
    return next((one for one in account.crm.values() if one.system == system and one.path == path), None)


def _csv(table: Table, rows: list[dict[str, str]], system: System) -> str:
    """CSV as Excel and the CRM's own import read it: a column that no row fills is left out, but for the id and our key."""
    heads: dict[str, str] = {}
    for neutral, names in COLUMNS[table].items():
        needed = neutral in (id_of(table), OUR_KEY) or any(row.get(neutral) for row in rows)
        if names[system] and needed:
            labelled = LABELLED[system] and len(names[system]) > 1
            heads[neutral] = names[system][1 if labelled else 0]
    kept = [name for row in rows for name in row if name.startswith(DO_NOT_MODIFY)]
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    own = [name for name in dict.fromkeys(kept) if name not in heads.values()]
    writer.writerow([*heads.values(), *own])
    for row in rows:
        # the id stands in its row as it was read, whatever it was compared by
        cells = [
            row.get(head) if head.startswith(DO_NOT_MODIFY) and head in row else row.get(neutral, "")
            for neutral, head in heads.items()
        ]
        writer.writerow([*cells, *(row.get(name, "") for name in own)])
    return stream.getvalue()

"""Which row of a CRM (customer relationship management system) a record of the account is."""

from __future__ import annotations

from typing import Literal

from accountkit.model.record import Key, Line, Record, Text

System = Literal["salesforce", "hubspot", "dynamics"]
Table = Literal["accounts", "contacts", "opportunities", "activities"]


class CrmRow(Record):
    """A row of a CRM that was read. `path` is the record of ours that it stands for (``profile``, ``stakeholders/s1``).

    `said` holds what the CRM said when it was read last, by the neutral names of `accountkit.crm.columns`: what has
    changed since, there or here, shows by it. `kept` holds columns that the CRM wants back unchanged, by their own names.
    """

    system: System
    table: Table
    external_id: Line
    path: Line
    said: dict[Key, Text] = {}
    kept: dict[Line, Text] = {}

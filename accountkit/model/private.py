"""What describes real people and stays with its author (methods.md, A3: private by default)."""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.model.account import Account
from accountkit.model.people import Stakeholder
from accountkit.model.record import Record

PRIVATE_STAKEHOLDER_FIELDS = (
    "real_name",
    "attitude",
    "power_class",
    "influence",
    "supporter_roles",
    "personal_needs",
    "private_note",
)


def shareable(account: Account) -> Account:
    """The account without its private parts; evidence that only they used stays, for it says nothing by itself."""
    blank = {name: Stakeholder.model_fields[name].default for name in PRIVATE_STAKEHOLDER_FIELDS}
    return account.model_copy(
        update={
            "private_answers": {},
            "pairs": {},
            "stakeholders": _without(account.stakeholders, blank),
            "motives": _without(account.motives, {"personal_fit": None}),
            "doubts": _without(account.doubts, {"hidden_worry": ""}),
        }
    )


def _without(records: Mapping[str, Record], blank: dict[str, object]) -> dict[str, Record]:
    return {key: record.model_copy(update=blank) for key, record in records.items()}

"""The people of the plant with their roles, ties and contacts: what the worked examples of the map of people share."""

from __future__ import annotations

import datetime as dt
from typing import Any

from accountkit.model import Account, Answer, Contact, Pair, Value
from tests.methods.plant import DAY, plant

ROLES: dict[str, dict[str, Any]] = {
    "operations": {"decision_roles": ("decider_active",)},
    "manager": {"decision_roles": ("decider_dormant",), "dormant_reason": "technical"},
    "it": {"leader_traits": ("expert", "broad_view")},
    "purchasing": {"decision_roles": ("organiser",)},
    "finance": {"decision_roles": ("approver",)},
    "coating": {"leader_traits": ("expert",)},
}
TIES = {
    "post": Pair(from_id="operations", to_id="manager", tie="reports_to", strength=2),
    "board": Pair(from_id="finance", to_id="manager", tie="reports_to", strength=5),
    "buying": Pair(from_id="purchasing", to_id="finance", tie="reports_to", strength=5),
    "line": Pair(from_id="coating", to_id="operations", tie="reports_to", strength=5),
    "advice": Pair(from_id="it", to_id="manager", tie="influences", strength=4),
    "trust": Pair(from_id="finance", to_id="manager", tie="close", strength=4),
    "budget": Pair(from_id="finance", to_id="operations", tie="tense", strength=4),
}
DAYS = {"operations": 11, "coating": 19, "it": 86, "purchasing": 40, "quality": 5}
PRESALES = ("coating", "quality")


def contact(person: str, days: int) -> Contact:
    return Contact(
        date=DAY - dt.timedelta(days=days),
        stakeholder_ids=(person,),
        by="Presales" if person in PRESALES else "Seller",
    )


def house(without: tuple[str, ...] = (), **update: Any) -> Account:
    """The plant as the worked examples of people have it, but for who is left out."""
    account = plant()
    people = {
        key: one.model_copy(update=ROLES.get(key, {}))
        for key, one in account.stakeholders.items()
        if key not in without
    }
    found = {
        "stakeholders": people,
        "pairs": TIES,
        "contacts": {key: contact(key, days) for key, days in DAYS.items() if key in people},
    }
    return account.model_copy(update={**found, **update})


def changed(account: Account, person: str, **fields: Any) -> Account:
    """The account with other fields of one person."""
    people = dict(account.stakeholders)
    people[person] = people[person].model_copy(update=fields)
    return account.model_copy(update={"stakeholders": people})


CHINESE = {
    "General manager": "总经理",
    "Head of operations": "运营负责人",
    "Head of finance": "财务负责人",
    "Head of IT": "信息化负责人",
    "Purchasing manager": "采购经理",
    "Quality engineer": "质量工程师",
    "Coating line leader": "涂装线线长",
}
POWER = {
    "coating": {"knows": "not_met"},
    "quality": {"knows": "met", "changes": "not_met"},
    "it": {"knows": "met", "changes": "met", "settles": "not_met"},
    "operations": {"knows": "met", "changes": "met", "settles": "met"},
    "manager": {"knows": "met", "changes": "met", "settles": "met"},
}
SUPPORT = {
    "quality": {"shares": "met"},
    "it": {"wishes_success": "met", "shares": "not_met"},
    "operations": {"trusts_us": "met", "trusted_inside": "met", "wants_our_win": "unknown"},
}


def answers(method: str, values: dict[str, dict[str, str]]) -> dict[str, Answer]:
    """What was entered into a method about each person."""
    return {
        f"{method}.{person}": Answer(values={key: Value(value=value) for key, value in entered.items()})
        for person, entered in values.items()
    }


ANSWERS = {**answers("power_classes", POWER), **answers("supporters", SUPPORT)}

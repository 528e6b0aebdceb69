"""What describes real people and stays with its author (methods.md, A3: private by default)."""

from __future__ import annotations

from accountkit.model.account import Account

PRIVATE_FRAMEWORKS = frozenset(
    {
        "personal_needs",
        "empathy_map",
        "supporters",
        "influence_score",
        "power_classes",
        "network_resources",
        "first_impression",
    }
)
PRIVATE_STAKEHOLDER_FIELDS = ("power_class", "influence", "supporter_roles", "personal_needs", "private_note")


def shareable(account: Account) -> Account:
    """The account without its private parts; evidence that only they used stays, for it says nothing by itself."""
    blank = (
        {
            name: type(next(iter(account.stakeholders.values()))).model_fields[name].default
            for name in PRIVATE_STAKEHOLDER_FIELDS
        }
        if account.stakeholders
        else {}
    )
    return account.model_copy(
        update={
            "answers": {
                key: answer for key, answer in account.answers.items() if key not in PRIVATE_FRAMEWORKS
            },
            "stakeholders": {
                key: person.model_copy(update=blank) for key, person in account.stakeholders.items()
            },
            "motives": {
                key: motive.model_copy(update={"personal_fit": None})
                for key, motive in account.motives.items()
            },
        }
    )

"""The ground rules of talking with customers, and which of them to practise (methods, communication_basics)."""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods.marks import mark
from accountkit.methods.sentences import Word, count, label
from accountkit.methods.shapes.answers import answer_of
from accountkit.methods.shapes.checklist import ChecklistReading

KEY = "communication_basics"
IN_A_ROW = 3
REPORTED = "company_interest"
RULES = (
    ("no_argument", N_("No arguments to win"), N_("We did not try to win an argument")),
    ("face", N_("Customer's face saved"), N_("No one was embarrassed in front of others")),
    ("plain_words", N_("Plain words"), N_("Examples, no showing off with jargon")),
    (REPORTED, N_("Lawful company interest protected"), N_("No private favours")),
    ("grasp_mind", N_("Mind and need understood"), N_("What occupies them, and what they need")),
    ("name", N_("Names remembered"), N_("Everyone was addressed by name")),
    ("listen", N_("Listening shown"), N_("We summed up what they said")),
    ("sincere", N_("Sincerity and warmth"), N_("Interest in the people, not only in the order")),
    ("adapt", N_("Adapted to this customer"), N_("Manner and pace suited each person")),
    ("no_pressure", N_("No pressure"), N_("They could say no")),
)


def missed_in_a_row(reading: ChecklistReading) -> tuple[str, ...]:
    """The rules missed at this visit and at the two before it; a visit at which a rule was not assessed is passed over."""
    return tuple(
        one.key
        for one in reading.unmet
        if one.key != REPORTED and _history(reading, one.key)[:IN_A_ROW] == ["not_met"] * IN_A_ROW
    )


def _history(reading: ChecklistReading, rule: str) -> list[str]:
    """How a rule was assessed up to this visit, the latest first; visits without a date come first of all."""
    account = reading.account
    order = sorted(
        account.visits, key=lambda key: (str(account.visits[key].date or ""), account.visits[key].order)
    )
    upto = order[: order.index(reading.subject_id) + 1] if reading.subject_id in order else []
    kept = (answer_of(reading.method, account, key).values.get(rule) for key in reversed(upto))
    return [value for one in kept if (value := mark(account, rule, one).value) in ("met", "not_met")]


def words(reading: ChecklistReading) -> Mapping[str, Word]:
    """How many were kept, and the one to practise: what is missed again and again comes first."""
    kept = sum(reading.value(key) == "met" for key, _name, _prompt in RULES)
    again = missed_in_a_row(reading)
    practise = min(reading.unmet, key=lambda one: one.key not in again, default=None)
    return {"n": count(kept), "item": label(practise.name) if practise else None}

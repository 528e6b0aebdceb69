"""Network and its resources: through whom can I reach this customer, and what help can I give and ask? (seed 004/6)

    best way = fewest links, then closeness × value of resources

The order is a proposal of the methods file. It is about the account, since whom to reach is one of its people. A contact is entered once; hospitality stays within the law and the customer's rules.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods.method import Flag
from accountkit.methods.people.naming import role
from accountkit.methods.people.network_rules import (
    CIRCLES,
    LEVELS,
    RESOURCES,
    TENDING,
    best,
    overdue,
    rank,
    worth,
)
from accountkit.methods.sentences import Word, count, date, says, text
from accountkit.methods.shapes import Column, Register
from accountkit.methods.shapes.register import RegisterReading


def _words(reading: RegisterReading) -> Mapping[str, Word]:
    row = best(reading)
    if row is None:
        return {}
    return {
        "role": role(reading.account, row["target"]),
        "contact": text(row["contact"]),
        "links": count(row["hops"]),
        "date": date(row.value("planned")),
    }


METHOD = Register(
    key="network_resources",
    name=N_("Network and its resources"),
    question=N_("Through whom can we reach this customer, and what help can we give and ask for?"),
    group="people",
    workspace="people",
    source="004/6",
    rule=N_(
        "The best way has the fewest links, then the largest closeness times value; one link through a present customer is best. Keep promises. With a large account move from instrumental to mixed. Hospitality only within the law and the customer's rules."
    ),
    first=N_("Enter a contact of yours who can bring you to this customer."),
    private=True,
    uses=("stakeholders",),
    columns=(
        Column("contact", N_("Contact")),
        Column("target", N_("Person to reach"), "person"),
        Column("hops", N_("Links to the person"), "number"),
        Column("closeness", N_("Closeness"), "rating"),
        Column("resource_value", N_("Value of resources"), "rating"),
        Column("circle", N_("Circle"), "choice", CIRCLES),
        Column("size", N_("Size"), "number"),
        Column("level", N_("Kind of relationship"), "choice", LEVELS),
        Column("resource", N_("Resource"), "choice", RESOURCES),
        Column("given", N_("Given"), "text"),
        Column("received", N_("Received"), "text"),
        Column("promised", N_("Promised"), "text"),
        Column("due", N_("Due"), "date"),
        Column("planned", N_("Introduction planned by"), "date"),
        Column("tend", N_("How to tend it"), "choice", TENDING),
        Column("worth", N_("Closeness × value"), "number", of=worth),
    ),
    order=rank,
    total_names={"count": N_("People who can introduce us")},
    row_flags=(Flag("overdue", N_("promise overdue"), overdue),),
    alarms=(Flag("overdue", N_("promise overdue"), lambda r: any(map(overdue, r.counted))),),
    says=(
        says(N_("Reach {role} through {contact}; links: {links}."), internal=True),
        says(N_("An introduction to {role} is planned by {date}.")),
    ),
    words=_words,
    feeds=("reach_channels", "relationship_stages", "psychology_levers", "referral_and_exit"),
)

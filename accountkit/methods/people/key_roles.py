"""Key people in the decision: who really counts, whatever the title says? (seed 001/3, 004/8)

The facts are fields of the people themselves, one row each, so that the verdict sees all of them. An opinion leader has two
of the four traits (a proposal of the methods file). Worked: head of IT has two, coating line leader one; no gap.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.method import Flag
from accountkit.methods.people.naming import roles
from accountkit.methods.people.network import decides, key_people, leads_opinion, not_met, people
from accountkit.methods.sentences import Word, says
from accountkit.methods.shapes import Column, Register
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row

ROLES = (
    ("decider_active", N_("active decider")),
    ("decider_dormant", N_("dormant decider")),
    ("organiser", N_("purchase organiser")),
    ("approver", N_("approver")),
)
TRAITS = (
    ("expert", N_("expert")),
    ("broad_view", N_("broad view and moral weight")),
    ("past_successes", N_("past successes")),
    ("appeal", N_("personal appeal")),
)
REASONS = (
    ("technical", N_("technical matter")),
    ("small", N_("small sum or effect")),
    ("trust", N_("habit, trust in others")),
    ("other_events", N_("other events")),
)


def _leads(row: Row) -> bool:
    return leads_opinion(row.record)


def with_role(reading: RegisterReading, role: str) -> tuple[str, ...]:
    return tuple(row.id for row in reading.counted if role in row["decision_roles"])


def _words(reading: RegisterReading) -> Mapping[str, Word]:
    account = reading.account
    active = (*with_role(reading, "decider_active"), *(row.id for row in reading.counted if _leads(row)))
    return {
        "roles": roles(account, (*active, *with_role(reading, "approver"))),
        "dormant": roles(account, with_role(reading, "decider_dormant")),
        "organiser": roles(account, with_role(reading, "organiser")),
    }


METHOD = Register(
    key="key_roles",
    name=N_("Key people in the decision"),
    question=N_("Who really counts in the decision, whatever the title says?"),
    group="people",
    workspace="people",
    source="001/3, 004/8",
    rule=N_(
        "A title alone gives no influence. Two of four traits make an opinion leader. Always watch the dormant decider: waking that person can turn the case if we are behind, and is a risk if we are ahead."
    ),
    first=N_("Add the people who take part, and choose what each does in the decision."),
    uses=("stakeholders", "contacts", "visits"),
    records="stakeholders",
    columns=(
        Column("role_title", N_("Role")),
        Column("decision_roles", N_("Role in the decision"), "choices", ROLES),
        Column("leader_traits", N_("Traits of an opinion leader"), "choices", TRAITS),
        Column("leader", N_("Opinion leader"), "flag", of=_leads),
        Column("function", N_("Function")),
        Column("layer", N_("Layer"), "choice", labels.pairs("rank")),
        Column("dormant_reason", N_("Why dormant"), "choice", REASONS),
    ),
    row_flags=(
        Flag("watch", N_("watch: dormant"), lambda row: "decider_dormant" in row["decision_roles"]),
        Flag("not_met", N_("not met yet"), lambda row: row.id in not_met(row.reading.account)),
    ),
    alarms=(
        Flag(
            "no_decider", N_("gap: no decider"), lambda r: not any(map(decides, people(r.account).values()))
        ),
        Flag("no_organiser", N_("gap: no purchase organiser"), lambda r: not with_role(r, "organiser")),
    ),
    totals=lambda r: {"key": len(key_people(r.account)), "not_met": len(not_met(r.account))},
    total_names={"key": N_("Key people"), "not_met": N_("Key people not met yet")},
    says=(
        says(
            N_("Key people: {roles}; dormant: {dormant}; organiser: {organiser}."),
            when=lambda r: bool(key_people(r.account)),
            internal=True,
        ),
    ),
    words=_words,
    feeds=(
        "influence_score",
        "power_classes",
        "entry_focus",
        "internal_politics",
        "contact_coverage",
        "buying_process",
    ),
)

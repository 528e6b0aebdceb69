"""Contact mechanism: when did we last care, inform, advance, serve and listen, and how wide is the tie? (seed 000/6, 003)

The rows are the one contact log. The tier is that of the ranking of all accounts, else as entered here. Intervals by tier and
the conditions of a level are proposals of the methods file. Worked: 5 days ago, due on 10 March, intelligence missing, five pairs: department.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.care import contact_rules as rules
from accountkit.methods.method import Entry, Flag
from accountkit.methods.portfolio.ranking import TIERS
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register
from accountkit.methods.shapes.checklist import MET

METHOD = Register(
    key="contact_mechanism",
    name=N_("Contact log and relation level"),
    question=N_(
        "When did we last care, inform, advance, serve and listen, and is the tie wider than two people?"
    ),
    group="portfolio",
    workspace="care",
    source="000/6, 003",
    rule=N_(
        "A key account is contacted every 14 days and for each of the five functions every 90 days; any other every 60 days. The tie is at department level from three pairs with two people on each side, and at company level if the top levels meet and a written agreement exists."
    ),
    first=N_("Log the last contact: date, function, our person and theirs."),
    reads=("account_tier",),
    uses=("stakeholders", "visits", "plan"),
    records="contacts",
    begins=lambda account: {"date": account.as_of, "function": "care"},
    columns=(
        Column("date", N_("Date"), "date"),
        Column("function", N_("Function of the contact"), "choice", tuple(rules.FUNCTIONS.items())),
        Column("by", N_("Our person")),
        Column("stakeholder_ids", N_("Their people"), "people"),
        Column("channel", N_("Channel")),
        Column("opportunity_id", N_("Deal"), "opportunity"),
        Column("note", N_("Note"), "text"),
        Column("mood", N_("Their mood"), "rating", low=N_("angry"), high=N_("delighted")),
    ),
    extra=(
        Entry(
            "tier",
            N_("Tier, while the accounts are not ranked"),
            kind="choice",
            choices=tuple(TIERS.items()),
            counts=False,
        ),
        Entry("top_meeting", N_("Top levels of both sides meet"), kind="choice", choices=MET, counts=False),
        Entry(
            "agreement", N_("Written agreement of both companies"), kind="choice", choices=MET, counts=False
        ),
        Entry("urgent_channels", N_("How to reach us in an emergency"), kind="text", counts=False),
    ),
    order=lambda row: (row["date"] is not None, -(row["date"].toordinal() if row["date"] else 0)),
    row_flags=(Flag("ahead", N_("still to come"), rules.is_ahead),),
    alarms=(
        Flag("late", N_("contact overdue"), rules.is_late),
        Flag(
            "functions",
            N_("key account: a function is missing"),
            lambda r: bool(r.rows) and rules.is_key(r) and bool(r.totals["missing"]),
        ),
        Flag(
            "aim_company",
            N_("key account: aim at company level"),
            lambda r: bool(r.rows) and rules.is_key(r) and r.totals["level"] != "company",
        ),
    ),
    totals=rules.totals,
    total_names={
        "days": N_("Days since the last contact"),
        "pairs": N_("Pairs in contact"),
        "ours": N_("Our people in contact"),
        "theirs": N_("Their people in contact"),
    },
    verdict=lambda reading: reading.totals["level"],
    verdict_names=rules.LEVELS,
    says=(
        says(
            N_("Days since the last contact: {days}; functions missing: {list}; relation level: {level}."),
            N_("Days since the last contact: {days}; functions missing: {list}."),
            internal=True,
        ),
    ),
    words=rules.words,
    also_suggests=rules.suggested,
    feeds=(
        "loyalty_repeat_referral",
        "market_information",
        "implementation_stages",
        "relationship_variables",
        "contact_coverage",
    ),
)

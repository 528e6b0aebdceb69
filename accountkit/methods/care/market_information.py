"""Market information from customers: what do several customers tell us that one alone does not? (seed 004/5, 001/2)

The rows are the contacts of the log that listened. A topic that three accounts of a segment name becomes a finding of the
segment, and leaves the account in general words alone (proposals of the methods file). Worked by hand: two topics, one of
them heard twice, a requirement: to be noted as a finding.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.care import market_rules as rules
from accountkit.methods.method import Entry, Flag, Suggests
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register

METHOD = Register(
    key=rules.KEY,
    name=N_("Market information"),
    question=N_("What do several customers tell us that one alone does not?"),
    group="portfolio",
    workspace="care",
    source="004/5, 001/2",
    rule=N_(
        "The rows are the contacts that gathered intelligence. A topic that three customers of a segment name becomes a finding about the segment. Confidential details are generalised before they are shared."
    ),
    first=N_("Log what the customer said about the market, and name its topic."),
    uses=("findings", "stakeholders", "profile", "accounts"),
    records="contacts",
    among=lambda contact: contact.function == "listen",
    begins=lambda account: {"date": account.as_of, "function": "listen"},
    columns=(
        Column("topic", N_("Topic")),
        Column("kind", N_("Kind"), "choice", tuple(rules.KINDS.items())),
        Column("content", N_("Content"), "choice", tuple(rules.CONTENTS.items())),
        Column("note", N_("What was said"), "text"),
        Column("date", N_("Date"), "date"),
        Column("stakeholder_ids", N_("Their people"), "people"),
    ),
    extra=(Entry("judgement", N_("Our judgement"), kind="text", counts=False),),
    order=lambda row: (row["date"] is not None, -(row["date"].toordinal() if row["date"] else 0)),
    row_flags=(
        Flag("untitled", N_("no topic yet"), lambda row: not row["topic"].strip()),
        Flag(
            "segment",
            N_("three customers or more: a finding about the industry"),
            lambda row: (
                bool(rules.topic(row)) and rules.told_by(row.reading, rules.topic(row)) >= rules.OF_A_SEGMENT
            ),
        ),
    ),
    totals=rules.totals,
    total_names={key: name for key, name in rules.COUNTED.items()},
    says=(
        says(N_("Customers of this industry that report “{topic}”: {n}."), internal=True),
        says(N_("The customer mentions: {topics}."), internal=True),
    ),
    words=rules.words,
    row_suggests=(
        Suggests(
            "finding",
            N_("Save “{topic}” as a finding?"),
            N_("Save"),
            rules.is_new,
            edits=rules.noted,
            kind="finding",
        ),
    ),
    row_words=rules.row_words,
    feeds=(
        "pest",
        "segment_positioning",
        "go_to_market_sheet",
        "relationship_variables",
        "lifetime_value",
    ),
)

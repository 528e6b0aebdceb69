"""Internal change: what is the customer already changing inside, and can our project travel with it? (seeds 004/8, 004/5)

The rows are findings. A change that answers no finding has no occasion and is likely to stall; one that is less than 183 days
old is an opening (proposals of the methods file).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods import findings, labels
from accountkit.methods.method import Flag
from accountkit.methods.sentences import Word, count, date, name, says, text
from accountkit.methods.shapes import Column, Register
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row

KEY = "internal_change"
TYPES = {
    "capital": N_("capital"),
    "culture": N_("culture"),
    "strategy": N_("strategy"),
    "people": N_("structure and people"),
}
HALF_A_YEAR = 183
"""Days."""


def _opening(row: Row) -> bool:
    since = row.value("since")
    return since is not None and 0 <= (row.reading.account.as_of - since).days < HALF_A_YEAR


def _stalls(row: Row) -> bool:
    """Whether it answers no change outside: one that another change inside is said to answer has no occasion either."""
    account = row.reading.account
    occasion = account.findings.get(row["occasion_id"] or "")
    return (
        occasion is None
        or occasion.source_framework == KEY
        or account.standing(occasion.evidence) == "refuted"
    )


def _written(reading: RegisterReading) -> list[Row]:
    return [row for row in reading.counted if row["statement"] or row["change"]]


def _totals(reading: RegisterReading) -> Mapping[str, Any]:
    written = _written(reading)
    return {flag.key: sum(flag.key in row.flags for row in written) for flag in reading.method.row_flags}


def _words(row: Row) -> Mapping[str, Word]:
    account = row.reading.account
    return {
        "change": text(row["statement"] or row["change"]),
        "date": date(row.value("since")),
        "finding": None if "stalls" in row.flags else text(findings.name(account, row["occasion_id"])),
        "departments": name(row["departments"]),
    }


METHOD = Register(
    key=KEY,
    name=N_("Internal change"),
    question=N_("What is the customer already changing inside, and can our project travel with it?"),
    group="understand",
    workspace="numbers",
    source="004/8, 004/5",
    rule=N_(
        "Newest first. A change that answers no finding has no occasion and is likely to stall. A change of the last six months is an opening."
    ),
    first=N_("Add what changes in capital, culture, strategy, structure or people."),
    uses=("findings",),
    records="findings",
    begins=lambda _account: {"source_framework": KEY, "source_item": "capital", "effect": "opportunity"},
    among=lambda finding: finding.source_framework == KEY,
    columns=(
        Column("source_item", N_("Type of change"), "choice", tuple(TYPES.items())),
        Column("statement", N_("Change"), "text"),
        Column("since", N_("Date"), "date"),
        Column("occasion_id", N_("Answers the finding"), "finding"),
        Column("sponsor", N_("Sponsor")),
        Column("departments", N_("Departments affected")),
        Column("change", N_("From what to what"), "text"),
        Column("effect", N_("Nature of effect"), "choice", labels.pairs("effect")),
    ),
    order=lambda row: -row.value("since").toordinal() if row.value("since") else 0,
    row_flags=(
        Flag("opening", N_("an opening for us"), _opening, tone="green"),
        Flag("stalls", N_("occasion missing: likely to stall"), _stalls),
    ),
    totals=_totals,
    total_names={"opening": N_("Openings"), "stalls": N_("Without an occasion")},
    says=(
        says(
            N_("Openings: {opening}; changes without an occasion: {stalls}."),
            when=lambda r: bool(_written(r)),
        ),
    ),
    words=lambda r: {key: count(n) for key, n in r.totals.items()},
    row_says=(
        says(
            N_("Inside, {change} ({date}) answers {finding}; affected: {departments}."),
            N_("Inside, {change} ({date}) answers {finding}."),
            N_("Inside, {change} answers {finding}."),
            N_("Inside: {change} ({date}); no occasion is known."),
            N_("Inside: {change}; no occasion is known."),
        ),
    ),
    row_words=_words,
    feeds=(
        "personal_needs",
        "latent_need_scan",
        "balanced_scorecard",
        "plan_tracking",
        "relationship_variables",
        "funnel_grade",
    ),
)

"""Four classes of power: can this person only watch, make it happen, or decide how it ends? (seed 001/4)

Three questions in order. Influence suggests a class (from 4 inner, from 3 political: a proposal of the methods file), and
a mismatch is shown. Worked: coating line leader unaware, quality engineer watches, head of IT political, operations inner.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods.method import Flag
from accountkit.methods.people.naming import roles
from accountkit.methods.people.power_rules import CLASSES, KEY, mismatch, outcome
from accountkit.methods.sentences import Word, label, says, text
from accountkit.methods.shapes import Checklist, Condition
from accountkit.methods.shapes.checklist import ChecklistReading


def _of_all(readings: tuple[ChecklistReading, ...]) -> Mapping[str, Word]:
    def of(power: str) -> Word:
        return roles(readings[0].account, (r.subject_id or "" for r in readings if r.verdict == power))

    return {"inner": of("inner"), "political": of("political")} if readings else {}


METHOD = Checklist(
    key=KEY,
    name=N_("Four classes of power"),
    question=N_("Can this person only watch, make it happen, or decide how it ends?"),
    group="people",
    workspace="people",
    source="001/4",
    rule=N_(
        "Three questions in order: who does not know is unaware, who cannot change the course watches, who cannot settle the result belongs to the political circle, and who can to the inner circle."
    ),
    first=N_("Answer the three questions in order."),
    subject="stakeholder",
    private=True,
    reads=("influence_score",),
    uses=("stakeholders",),
    conditions=(
        Condition("knows", N_("Knows what happens")),
        Condition("changes", N_("Can change its course")),
        Condition("settles", N_("Can settle the result")),
    ),
    judge=outcome,
    outcomes=CLASSES,
    flags=(Flag("mismatch", N_("influence suggests another class"), mismatch),),
    says=(says(N_("{role}: {power}."), internal=True),),
    words=lambda reading: {
        "role": text(reading.called),
        "power": label(CLASSES.get(reading.verdict or "")),
    },
    says_of_all=(
        says(
            N_("Inner circle: {inner}; political circle: {political}."),
            when=lambda readings: any(reading.verdict for reading in readings),
            internal=True,
        ),
    ),
    words_of_all=_of_all,
    feeds=("supporters", "entry_focus", "internal_politics", "influence_score"),
)

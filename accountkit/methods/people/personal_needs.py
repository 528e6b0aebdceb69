"""Personal needs at work: what does this person gain or fear from the change, apart from the business case? (seed 004/8)

Fit from −1 to +1 is a proposal of the methods file (needs_rules.py). Worked: head of operations 13/21 = +0.62, the gate is open;
coating line leader −13/19 = −0.68: will not take up the problem unless pushed.
"""

from __future__ import annotations

from accountkit.i18n import N_, number
from accountkit.methods.method import Entry, Flag
from accountkit.methods.people.needs_rules import EFFECTS, NEEDS, fit, gate, pushed, strongest
from accountkit.methods.sentences import label, says, series, text
from accountkit.methods.shapes import Group, Scorecard

METHOD = Scorecard(
    key="personal_needs",
    name=N_("Personal needs at work"),
    question=N_("What does this person gain or fear from the change, apart from the business case?"),
    group="understand",
    workspace="people",
    source="004/8",
    rule=N_(
        "Fit adds the strength of the needs that the change helps, subtracts those that it threatens, and divides by all. At zero or below the person does not take up the problem unless a superior or another department pushes."
    ),
    first=N_("Rate how much each need matters, and choose what the change does to it."),
    subject="stakeholder",
    private=True,
    uses=("stakeholders", "motives"),
    groups=(Group("needs", N_("Personal needs"), NEEDS),),
    notes=(
        *EFFECTS,
        Entry(
            "measure",
            N_("Measure at work"),
            kind="line",
            prompt=N_("What our plan does about it; the person may read this"),
            counts=False,
        ),
    ),
    weigh=fit,
    bands={"open": N_("gate open"), "closed": N_("will not take up the problem unpushed")},
    band_of=gate,
    flags=(
        Flag("pushed", N_("pushed by others"), lambda r: r.verdict == "closed" and pushed(r)),
        Flag("motive_weak", N_("motive at most weak"), lambda r: r.verdict == "closed" and not pushed(r)),
    ),
    says=(
        says(
            N_("For {role} the change matters through {needs}; fit {fit}."),
            when=lambda reading: reading.verdict is not None,
            internal=True,
        ),
        says(N_("For the work of {role} we plan {measure} during the change.")),
    ),
    words=lambda reading: {
        "role": text(reading.called),
        "needs": series(label(one.name) for one in strongest(reading)),
        "fit": None if reading.score is None else lambda: number(reading.score, 2),
        "measure": text(reading.value("measure")),
    },
    feeds=("motive_assessment", "benefits_3_plus_5", "entry_focus"),
)

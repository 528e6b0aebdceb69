"""First impression: will they want to see me again? (seed 004/7)

    before the visit   readiness = mean of the four signals that we control
    after it           score     = mean of the three that the customer judges

Both are proposals of the methods file, as is the other contact if a poor judgement was told to others.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import Entry, Flag
from accountkit.methods.sentences import label, mean, says, series, text
from accountkit.methods.shapes import Group, Scorecard
from accountkit.methods.shapes.scorecard import ScorecardReading

ENDS = (N_("careless"), N_("excellent"))
JUDGED = (
    Entry("character", N_("Character, as judged"), N_("doubtful"), N_("trustworthy")),
    Entry("competence", N_("Ability"), N_("weak"), N_("can solve things")),
    Entry("initiative", N_("Initiative"), N_("passive"), N_("warm without intruding")),
)
SIGNALS = (
    Entry(
        "appearance",
        N_("Appearance"),
        *ENDS,
        prompt=N_("Clean; slightly more formal than the customer"),
        counts=False,
    ),
    Entry(
        "speech",
        N_("Speech"),
        *ENDS,
        prompt=N_("Pace, tone, surname and post, no private topics"),
        counts=False,
    ),
    Entry(
        "body",
        N_("Body language"),
        *ENDS,
        prompt=N_("Posture, eyes, smile, cards with both hands"),
        counts=False,
    ),
    Entry("custom", N_("Custom"), *ENDS, prompt=N_("Punctuality, distance, religion"), counts=False),
)
BIASES = (
    Entry("halo", N_("Halo effect"), kind="line", counts=False),
    Entry("stereotype", N_("Stereotype"), kind="line", counts=False),
    Entry("perseverance", N_("Belief perseverance"), kind="line", counts=False),
)
TOLD = Entry(
    "told",
    N_("View already shared with others"),
    kind="choice",
    choices=(("yes", N_("yes")), ("no", N_("no"))),
    counts=False,
)


def _poor_and_told(reading: ScorecardReading) -> bool:
    judged = reading.means["judged"]
    return judged is not None and judged < 3 - 1e-9 and reading.value("told") == "yes"


METHOD = Scorecard(
    key="first_impression",
    name=N_("First impression"),
    question=N_("Will this person want to see me again?"),
    group="people",
    workspace="people",
    source="004/7",
    rule=N_(
        "Before the visit, readiness is the mean of the four signals. After it, the score is the mean of what the customer judges. If it is below 3 and was shared with others, approach through another contact. Open well for complex, rational judges, close well for simple, emotional ones."
    ),
    first=N_("Rate the four signals before the visit, and what the customer judges after it."),
    subject="stakeholder",
    private=True,
    uses=("stakeholders",),
    groups=(
        Group("judged", N_("Judged by the customer"), JUDGED),
        Group("signals", N_("Signals we control"), SIGNALS, 0.0),
    ),
    notes=(*BIASES, TOLD),
    flags=(Flag("other_contact", N_("approach through another contact"), _poor_and_told),),
    says=(
        says(
            N_("First contact with {role}: {judged} of 5; watch {bias}."),
            N_("First contact with {role}: {judged} of 5."),
            when=lambda reading: reading.verdict is not None,
            internal=True,
        ),
        says(
            N_("Ready for the first contact with {role}: {ready} of 5."),
            when=lambda reading: reading.verdict is None,
            internal=True,
        ),
    ),
    words=lambda reading: {
        "role": text(reading.called),
        "judged": mean(reading.score),
        "ready": mean(reading.means["signals"]),
        "bias": series(label(one.name) for one in BIASES if reading.value(one.key))
        if any(reading.value(one.key) for one in BIASES)
        else None,
    },
    feeds=("relationship_stages",),
)

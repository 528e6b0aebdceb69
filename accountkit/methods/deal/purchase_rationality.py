"""Rational or emotional purchase: reasoned out by many, or decided quickly by feel? (seed 004/3)

    predicted = mean(importance, risk, organisation size)      observed = mean(participants, formality, pace)

The verdict follows the causes. The arithmetic is a proposal of the methods file. Worked: risk 3.5, predicted 3.5,
observed 4.0: rational, and the symptoms agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods.marks import mean_of, opposite
from accountkit.methods.method import Entry, Flag, Reading
from accountkit.methods.sentences import Word, label, name, says
from accountkit.methods.shapes import Group, Scorecard
from accountkit.methods.shapes.scorecard import ScorecardReading

NECESSITY = Entry(
    "necessity", N_("Necessity"), N_("need not recognised"), N_("a must"), counts=False, on_record=True
)
SAMENESS = Entry(
    "sameness", N_("Sameness"), N_("tailored"), N_("interchangeable"), counts=False, on_record=True
)
CAUSES = (
    Entry(
        "importance",
        N_("Importance of the purchase"),
        N_("little depends on it"),
        N_("the business depends on it"),
    ),
    Entry(
        "risk",
        N_("Risk of the purchase"),
        N_("a standard item that many have bought"),
        N_("new and tailored"),
    ),
    Entry("organisation_size", N_("Size of the buying organisation"), N_("tiny"), N_("group of companies")),
)
SYMPTOMS = (
    Entry("participants", N_("Participants"), N_("one"), N_("more than six")),
    Entry("formality", N_("Formality of the process"), N_("ad hoc"), N_("tender rules")),
    Entry("pace", N_("Pace"), N_("fast"), N_("slow")),
)
LEANS = {"low": N_("emotional"), "middle": N_("to neither side"), "high": N_("rational")}
EXPECT = {
    "low": N_("one person and a fast decision"),
    "middle": N_("several people and some rules"),
    "high": N_("many participants and slow steps"),
}
APART = 1.0
"""So far must causes and symptoms lie apart to say that something is unseen."""


def _derived(reading: Reading) -> Mapping[str, Any]:
    """Where importance is not rated, the order's size; where risk is not, how little the need and the product are common."""
    return {
        "importance": reading.value("order_size"),
        "risk": mean_of(opposite(reading.value(key)) for key in ("necessity", "sameness")),
    }


def _difference(reading: ScorecardReading) -> float:
    """Observed less predicted; 0 where one of them is not known."""
    causes, symptoms = reading.means["causes"], reading.means["symptoms"]
    return 0.0 if causes is None or symptoms is None else symptoms - causes


def _words(reading: ScorecardReading) -> Mapping[str, Word]:
    verdict = reading.verdict or ""
    return {
        "deal": name(reading.called),
        "kind": label(LEANS.get(verdict)),
        "expect": label(EXPECT.get(verdict)),
    }


METHOD = Scorecard(
    key="purchase_rationality",
    name=N_("Rational or emotional purchase"),
    question=N_("Will this purchase be reasoned out by many, or decided quickly by feel?"),
    group="plan",
    workspace="deal",
    source="004/3",
    rule=N_(
        "The verdict follows the causes: importance, risk and size of the organisation; the symptoms confirm it. Each participant and each step is more emotional than the whole, so the relationship counts in every case."
    ),
    first=N_("Rate the causes, then what you see of the process."),
    subject="opportunity",
    uses=("opportunities",),
    derives=_derived,
    groups=(Group("causes", N_("Causes"), CAUSES), Group("symptoms", N_("Symptoms"), SYMPTOMS)),
    notes=(
        NECESSITY,
        SAMENESS,
        Entry("order_size", N_("Order size"), N_("small"), N_("very large"), counts=False),
    ),
    combine=lambda means, _groups: means["causes"],
    bands=LEANS,
    flags=(
        Flag(
            "careful",
            N_("more careful than the causes explain: look for an unseen risk or rule"),
            lambda r: _difference(r) >= APART - 1e-9,
        ),
        Flag(
            "by_feel",
            N_("decided by feel, or the formal steps are still to come"),
            lambda r: _difference(r) <= -APART + 1e-9,
        ),
    ),
    says=(says(N_("{deal}: the purchase leans {kind}. Expect {expect}."), internal=True),),
    words=_words,
    feeds=("motive_assessment", "decision_style", "first_impression", "buying_process"),
)

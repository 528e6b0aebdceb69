"""Four elements of relationship selling: a bond that brings repeat business, or a string of deals? (seed 003)

The bond is as strong as its weakest element; an element at 2 or lower is the next task; a plan that forces the customer
destroys it (proposals of the methods file). Worked by hand: 4, 2, 3, 4: bond 2, mean 3.25, weakest reciprocity.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_, _, number
from accountkit.methods.marks import mean_of
from accountkit.methods.method import Entry, Flag, Suggests
from accountkit.methods.people.network import STAGES, people
from accountkit.methods.sentences import Word, count, label, says
from accountkit.methods.shapes import Group, Scorecard
from accountkit.methods.shapes.groups import lowest
from accountkit.methods.shapes.scorecard import ScorecardReading

ELEMENTS = (
    Entry(
        "contract", N_("Contract"), N_("each deal starts from zero"), N_("we are assumed to be part of it")
    ),
    Entry("reciprocity", N_("Reciprocity"), N_("one side gains"), N_("both gain, and say so")),
    Entry("empathy", N_("Empathy"), N_("business only"), N_("each understands the other's situation")),
    Entry("trust", N_("Trust"), N_("checks everything"), N_("brings problems to us first")),
)
ADDED = {
    "added_economic": N_("Economic value that we add"),
    "added_social": N_("Social value that we add"),
    "added_technical": N_("Technical support that we add"),
}
TASK = 2
TRUSTED = 4
FORCING = ("ultimatum", "threat", "pressure", "force", "施压", "逼", "最后通牒", "威胁")
"""Words of an action that forces the customer."""


def _forces(reading: ScorecardReading) -> bool:
    planned = (one.action.lower() for one in reading.account.plan.values() if one.status == "open")
    return any(word in action for action in planned for word in FORCING)


def _unseen(reading: ScorecardReading) -> bool:
    """Whether the companies are said to trust each other, and no relationship of two people has come that far."""
    stages = [one.relationship_stage for one in people(reading.account).values()]
    far = any(one and STAGES.index(one) >= STAGES.index("mutual_trust") for one in stages)
    return (reading.value("trust") or 0) >= TRUSTED and not far


def _words(reading: ScorecardReading) -> Mapping[str, Word]:
    names = {item.key: item.name for item in ELEMENTS}
    return {"min": count(reading.shown), "element": label(names.get(reading.weakest or ""))}


METHOD = Scorecard(
    key="relationship_four_elements",
    name=N_("Four elements of the relationship"),
    question=N_("Is this a bond that brings repeat business, or a string of deals?"),
    group="people",
    workspace="care",
    source="003",
    rule=N_(
        "The bond is the lowest of contract, reciprocity, empathy and trust. An element at 2 or lower is the next task. Without value added beyond the deal it is a string of deals."
    ),
    first=N_("Rate the four elements of the relationship."),
    uses=("stakeholders", "plan"),
    groups=(Group("elements", N_("Elements"), ELEMENTS),),
    within=lowest,
    also=lambda reading: _("mean {mean}").format(
        mean=number(mean_of(reading.value(item.key) for item in ELEMENTS), 1)
    ),
    notes=tuple(Entry(key, name, kind="text", counts=False) for key, name in ADDED.items()),
    flags=(
        Flag(
            "deals",
            N_("a string of deals, not yet a bond"),
            lambda r: r.rated and not any(map(r.value, ADDED)),
        ),
        Flag("forcing", N_("a planned action forces the customer"), lambda r: r.rated and _forces(r)),
        Flag("unseen", N_("trust is rated high, but no relationship has reached mutual trust"), _unseen),
    ),
    says=(says(N_("Bond: {min} of 5; weakest element: {element}."), internal=True),),
    words=_words,
    suggests=(
        Suggests(
            "task",
            N_("Next task: {element}."),
            N_("Rate"),
            lambda reading: reading.shown is not None and reading.shown <= TASK,
            path=lambda r: f"{r.method.answer_path(None)}/ratings/{r.weakest}",
        ),
    ),
    feeds=("contact_mechanism", "loyalty_repeat_referral"),
)

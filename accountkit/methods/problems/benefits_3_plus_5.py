"""Three enterprise and five personal benefits: which will make them buy, and have we argued each one? (seed 000/2)

    gap = importance − delivered; from 2 on with importance 4 or more a benefit is not argued yet

It convinces once one benefit of each kind is delivered at 4 or more. Both, and what follows from the personal needs, are
proposals of the methods file. It draws on personal needs, so it is private as a whole.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import Flag
from accountkit.methods.people.network import decides
from accountkit.methods.problems.benefit_rules import (
    ENTERPRISE,
    PERSONAL,
    argued,
    delivered,
    derived,
    score,
    unargued,
    words,
)
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Group, Scorecard
from accountkit.methods.shapes.groups import Gate

METHOD = Scorecard(
    key="benefits_3_plus_5",
    name=N_("Three enterprise and five personal benefits"),
    question=N_("Which benefits will make this person buy, and have we argued each one?"),
    group="motivate",
    workspace="problems",
    source="000/2",
    rule=N_(
        "An important benefit that is 2 or more below its importance is not argued yet. A decision maker needs one enterprise and one personal benefit that are clearly delivered."
    ),
    first=N_("Rate how important each benefit is, and how far we deliver it."),
    subject="stakeholder",
    private=True,
    reads=("personal_needs",),
    uses=("stakeholders",),
    derives=derived,
    groups=(
        Group("enterprise", N_("Enterprise benefits"), ENTERPRISE),
        Group("delivered_enterprise", N_("Enterprise benefits that we deliver"), delivered(ENTERPRISE)),
        Group("personal", N_("Personal benefits"), PERSONAL),
        Group("delivered_personal", N_("Personal benefits that we deliver"), delivered(PERSONAL)),
    ),
    weigh=score,
    bands={"open": N_("not convincing yet"), "argued": N_("convincing")},
    band_of=lambda value: None if value is None else "argued",
    gates=(
        Gate(
            "enterprise",
            N_("no enterprise benefit is delivered"),
            "open",
            lambda r: not argued(r, ENTERPRISE),
        ),
        Gate("personal", N_("no personal benefit is delivered"), "open", lambda r: not argued(r, PERSONAL)),
    ),
    flags=(
        Flag("unargued", N_("benefit not argued yet"), lambda r: bool(unargued(r))),
        Flag("decider", N_("decision maker"), lambda r: r.verdict == "open" and decides(r.record), tone=""),
    ),
    says=(
        says(N_("For the company: {enterprise}.")),
        says(N_("For {role}: {personal}."), internal=True),
        says(N_("Not argued yet for {role}: {missing}."), internal=True),
    ),
    words=words,
    feeds=("solution_evaluation", "value_proposition_canvas", "motive_assessment"),
)

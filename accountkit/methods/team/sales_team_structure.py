"""Evolution of the sales team: which form suits our size, and when do we change? (seed 004/10)

Fewer than ten: single. From ten in several regions: tiered. If regional sellers cannot drive all products and sectors:
matrix if margin, execution, range and repeat sales are all 4 or more (a proposal of the methods file), else branches.
Worked by hand: 14 sellers, 3 regions, 2 sectors that they drive: tiered regions.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.method import Entry, Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Checklist, Condition
from accountkit.methods.team import form_rules as rules

METHOD = Checklist(
    key="sales_team_structure",
    name=N_("Evolution of the sales team"),
    question=N_("Which form suits our size, and when do we change it?"),
    group="organisation",
    workspace="team",
    source="004/10",
    rule=N_(
        "A single team while there are fewer than ten; tiered regions from ten in more than one region. If regional sellers do not drive several products or sectors: a matrix if margin, execution, range and repeat sales are all 4 or more, else branch companies. Split a unit only if it needs other abilities. Hire locally only if the place supports a small team with presales."
    ),
    first=N_("Enter sellers, regions, products and sectors."),
    subject="team",
    reads=("sales_division",),
    uses=("segments", "offers", "sellers", "teams"),
    derives=rules.derived,
    conditions=(
        Condition("ten", N_("Ten sellers or more"), required=False, of=rules.ten),
        Condition("spread", N_("More than one region"), required=False, of=rules.spread),
        Condition(
            "outgrown", N_("Products and sectors beyond regional sellers"), required=False, of=rules.outgrown
        ),
        Condition("strong", N_("Ready for a matrix: all four at 4 or more"), required=False, of=rules.strong),
    ),
    judge=rules.form,
    outcomes=rules.FORMS,
    extra=(
        Entry("form", N_("Form today"), kind="choice", choices=tuple(rules.FORMS.items()), counts=False),
        Entry("headcount", N_("Sellers"), kind="number", counts=False),
        Entry("regions", N_("Regions"), kind="number", counts=False),
        Entry("products", N_("Number of products"), kind="number", counts=False),
        Entry("sectors", N_("Sectors"), kind="number", counts=False),
        Entry(
            "driven",
            N_("Regional sellers drive all products and sectors"),
            kind="choice",
            choices=labels.pairs("answered"),
            counts=False,
        ),
        *(
            Entry(key, text, N_("low"), N_("very high"), counts=False)
            for key, text in rules.STRENGTHS.items()
        ),
    ),
    flags=(
        Flag("change", N_("another form than today's fits"), rules.is_other),
        Flag("no_single_hire", N_("no single sellers hired on the spot"), rules.by_industry),
    ),
    says=(says(N_("Form: {form}. Next change if {trigger}."), internal=True),),
    words=rules.words,
    feeds=("organisation_style", "support_teams"),
)

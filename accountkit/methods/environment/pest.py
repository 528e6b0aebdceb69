"""PEST: which outside changes open or close market space for this customer, its customers, suppliers and rivals?

Each factor is a `Finding` of ``source_framework="pest"``; one change that hits several parties is entered once for
each. Arithmetic (methods, pest):

    weight   = impact × likelihood                       1 to 25
    priority = weight × time factor                      now 1.0, 6–12 months 0.8, 12–24 0.5, later 0.3
    pressure of a dimension = Σ priority,  balance = Σ ± priority   (opportunity, strength +; threat, weakness −)

The score is the balance over all dimensions. A factor of priority ≥ 9 is a finding to work with, the rest stay on
watch. Rated high and unknown to the customer it is "news we can bring". Sources: seeds 004/5, 004/8.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.environment.pest_prompts import IMPACT, LIKELIHOOD
from accountkit.methods.environment.pest_reading import (
    KEY,
    Pest,
    headline,
    in_order,
    is_finding,
    is_news,
    priority,
    signed,
    tendency,
)
from accountkit.methods.environment.pest_sentences import TOLD, factor_words, note, outward, words
from accountkit.methods.environment.pest_suggestions import SUGGESTS
from accountkit.methods.method import SUMMED, Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Column, Register

METHOD = Register(
    key=KEY,
    name=N_("PEST environment"),
    question=N_(
        "Which external changes create or threaten business for this customer, its customers, suppliers "
        "and rivals?"
    ),
    group="understand",
    workspace="environment",
    core=True,
    source="004/5, 004/8",
    rule=N_(
        "Priority = impact × likelihood × time (now 1.0, 6–12 months 0.8, 12–24 months 0.5, later 0.3). "
        "Opportunities and strengths count as positive, threats and weaknesses as negative; the score is "
        "the sum. A factor with priority 9 or more is a finding."
    ),
    first=N_("Which external changes affect this customer? Pick a prompt and rate it."),
    uses=("problems",),
    records="findings",
    among=lambda finding: finding.source_framework == KEY,
    by_record=True,
    columns=(
        Column("headline", N_("Name"), of=headline),
        Column("source_item", N_("Dimension"), "choice", labels.pairs("dimension")),
        Column("factor", N_("Factor")),
        Column("statement", N_("Statement"), "text"),
        Column("change", N_("Change"), "text"),
        Column("affected_party", N_("Affected party"), "choice", labels.pairs("party")),
        Column("effect", N_("Nature of effect"), "choice", labels.pairs("effect")),
        Column("impact", N_("Impact"), "rating", low=IMPACT[0], high=IMPACT[1]),
        Column("likelihood", N_("Likelihood"), "rating", low=LIKELIHOOD[0], high=LIKELIHOOD[1]),
        Column("horizon", N_("Time horizon"), "choice", labels.pairs("horizon")),
        Column("felt", N_("Customer's reaction"), "choice", labels.pairs("felt")),
        Column("priority", N_("Priority"), "number", of=priority),
        Column("signed", N_("Balance"), "number", of=signed),
    ),
    order=in_order,
    adds="signed",
    by="source_item",
    withholds=True,
    summed=SUMMED,
    verdict=tendency,
    verdict_names={
        "opportunity": N_("opportunities outweigh pressures"),
        "threat": N_("pressures outweigh opportunities"),
        "balanced": N_("pressures and opportunities balance"),
    },
    row_flags=(
        Flag("finding", N_("finding"), is_finding),
        Flag("news", N_("news for the customer"), is_news),
    ),
    reads_as=Pest,
    says=(
        says(
            N_("Biggest external pressure: {threat}. Biggest opportunity: {opening}."),
            N_("Biggest external pressure: {threat}."),
            N_("Biggest external opportunity: {opening}."),
        ),
    ),
    words=words,
    row_says=TOLD,
    row_words=factor_words,
    row_suggests=SUGGESTS,
    outward=outward,
    noted=note,
    feeds=("five_forces", "problem_types", "question_script", "swot", "organisation_perception"),
)

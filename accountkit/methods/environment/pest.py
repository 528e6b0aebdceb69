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

from collections.abc import Iterator

from accountkit.i18n import N_, _, bracketed, clauses
from accountkit.methods import labels
from accountkit.methods.assessment import Part
from accountkit.methods.environment import pest_sentences
from accountkit.methods.environment import pest_suggestions as pest_offers
from accountkit.methods.environment.pest_prompts import DIMENSIONS, IMPACT, LIKELIHOOD
from accountkit.methods.environment.pest_reading import KEY, Factor, Pest, measure
from accountkit.methods.marks import Item
from accountkit.methods.own import Field, Own, Score
from accountkit.methods.wording import plain


def score(pest: Pest) -> Score:
    """The signed balance over all dimensions; refuted factors are neither rated nor missing."""
    live = [f for f in pest.factors if f.status != "refuted"]
    sure = [f for f in pest.rated if f.status == "confirmed"]
    value = sum(pest.balance.values()) if pest.rated else None
    confirmed = sum(pest.confirmed.values()) if sure else None
    tendency = (
        None if value is None else "opportunity" if value > 0 else "threat" if value < 0 else "balanced"
    )
    return Score(
        value=value,
        confirmed=confirmed,
        text=plain(value, sign=True),
        confirmed_text=plain(confirmed, sign=True),
        rated=len(pest.rated),
        total=len(live),
        band=tendency,
        band_label=_(TENDENCY[tendency]) if tendency else "",
    )


TENDENCY = {
    "opportunity": N_("opportunities outweigh pressures"),
    "threat": N_("pressures outweigh opportunities"),
    "balanced": N_("pressures and opportunities balance"),
}


def parts(pest: Pest) -> Iterator[Part]:
    """Per dimension: its balance, and the pressure and factors it is made of."""
    for dimension in DIMENSIONS:
        factors = [f for f in pest.rated if f.finding.source_item == dimension]
        if factors:
            yield Part(
                labels.label("dimension", dimension),
                plain(pest.balance[dimension], sign=True),
                _made_of(factors),
            )


NAMED = 5
"""So many factors are named in the explanation of a part; the register has them all."""


def _made_of(factors: list[Factor]) -> str:
    """The heaviest factors of a dimension with what each adds, and how many more there are."""
    texts = [f.headline + bracketed(plain(f.signed, sign=True)) for f in factors[:NAMED]]
    if len(factors) > NAMED:
        texts.append(_("and {n} more").format(n=len(factors) - NAMED))
    return clauses(texts)


METHOD = Own(
    of_shape="scorecard",
    workspace="environment",
    enough=True,
    key=KEY,
    name=N_("PEST environment"),
    question=N_(
        "Which external changes create or threaten business for this customer, its customers, suppliers "
        "and rivals?"
    ),
    group="understand",
    source="004/5, 004/8",
    rule=N_(
        "Priority = impact × likelihood × time (now 1.0, 6–12 months 0.8, 12–24 months 0.5, later 0.3). "
        "Opportunities and strengths count as positive, threats and weaknesses as negative; the score is "
        "the sum. A factor with priority 9 or more is a finding."
    ),
    items=(
        Item("impact", N_("Impact"), *IMPACT),
        Item("likelihood", N_("Likelihood"), *LIKELIHOOD),
    ),
    fields=(
        Field("source_item", N_("Dimension"), "choice", tuple(labels.WORDS["dimension"].items())),
        Field("factor", N_("Factor")),
        Field("change", N_("Edit")),
        Field("affected_party", N_("Affected party"), "choice", tuple(labels.WORDS["party"].items())),
        Field("effect", N_("Nature of effect"), "choice", tuple(labels.WORDS["effect"].items())),
        Field("horizon", N_("Time horizon"), "choice", tuple(labels.WORDS["horizon"].items())),
        Field("felt", N_("Customer's reaction"), "choice", tuple(labels.WORDS["felt"].items())),
    ),
    feeds=("five_forces", "problem_types", "question_script", "swot", "organisation_perception"),
    measure=measure,
    scored=score,
    explained=parts,
    spoken=pest_sentences.sentence,
    offered=pest_offers.offers,
    written=pest_sentences.brief,
    outward=pest_sentences.outward,
    noted=pest_sentences.note,
)

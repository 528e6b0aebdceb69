"""Five forces: how hard is this customer squeezed, by whom, and who could replace it or be replaced?

Two readings side by side: Porter's drivers (`force_drivers`) and the seed's adapted reading. Arithmetic (methods):

    force score = mean of its rated drivers         weak < 2.5, moderate < 3.5, strong ≥ 3.5
    industry pressure = mean of the forces,         attractiveness = 6 − pressure
    power = mean of its three inputs, unless rated directly
    cross-check: buyers ≈ 6 − power over customers, suppliers ≈ 6 − power over suppliers,
                 substitutes ≈ 6 − threshold to be replaced; a difference ≥ 1.5: "two readings disagree"

Answers: ratings by driver key; per force ``ratings[FORCE].expected`` (in 12 months, as now where blank) and
``notes["FORCE_lever"]``; rivals as records.
"""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.i18n import N_, _, number
from accountkit.methods.assessment import Part
from accountkit.methods.environment import force_sentences
from accountkit.methods.environment import force_suggestions as force_offers
from accountkit.methods.environment.force_drivers import (
    DRIVERS,
    FORCES,
    LANDSCAPE,
    POWER_INPUTS,
    POWERS,
    THRESHOLDS,
)
from accountkit.methods.environment.force_reading import KEY, FiveForces, measure
from accountkit.methods.labels import label
from accountkit.methods.marks import band
from accountkit.methods.own import Own, Score, coverage_text


def score(reading: FiveForces) -> Score:
    """Industry pressure, 1 to 5, over all drivers and over the confirmed ones."""
    rated = sum(force.tally.rated for force in reading.forces.values())
    level = band(reading.pressure)
    return Score(
        value=reading.pressure,
        confirmed=reading.confirmed_pressure,
        scale="/5",
        text=number(reading.pressure, 1),
        confirmed_text=number(reading.confirmed_pressure, 1),
        rated=rated,
        total=len(DRIVERS),
        band=level,
        band_label=label("pressure", level) if level else "",
    )


def parts(reading: FiveForces) -> Iterator[Part]:
    """One part per force: score and verdict, with the drivers that press and how much is rated."""
    for force in reading.forces.values():
        detail = [coverage_text(force.tally.rated, force.tally.total)]
        detail += [
            _("{driver} {rating}").format(driver=_(item.name), rating=rating.value)
            for item, rating in force.top_drivers
        ]
        if force.disagrees:
            detail.append(_("cross-check differs: {value}").format(value=number(force.adapted, 1)))
        text = force.verdict
        if force.band:
            text = _("{score}, {verdict}").format(score=number(force.score, 1), verdict=force.verdict)
        yield Part(_(FORCES[force.key]), text, " · ".join(detail))


METHOD = Own(
    of_shape="scorecard",
    workspace="environment",
    enough=True,
    key=KEY,
    name=N_("Competitive forces"),
    tab=N_("Forces"),
    question=N_("How strong is competition, where does it come from, and who could replace whom?"),
    group="understand",
    source="004/5, 004/8",
    rule=N_(
        "A force is the mean of its rated drivers: weak below 2.5, moderate below 3.5, strong from 3.5. "
        "Industry pressure is the mean of the forces; attractiveness is 6 minus the pressure. A "
        "cross-check that differs by 1.5 or more is reported."
    ),
    items=(*DRIVERS, *THRESHOLDS, *POWERS, *(item for inputs in POWER_INPUTS.values() for item in inputs)),
    fields=LANDSCAPE,
    feeds=("dupont_roe", "problem_types", "swot", "supplier_positioning", "sales_mode"),
    measure=measure,
    scored=score,
    explained=parts,
    spoken=force_sentences.sentence,
    offered=force_offers.offers,
    written=force_sentences.brief,
    outward=force_sentences.outward,
    concluded=force_sentences.concluded,
    noted=force_sentences.note,
    asks=force_sentences.QUESTIONS,
    record=N_("Rival"),
)

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

from accountkit.i18n import N_
from accountkit.methods.environment import force_sentences
from accountkit.methods.environment.force_drivers import CHECKS, FORCES, LANDSCAPE
from accountkit.methods.environment.force_reading import KEY, concentration
from accountkit.methods.environment.force_suggestions import suggested
from accountkit.methods.labels import WORDS
from accountkit.methods.shapes import Scorecard

METHOD = Scorecard(
    core=True,
    workspace="environment",
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
    first=N_("How strong is competition, and where does it come from? Rate the drivers you know."),
    reads=("micro_environment",),
    uses=("findings", "problems"),
    derives=concentration,
    groups=FORCES,
    bands=WORDS["pressure"],
    judges_groups=True,
    has_outlook=True,
    checks=CHECKS,
    record=N_("Rival"),
    fields=LANDSCAPE,
    feeds=("dupont_roe", "problem_types", "swot", "supplier_positioning", "sales_mode"),
    on_screen=force_sentences.ON_SCREEN,
    says=force_sentences.SAYS,
    outward=lambda _account, reading: reading.method.lines(force_sentences.TO_CUSTOMER, reading),
    words=force_sentences.words,
    concluded=lambda reading: reading.strongest is not None,
    noted=force_sentences.note,
    also_suggests=suggested,
)

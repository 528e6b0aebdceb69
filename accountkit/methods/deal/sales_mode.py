"""Sales mode: must we create the demand, create the motive, or just be the better supplier? (seeds 004/3, 004/9, 004/8)

The mode follows the state of the need; where no motive is assessed, the mean of necessity and sameness: demand up to
2.33, motive up to 3.67, else push. Cuts and adopter class by share are proposals of the methods file.
"""

from __future__ import annotations

from dataclasses import replace

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.deal.mode_rules import CELLS, COMPANY, STRATEGIES, derived, fits, mode, words
from accountkit.methods.deal.purchase_rationality import NECESSITY, SAMENESS
from accountkit.methods.method import Entry, Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Axis, Matrix

METHOD = Matrix(
    key="sales_mode",
    name=N_("Sales mode"),
    question=N_("Must we create the demand, create the motive, or just be the better supplier?"),
    group="plan",
    workspace="deal",
    source="004/3, 004/9, 004/8",
    rule=N_(
        "No need: create the demand. A latent or motivated need: create the motive. An explicit need, with a plan and the means for it: be the better supplier. Competitive strategy and company stage should belong to the same mode."
    ),
    first=N_("Rate necessity and sameness, or assess a motive for the need."),
    subject="opportunity",
    reads=("motive_assessment", "organisation_perception"),
    uses=("opportunities", "levers", "offers"),
    derives=derived,
    horizontal=Axis("necessity", N_("Necessity"), N_("low"), N_("high"), (replace(NECESSITY, counts=True),)),
    vertical=Axis("sameness", N_("Sameness"), N_("low"), N_("high"), (replace(SAMENESS, counts=True),)),
    cells=CELLS,
    pick=mode,
    withholds=False,
    extra=(
        Entry(
            "segment_share",
            N_("Share of the segment that uses such a solution"),
            kind="percent",
            counts=False,
        ),
        Entry("adopter", N_("Adopter class"), kind="choice", choices=labels.pairs("adopter"), counts=False),
        Entry(
            "strategy",
            N_("Competitive strategy of our offering"),
            kind="choice",
            choices=STRATEGIES,
            counts=False,
        ),
        Entry("company_stage", N_("Our company stage"), kind="choice", choices=COMPANY, counts=False),
    ),
    flags=(Flag("mismatch", N_("strategy does not fit the mode"), lambda r: fits(r) is False),),
    says=(
        says(
            N_("{deal}: sales mode {mode}. Adopter class: {adopter}; strategy fit: {fit}."),
            N_("{deal}: sales mode {mode}. Adopter class: {adopter}."),
            N_("{deal}: sales mode {mode}; strategy fit: {fit}."),
            N_("{deal}: sales mode {mode}."),
            internal=True,
        ),
    ),
    words=words,
    feeds=(
        "buying_process",
        "resource_grid",
        "sales_division",
        "organisation_style",
        "quota_plan",
        "partner_selection",
    ),
)

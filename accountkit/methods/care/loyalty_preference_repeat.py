"""Loyalty by preference and repeat: do they like us, do they buy, and which gap do we close? (seed 001/2)

Repeat purchase is the rating of the loyalty by referral, entered there. Effort goes to full and latent loyalty first, to dull
with what is left. Worked by hand: preference (4 + 3) / 2 = 3.5, repeat 4: full.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_, _
from accountkit.methods.care.sharing import SharedMatrix, shared
from accountkit.methods.method import Entry
from accountkit.methods.sentences import Word, label, says, text
from accountkit.methods.shapes import Axis, Cell
from accountkit.methods.shapes.matrix import MatrixReading

REPEAT = "repeat"
PREFERENCE = (
    Entry("horizontal", N_("Prefers us to rivals' same offering"), N_("low"), N_("high")),
    Entry("vertical", N_("Prefers it to other products and services"), N_("low"), N_("high")),
)


def _words(reading: MatrixReading) -> Mapping[str, Word]:
    cell = reading.cell
    return {"form": label(cell.name), "measure": text(_(cell.strategy))} if cell else {}


METHOD = SharedMatrix(
    key="loyalty_preference_repeat",
    name=N_("Loyalty by preference and repeat"),
    question=N_("Do they like us, and do they buy, and which gap shall we close?"),
    group="portfolio",
    workspace="care",
    source="001/2",
    rule=N_(
        "Preference is the mean of two ratings; repeat purchase is the one of loyalty by repeat and referral. 3 or more is high. Effort goes to full and latent loyalty first, then to dull, last to lacking."
    ),
    first=N_(
        "Rate how far they prefer us; whether they buy again is rated under “Loyalty by repeat and referral”."
    ),
    reads=("loyalty_repeat_referral",),
    uses=(),
    shares=(REPEAT,),
    horizontal=Axis(REPEAT, N_("Buys again"), N_("no"), N_("always"), of=shared(REPEAT)),
    vertical=Axis("preference", N_("Preference"), N_("low"), N_("high"), PREFERENCE),
    cells=(
        Cell("full", N_("full loyalty"), True, True, N_("Invest although they are silent.")),
        Cell("latent", N_("latent loyalty"), False, True, N_("Remove what keeps them from buying.")),
        Cell("dull", N_("dull loyalty"), True, False, N_("Sharpen the difference to the habit.")),
        Cell("lacking", N_("lacking loyalty"), False, False, N_("Do not target them, but learn why.")),
    ),
    says=(says(N_("Loyalty form: {form}; measure: {measure}."), internal=True),),
    words=_words,
    feeds=("account_tier", "referral_and_exit"),
)

"""What the five forces say: the sentence to say aloud, and the sentence for the brief."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accountkit.frameworks.assessment import BriefSentence
from accountkit.frameworks.force_drivers import FORCES
from accountkit.i18n import N_, _, listed, number
from accountkit.model import Account

if TYPE_CHECKING:
    from accountkit.frameworks.five_forces import FiveForces, Force

SQUEEZE = {
    "rivalry": N_("Your rivals squeeze you hardest ({score} of 5): {why}."),
    "new_entrants": N_("Newcomers squeeze you hardest ({score} of 5): {why}."),
    "substitutes": N_("Substitutes squeeze you hardest ({score} of 5): {why}."),
    "supplier_power": N_("Your suppliers squeeze you hardest ({score} of 5): {why}."),
    "buyer_power": N_("Your buyers squeeze you hardest ({score} of 5): {why}."),
}


def sentence(account: Account, reading: FiveForces) -> str:
    """Who squeezes the customer hardest and through what, as one would say it to them."""
    force = reading.strongest
    if force is None:
        return _(
            "How hard is this customer squeezed, and by whom? Rate the drivers you know: one click each."
        )
    return _(SQUEEZE[force.key]).format(score=number(force.score, 1), why=pressures(force))


def pressures(force: Force) -> str:
    """What presses, in the words of the anchors: a driver rated 4 or 5 reads as its strong anchor, else as its name."""
    return _("; ").join(
        _(item.high) if rating.value >= 4 else _(item.name) for item, rating in force.top_drivers
    )


def brief(account: Account, reading: FiveForces) -> Iterator[BriefSentence]:
    """The strongest pressure; how easily the customer replaces others and is replaced, where both are rated."""
    force = reading.strongest
    if force is not None:
        text = _("The strongest pressure is {force} ({score}) through {top_drivers}.").format(
            force=_(FORCES[force.key]),
            score=number(force.score, 1),
            top_drivers=listed([_(item.name) for item, _rating in force.top_drivers]),
        )
        yield BriefSentence(text, force.tally.status, f"answers/five_forces/ratings/{force.key}")
    replacing, replaced = reading.adapted["replacing_threshold"], reading.adapted["replaced_threshold"]
    if replacing.value is not None and replaced.value is not None:
        both = "confirmed" if replacing.status == replaced.status == "confirmed" else "assumed"
        yield BriefSentence(
            _(REPLACES[replacing.value < 3, replaced.value < 3]),
            both,
            "answers/five_forces/ratings/replacing_threshold",
        )


REPLACES = {
    (True, True): N_("The customer can easily replace others and is easily replaced."),
    (True, False): N_("The customer can easily replace others and is hard to replace."),
    (False, True): N_("The customer can hardly replace others and is easily replaced."),
    (False, False): N_("The customer can hardly replace others and is hard to replace."),
}

"""What the five forces say: the sentence to say aloud, and the sentence for the brief."""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.i18n import N_, _, clauses, listed, number
from accountkit.methods.assessment import BriefSentence
from accountkit.methods.environment.force_drivers import FORCES
from accountkit.methods.environment.force_reading import FiveForces, Force
from accountkit.methods.wording import lower_first, upper_first
from accountkit.model import Account
from accountkit.model.evidence import Status


def sentence(account: Account, reading: FiveForces) -> str:
    """The strongest force, its score and the drivers behind it."""
    force = reading.strongest
    if force is None:
        return _("How strong is competition, and where does it come from? Rate the drivers you know.")
    return _("Strongest competitive pressure: {force} ({score} of 5). {why}.").format(
        force=lower_first(_(FORCES[force.key])),
        score=number(force.score, 1),
        why=upper_first(pressures(force)),
    )


def pressures(force: Force) -> str:
    """The drivers behind a force: the strong anchor of a driver rated 4 or 5, else its name."""
    return clauses(
        _(item.high) if (rating.value or 0) >= 4 else _(item.name) for item, rating in force.top_drivers
    )


def brief(account: Account, reading: FiveForces) -> Iterator[BriefSentence]:
    """The strongest pressure; how easily the customer replaces others and is replaced, where both are rated."""
    force = reading.strongest
    if force is not None:
        text = _("Strongest competitive pressure: {force} ({score} of 5), mainly {top_drivers}.").format(
            force=lower_first(_(FORCES[force.key])),
            score=number(force.score, 1),
            top_drivers=listed([_(item.name) for item, _rating in force.top_drivers]),
        )
        yield BriefSentence(text, force.tally.status, f"answers/five_forces/ratings/{force.key}")
    replacing, replaced = reading.adapted["replacing_threshold"], reading.adapted["replaced_threshold"]
    if replacing.value is not None and replaced.value is not None:
        both: Status = "confirmed" if replacing.status == replaced.status == "confirmed" else "assumed"
        yield BriefSentence(
            _(REPLACES[replacing.value < 3, replaced.value < 3]),
            both,
            "answers/five_forces/ratings/replacing_threshold",
        )


REPLACES = {
    (True, True): N_("The customer wins buyers from substitutes easily, and is easily replaced."),
    (True, False): N_("The customer wins buyers from substitutes easily and is hard to replace."),
    (False, True): N_("The customer rarely wins buyers from substitutes and is easily replaced."),
    (False, False): N_("The customer rarely wins buyers from substitutes, but is hard to replace."),
}

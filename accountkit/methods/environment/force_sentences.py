"""What the five forces say: the sentence to say aloud, those for the brief and for the customer, and what to ask."""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.i18n import N_, _, clauses, listed, number
from accountkit.methods import labels
from accountkit.methods.assessment import BriefSentence
from accountkit.methods.environment.force_drivers import FORCES
from accountkit.methods.environment.force_reading import RATINGS, FiveForces, Force
from accountkit.methods.wording import lower_first, upper_first
from accountkit.model import Account, Finding
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
        yield BriefSentence(text, force.tally.status, f"{RATINGS}/{force.key}")
    replacing, replaced = reading.adapted["replacing_threshold"], reading.adapted["replaced_threshold"]
    if replacing.value is not None and replaced.value is not None:
        both: Status = "confirmed" if replacing.status == replaced.status == "confirmed" else "assumed"
        yield BriefSentence(
            _(REPLACES[replacing.value < 3, replaced.value < 3]),
            both,
            f"{RATINGS}/replacing_threshold",
        )


REPLACES = {
    (True, True): N_("The customer wins buyers from substitutes easily, and is easily replaced."),
    (True, False): N_("The customer wins buyers from substitutes easily and is hard to replace."),
    (False, True): N_("The customer rarely wins buyers from substitutes and is easily replaced."),
    (False, False): N_("The customer rarely wins buyers from substitutes, but is hard to replace."),
}
TO_THE_CUSTOMER = {
    (True, True): N_("You win buyers from substitutes easily, and are easily replaced."),
    (True, False): N_("You win buyers from substitutes easily and are hard to replace."),
    (False, True): N_("You rarely win buyers from substitutes and are easily replaced."),
    (False, False): N_("You rarely win buyers from substitutes, but are hard to replace."),
}


def outward(account: Account, reading: FiveForces) -> Iterator[BriefSentence]:
    """The sentences for the brief as the customer reads them: with "you"."""
    replacing, replaced = reading.adapted["replacing_threshold"], reading.adapted["replaced_threshold"]
    for line in brief(account, reading):
        if line.path != f"{RATINGS}/replacing_threshold":
            yield line
        elif replacing.value is not None and replaced.value is not None:
            text = _(TO_THE_CUSTOMER[replacing.value < 3, replaced.value < 3])
            yield BriefSentence(text, line.status, line.path)


def concluded(reading: FiveForces) -> bool:
    """Whether a force has a verdict; without one there is nothing to tell the customer."""
    return reading.strongest is not None


def note(finding: Finding) -> str:
    """Which force a finding comes from and how it acts: ``Suppliers · threat``."""
    source = FORCES.get(finding.source_item, N_("Five forces"))
    return f"{_(source)} · {labels.label('effect', finding.effect)}"


QUESTIONS = {
    "rivalry": N_("When you lose a customer, who wins, and why?"),
    "new_entrants": N_("Who has entered your market in the last two years?"),
    "substitutes": N_("What do your customers use instead of your products?"),
    "supplier_power": N_("Which supplier is hardest to replace, and what would a change require?"),
    "buyer_power": N_("What do your customers compare before signing, and what would switching cost them?"),
}
"""What to ask about a force."""

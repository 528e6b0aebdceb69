"""What the analyses say to the customer: sentences with "you", without awareness, status or prompts to rate.

The customer edition has sentences of its own; they are not the internal ones with words left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.i18n import N_, _
from accountkit.methods import labels
from accountkit.methods.assess import assess
from accountkit.methods.assessment import BriefSentence
from accountkit.methods.environment import force_reading, pest_reading
from accountkit.methods.environment.pest import EFFECT_OF
from accountkit.methods.wording import named
from accountkit.model import Account

PARTIES = {
    "customer": N_("you"),
    "customers_customer": N_("your customers"),
    "competitor": N_("your competitors"),
    "supply_chain": N_("your supply chain"),
}
REPLACES = {
    (True, True): N_("You win buyers from substitutes easily, and are easily replaced."),
    (True, False): N_("You win buyers from substitutes easily and are hard to replace."),
    (False, True): N_("You rarely win buyers from substitutes and are easily replaced."),
    (False, False): N_("You rarely win buyers from substitutes, but are hard to replace."),
}


def shows(account: Account, key: str) -> bool:
    """Whether an analysis has a result for the customer; a prompt to rate is not one."""
    if key == "five_forces":
        return force_reading.measure(account).strongest is not None
    return True


def sentences(account: Account, key: str) -> tuple[BriefSentence, ...]:
    """The sentences of an analysis for the customer, in the current language."""
    if key == "pest":
        return tuple(_changes(account))
    if key == "five_forces":
        return tuple(_forces(account))
    return assess(account, key).brief


def _changes(account: Account) -> Iterator[BriefSentence]:
    for factor in pest_reading.measure(account).factors:
        finding = factor.finding
        text = finding.change or finding.statement
        if factor.is_finding and text:
            yield BriefSentence(
                _("{change}: {effect} for {party} {horizon}.").format(
                    change=named(text, ""),
                    effect=_(EFFECT_OF[finding.effect]),
                    party=_(PARTIES[finding.affected_party]),
                    horizon=labels.label("horizon", finding.horizon),
                ),
                factor.status,
                f"findings/{factor.id}",
            )


def _forces(account: Account) -> Iterator[BriefSentence]:
    reading = force_reading.measure(account)
    told = assess(account, "five_forces").brief
    yield from (line for line in told if not line.path.endswith("/replacing_threshold"))
    replacing, replaced = reading.adapted["replacing_threshold"], reading.adapted["replaced_threshold"]
    for line in told:
        if not line.path.endswith("/replacing_threshold"):
            continue
        if replacing.value is not None and replaced.value is not None:
            text = _(REPLACES[replacing.value < 3, replaced.value < 3])
            yield BriefSentence(text, line.status, line.path)

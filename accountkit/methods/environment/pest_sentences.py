"""What the outside factors say: the sentence to say aloud, those for the brief and for the customer, and a short note."""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.i18n import N_, _, number
from accountkit.methods import labels
from accountkit.methods.assessment import BriefSentence
from accountkit.methods.environment.pest_prompts import DIMENSIONS
from accountkit.methods.environment.pest_reading import Factor, Pest, priority
from accountkit.methods.wording import named
from accountkit.model import Account, Finding


def sentence(account: Account, pest: Pest) -> str:
    """What the factors say, as one would say it to the customer."""
    threat, opening = pest.strongest(-1), pest.strongest(1)
    if threat and opening:
        return _("Biggest external pressure: {threat}. Biggest opportunity: {opening}.").format(
            threat=threat.headline, opening=opening.headline
        )
    if threat:
        return _("Biggest external pressure: {threat}.").format(threat=threat.headline)
    if opening:
        return _("Biggest external opportunity: {opening}.").format(opening=opening.headline)
    return _("Which external changes affect this customer? Pick a prompt and rate it.")


def brief(account: Account, pest: Pest) -> Iterator[BriefSentence]:
    """A sentence for each factor that is a finding; one whose change is not written down is left out."""
    for factor, words in _told(pest):
        text = _("{change}: {effect} for {affected_party} {horizon}; the customer is {felt}.").format(
            **words,
            felt=labels.label("felt", factor.finding.felt),
            affected_party=labels.label("party", factor.finding.affected_party),
        )
        yield BriefSentence(text, factor.status, f"findings/{factor.id}")


EFFECT_OF = {
    "opportunity": N_("an opportunity"),
    "threat": N_("a threat"),
    "strength": N_("a strength"),
    "weakness": N_("a weakness"),
}

PARTIES = {
    "customer": N_("you"),
    "customers_customer": N_("your customers"),
    "competitor": N_("your competitors"),
    "supply_chain": N_("your supply chain"),
}


def outward(account: Account, pest: Pest) -> Iterator[BriefSentence]:
    """The same for the customer: with "you", and without what the customer is aware of."""
    for factor, words in _told(pest):
        text = _("{change}: {effect} for {party} {horizon}.").format(
            **words, party=_(PARTIES[factor.finding.affected_party])
        )
        yield BriefSentence(text, factor.status, f"findings/{factor.id}")


def _told(pest: Pest) -> Iterator[tuple[Factor, dict[str, str]]]:
    """The factors that are findings and say something, each with the words that both editions have."""
    for factor in pest.factors:
        finding = factor.finding
        text = finding.change or finding.statement
        if factor.is_finding and text:
            yield (
                factor,
                {
                    "change": named(text, ""),
                    "effect": _(EFFECT_OF[finding.effect]),
                    "horizon": labels.label("horizon", finding.horizon),
                },
            )


def note(finding: Finding) -> str:
    """Where a factor comes from and how it acts: ``Political · threat · 20``."""
    item, rank = finding.source_item, priority(finding.impact, finding.likelihood, finding.horizon)
    words = [
        labels.label("dimension", item) if item in DIMENSIONS else item,
        labels.label("effect", finding.effect),
    ]
    return " · ".join(words + ([number(rank, 0)] if rank is not None else []))

"""What an outside factor says: to us, to the customer, and in a short note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from accountkit.i18n import N_, _, number
from accountkit.methods import labels
from accountkit.methods.assessment import BriefSentence
from accountkit.methods.environment.pest_reading import Pest, is_finding, priority
from accountkit.methods.sentences import Word, says, written
from accountkit.methods.shapes.rows import Row
from accountkit.methods.wording import plain
from accountkit.model import Account, Finding

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
TOLD = (
    says(N_("{change}: {effect} for {affected_party} {horizon}; the customer is {felt}."), when=is_finding),
)
TOLD_OUTWARD = (says(N_("{change}: {effect} for {party} {horizon}."), when=is_finding),)


def words(pest: Pest) -> Mapping[str, Word]:
    """What presses most and what opens most."""
    threat, opening = pest.strongest(-1), pest.strongest(1)
    return {
        "threat": threat["headline"] if threat else None,
        "opening": opening["headline"] if opening else None,
    }


def factor_words(factor: Row) -> Mapping[str, Word]:
    """The words of one factor; one whose change is not written down has no sentence."""
    return {
        "factor": factor["headline"],
        "priority": plain(factor["priority"]),
        "change": written(factor["change"] or factor["statement"]),
        "effect": _(EFFECT_OF[factor["effect"]]),
        "affected_party": labels.label("party", factor["affected_party"]),
        "party": _(PARTIES[factor["affected_party"]]),
        "horizon": labels.label("horizon", factor["horizon"]),
        "felt": labels.label("felt", factor["felt"]),
    }


def outward(_account: Account, pest: Pest) -> Iterable[BriefSentence]:
    """For the customer: with "you", and without what the customer is aware of."""
    return pest.method.said_of_rows(pest, TOLD_OUTWARD)


def note(finding: Finding) -> str:
    """Where a factor comes from and how it acts: ``Political · threat · 20``."""
    rank = priority(finding)
    words = [labels.label("dimension", finding.source_item), labels.label("effect", finding.effect)]
    return " · ".join(words + ([number(rank, 0)] if rank is not None else []))

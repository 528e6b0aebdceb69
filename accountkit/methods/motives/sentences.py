"""What the motives say: verdict, shortfall, next move, and the sentence for the brief."""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.i18n import N_, _, money, number
from accountkit.methods import labels
from accountkit.methods.assessment import BriefSentence
from accountkit.methods.motives.items import EFFECT_PHRASES, HARM_PHRASES, NEXT_MOVE
from accountkit.methods.motives.reading import Assessed, Motives
from accountkit.methods.sentences import withheld
from accountkit.methods.wording import joined
from accountkit.model import Account

VERDICT = {
    "none": N_("the problem is not acknowledged yet"),
    "latent": N_("latent"),
    "motivated": N_("motivated"),
    "explicit": N_("explicit"),
}


def verdict(motive: Assessed) -> str:
    """Band and state in words: ``forming · motivated, not yet explicit``; how much is missing while there is no band."""
    if motive.gated_band is None:
        return withheld(motive.rated, len(motive.ratings))
    return f"{labels.label('motive_band', motive.gated_band)} · {_(VERDICT[motive.state])}"


def sentence(account: Account, reading: Motives) -> str:
    """What the readiest person still needs, and what to do next."""
    if not reading.motives:
        return _("Who will act, and why? Choose a need and a person it affects.")
    motive = reading.motives[0]
    about = _("{role}: {need}.").format(role=motive.role, need=motive.about)
    return joined((about, shortfall(account, motive) or enough(motive), move(motive)))


def shortfall(account: Account, motive: Assessed) -> str:
    """How much benefit is missing, or how much less may be given up; empty where the person needs no more."""
    m = motive.money
    if not m.falls_short or m.given_up is None or m.cost_at_most is None:
        return ""
    return _("To reach the threshold: {benefit} more benefit or {cost} less cost.").format(
        benefit=money(m.benefit_short, account.currency),
        cost=money(m.given_up - m.cost_at_most, account.currency),
    )


def enough(motive: Assessed) -> str:
    """That the benefit is as large as this person needs; empty where it is not, or not measured."""
    m = motive.money
    if m.multiple is None or m.needed is None or m.falls_short:
        return ""
    return _("The benefit is {multiple} times the total cost; the threshold is {needed}.").format(
        multiple=number(m.multiple, 1), needed=number(m.needed, 0)
    )


def move(motive: Assessed) -> str:
    """What to do next, by the lowest of the normalised parts; empty while nothing is rated."""
    return _(NEXT_MOVE[motive.weakest]) if motive.weakest else ""


def effect_text(motive: Assessed) -> str:
    """The effect that moves this person most, in their words where they are noted."""
    return _said(motive, motive.top_effect, EFFECT_PHRASES)


def harm_text(motive: Assessed) -> str:
    """What this person fears most, in their words where they are noted."""
    return _said(motive, motive.top_harm, HARM_PHRASES)


def _said(motive: Assessed, item: str | None, phrases: dict[str, str]) -> str:
    if item is None:
        return ""
    rating = motive.motive.ratings.get(item)
    return (rating.note.strip().rstrip("。.") if rating else "") or _(phrases[item])


def brief(account: Account, reading: Motives) -> Iterator[BriefSentence]:
    """State, score, effect and fear of each person whose motive is complete; the multiple where it is measured."""
    for motive in reading.motives:
        if motive.gated_band is None or motive.state == "none":
            continue
        text = _(
            "{role}: motivated by {effect}, concerned about {harm} (need state: {state}; score {score})."
        ).format(
            role=motive.role,
            state=labels.label("need_state", motive.state),
            score=number(motive.score, 0),
            effect=effect_text(motive),
            harm=harm_text(motive),
        )
        yield BriefSentence(text + _multiple(motive), motive.status, f"motives/{motive.id}")


def _multiple(motive: Assessed) -> str:
    m = motive.money
    if m.multiple is None or m.needed is None:
        return ""
    text = BELOW if m.falls_short else ABOVE
    return _(text).format(multiple=number(m.multiple, 1), needed=number(m.needed, 0))


ABOVE = N_(" The benefit is {multiple} times the total cost, above the threshold of {needed}.")
BELOW = N_(" The benefit is {multiple} times the total cost, below the threshold of {needed}.")

"""What the motives say: whom they are about, the shortfall, the next move, and the sentence for the brief."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from accountkit.i18n import N_, _
from accountkit.methods import labels
from accountkit.methods.motives.items import NEXT_MOVE, PHRASES
from accountkit.methods.motives.reading import MotiveReading
from accountkit.methods.sentences import Word, count, filled, mean, money, says

STATES = {
    "none": N_("the problem is not acknowledged yet"),
    "latent": N_("latent"),
    "motivated": N_("motivated"),
    "explicit": N_("explicit"),
}
_SHORT = N_("To reach the threshold: {benefit} more benefit or {cost} less cost.")
_ENOUGH = N_("The benefit is {above} times the total cost; the threshold is {needed}.")


def words(motive: MotiveReading) -> Mapping[str, Word]:
    """`above` and `below` are the multiple, by where it lies from the threshold."""
    m, currency = motive.money, motive.account.currency
    multiple = mean(None if m.needed is None else m.multiple)
    found = {
        "role": motive.role,
        "need": motive.about,
        "state": labels.label("need_state", motive.state),
        "score": count(motive.score),
        "effect": said(motive, "effects"),
        "harm": said(motive, "harm"),
        "needed": count(m.needed),
    }
    if not m.falls_short or m.given_up is None or m.cost_at_most is None:
        return {**found, "above": multiple}
    return {
        **found,
        "below": multiple,
        "benefit": money(m.benefit_short, currency),
        "cost": money(m.given_up - m.cost_at_most, currency),
    }


def said(motive: MotiveReading, group: str) -> str:
    """The effect that moves this person most, or what they fear most, in their words where they are noted."""
    item = motive.top(group)
    return "" if item is None else motive.marks[item].note.strip().rstrip("。.") or _(PHRASES[item])


def shortfall(motive: MotiveReading) -> str:
    """How much benefit is missing, or how much less may be given up; empty where the person needs no more."""
    return filled(_SHORT, words(motive)) or ""


def enough(motive: MotiveReading) -> str:
    """That the benefit is as large as this person needs; empty where it is not, or not measured."""
    return filled(_ENOUGH, words(motive)) or ""


def move(motive: MotiveReading) -> str:
    """What to do next, by the item that helps least; empty while nothing is rated."""
    return _(NEXT_MOVE[motive.weakest]) if motive.weakest else ""


def _is_weakest(item: str, motive: MotiveReading) -> bool:
    return motive.weakest == item


ON_SCREEN = (
    says(N_("{role}: {need}.")),
    says(_SHORT, _ENOUGH),
    *(says(text, when=partial(_is_weakest, item)) for item, text in NEXT_MOVE.items()),
)
SAYS = (
    says(
        N_(
            "{role}: motivated by {effect}, concerned about {harm} (need state: {state}; score {score}). "
            "The benefit is {above} times the total cost, above the threshold of {needed}."
        ),
        N_(
            "{role}: motivated by {effect}, concerned about {harm} (need state: {state}; score {score}). "
            "The benefit is {below} times the total cost, below the threshold of {needed}."
        ),
        N_("{role}: motivated by {effect}, concerned about {harm} (need state: {state}; score {score})."),
        when=lambda motive: motive.verdict is not None and motive.state != "none",
    ),
)

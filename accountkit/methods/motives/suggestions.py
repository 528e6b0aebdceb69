"""What a motive offers next: the ratings still missing, and a commitment to ask for."""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.i18n import N_, _
from accountkit.methods.assessment import Suggestion, suggestion_id
from accountkit.methods.motives.items import ITEMS
from accountkit.methods.motives.reading import KEY, Assessed, Motives
from accountkit.methods.sentences import rate_the_rest
from accountkit.methods.wording import worded
from accountkit.model import Account, Commitment, Edit, new_id

ASK_FOR = {
    "motivated": N_("A working session on the value, using the customer's figures"),
    "explicit": N_("A decision on the next step, with date and budget"),
}
"""What to ask for, by the state of the need: more than was given so far, and no more than the state carries."""


def offers(account: Account, reading: Motives) -> Iterator[Suggestion]:
    """For each motive: the commitment it carries, and what is not rated yet."""
    for motive in reading.motives:
        if motive.state in ASK_FOR and not motive.commitments:
            yield _commitment(motive)
        if motive.rated < len(ITEMS):
            yield _rate(motive)


def _commitment(motive: Assessed) -> Suggestion:
    def edits() -> tuple[Edit, ...]:
        text, other_language = worded(lambda: _(ASK_FOR[motive.state]))
        commitment = Commitment(stakeholder_id=motive.motive.stakeholder_id, motive_id=motive.id, action=text)
        return (Edit(f"commitments/{new_id('c')}", commitment), *other_language)

    return Suggestion(
        id=suggestion_id(KEY, "commitment", motive.id),
        text=_("Ask {role} for “{action}”?").format(role=motive.role, action=_(ASK_FOR[motive.state])),
        action=_("Add commitment"),
        kind="commitment",
        path=f"motives/{motive.id}",
        edits=edits,
    )


def _rate(motive: Assessed) -> Suggestion:
    blank = next(key for key, rating in motive.ratings.items() if rating.value is None)
    text = rate_the_rest(motive.rated, len(ITEMS))
    return Suggestion(
        id=suggestion_id(KEY, "rate", motive.id),
        text=_("{role}: {text}").format(role=motive.role, text=text),
        action=_("Rate"),
        kind="rate",
        path=f"motives/{motive.id}/ratings/{blank}",
    )

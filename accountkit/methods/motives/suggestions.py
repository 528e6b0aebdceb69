"""What a motive offers next beside the ratings still missing: a commitment to ask for."""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.i18n import N_, _
from accountkit.methods.assessment import Suggestion, suggestion_id
from accountkit.methods.motives.reading import KEY, MotiveReading
from accountkit.methods.wording import worded
from accountkit.model import Commitment, Edit, new_id

ASK_FOR = {
    "motivated": N_("A working session on the value, using the customer's figures"),
    "explicit": N_("A decision on the next step, with date and budget"),
}
"""What to ask for, by the state of the need: more than was given so far, and no more than the state carries."""


def suggested(motive: MotiveReading) -> Iterator[Suggestion]:
    """The commitment that a motive carries."""
    if motive.state not in ASK_FOR or motive.commitments:
        return

    def edits() -> tuple[Edit, ...]:
        text, other_language = worded(lambda: _(ASK_FOR[motive.state]))
        commitment = Commitment(stakeholder_id=motive.motive.stakeholder_id, motive_id=motive.id, action=text)
        return (Edit(f"commitments/{new_id('c')}", commitment), *other_language)

    yield Suggestion(
        id=suggestion_id(KEY, "commitment", motive.id),
        text=_("Ask {role} for “{action}”?").format(role=motive.role, action=_(ASK_FOR[motive.state])),
        action=_("Add commitment"),
        kind="commitment",
        path=f"motives/{motive.id}",
        edits=edits,
    )

"""How the stages of a CRM's pipeline and ours stand to each other (docs/crm.md, Stages)."""

from __future__ import annotations

import re
from typing import get_args

from accountkit.model.crm import System
from accountkit.model.deals import BuyingStage, Outcome

BUYING: tuple[BuyingStage, ...] = get_args(BuyingStage)
"""Our stages, in the order of buying."""
STAGES: dict[System, dict[str, BuyingStage]] = {
    "salesforce": {
        "Prospecting": "find_need",
        "Qualification": "find_need",
        "Needs Analysis": "internal_brew",
        "Value Proposition": "design",
        "Id. Decision Makers": "design",
        "Perception Analysis": "design",
        "Proposal/Price Quote": "compare",
        "Negotiation/Review": "commit",
    },
    "hubspot": {
        "Appointment Scheduled": "find_need",
        "Qualified To Buy": "internal_brew",
        "Presentation Scheduled": "design",
        "Decision Maker Bought-In": "compare",
        "Contract Sent": "commit",
    },
    "dynamics": {
        "1-Qualify": "find_need",
        "2-Develop": "design",
        "3-Propose": "compare",
        "4-Close": "commit",
    },
}
"""The stages that a new organisation has; its own ones are kept as they are and given back."""
CLOSED: dict[System, dict[Outcome, str]] = {
    "salesforce": {"won": "Closed Won", "lost": "Closed Lost"},
    "hubspot": {"won": "Closed Won", "lost": "Closed Lost"},
    "dynamics": {"won": "Won", "lost": "Lost"},
}


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.casefold())


_ENDED: dict[str, Outcome] = {
    "closedwon": "won",
    "won": "won",
    "closedlost": "lost",
    "lost": "lost",
    "canceled": "lost",
}


def stage_of(system: System, text: str) -> BuyingStage | None:
    """Our stage of buying for a stage of the CRM; None for one that is its organisation's own, or an end."""
    wanted = _letters(text)
    return next((ours for theirs, ours in STAGES[system].items() if _letters(theirs) == wanted), None)


def outcome_of(*texts: str) -> Outcome | None:
    """How a deal ended, by its stage or its state; None while it is open."""
    return next((_ENDED[_letters(text)] for text in texts if _letters(text) in _ENDED), None)


def stage_name(system: System, stage: BuyingStage | None, said: str) -> str:
    """The CRM's name of our stage: what it said itself where that means the same, else its last one that is not further."""
    if said and stage_of(system, said) == stage and outcome_of(said) is None:
        return said
    if stage is None:
        return ""
    reached = BUYING.index(stage)
    names = [theirs for theirs, ours in STAGES[system].items() if BUYING.index(ours) <= reached]
    first_of_last = STAGES[system][names[-1]]
    return next(theirs for theirs in names if STAGES[system][theirs] == first_of_last)

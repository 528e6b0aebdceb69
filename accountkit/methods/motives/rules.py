"""The state of a need, from no need to an explicit one (methods, motive_assessment, rule 4)."""

from __future__ import annotations

from accountkit.methods.problems.worth import annual_revenue
from accountkit.model import Account, Motive

CLEAR_VISION = 3
SMALL_REVENUE = 10_000_000
"""Up to this revenue a customer counts as a small organisation, where people's time or a site may stand for a budget
(the ceiling of turnover of a small enterprise in Commission Recommendation 2003/361/EC)."""


def need_state(account: Account, motive: Motive, admitted: bool, band: str | None, vision: int | None) -> str:
    """none → latent (admitted) → motivated (forming or better, vision ≥ 3) → explicit; each step rests on the one before."""
    if not admitted:
        return "none"
    if band not in ("forming", "strong") or vision is None or vision < CLEAR_VISION:
        return "latent"
    return "motivated" if still_to_confirm(account, motive) else "explicit"


def still_to_confirm(account: Account, motive: Motive) -> tuple[str, ...]:
    """What an explicit need still lacks: interest, a latest date, a budget (or another committed resource)."""
    committed = "yes" in (motive.time_resource, motive.site) and is_small(account)
    have = {
        "interest": motive.interest == "yes",
        "deadline": motive.deadline is not None,
        "budget": (motive.budget is not None and motive.budget > 0) or committed,
    }
    return tuple(name for name, given in have.items() if not given)


def is_small(account: Account) -> bool:
    """Whether the customer is known to be a small organisation by its revenue."""
    revenue = annual_revenue(account)
    return revenue is not None and revenue <= SMALL_REVENUE

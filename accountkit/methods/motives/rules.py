"""The rules of a motive: score, gates, state of the need, next move (methods, motive_assessment, rules 1, 3, 4, 5).

    B = mean of the four effects          H = (2·risk + obstacle + process change + skill) / 5
    n(x) = (x − 1) / 4
    score = 100 × [0.35·n(B) + 0.25·n(urgency) + 0.15·n(vision) + 0.25·(1 − n(H))]
    strong ≥ 70, forming ≥ 50, weak ≥ 30, none below

All ten ratings are needed for a band. With fewer, the score is that of the parts that are rated, their weights brought
to one, and has no band.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.methods.marks import Rated
from accountkit.methods.motives.items import BY_GROUP, GROUPS, ITEMS, NAMES
from accountkit.methods.motives.returns import Return
from accountkit.methods.problems.worth import annual_revenue
from accountkit.model import Account, Motive

BANDS = ("none", "weak", "forming", "strong")
CUTS = (30.0, 50.0, 70.0)
CLEAR_VISION = 3
SMALL_REVENUE = 10_000_000
"""Up to this revenue a customer counts as a small organisation, where people's time or a site may stand for a budget
(the ceiling of turnover of a small enterprise in Commission Recommendation 2003/361/EC)."""


def normal(rating: float) -> float:
    """A rating from 1 to 5 as a share from 0 to 1."""
    return (rating - 1) / 4


def means(ratings: Mapping[str, Rated], *, confirmed: bool = False) -> dict[str, float | None]:
    """B, urgency, vision and H as weighted means of what is rated (and confirmed, if asked); None where nothing is."""
    found = {}
    for group, items in BY_GROUP.items():
        known = [
            (item.weight, value)
            for item in items
            if (value := ratings[item.key].value) is not None
            and (not confirmed or ratings[item.key].status == "confirmed")
        ]
        weight = sum(w for w, _value in known)
        found[group] = sum(w * value for w, value in known) / weight if known else None
    return found


def score(parts: Mapping[str, float | None]) -> float | None:
    """The score from 0 to 100 of the parts that are rated; None where none is."""
    known = {group: mean for group, mean in parts.items() if mean is not None}
    weight = sum(GROUPS[group][1] for group in known)
    if not weight:
        return None
    return 100 * sum(GROUPS[group][1] * share(group, mean) for group, mean in known.items()) / weight


def share(group: str, mean: float) -> float:
    """A part from 0 to 1 as it helps the motive: harm counts the less the larger it is."""
    return 1 - normal(mean) if group == "harm" else normal(mean)


def band(score_: float | None, rated: int) -> str | None:
    """The band of a complete score; None unless all ten items are rated."""
    if score_ is None or rated < len(ITEMS):
        return None
    return BANDS[sum(score_ >= cut - 1e-9 for cut in CUTS)]


def gated(
    band_: str | None, motive: Motive, vision: float | None, money: Return
) -> tuple[str | None, tuple[str, ...]]:
    """The band after the gates of rule 3, and which gates held it back. What was not filled in gates nothing."""
    gates = {
        "vision": (vision is not None and vision < CLEAR_VISION, "forming"),
        "multiple": (money.falls_short, "forming"),
        "personal_fit": (
            motive.personal_fit is not None and motive.personal_fit <= 0 and not motive.pushed_from_above,
            "weak",
        ),
    }
    held = [(gate, ceiling) for gate, (closed, ceiling) in gates.items() if closed]
    if band_ is None:
        return None, ()
    lowest = min([band_, *(ceiling for _gate, ceiling in held)], key=BANDS.index)
    return lowest, tuple(gate for gate, ceiling in held if BANDS.index(ceiling) < BANDS.index(band_))


def need_state(
    account: Account, motive: Motive, admitted: bool, band_: str | None, vision: float | None
) -> str:
    """none → latent (admitted) → motivated (forming or better, vision ≥ 3) → explicit; each step rests on the one before."""
    if not admitted:
        return "none"
    if band_ not in ("forming", "strong") or vision is None or vision < CLEAR_VISION:
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


def next_move(ratings: Mapping[str, Rated]) -> str | None:
    """The item that helps the motive least (lowest normalised part); of equals the first; None where nothing is rated."""
    helps = {
        item.key: share(item.group, value) for item in ITEMS if (value := ratings[item.key].value) is not None
    }
    return min(helps, key=lambda key: (helps[key], list(NAMES).index(key)), default=None)


def top(ratings: Mapping[str, Rated], group: str) -> str | None:
    """The item of a group with the highest rating; of equals the first; None where nothing is rated."""
    known = {i.key: value for i in BY_GROUP[group] if (value := ratings[i.key].value) is not None}
    return max(known, key=lambda key: known[key], default=None)

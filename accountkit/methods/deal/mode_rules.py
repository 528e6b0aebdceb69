"""Which of the three modes of selling a deal calls for, and whether our offering fits it (methods, sales_mode)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods import labels
from accountkit.methods.deal.facts import deal, need_state
from accountkit.methods.method import Reading
from accountkit.methods.numbers import perception_rules
from accountkit.methods.our_offers import offers_for
from accountkit.methods.sentences import Word, label, name
from accountkit.methods.shapes import Cell
from accountkit.methods.shapes.matrix import MatrixReading

DEMAND, MOTIVE, PUSH = "demand_creating", "motive_creating", "product_push"
BY_STATE = {"none": DEMAND, "latent": MOTIVE, "motivated": MOTIVE, "explicit": PUSH}
CREATE = N_("Raise importance and urgency, lower the risk: a business problem.")
CELLS = (
    Cell(
        DEMAND,
        N_("demand-creating"),
        False,
        False,
        N_("Make dissatisfaction, worry or ambition conscious: business innovation."),
    ),
    Cell(MOTIVE, N_("motive-creating"), True, False, CREATE),
    Cell(MOTIVE, N_("motive-creating"), False, True, CREATE),
    Cell(
        PUSH,
        N_("product push"),
        True,
        True,
        N_("Offer better value, convenience and service: supply management."),
    ),
)
STRATEGIES = (
    (DEMAND, N_("focus")),
    (MOTIVE, N_("differentiation")),
    (PUSH, N_("cost leadership")),
)
COMPETING = {"focus": DEMAND, "differentiation": MOTIVE, "cost_leadership": PUSH}
"""The mode that the competitive strategy of an offer belongs to."""
STRATEGY_NAMES = {key: dict(STRATEGIES)[mode] for key, mode in COMPETING.items()}
COMPANY = (
    (DEMAND, N_("seed to A round, with reference cases built together")),
    (MOTIVE, N_("B round, entering other sectors or regions")),
    (PUSH, N_("C round, standardising and widening partners")),
)
SHARES = (("innovator", 0.025), ("opinion_leader", 0.16), ("deliberate", 0.5), ("traditional", 0.84))
"""Up to which share of the segment that uses such a solution a customer belongs to a class; beyond: laggard."""


def mode(reading: MatrixReading) -> str | None:
    state = need_state(reading)
    if state:
        return BY_STATE[state]
    if reading.x is None or reading.y is None:
        return None
    middle = (reading.x + reading.y) / 2
    return DEMAND if middle <= 2.33 else MOTIVE if middle <= 3.67 else PUSH


def strategy(reading: Reading) -> str | None:
    """The competitive strategy of what we offer in this deal, if its offers have but one."""
    offers = offers_for(reading, deal(reading).need_ids).values()
    known = {COMPETING[one.competitive_strategy] for one in offers if one.competitive_strategy}
    return known.pop() if len(known) == 1 else None


def derived(reading: Reading) -> Mapping[str, Any]:
    """The class by the share of the segment; where that is not known, the one kept for the account."""
    used, kept = reading.value("segment_share"), reading.analyses.read(perception_rules.KEY).value("adopter")
    by_share = (
        next((key for key, most in SHARES if used <= most + 1e-9), "laggard") if used is not None else kept
    )
    return {"strategy": strategy(reading), "adopter": by_share}


def fits(reading: MatrixReading) -> bool | None:
    """Whether strategy and company stage belong to the mode; None where neither is known."""
    known = [one for key in ("strategy", "company_stage") if (one := reading.value(key)) is not None]
    return all(one == reading.verdict for one in known) if known and reading.verdict else None


def words(reading: MatrixReading) -> Mapping[str, Word]:
    fit, adopter = fits(reading), reading.value("adopter")
    return {
        "deal": name(reading.called),
        "mode": label(reading.cell.name) if reading.cell else None,
        "adopter": label(labels.WORDS["adopter"][adopter]) if adopter else None,
        "fit": None if fit is None else label(N_("consistent") if fit else N_("mismatch")),
    }

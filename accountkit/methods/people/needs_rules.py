"""What a change means to a person beside the business case: six needs, how strong each is, and what the change does to it
(methods, personal_needs).

    fit = Σ strength × (+1 helps, −1 threatens) / Σ strength, −1 to +1
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods.marks import Mark
from accountkit.methods.method import Entry
from accountkit.methods.shapes.scorecard import ScorecardReading

ENDS = (N_("hardly matters"), N_("dominant"))
NEEDS = (
    Entry("comfort", N_("Comfort"), *ENDS, prompt=N_("Load, pressure, travel, colleagues, workplace")),
    Entry("safety", N_("Safety"), *ENDS, prompt=N_("Stable post, safe conditions")),
    Entry("autonomy", N_("Autonomy"), *ENDS, prompt=N_("Decides alone, does what one likes")),
    Entry("income", N_("Income"), *ENDS, prompt=N_("Pay and room to grow")),
    Entry("power", N_("Power"), *ENDS, prompt=N_("Influence on more people and higher levels")),
    Entry("achievement", N_("Achievement"), *ENDS, prompt=N_("Respected work in line with shared values")),
)
DIRECTIONS = (("helps", N_("helps")), ("threatens", N_("threatens")), ("neutral", N_("neutral")))
SIGN = {"helps": 1, "threatens": -1, "neutral": 0}


def _effect(need: str, name: str) -> Entry:
    return Entry(f"{need}_effect", name, kind="choice", choices=DIRECTIONS, counts=False)


EFFECTS = (
    _effect("comfort", N_("Effect of the change on comfort")),
    _effect("safety", N_("Effect of the change on safety")),
    _effect("autonomy", N_("Effect of the change on autonomy")),
    _effect("income", N_("Effect of the change on income")),
    _effect("power", N_("Effect of the change on power")),
    _effect("achievement", N_("Effect of the change on achievement")),
)
MOST_NAMED = 3


def fit(marks: Mapping[str, Mark]) -> float | None:
    """Over the needs of which strength and effect are known; None where none is."""
    known = [
        (marks[one.key].value, SIGN[marks[f"{one.key}_effect"].value])
        for one in NEEDS
        if marks[one.key].value is not None and marks[f"{one.key}_effect"].value is not None
    ]
    total = sum(strength for strength, _sign in known)
    return sum(strength * sign for strength, sign in known) / total if total else None


def gate(value: float | None) -> str | None:
    """Whether the person may take up the problem unpushed."""
    return None if value is None else "open" if value > 1e-9 else "closed"


def strongest(reading: ScorecardReading) -> tuple[Entry, ...]:
    """The three strongest needs, equal ones in the order of the list."""
    rated = [one for one in NEEDS if reading.value(one.key) is not None]
    return tuple(sorted(rated, key=lambda one: -reading.value(one.key))[:MOST_NAMED])


def pushed(reading: ScorecardReading) -> bool:
    """Whether a superior or another department pushes, by any motive of the person."""
    mine = (one for one in reading.account.motives.values() if one.stakeholder_id == reading.subject_id)
    return any(one.pushed_from_above for one in mine)

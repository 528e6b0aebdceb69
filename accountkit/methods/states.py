"""How far each method has come, for lists of all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from accountkit.i18n import N_
from accountkit.methods.analyses import Analyses
from accountkit.methods.marks import ENOUGH
from accountkit.methods.registry import REGISTRY
from accountkit.methods.subjects import OURS

Code = Literal["assessed", "begun", "stale", "none"]
STATES: dict[Code, str] = {
    "assessed": N_("assessed"),
    "begun": N_("begun"),
    "stale": N_("out of date"),
    "none": N_("not begun"),
}


@dataclass(frozen=True)
class State:
    """How far a method has come: a code, its sentence, its verdict in words, and how much is assessed."""

    key: str
    code: Code
    sentence: str
    verdict: str
    rated: int
    total: int


def states(analyses: Analyses) -> Iterator[State]:
    """The state of every method about an account, or about our own side, in the current language."""
    for key, method in REGISTRY.items():
        if (method.subject in OURS) != (analyses.document is analyses.practice):
            continue
        verdict = analyses.assess(key)
        readings = verdict.detail if isinstance(verdict.detail, tuple) else (verdict.detail,)
        stale = any(getattr(reading, "stale", False) for reading in readings)
        code: Code = (
            "none"
            if not verdict.rated
            else "stale"
            if stale
            else "assessed"
            if verdict.coverage >= ENOUGH
            else "begun"
        )
        yield State(key, code, verdict.sentence, verdict.band_label, verdict.rated, verdict.total)

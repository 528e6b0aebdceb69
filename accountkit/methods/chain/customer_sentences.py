"""What the core analyses say to the customer: sentences with "you", without awareness, status or prompts to rate.

The customer edition has sentences of its own; they are not the internal ones with words left out. Each analysis brings
its own (`Method.outward`); where it brings none, what it says in the brief is fit for the customer too.
"""

from __future__ import annotations

from accountkit.methods.analyses import Analyses, method
from accountkit.methods.assessment import BriefSentence


def shows(analyses: Analyses, key: str) -> bool:
    """Whether an analysis has a result for the customer; a prompt to rate is not one."""
    about = method(key)
    return all(about.concluded(reading) for reading in analyses.readings(key))


def sentences(analyses: Analyses, key: str) -> tuple[BriefSentence, ...]:
    """The sentences of an analysis for the customer, in the current language."""
    about = method(key)
    if about.outward is not None:
        return tuple(about.outward(analyses.account, analyses.read(key)))
    return analyses.assess(key).brief

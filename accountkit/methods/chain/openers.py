"""What to open the meeting with: the motives, readiest first, and the news we can bring.

Ranked by the state of the need, then by score and risk multiple (`motive_reading.readiness`). Where nobody's motive
is assessed yet, what is rated high and unknown to the customer opens the talk (methods: "openers from change").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accountkit.i18n import _, number
from accountkit.methods.chain import questions
from accountkit.methods.environment import pest_reading
from accountkit.methods.labels import label
from accountkit.methods.method import Given
from accountkit.methods.motives import reading as motive_reading
from accountkit.methods.motives.sentences import said


@dataclass(frozen=True)
class Opener:
    """One way to open: whom it is for (empty for news), with what, why, and the question to ask; `path` its record."""

    path: str
    role: str
    subject: str
    why: str
    question: str


def openers(analyses: Given) -> tuple[Opener, ...]:
    """All openers, best first."""
    return (*_motives(analyses), *_news(analyses))


def _motives(analyses: Given) -> Iterator[Opener]:
    for motive in motive_reading.motives(analyses):
        asked = questions.ask(analyses, f"motives/{motive.id}")
        state = label("need_state", motive.state)
        why = (
            _("{state}, score {score}").format(state=state, score=number(motive.shown, 0))
            if motive.shown is not None
            else state
        )
        if effect := said(motive, "effects"):
            why = _("{why} · main motive: {effect}").format(why=why, effect=effect)
        yield Opener(f"motives/{motive.id}", motive.role, motive.about, why, asked.text if asked else "")


def _news(analyses: Given) -> Iterator[Opener]:
    for factor in pest_reading.pest(analyses).rows:
        if "news" in factor.flags:
            asked = questions.ask(analyses, f"findings/{factor.id}")
            yield Opener(
                f"findings/{factor.id}",
                "",
                factor["headline"],
                _("news for the customer"),
                asked.text if asked else "",
            )

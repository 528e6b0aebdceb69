"""Getting onto the shortlist: will buyers even think of us when they list suppliers? (seed 001/6)

Five measures; the share in use is the score, and crisis or transparency that is violated warns regardless of it (proposals of
the methods file). Whether we are on the shortlist follows from our brand in the segment.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods.method import Entry, Flag
from accountkit.methods.portfolio.segment_rules import BRAND, brand_known
from accountkit.methods.sentences import Word, count, label, says
from accountkit.methods.sentences import name as called
from accountkit.methods.shapes import Checklist, Condition
from accountkit.methods.shapes.checklist import ChecklistReading

DONE = (("met", N_("done")), ("planned", N_("planned")), ("not_met", N_("no")))
VIOLATED = (*DONE, ("violated", N_("violated")))
MEASURES = (
    Condition(
        "publicity",
        N_("Unexpected publicity"),
        N_("Few, credible press items, sent to prospects"),
        choices=DONE,
    ),
    Condition("award", N_("Use of an award"), N_("Turned into lasting exposure"), choices=DONE),
    Condition(
        "crisis",
        N_("Honest crisis handling"),
        N_("Solve first, then rebuild; denial costs buyers"),
        choices=VIOLATED,
    ),
    Condition(
        "transparency",
        N_("Transparent content"),
        N_("Answers prospects' questions; advertising is labelled"),
        choices=VIOLATED,
    ),
    Condition(
        "right_device", N_("Fitting event or device"), N_("Striking, never insulting or unsafe"), choices=DONE
    ),
)


EXAMPLES = {
    "publicity": N_("Publicity: example"),
    "award": N_("Award: example"),
    "crisis": N_("Crisis: example"),
    "transparency": N_("Content: example"),
    "right_device": N_("Event or device: example"),
}


def _next(reading: ChecklistReading) -> Condition | None:
    """What is planned, else the first that is not done."""
    rest = [one for one in MEASURES if reading.value(one.key) not in (None, "met")]
    return min(rest, key=lambda one: reading.value(one.key) != "planned", default=None)


def _words(reading: ChecklistReading) -> Mapping[str, Word]:
    following = _next(reading)
    answered = [value for one in MEASURES if (value := reading.value(one.key))]
    return {
        "segment": called(reading.called),
        "listed": label(METHOD.outcomes.get(reading.verdict or "")),
        "n": count(answered.count("met")) if answered else None,
        "item": label(following.name) if following else None,
    }


METHOD = Checklist(
    key="brand_consideration",
    name=N_("Getting onto the shortlist"),
    question=N_("Will buyers in this segment think of us when they list suppliers?"),
    group="portfolio",
    workspace="portfolio",
    source="001/6",
    rule=N_(
        "A brand of 4 or more puts us on the shortlist; that does not win the deal, but can interrupt a rival's course. A denied crisis or hidden advertising warns, whatever else is done."
    ),
    first=N_("Rate our brand in the segment, and mark what we do for it."),
    subject="segment",
    uses=(),
    conditions=MEASURES,
    extra=(
        BRAND,
        *(Entry(f"example_{key}", title, kind="line", counts=False) for key, title in EXAMPLES.items()),
    ),
    judge=brand_known,
    outcomes={"on": N_("on the shortlist"), "off": N_("not on the shortlist")},
    flags=(
        Flag(
            "violated",
            N_("trust at risk: crisis or transparency violated"),
            lambda r: any(r.value(one.key) == "violated" for one in MEASURES),
        ),
    ),
    says=(
        says(
            N_("{segment}: {listed}, {n} of 5 measures in use; next: {item}."),
            N_("{segment}: {listed}, {n} of 5 measures in use."),
            N_("{segment}: {listed}."),
            when=lambda reading: reading.verdict is not None,
            internal=True,
        ),
    ),
    words=_words,
    feeds=("reach_channels", "opportunity_elements", "expansion_difficulty"),
)

"""Organic or bureaucratic: do our rules fit our sales mode? (seeds 004/10, 004/3)

Bureaucratic is neutral: behaviour is regulated. Creating demand wants organic, pushing products bureaucratic, creating a
motive between (proposals of the methods file); an item 2 or more away from the middle of that band, 4, 2 or 3, is
listed. Worked by hand: ten ratings that sum to 24: 2.4, bureaucratic; motive-creating: mismatch.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods.marks import band
from accountkit.methods.method import Entry, Flag
from accountkit.methods.sentences import Word, label, listing, says
from accountkit.methods.shapes import Group, Scorecard
from accountkit.methods.shapes.scorecard import ScorecardReading, cut
from accountkit.methods.team.team_rules import MODE, MODES

STYLES = {
    "bureaucratic": N_("bureaucratic"),
    "between": N_("between organic and bureaucratic"),
    "organic": N_("organic"),
}
WANTED = {"demand_creating": 4, "motive_creating": 3, "product_push": 2}
FAR = 2
ITEMS = (
    Entry("freedom", N_("Freedom"), N_("every step is set"), N_("sellers decide")),
    Entry("result_control", N_("What is controlled"), N_("the process"), N_("the result")),
    Entry("commission", N_("Share of commission"), N_("low"), N_("high")),
    Entry("meetings", N_("Sales meetings"), N_("frequent"), N_("rare")),
    Entry("hiring", N_("Hiring standard"), N_("detailed"), N_("not fixed")),
    Entry("innovation", N_("Innovation by sellers"), N_("not expected"), N_("expected")),
    Entry("retention", N_("Seller stability"), N_("sellers change often"), N_("sellers stay")),
    Entry("process_design", N_("Process design from the top"), N_("in high demand"), N_("in low demand")),
    Entry("customer_centred", N_("Customer-centred work"), N_("hard"), N_("easy")),
    Entry("culture_need", N_("Need for culture and climate"), N_("very high"), N_("moderate")),
)


def _fits(reading: ScorecardReading) -> bool | None:
    mode = reading.value("mode")
    if reading.score is None or reading.verdict is None or mode is None:
        return None
    return band(reading.score) == band(WANTED[mode])


def far(reading: ScorecardReading) -> tuple[Entry, ...]:
    """The items that lie far from what the mode wants."""
    wanted = WANTED.get(reading.value("mode"))
    return tuple(
        one
        for one in ITEMS
        if wanted and (rated := reading.value(one.key)) is not None and abs(rated - wanted) >= FAR
    )


def _words(reading: ScorecardReading) -> Mapping[str, Word]:
    fits, apart = _fits(reading), far(reading)
    return {
        "style": label(STYLES.get(reading.verdict or "")),
        "mode": label(MODES.get(reading.value("mode") or "")),
        "fit": None if fits is None else label(N_("consistent") if fits else N_("mismatch")),
        "items": listing(label(one.name) for one in apart) if apart else None,
    }


METHOD = Scorecard(
    key="organisation_style",
    name=N_("Organic or bureaucratic"),
    question=N_("Do our rules fit our sales mode?"),
    group="organisation",
    workspace="team",
    source="004/10, 004/3",
    rule=N_(
        "3.5 or more is organic, below 2.5 bureaucratic, which is neutral: behaviour is regulated. Creating demand calls for organic, product push for bureaucratic, creating a motive for between. Items 2 or more away are listed. Bureaucratic needs strong culture and sales operations."
    ),
    first=N_("Rate the ten features of the organisation, and choose its sales mode."),
    subject="team",
    uses=(),
    groups=(Group("style", N_("Organisation style"), ITEMS),),
    bands=STYLES,
    band_of=cut(2.5, 3.5, bands=STYLES),
    notes=(MODE,),
    flags=(Flag("mismatch", N_("style does not fit the mode"), lambda r: _fits(r) is False),),
    says=(
        says(
            N_("Style: {style}; with {mode}: {fit}. Apart: {items}."),
            N_("Style: {style}; with {mode}: {fit}."),
            N_("Style: {style}."),
            internal=True,
        ),
    ),
    words=_words,
    feeds=("sales_operations", "quota_plan"),
)

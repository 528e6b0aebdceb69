"""Opportunity elements (NSABC): which element of this deal is weakest? (seed 004/3)

    deal strength = the lowest of need, solution, authority, budget, competition

The reading of the five letters, the minimum and what is derived are proposals of the methods file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accountkit.i18n import N_
from accountkit.methods.deal.buying_stages import ORDER
from accountkit.methods.deal.facts import budget_named, deal, need_state
from accountkit.methods.method import Entry, Flag, Reading
from accountkit.methods.people.network import deciders, key_people, live
from accountkit.methods.sentences import Word, count, label, listing, name, says
from accountkit.methods.shapes import Group, Scorecard
from accountkit.methods.shapes.groups import lowest
from accountkit.methods.shapes.scorecard import ScorecardReading

ELEMENTS = (
    Entry("need", N_("Need"), N_("unclear"), N_("explicit")),
    Entry("solution", N_("Solution"), N_("does not fit"), N_("proven fit")),
    Entry("authority", N_("Authority"), N_("decision maker unknown"), N_("sponsor in the inner circle")),
    Entry("budget", N_("Budget"), N_("none"), N_("released")),
    Entry("competition", N_("Competition"), N_("a rival leads"), N_("we shape the criteria")),
)
BY_STATE = {"none": 1, "latent": 2, "motivated": 4, "explicit": 5}


def _derived(reading: Reading) -> Mapping[str, Any]:
    state = need_state(reading)
    return {
        "need": BY_STATE[state] if state else None,
        "authority": _authority(reading),
        "budget": _budget(reading),
    }


def _authority(reading: Reading) -> int | None:
    """Whether who decides is known, in live contact, or a sponsor of ours has power; None while nobody's role is known."""
    (_motives, _buying, supporters, power, _cash) = reading.method.reads
    sponsors = (one for one in reading.analyses.readings(supporters) if "sponsor" in one.flags)
    circles = {reading.analyses.read(power, one.subject_id).verdict for one in sponsors}
    if circles & {"inner", "political"}:
        return 5 if "inner" in circles else 4
    known = set(deciders(reading.account))
    if not known:
        return 1 if key_people(reading.account) else None
    return 3 if known & set(live(reading.account)) else 2


def _budget(reading: Reading) -> int | None:
    """Released once project and budget are approved; requested by a commitment in that stage; named in a motive."""
    stage, account = deal(reading).stage, reading.account
    if stage is not None and ORDER.index(stage) > 1:
        return 5
    given = (one for one in account.commitments.values() if one.opportunity_id == reading.subject_id)
    if any(one.process == "order_progress" and one.status in ("given", "done") for one in given):
        return 4
    return 3 if budget_named(reading) else None


def _weakest(reading: ScorecardReading) -> list[Entry]:
    return [one for one in ELEMENTS if reading.score is not None and reading.value(one.key) == reading.score]


def _overdue(reading: ScorecardReading) -> list[Entry]:
    """The elements below the number of the buying stage less one."""
    (_motives, buying, *_people) = reading.method.reads
    stage = reading.analyses.read(buying, reading.subject_id).verdict
    number = ORDER.index(stage) + 1 if stage in ORDER else 0
    return [one for one in ELEMENTS if (reading.value(one.key) or 5) < number - 1]


def _beyond_cash(reading: ScorecardReading) -> bool:
    """Whether the customer cannot pay the first deal out of its own cash."""
    *_others, cash = reading.method.reads
    first = reading.subject_id == reading.account.objective_id
    return first and reading.analyses.read(cash).verdict == "outside"


def _words(reading: ScorecardReading) -> Mapping[str, Word]:
    late, weakest = _overdue(reading), _weakest(reading)
    return {
        "deal": name(reading.called),
        "min": count(reading.score),
        "element": listing(label(one.name) for one in weakest) if weakest else None,
        "elements": listing(label(one.name) for one in late) if late else None,
    }


METHOD = Scorecard(
    key="opportunity_elements",
    name=N_("Deal strength"),
    question=N_("Which element of this deal is weakest?"),
    group="plan",
    workspace="deal",
    source="004/3",
    rule=N_(
        "Deal strength is the lowest of the five elements; equal deals are ordered by their mean. An element below the number of the buying stage less one is overdue."
    ),
    first=N_("Rate the five elements you know."),
    subject="opportunity",
    reads=("motive_assessment", "buying_process", "supporters", "power_classes", "cash_flow_reading"),
    uses=("opportunities", "stakeholders", "commitments", "contacts", "visits"),
    derives=_derived,
    groups=(Group("elements", N_("Elements"), ELEMENTS),),
    within=lowest,
    order_of_all=lambda r: (-(r.score or 0), -sum(mark.value for mark in r.known)),
    flags=(
        Flag("overdue", N_("overdue at this buying stage"), lambda r: bool(_overdue(r))),
        Flag("outside", N_("needs phased payment, lease or outside money"), _beyond_cash),
    ),
    says=(
        says(
            N_("{deal} has strength {min} of 5; weakest: {element}."),
            when=lambda r: r.verdict is not None,
            internal=True,
        ),
        says(N_("{deal} is overdue at this buying stage in: {elements}."), internal=True),
    ),
    words=_words,
    feeds=("funnel_grade", "opportunity_ranking"),
)

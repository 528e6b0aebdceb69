"""The facts of an XBRL filing that stand under a segment or a region, the most exact of each."""

from __future__ import annotations

import datetime as dt

from accountkit.sources.segments.axes import Place, place_of
from accountkit.sources.segments.chosen import CONCEPTS, SegmentFact
from accountkit.sources.tables.facts import Fact
from accountkit.sources.xbrl.amounts import amount, precision
from accountkit.sources.xbrl.document import identifier_of, in_currency, period_of
from accountkit.sources.xbrl.events import Collector

Key = tuple[Place, str, str, dt.date]


def segment_facts(found: Collector, form: str) -> list[SegmentFact]:
    """The facts over a year of the company that most facts are about; those under other dimensions are left out."""
    places = {
        key: place_of(context.members)
        for key, context in found.contexts.items()
        if context.members and not context.unnamed
    }
    identifier = identifier_of(found)
    exact: dict[Key, tuple[float, SegmentFact]] = {}
    for fact in found.facts:
        place = places.get(fact.context)
        if place is None or fact.name not in CONCEPTS or fact.nil:
            continue
        context = found.contexts[fact.context]
        known, period, value = in_currency(found, fact), period_of(context), amount(fact)
        if known is None or period is None or value is None or context.identifier != identifier:
            continue
        (taxonomy, currency), (start, end) = known, period
        if start is None:
            continue
        made = Fact(f"{taxonomy}:{fact.name}", start, end, value, currency, form, "", end)
        key = (place, made.concept, currency, end)
        if key not in exact or exact[key][0] < precision(fact):
            exact[key] = precision(fact), SegmentFact(place, made)
    return [one for _precision, one in exact.values()]

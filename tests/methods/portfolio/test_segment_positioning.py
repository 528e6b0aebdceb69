"""Segment positioning, worked by hand (methods.md prints no example).

Metal finishing: all three tests hold; 12 % of the market, brand 3: below 30 % and below 4, so deepen. From 30 %, or brand 4: widen.
"""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.model import Segment, apply, in_language
from tests.methods.portfolio.ours import practice

KEY = "segment_positioning"
TESTS = {"similar_needs": "yes", "same_proposition": "yes", "buyers_refer": "yes"}


def row(**segment):
    (found,) = Analyses(practice(segment=segment)).read(KEY).rows
    return found


@pytest.mark.parametrize(
    ("share", "brand", "move"),
    [
        (0.12, 3, "deepen"),
        (0.30, 3, "widen"),
        (0.12, 4, "widen"),
        (None, 3, "deepen"),
        (0.12, None, "deepen"),
        (None, None, None),
    ],
)
def test_share_or_brand_widens(share, brand, move):
    found = row(**TESTS, market_share=share, brand=brand)
    assert (found["move"], found.flags) == (move, ())


@pytest.mark.parametrize(("answer", "flag"), [("no", "no_segment"), ("unknown", "untested")])
def test_all_three_tests_must_hold(answer, flag):
    found = row(**TESTS | {"buyers_refer": answer}, market_share=0.5, brand=5)
    assert (found["move"], found.flags) == (None, (flag,))


def said(lang: str = "en", **segment) -> list[str]:
    parts = Segment(name="Surface treatment", order=1)
    ours = practice(segment=segment, parts=parts)
    with use_language(lang):
        return [line.text for line in Analyses(in_language(ours, lang)).assess(KEY).brief]


def test_the_sentence():
    known = {**TESTS, "market_share": 0.12, "brand": 3}
    assert said(**known) == ["Segment Metal finishing: market share 12\u202f%, brand 3 of 5; deepen."]
    assert said("zh_CN", **known) == ["细分市场金属表面处理：份额12%，品牌影响力3/5；深耕。"]
    wide = said(**known | {"brand": 4, "parent_id": "parts"})
    assert wide == [
        "Segment Metal finishing: market share 12\u202f%, brand 4 of 5; widen to Surface treatment."
    ]
    none = said(**known | {"similar_needs": "no", "buyers_refer": "no"})
    assert none == ["Metal finishing is not a segment; failed: similar needs and buyers refer to each other."]


def test_on_the_screen_stands_what_is_next_for_all():
    known = {**TESTS, "market_share": 0.12, "brand": 3}
    others = {
        "pumps": Segment(name="Pumps", order=1, **TESTS, brand=5),
        "odds": Segment(name="Odds and ends", order=2, buyers_refer="no"),
    }
    said = Analyses(practice(segment=known, **others)).assess(KEY).sentence
    assert said == "Deepen: Metal finishing; widen: Pumps; not a segment: Odds and ends."


@pytest.mark.parametrize(("activity", "basis"), [("primary", "industry"), ("support", "region")])
def test_the_activity_suggests_the_basis(activity, basis):
    ours = practice(segment={"activity": activity})
    (offer,) = Analyses(ours).assess(KEY).suggestions
    assert apply(ours, list(offer.edits())).segments["metal"].basis == basis
    assert not Analyses(practice(segment={"activity": activity, "basis": basis})).assess(KEY).suggestions

"""The two profiles of a partner (methods.md, strategic_partner_profile and local_partner_profile).

local      cash flow 4, closeness 4; dedicated 3, integrity 4: ability (4 + 4) / 2 = 4.0, will (3 + 4) / 2 = 3.5: accept
strategic  relations 5, coverage 4; execution 4, strategy 3: ability 4.5, will 3.5: accept (worked by hand)
"""

from __future__ import annotations

import pytest

from tests.methods.plant import answer
from tests.methods.team.house import house, read, sentence

LOCAL, STRATEGIC = "local_partner_profile", "strategic_partner_profile"
ITEMS = {
    LOCAL: ("cash_flow", "closeness", "dedicated", "integrity"),
    STRATEGIC: ("relations", "coverage", "execution", "strategy_fit"),
}


def practice(key: str, ratings: tuple[int | None, ...], **more):
    rated = {item: one for item, one in zip(ITEMS[key], ratings, strict=True) if one}
    return house({f"{key}.big": answer(rated=rated)}, **more)


@pytest.mark.parametrize(
    ("key", "ratings", "ability", "will", "verdict"),
    [
        (LOCAL, (4, 4, 3, 4), 4.0, 3.5, "accept"),
        (LOCAL, (4, 4, 3, 3), 4.0, 3.0, "develop"),
        (LOCAL, (5, 5, 5, 2), 5.0, 3.5, "reject"),
        (LOCAL, (1, 5, 5, 5), 3.0, 5.0, "reject"),
        (LOCAL, (2, 5, 5, 5), 3.5, 5.0, "accept"),
        (LOCAL, (5, 5, 5, None), 5.0, 5.0, "develop"),
        (LOCAL, (5, 5, None, None), 5.0, None, None),
        (STRATEGIC, (5, 4, 4, 3), 4.5, 3.5, "accept"),
        (STRATEGIC, (4, 4, 1, 4), 4.0, 2.5, "develop"),
        (STRATEGIC, (5, 5, 5, 2), 5.0, 3.5, "reject"),
        (STRATEGIC, (2, 3, 5, 5), 2.5, 5.0, "develop"),
    ],
)
def test_ability_and_will(key, ratings, ability, will, verdict):
    reading = read(practice(key, ratings), key, "big")
    assert (reading.means["ability"], reading.means["will"]) == (ability, will)
    assert reading.verdict == verdict
    assert reading.score == min(one for one in (ability, will) if one is not None)


@pytest.mark.parametrize(("difficulty", "elsewhere"), [(5, False), (1, True), (None, False)])
def test_a_partner_for_segments_of_another_route_is_flagged(difficulty, elsewhere):
    """High potential, hard: strategic; high and easy: we sell there ourselves."""
    known = practice(
        STRATEGIC,
        (5, 4, 4, 3),
        segment={"potential": 4, "difficulty": difficulty},
        partner={"segment_ids": ("groups", "gone")},
    )
    assert ("route" in read(known, STRATEGIC, "big").flags) is elsewhere


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Campus integrator: ability 4.0, will 3.5 – accept. Weakest: dedicated person.",
        ),
        ("zh_CN", "校园集成商：能力4.0，意愿3.5，接受；短板为专人负责。"),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(practice(LOCAL, (4, 4, 3, 4)), LOCAL, lang, "big") == said

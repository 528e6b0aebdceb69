"""The rule of methods.md, partner_enablement; worked by hand, as of 11 May 2026.

Technical training on 11 May 2025 (365 days: current) and go-to-market on 1 March 2026, both certified: 2 of 6, may sell
alone. A day earlier the technical training would have expired.
"""

from __future__ import annotations

import pytest

from tests.methods.plant import answer
from tests.methods.team.house import house, read, sentence

KEY = "partner_enablement"
TRAINED = {
    "technical_on": "2025-05-11",
    "technical_certified": "yes",
    "go_to_market_on": "2026-03-01",
    "go_to_market_certified": "yes",
}


def practice(**values):
    return house({f"{KEY}.big": answer(**values)})


@pytest.mark.parametrize(
    ("changed", "verdict", "done", "flags"),
    [
        ({}, "alone", 2, ()),
        ({"technical_on": "2025-05-10"}, "with_us", 1, ("expired",)),
        ({"technical_certified": "no"}, "with_us", 2, ()),
        ({"go_to_market_on": "2026-05-12"}, "with_us", 1, ()),
        ({"sales_help_on": "2026-05-01"}, "alone", 3, ()),
    ],
)
def test_two_certified_trainings_let_it_sell_alone(changed, verdict, done, flags):
    reading = read(practice(**TRAINED | changed), KEY, "big")
    assert (reading.verdict, reading.flags) == (verdict, flags)
    assert sum(mark.value == "met" for mark in reading.marks.values()) == done


def test_an_incomplete_agreement_is_flagged():
    made = practice(**TRAINED)
    signed = made.model_copy(
        update={"answers": {**made.answers, "partner_agreement.big": answer(price="met")}}
    )
    assert read(signed, KEY, "big").flags == ("agreement",)


def test_an_offering_of_its_scope_whose_sheet_is_not_ready_is_flagged():
    assert read(practice(**TRAINED), KEY, "big").flags == ()
    scoped = house({f"{KEY}.big": answer(**TRAINED)}, partner={"offer_ids": ("plan", "gone")})
    assert read(scoped, KEY, "big").flags == ("sheet",)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Campus integrator is enabled in 2 of 6 and may sell alone. Next: shared sales process."),
        ("zh_CN", "校园集成商赋能2/6，可独立销售；下一项：销售流程分享。"),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(practice(**TRAINED), KEY, lang, "big") == said

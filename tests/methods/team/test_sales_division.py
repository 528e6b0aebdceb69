"""The rule of methods.md, sales_division: two facts of a team, four ways to divide its sellers."""

from __future__ import annotations

import pytest

from tests.methods.plant import answer
from tests.methods.team.house import house, read, sentence

KEY = "sales_division"


@pytest.mark.parametrize(
    ("mode", "activity", "basis"),
    [
        ("motive_creating", "primary", "industry"),
        ("demand_creating", "primary", "industry"),
        ("demand_creating", "support", "specialists"),
        ("product_push", "primary", "region_first"),
        ("product_push", "support", "region"),
        (None, "support", None),
        ("product_push", None, None),
    ],
)
def test_the_four_cells(mode, activity, basis):
    practice = house({f"{KEY}.all": answer(activity=activity)}, team={"mode": mode})
    assert read(practice, KEY, "all").verdict == basis


def test_the_activity_is_the_one_that_the_segments_of_the_team_share():
    practice = house(segment={"activity": "primary"}, team={"mode": "product_push"})
    assert read(practice, KEY, "all").verdict == "region_first"
    city = practice.segments["city"].model_copy(update={"activity": "support"})
    mixed = practice.model_copy(update={"segments": {**practice.segments, "city": city}})
    assert read(mixed, KEY, "all").verdict is None
    own = mixed.teams["all"].model_copy(update={"segment_ids": ("city",)})
    assert read(mixed.model_copy(update={"teams": {"all": own}}), KEY, "all").verdict == "region"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Sellers divided by industry. One seller knows one industry."),
        ("zh_CN", "销售按行业分工。每名销售专攻一个行业。"),
    ],
)
def test_the_sentence(lang, said):
    practice = house({f"{KEY}.all": answer(activity="primary")}, team={"mode": "motive_creating"})
    assert sentence(practice, KEY, lang, "all") == said

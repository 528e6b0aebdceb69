"""The rule of methods.md, sales_team_structure; worked by hand: 14 sellers, 3 regions, 2 sectors that they drive: tiered."""

from __future__ import annotations

import pytest

from accountkit.model.practice import Seller, Team
from tests.methods.plant import answer
from tests.methods.team.house import house, read, sentence

KEY = "sales_team_structure"
TIERED = {"headcount": 14, "regions": 3, "products": 1, "sectors": 2, "driven": "yes"}
STRONG = dict.fromkeys(("margin", "execution", "product_range", "repeat_share"), 4)


def practice(rated: dict | None = None, **values):
    return house({f"{KEY}.all": answer(rated=rated, **values)})


@pytest.mark.parametrize(
    ("values", "rated", "form"),
    [
        (TIERED, None, "tiered"),
        (TIERED | {"headcount": 9}, STRONG, "single"),
        (TIERED | {"headcount": 10}, None, "tiered"),
        (TIERED | {"regions": 1}, None, "single"),
        (TIERED | {"driven": "no"}, STRONG, "matrix"),
        (TIERED | {"driven": "no"}, STRONG | {"repeat_share": 3}, "branch"),
        (TIERED | {"driven": "no"}, {"margin": 4}, None),
        (TIERED | {"driven": "no"}, {"margin": 3}, "branch"),
        (TIERED | {"driven": "no", "sectors": 1}, STRONG, "tiered"),
        (TIERED | {"driven": None}, STRONG, "tiered"),
    ],
)
def test_the_form_follows_from_size_and_what_regional_sellers_drive(values, rated, form):
    assert read(practice(rated, **values), KEY, "all").verdict == form


def test_another_form_than_todays_is_a_flag():
    assert read(practice(**TIERED, form="single"), KEY, "all").flags == ("change",)
    assert read(practice(**TIERED, form="tiered"), KEY, "all").flags == ()


def test_a_team_divided_by_industry_hires_no_single_seller_on_the_spot():
    made = house(
        {f"{KEY}.all": answer(**TIERED), "sales_division.all": answer(activity="primary")},
        team={"mode": "motive_creating"},
    )
    assert read(made, KEY, "all").flags == ("no_single_hire",)


def test_what_our_own_side_knows_is_not_entered_again():
    """One seller in the team, one in a team below it, one elsewhere; two offerings."""
    made = house({f"{KEY}.all": answer(driven="yes")})
    made = made.model_copy(
        update={
            "teams": {**made.teams, "below": Team(parent_id="all"), "other": Team()},
            "sellers": {**made.sellers, "b": Seller(team_id="below"), "c": Seller(team_id="other")},
        }
    )
    reading = read(made, KEY, "all")
    assert (reading.value("headcount"), reading.value("products")) == (2, 2)
    assert reading.value("sectors") is None and reading.verdict == "single"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Form: tiered regions. Next change if regional sellers no longer drive all products and sectors.",
        ),
        ("zh_CN", "组织形式：分层级；下一步触发条件：区域销售无法带动全部产品与行业。"),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(practice(**TIERED), KEY, lang, "all") == said

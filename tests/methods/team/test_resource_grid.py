"""The rule of methods.md, resource_grid, worked by hand.

Pay 880 k and 120 k, quota 7.6 M and 2.4 M: shares of the pay 88 % and 12 %, of the quota 76 % and 24 %.

    apart      0.88 / 0.76 − 1 = +15.8 %, within 30 %;  0.12 / 0.24 − 1 = −50 %, shown
"""

from __future__ import annotations

import pytest

from accountkit.methods import Analyses
from tests.methods.team.house import house, read, sentence, table

KEY = "resource_grid"
PLAN = {
    "segment": "groups",
    "offer": "plan",
    "mode": "motive_creating",
    "team_pay": 880e3,
    "quota": 7.6e6,
    "sellers": "Two sellers of region north",
}
REPORTS = {
    "segment": "city",
    "offer": "reports",
    "mode": "demand_creating",
    "team_pay": 120e3,
    "quota": 2.4e6,
}


def practice(*rows):
    return house({f"{KEY}.all": table(*rows)})


def flags(*rows):
    return [row.flags for row in read(practice(*rows), KEY, "all").rows]


def test_pay_and_quota_are_compared():
    reading = read(practice(PLAN, REPORTS), KEY, "all")
    assert [row["apart"] for row in reading.rows] == [pytest.approx(0.15789, abs=1e-5), pytest.approx(-0.5)]
    assert [row.flags for row in reading.rows] == [(), ("apart", "unmanned")]
    assert reading.totals == {"count": 2, "pay": 1e6, "quota": 10e6, "apart": 1}


def test_the_mode_has_to_match_the_strategy_of_the_offering():
    """Differentiation goes with creating a motive, focus with creating demand."""
    assert flags(PLAN | {"mode": "product_push"}) == [("mismatch",)]
    assert flags(PLAN, REPORTS | {"sellers": "One"}) == [(), ("apart",)]
    assert read(practice(PLAN), KEY, "all").rows[0]["strategy"] == "differentiation"


def test_people_where_no_investment_is_planned_are_shown():
    """Low potential and hard: no investment; on the same grid the segment is to be nurtured."""
    made = house({f"{KEY}.all": table(PLAN)}, segment={"potential": 1, "difficulty": 5})
    row = read(made, KEY, "all").rows[0]
    assert (row["route"], row["expansion"], row.flags) == ("none", "nurture", ("wasted",))


def test_a_cell_is_entered_once():
    assert flags(PLAN, PLAN) == [("double",), ("double",)]


def test_blank_amounts_are_compared_with_nothing():
    assert [row["apart"] for row in read(practice({**PLAN, "quota": None}, REPORTS), KEY, "all").rows] == [
        None,
        pytest.approx(0.12 - 1),
    ]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Cell School groups × Class planning: differentiation, motive-creating, quota US$ 7.6 m."),
        ("zh_CN", "教育集团×排课方案：差异化，动机激发，任务额760万美元。"),
    ],
)
def test_the_sentence(lang, said):
    from accountkit.i18n import use_language
    from accountkit.model import in_language

    with use_language(lang):
        lines = Analyses(in_language(practice(PLAN), lang)).assess(KEY, "all").brief
    assert [(line.text.replace("\u202f", " "), line.internal) for line in lines] == [(said, True)]


def test_what_is_missing_is_proposed():
    offers = Analyses(practice(PLAN, REPORTS)).assess(KEY, "all").suggestions
    assert [one.text.replace("\u202f", " ") for one in offers] == [
        "Incident reports in City schools (demand-creating) needs an able seller by name.",
        "Incident reports in City schools carries 24 % of the quota with 12 % of the pay.",
    ]


def test_the_card_says_what_is_out_of_line():
    assert sentence(practice(PLAN, REPORTS), KEY, "en", "all") == (
        "Quota of all cells: US$ 10 m. Pay and quota apart: Incident reports × City schools. "
        "No able seller: Incident reports × City schools."
    )


def test_an_empty_grid_says_what_to_do():
    assert sentence(house(), KEY, "en", "all") == "Add a cell: a segment and an offering."

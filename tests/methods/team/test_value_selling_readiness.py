"""The rule of methods.md, value_selling_readiness, worked by hand.

6 met, 2 partly, 3 not of 11: (6 + 1) / 11 = 63.6 %; if organised management is one of the three, 50 %.
"""

from __future__ import annotations

import pytest

from accountkit.methods.team.working_rules import readiness
from tests.methods.plant import answer
from tests.methods.team.house import house, read, sentence

KEY = "value_selling_readiness"
WORKED = {
    "active": "met",
    "customer_centred": "met",
    "all_scenes": "partly",
    "people_link": "met",
    "business_link": "met",
    "choose": "partly",
    "organised": "not_met",
    "visit": "met",
    "deal": "met",
    "account": "not_met",
    "channel": "not_met",
}


def reading(**changed):
    return read(house({f"{KEY}.all": answer(**WORKED | changed)}), KEY, "all")


def test_the_worked_example():
    assert readiness(reading()) == 0.5 and reading().verdict == "capped" and reading().flags == ("capped",)
    assert readiness(reading(organised="partly", choose="not_met")) == pytest.approx(7 / 11)
    assert reading(organised="partly", choose="not_met").verdict == "open"


def test_all_eleven_are_ready():
    found = reading(**dict.fromkeys(WORKED, "met"))
    assert (readiness(found), found.verdict) == (1.0, "pass")


def test_fewer_than_60_percent_assessed_says_nothing():
    """6 of 11 are 54.5 %, 7 are 63.6 %."""
    blank = dict.fromkeys(list(WORKED)[6:])
    assert reading(**blank).verdict is None
    assert reading(**blank | {"organised": "met"}).verdict == "open"


def test_organised_while_a_required_rule_is_missing_contradicts():
    style = answer(
        rated={"freedom": 2, "meetings": 2, "hiring": 2, "commission": 2, "retention": 2, "innovation": 2}
    )
    answers = {
        f"{KEY}.all": answer(**WORKED | {"organised": "met"}),
        "organisation_style.all": style,
        "sales_operations.all": answer(sales_process="written"),
    }
    assert read(house(answers), KEY, "all").flags == ("not_lived",)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Ready for value selling: 50 %. Missing: all sales modes mastered, deals chosen or dropped by strategy, "
            "organised management, process for accounts and process for channels.",
        ),
        (
            "zh_CN",
            "价值销售就绪度50%。尚缺：普适场景、策略性选择或放弃、组织级管理运营、客户关系管理流程、销售渠道管理流程。",
        ),
    ],
)
def test_the_panel_alone_says_it(lang, said):
    from accountkit.methods import Analyses

    made = house({f"{KEY}.all": answer(**WORKED)})
    assert sentence(made, KEY, lang, "all") == said
    assert Analyses(made).assess(KEY, "all").brief == ()

"""supplier_positioning, worked by hand from its rule: hard to replace 2, weight max(4, 3) = 4: exploit."""

from __future__ import annotations

import pytest

from accountkit.methods import Analyses
from accountkit.methods.paths import paths
from accountkit.methods.registry import REGISTRY
from accountkit.model import Account
from tests.methods.plant import answer, sentence, with_deal

KEY = "supplier_positioning"


def account(irreplaceable: int, importance: int | None, cost: int | None) -> Account:
    rated = {"irreplaceable": irreplaceable, "business_importance": importance, "cost_share": cost}
    kept = {key: value for key, value in rated.items() if value is not None}
    return with_deal({"opportunity_ranking.control": answer(rated=kept)})


def read(*rated):
    return Analyses(account(*rated)).read(KEY, "control")


def test_the_larger_of_importance_and_share_of_cost_is_the_weight():
    reading = read(2, 4, 3)
    assert (reading.x, reading.y, reading.verdict) == (2, 4, "exploit")
    assert read(2, None, 4).y == 4


@pytest.mark.parametrize(
    ("rated", "cell"),
    [((4, 4, 2), "partner"), ((4, 2, 1), "risk"), ((2, 1, 5), "exploit"), ((1, 2, 2), "shop")],
)
def test_each_position(rated, cell):
    reading = read(*rated)
    assert (reading.verdict, reading.borders) == (cell, ())


def test_on_the_cut_it_could_as_well_be_easy_to_replace():
    assert [cell.key for cell in read(3, 4, 4).borders] == ["exploit"]


def test_the_facts_are_entered_in_the_ranking_alone():
    written = [path for path in paths(REGISTRY[KEY]).writable if "answers" in path]
    assert written == []
    assert read(2, 4, 3).rated == 3 and Analyses(with_deal()).read(KEY, "control").verdict is None


@pytest.mark.parametrize(
    ("lang", "rated", "said"),
    [
        (
            "en",
            (2, 4, 3),
            "Coating line control: the customer sees us as supplier to exploit; aim: partner, by unique value.",
        ),
        ("zh_CN", (2, 4, 3), "涂装线管控方案：客户视我方为利用对象；目标：合作伙伴；做法：独特价值。"),
        ("en", (5, 5, 5), "Coating line control: the customer sees us as partner."),
        (
            "en",
            (1, 2, 2),
            "Coating line control: the customer sees us as supplier to shop from; aim: partner, by unique value, solving a weightier problem.",
        ),
    ],
)
def test_the_sentence(lang, rated, said):
    assert sentence(account(*rated), KEY, lang) == said

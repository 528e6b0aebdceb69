"""Getting onto the shortlist, worked by hand (methods.md prints no example): done / 5, a brand of 4 is on the shortlist.

Publicity and transparency done, award planned, crisis and device not: 2 of 5; brand 3: not on it; next the award.
"""

from __future__ import annotations

import pytest

from accountkit.methods import Analyses
from tests.methods.portfolio.ours import practice, rated, sentence

KEY = "brand_consideration"
DONE = {
    "publicity": "met",
    "award": "planned",
    "crisis": "not_met",
    "transparency": "met",
    "right_device": "not_met",
}


def ours(brand: int | None = 3, **answers: str):
    return practice({f"{KEY}.metal": rated(**DONE | answers)}, segment={"brand": brand})


def test_the_worked_example():
    reading = Analyses(ours()).read(KEY, "metal")
    assert (reading.verdict, reading.flags) == ("off", ())
    assert sentence(ours(), KEY) == (
        "Metal finishing: not on the shortlist, 2 of 5 measures in use; next: use of an award."
    )
    assert (
        sentence(ours(), KEY, "zh_CN") == "金属表面处理：未进入考虑清单；已落实措施2/5；下一措施：善用奖项。"
    )


@pytest.mark.parametrize(("brand", "verdict"), [(4, "on"), (5, "on"), (1, "off"), (None, None)])
def test_the_brand_says_whether_we_are_on_it(brand, verdict):
    assert Analyses(ours(brand)).read(KEY, "metal").verdict == verdict


def test_without_a_plan_the_first_that_is_not_done_is_next():
    assert sentence(ours(award="met"), KEY).endswith("3 of 5 measures in use; next: honest crisis handling.")
    every = dict.fromkeys(DONE, "met")
    assert sentence(ours(4, **every), KEY) == "Metal finishing: on the shortlist, 5 of 5 measures in use."


def test_without_an_answer_no_measure_is_counted():
    assert sentence(practice(segment={"brand": 4}), KEY) == "Metal finishing: on the shortlist."


@pytest.mark.parametrize("measure", ["crisis", "transparency"])
def test_what_is_violated_warns_whatever_else_is_done(measure):
    found = ours(5, **dict.fromkeys(DONE, "met") | {measure: "violated"})
    assert Analyses(found).read(KEY, "metal").flags == ("violated",)

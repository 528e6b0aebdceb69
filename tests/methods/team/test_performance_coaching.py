"""The rule of methods.md, performance_coaching: five steps in order, complete with a day of follow-up."""

from __future__ import annotations

import pytest

from accountkit.methods import Analyses
from tests.methods.plant import answer
from tests.methods.team.house import house, read, sentence

KEY = "performance_coaching"
WORKED = {
    "obstacle": "Gives up after the first refusal",
    "obstacle_kind": "attitude",
    "motive": "Lead a region",
    "co_create": "Rehearse three answers",
    "measures": "Two visits together",
    "due": "2026-05-29",
    "pdca": "2026-06-05",
}


def practice(**changed):
    return house(private_answers={f"{KEY}.north": answer(**WORKED | changed)})


@pytest.mark.parametrize(
    ("changed", "step", "flags"),
    [
        ({}, "complete", ()),
        ({"pdca": None}, "followed", ("no_follow_up",)),
        ({"due": None}, "measures_known", ()),
        ({"motive": None}, "motive_known", ()),
        ({"obstacle_kind": None}, "obstacle_known", ()),
        ({"pdca": "2026-05-10"}, "complete", ("overdue",)),
    ],
)
def test_five_steps_in_order(changed, step, flags):
    reading = read(practice(**changed), KEY, "north")
    assert (reading.verdict, reading.flags) == (step, flags)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Obstacle: gives up after the first refusal (attitude). Next measure: two visits together by 29 May 2026.",
        ),
        (
            "zh_CN",
            "障碍点：gives up after the first refusal（心态）。下一措施：two visits together，期限2026年5月29日。",
        ),
    ],
)
def test_the_panel_alone_says_it(lang, said):
    assert sentence(practice(), KEY, lang, "north") == said
    assert Analyses(practice()).assess(KEY, "north").brief == ()

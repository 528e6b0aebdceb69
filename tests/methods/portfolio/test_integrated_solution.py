"""Integrated solution, worked by hand (methods.md prints no example): 7 of 10 components repeat, 70 %: productised."""

from __future__ import annotations

import pytest

from accountkit.methods import Analyses
from tests.methods.portfolio.ours import practice, rated, sentence

KEY = "integrated_solution"
BLOCKS = {
    "custom_product": "Line model",
    "full_service": "Yearly tuning",
    "platform": "partner portal",
    "components": 10,
}


def ours(repeatable: float | None, **offer: str):
    answer = rated(**BLOCKS, **({} if repeatable is None else {"repeatable": repeatable}))
    return practice({f"{KEY}.control": answer}, offer=offer)


@pytest.mark.parametrize(
    ("repeatable", "verdict"),
    [
        (7, "productised"),
        (6, "productised"),
        (5.9, "partly"),
        (3, "partly"),
        (2.9, "one_off"),
        (0, "one_off"),
        (None, None),
        (11, None),
    ],
)
def test_the_share_that_repeats(repeatable, verdict):
    assert Analyses(ours(repeatable)).read(KEY, "control").verdict == verdict


def test_the_sentence():
    known = ours(7, segment_id="metal")
    assert sentence(known, KEY, about="control") == (
        "Coating line control: line model + yearly tuning on partner portal; 70\u202f% reusable in the segment Metal finishing."
    )
    assert sentence(ours(7), KEY, about="control").endswith("on partner portal; 70\u202f% reusable.")
    bare = practice({f"{KEY}.control": rated(components=10, repeatable=2)})
    assert sentence(bare, KEY, about="control") == "Coating line control: 20\u202f% reusable, one-off."
    assert sentence(bare, KEY, "zh_CN", "control") == "涂装线管控方案：可复用20%，属于一次性方案。"

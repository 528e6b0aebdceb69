"""The rule of methods.md, organisation_style, worked by hand.

1, 5, 2, 2, 2, 3, 2, 2, 3, 2 sum to 24: 2.4 of 5, bureaucratic. Creating a motive wants between (3): a mismatch; freedom (1)
and what is controlled (5) are 2 away.
"""

from __future__ import annotations

import pytest

from tests.methods.plant import answer
from tests.methods.team.house import house, read, sentence

KEY = "organisation_style"
ITEMS = (
    "freedom",
    "result_control",
    "commission",
    "meetings",
    "hiring",
    "innovation",
    "retention",
    "process_design",
    "customer_centred",
    "culture_need",
)
WORKED = (1, 5, 2, 2, 2, 3, 2, 2, 3, 2)


def practice(ratings=WORKED, mode: str | None = "motive_creating"):
    rated = dict(zip(ITEMS, ratings, strict=False))
    return house({f"{KEY}.all": answer(rated=rated)}, team={"mode": mode})


def test_the_worked_example():
    reading = read(practice(), KEY, "all")
    assert (reading.score, reading.verdict) == (pytest.approx(2.4), "bureaucratic")
    assert reading.flags == ("mismatch",)


@pytest.mark.parametrize(
    ("ratings", "mode", "style", "flags"),
    [
        ((2,) * 10, "product_push", "bureaucratic", ()),
        ((2,) * 10, "demand_creating", "bureaucratic", ("mismatch",)),
        ((4,) * 5 + (3,) * 5, "demand_creating", "organic", ()),
        ((3,) * 10, "motive_creating", "between", ()),
        ((2,) * 5 + (3,) * 5, "motive_creating", "between", ()),
        ((3,) * 10, None, "between", ()),
        ((3,) * 5, "product_push", None, ()),
    ],
)
def test_the_style_has_to_fit_the_mode(ratings, mode, style, flags):
    reading = read(practice(ratings, mode), KEY, "all")
    assert (reading.verdict, reading.flags) == (style, flags)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Style: bureaucratic; with motive-creating: mismatch. Apart: freedom and what is controlled.",
        ),
        ("zh_CN", "组织风格：官僚型；与动机激发：不一致。偏离项：自由度和控制对象。"),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(practice(), KEY, lang, "all") == said

"""The rule of methods.md, sales_mode: by the state of the need, else by necessity and sameness."""

from __future__ import annotations

from typing import Any

import pytest

from accountkit.methods import Analyses
from accountkit.model import Account
from tests.methods.plant import answer, motive, sentence, with_deal

KEY = "sales_mode"


def account(necessity: int | None = None, sameness: int | None = None, **values: Any) -> Account:
    return with_deal(
        {f"{KEY}.control": answer(**values)},
        necessity=necessity,
        sameness=sameness,
        need_ids=("capacity",),
    )


def read(known: Account):
    return Analyses(known).read(KEY, "control")


@pytest.mark.parametrize(
    ("axes", "mode"),
    [
        ((2, 2), "demand_creating"),
        ((2, 3), "motive_creating"),
        ((5, 2), "motive_creating"),
        ((3, 4), "motive_creating"),
        ((4, 4), "product_push"),
        ((5, None), None),
    ],
)
def test_without_a_motive_the_mean_of_both_axes_decides(axes, mode):
    assert read(account(*axes)).verdict == mode


def test_the_state_of_the_need_decides_where_a_motive_is_assessed():
    known = account(5, 5).model_copy(update={"motives": motive()})
    assert read(known).verdict == "motive_creating", "motivated, not explicit"
    latent = known.problems["delivery"].model_copy(update={"admitted": "no"})
    unmoved = {key: one.model_copy(update={"admits": ()}) for key, one in known.stakeholders.items()}
    known = known.model_copy(update={"problems": {"delivery": latent}, "stakeholders": unmoved})
    assert read(known).verdict == "demand_creating", "nobody admits the problem"


@pytest.mark.parametrize(
    ("share", "adopter"),
    [
        (0.025, "innovator"),
        (0.16, "opinion_leader"),
        (0.5, "deliberate"),
        (0.84, "traditional"),
        (0.9, "laggard"),
    ],
)
def test_the_adopter_class_follows_from_the_share_of_the_segment(share, adopter):
    assert read(account(segment_share=share)).value("adopter") == adopter


def test_a_strategy_of_another_mode_is_a_mismatch():
    assert read(account(4, 4, strategy="product_push", company_stage="product_push")).flags == ()
    assert read(account(4, 4, strategy="product_push", company_stage="motive_creating")).flags == (
        "mismatch",
    )
    assert read(account(4, 4)).flags == ()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Coating line control: sales mode motive-creating. Adopter class: early majority; strategy fit: mismatch.",
        ),
        ("zh_CN", "涂装线管控方案：销售模式为动机激发；客户属早期大众；战略匹配：不一致。"),
    ],
)
def test_the_sentence(lang, said):
    known = account(3, 3, adopter="deliberate", strategy="demand_creating")
    assert sentence(known, KEY, lang) == said

"""Benefits that are argued, and those that are not yet (methods.md, benefits_3_plus_5: no example is printed; worked by hand).

Head of operations: for the firm itself 5, delivered 4; customers 4, delivered 2: gap 2, not argued. Safety 4, delivered 4; esteem 3,
delivered 1: not important enough. Score (5×4 + 4×2 + 4×4 + 3×1 + 1×1 + 1×5) / 18 = 53/18 = 2.94: rivals are not rated, well-being
1 delivered 1, belonging 1 delivered 5 (the stage is not known, so it is rated).
"""

from __future__ import annotations

from typing import Any

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.model import Account, Rating, in_language
from tests.methods.people.house import CHINESE, house
from tests.methods.plant import answer

KEY = "benefits_3_plus_5"
RATED = {
    "for_itself": (5, 4),
    "for_customers": (4, 2),
    "safety": (4, 4),
    "esteem": (3, 1),
    "physiological": (1, 1),
    "belonging": (1, 5),
}


def account(rated: dict[str, tuple[int, int]] = RATED, person: str = "operations", **answers: Any) -> Account:
    ratings = {key: weight for key, (weight, _done) in rated.items()}
    ratings |= {f"delivered_{key}": done for key, (_weight, done) in rated.items()}
    known = {f"{KEY}.{person}": answer(rated=ratings), **answers}
    return house().model_copy(update={"private_answers": known, "wording": {"zh_CN": CHINESE}})


def test_the_score_weighs_what_is_delivered_by_its_importance():
    reading = Analyses(account()).read(KEY, "operations")
    assert reading.score == pytest.approx(53 / 18)
    assert (reading.verdict, reading.flags) == ("argued", ("unargued",))


@pytest.mark.parametrize(("benefit", "gate"), [("for_itself", "enterprise"), ("safety", "personal")])
def test_one_benefit_of_each_kind_must_be_delivered(benefit, gate):
    rated = {**RATED, benefit: (RATED[benefit][0], 3), "belonging": (1, 3)}
    reading = Analyses(account(rated)).read(KEY, "operations")
    assert reading.verdict == "open" and gate in reading.gates
    assert "decider" in reading.flags, "head of operations decides"


def test_importance_follows_from_the_personal_needs_and_belonging_from_the_stage():
    needs = {"comfort": 2, "safety": 3, "income": 4, "power": 2, "achievement": 5, "autonomy": 1}
    known = house().model_copy(update={"private_answers": {"personal_needs.operations": answer(rated=needs)}})
    reading = Analyses(known).read(KEY, "operations")
    keys = ("physiological", "safety", "esteem", "self_actualisation", "belonging")
    assert [reading.value(key) for key in keys] == [2, 4, 5, 5, None]
    assert reading.value("delivered_belonging") == 3, "mutual trust is the third stage"


def test_an_own_rating_counts_before_what_follows():
    known = account(**{"personal_needs.operations": answer(rated={"safety": 2})})
    assert Analyses(known).read(KEY, "operations").value("safety") == 4
    ratings = known.private_answers[f"{KEY}.operations"].ratings
    assert isinstance(ratings["safety"], Rating)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            [
                ("For the company: customer itself and customer's customers.", False),
                ("For head of operations: safety.", True),
                ("Not argued yet for head of operations: customer's customers.", True),
            ],
        ),
        (
            "zh_CN",
            [
                ("对企业：客户自身和客户的客户。", False),
                ("对运营负责人：安全。", True),
                ("对运营负责人尚未讲清：客户的客户。", True),
            ],
        ),
    ],
)
def test_the_sentences(lang, said):
    with use_language(lang):
        lines = Analyses(in_language(account(), lang)).assess(KEY, "operations").brief
    assert [(line.text, line.internal) for line in lines] == said

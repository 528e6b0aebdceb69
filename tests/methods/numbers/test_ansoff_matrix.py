"""The chief route and what is missing on it (methods.md, ansoff_matrix: the plant)."""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.model import Account, apply, in_language
from tests.methods.plant import GRADES, answer, plant

KEY = "ansoff_matrix"
ROUTES = {
    "penetration": (3, 4, 2e6),
    "market_development": (5, 2, 5e6),
    "product_development": (2, 2, 1e6),
    "diversification": (1, 1, 0),
}
MISSING = "batch traceability for export"


def account(routes: dict[str, tuple[int, int, float]] = ROUTES, **values) -> Account:
    rated = {
        f"{key}.{what}": one[n]
        for key, one in routes.items()
        for n, what in enumerate(("intent", "readiness"))
    }
    targets = {f"{key}.target": one[2] for key, one in routes.items()}
    known = answer(rated=rated, on=("said",), **targets, **values)
    return plant().model_copy(
        update={
            "answers": {KEY: known},
            "evidence": GRADES,
            "wording": {"zh_CN": {MISSING: "出口所需的批次追溯"}},
        }
    )


THE_PLANT = {"market_development.obstacle": MISSING}


def test_the_chief_route_and_its_share():
    reading = Analyses(account(**THE_PLANT)).read(KEY)
    assert reading.verdict == "market_development"
    assert (reading.x, reading.y, reading.cell.right, reading.cell.up) == (2, 4, False, True)


@pytest.mark.parametrize(
    ("change", "verdict"),
    [({"penetration": (5, 4, 6e6)}, "penetration"), ({"diversification": (5, 1, 9e6)}, "diversification")],
)
def test_of_equal_intents_the_larger_target_leads(change, verdict):
    reading = Analyses(account({**ROUTES, **change})).read(KEY)
    assert reading.verdict == verdict
    assert ("rehearse" in reading.flags) == (verdict == "diversification")


def test_too_little_is_no_verdict():
    assert (
        Analyses(account({key: ROUTES[key] for key in ("penetration", "diversification")})).read(KEY).verdict
        is None
    )


def test_what_is_missing_becomes_a_problem_to_pursue():
    known = account(**THE_PLANT)
    (offer,) = Analyses(known).assess(KEY).suggestions
    assert offer.text == f"Create a problem from “{MISSING}”?"
    known = apply(known, list(offer.edits()))
    problem = next(one for key, one in known.problems.items() if key != "delivery")
    finding = known.findings[problem.finding_ids[0]]
    assert (problem.statement, finding.effect, finding.source_item) == (
        MISSING,
        "opportunity",
        "market_development",
    )
    assert not Analyses(known).assess(KEY).suggestions


@pytest.mark.parametrize(
    "values",
    [{}, {"penetration.obstacle": "Shelf space"}, {"product_development.obstacle": "A laboratory"}],
)
def test_nothing_is_offered_without_an_obstacle_or_a_gap(values):
    assert not Analyses(account(**values)).assess(KEY).suggestions


def test_falling_repeat_purchases_are_one_to_restore():
    (offer,) = Analyses(account(repeat="falling")).assess(KEY).suggestions
    assert offer.text == "Create a problem from “Repeat purchases of present customers fall”?"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "The customer wants to grow by market development (US$ 5 m a year); missing: batch traceability for export.",
        ),
        ("zh_CN", "客户主要通过市场开发增长（每年500万美元），尚缺：出口所需的批次追溯。"),
    ],
)
def test_the_sentence(lang, said):
    with use_language(lang):
        (line,) = Analyses(in_language(account(**THE_PLANT), lang)).assess(KEY).brief
    assert (line.text.replace("\u202f", " ").replace("\xa0", " "), line.internal) == (said, True)

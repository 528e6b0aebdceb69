"""The pull and what a strong item leads to (methods.md, organisation_perception: no example is printed; worked by hand).

(3 + 4 + 2 + 5) / 4 = 3.5: high, on 4 of 5 items.
"""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.problems.rules import classify
from accountkit.model import Account, Motive, apply
from tests.methods.plant import GRADES, answer, plant

KEY = "organisation_perception"
RATED = {"current_position": 3, "target_position": 4, "innovate_conform": 2, "compliance": 5}


def account(rated: dict[str, int] = RATED, **values) -> Account:
    values = {"compliance_date": "2026-07-01", "adopter": "deliberate", **values}
    return plant().model_copy(
        update={"answers": {KEY: answer(rated=rated, on=("said",), **values)}, "evidence": GRADES}
    )


def test_the_pull_is_the_mean_and_too_little_is_no_verdict():
    reading = Analyses(account()).read(KEY)
    assert reading.score == pytest.approx(3.5) and reading.verdict == "high"
    assert Analyses(account({"compliance": 5, "window": 5})).read(KEY).verdict is None
    assert Analyses(account({key: 2 for key in RATED})).read(KEY).verdict == "low"


def test_a_target_is_to_pursue_and_a_duty_to_prevent_by_its_date():
    known = account()
    target, duty = Analyses(known).assess(KEY).suggestions
    known = apply(known, [*target.edits(), *duty.edits()])
    made = {
        known.findings[one.finding_ids[0]].source_item: one
        for key, one in known.problems.items()
        if key != "delivery"
    }
    assert set(made) == {"target_position", "compliance"}
    assert (made["compliance"].expected_by, classify(made["compliance"]).primary) == (
        dt.date(2026, 7, 1),
        "prevent",
    )
    assert made["target_position"].expected_by is None
    assert not Analyses(known).assess(KEY).suggestions


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "The organisation feels compliance most strongly, deadline 1 July 2026; adopter class: early majority.",
        ),
        ("zh_CN", "该组织最强的感受是合规，时限为2026年7月1日；采用者类型：早期大众。"),
    ],
)
def test_the_sentence(lang, said):
    with use_language(lang):
        lines = Analyses(account()).assess(KEY).brief
    assert [(line.text, line.internal) for line in lines] == [(said, False)]


def test_the_adopter_class_is_kept_once_and_read_where_a_deal_or_a_person_has_none_of_its_own():
    known = account()
    motive = {"m": Motive(stakeholder_id="operations", need_id="capacity")}
    analyses = Analyses(known.model_copy(update={"motives": motive}))
    assert analyses.read("sales_mode", "control").value("adopter") == "deliberate"
    assert analyses.read("motive_assessment", "m").money.appetite == "normal"

"""The worked example of methods.md, buyer_concerns."""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.model import Account, Doubt, in_language, shareable
from tests.methods.plant import CHINESE, plant

KEY = "buyer_concerns"
DOUBTS = {
    "study": Doubt(
        stakeholder_id="operations",
        signal="need more study",
        hidden_worry="three weeks of standstill",
        cause="complexity",
        answer="change over in the August stop",
    ),
    "price": Doubt(
        stakeholder_id="finance",
        signal="dearer than others",
        hidden_worry="having signed if it fails",
        cause="blame",
        order=1,
    ),
    "silence": Doubt(
        stakeholder_id="purchasing", signal="falls silent", cause="response", status="eased", order=2
    ),
}
WORDS = {
    "need more study": "再研究研究",
    "three weeks of standstill": "停产三周",
    "change over in the August stop": "8月停产期切换",
}


def account() -> Account:
    known = plant()
    deciders = {
        key: known.stakeholders[key].model_copy(update={"decision_roles": ("decider_active",)})
        for key in ("manager", "operations")
    }
    return known.model_copy(
        update={
            "stakeholders": {**known.stakeholders, **deciders},
            "doubts": DOUBTS,
            "wording": {"zh_CN": CHINESE | WORDS},
        }
    )


def test_two_are_open_one_is_eased_and_the_head_of_operations_blocks_the_signing():
    reading = Analyses(account()).read(KEY)
    assert reading.totals == {"open": 2, "eased": 1}
    assert {row.id: row.flags for row in reading.rows} == {
        "study": ("excuse", "blocks"),
        "price": ("excuse",),
        "silence": (),
    }
    assert reading.alarms == ("blocked",)
    assert [row.id for row in reading.rows] == ["study", "price", "silence"], "what blocks comes first"


def test_causes_in_the_purchase_are_proven_away_and_ours_are_mended_first():
    handled = {row.id: row["handling"] for row in Analyses(account()).read(KEY).rows}
    assert handled == {"study": "purchase", "price": "purchase", "silence": "seller"}


def test_each_person_has_their_own():
    analyses = Analyses(account())
    assert [row.id for row in analyses.read(KEY, "finance").rows] == ["price"]
    assert analyses.read(KEY, "finance").alarms == ()
    assert analyses.read(KEY, "operations").alarms == ("blocked",)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Head of operations hesitates: says “need more study”, likely means three weeks of standstill. Response: change over in the August stop.",
        ),
        ("zh_CN", "运营负责人有顾虑：口头是“再研究研究”，可能是停产三周；回应：8月停产期切换。"),
    ],
)
def test_the_sentence_is_internal(lang, said):
    with use_language(lang):
        verdict = Analyses(in_language(account(), lang)).assess(KEY, "operations")
    assert verdict.sentence == said
    assert [line.internal for line in verdict.brief] == [True]


def test_chinese_signals_are_known_too():
    known = account()
    doubt = known.doubts["study"].model_copy(update={"signal": "价格比别家高"})
    known = known.model_copy(update={"doubts": {"price": doubt}})
    assert "excuse" in Analyses(known).read(KEY).rows[0].flags


def test_the_worry_is_in_no_shared_copy():
    assert "standstill" not in shareable(account()).model_dump_json()

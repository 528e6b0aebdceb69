"""The worked example of methods.md, internal_politics; the ways themselves are tested in test_network.py."""

from __future__ import annotations

import pytest

from accountkit.errors import InvalidEdit
from accountkit.figures.shapes.people import people_map
from accountkit.i18n import use_language
from accountkit.methods import REGISTRY, Analyses
from accountkit.model import Account, Edit, Evidence, Pair, apply, in_language
from accountkit.summaries import summary
from tests.methods.people.house import ANSWERS, CHINESE, TIES, changed, house

KEY = "internal_politics"


def read(account: Account):
    return Analyses(account).read(KEY)


def worked(**update) -> Account:
    return house(private_answers=ANSWERS, wording={"zh_CN": CHINESE}, **update)


def test_both_deciders_are_reached_one_tie_is_tense_and_one_supporter_alone():
    assert read(worked()).totals == {"ties": 7, "reached": 2, "deciders": 2, "tense": 1, "alone": 1}


def test_the_way_is_to_re_check_and_nobody_is_spoken_for_before_the_other():
    reading = read(worked())
    assert reading.alarms == ("recheck",)
    assert {row.id: row.flags for row in reading.rows if row.flags} == {"budget": ("no_sides",)}


def test_a_ring_of_reporting_that_a_file_brings_in_is_flagged_on_each_of_its_ties():
    back = Pair(from_id="manager", to_id="coating", tie="reports_to")
    flagged = {row.id for row in read(worked(pairs={**TIES, "back": back})).rows if "ring" in row.flags}
    assert flagged == {"post", "line", "back"}
    told = summary(Analyses(worked(pairs={**TIES, "back": back})), KEY)
    assert "Reporting runs in a circle: " in told and "circle" not in summary(Analyses(worked()), KEY)


@pytest.mark.parametrize(
    ("lang", "internal", "neutral"),
    [
        (
            "en",
            "Way to general manager: head of IT; tense: head of finance and head of operations; alone: quality engineer.",
            "Next we ask head of IT to bring in general manager.",
        ),
        (
            "zh_CN",
            "通向总经理的路径：信息化负责人；关系紧张：财务负责人与运营负责人；孤立的支持者：质量工程师。",
            "下一步请信息化负责人引见总经理。",
        ),
    ],
)
def test_the_sentences(lang, internal, neutral):
    with use_language(lang):
        said = Analyses(in_language(worked(), lang)).assess(KEY).brief
    assert [(line.text, line.internal) for line in said] == [(internal, True), (neutral, False)]


def test_a_longer_way_is_asked_for_step_by_step():
    account = changed(worked(), "it", relationship_stage=None)
    account = changed(account, "operations", relationship_stage="first_impression")
    said = Analyses(account).assess(KEY).brief
    assert said[0].text.startswith("Way to general manager: coating line leader, head of operations;")
    assert said[1].text == "Next we ask coating line leader to bring in head of operations."
    assert "through_tension" in read(account).alarms, "operations is at odds with finance"


def test_no_way_says_to_widen_contact_and_a_direct_one_says_so():
    tense = {"budget": TIES["budget"]}
    assert "no_way" in read(worked(pairs=tense)).alarms
    assert Analyses(worked(pairs=tense)).assess(KEY).sentence.startswith("No way to general manager yet;")
    met = changed(worked(), "manager", relationship_stage="liking")
    assert "is reached directly" in Analyses(met).assess(KEY).sentence


def test_nobody_reports_to_themselves_over_others_and_the_account_says_why():
    above = Pair(from_id="manager", to_id="coating", tie="influences")
    account = worked(pairs={**TIES, "above": above})
    with pytest.raises(InvalidEdit, match="report to themselves"):
        apply(account, [Edit("pairs/above/tie", "reports_to")])
    assert apply(account, [Edit("pairs/above/tie", "close")]).pairs["above"].tie == "close"


def test_a_second_superior_is_marked():
    second = Pair(from_id="coating", to_id="finance", tie="reports_to")
    rows = read(worked(pairs={**TIES, "second": second})).rows
    assert {row.id for row in rows if "two_superiors" in row.flags} == {"line", "second"}


def test_the_sentence_names_whom_the_map_shows_at_odds_however_little():
    faint = Pair(from_id="coating", to_id="quality", tie="tense", strength=1)
    account = worked(pairs={**TIES, "budget": faint})
    assert "; tense: coating line leader and quality engineer; " in Analyses(account).assess(KEY).sentence
    assert _broken_lines(account) == 1
    refuted = faint.model_copy(update={"evidence": ("no",)})
    ledger = {**account.evidence, "no": Evidence(grade="B", status="refuted")}
    account = worked(pairs={**TIES, "budget": refuted}, evidence=ledger)
    assert "; tense: none; " in Analyses(account).assess(KEY).sentence
    assert _broken_lines(account) == 0


def _broken_lines(account: Account) -> int:
    shapes = people_map(read(account)).figure["layout"]["shapes"]
    return sum(shape["type"] == "path" and shape["line"].get("dash") == "dot" for shape in shapes)


def test_of_many_at_odds_the_first_are_named_and_the_others_counted():
    others = {
        f"more{n}": Pair(from_id="coating", to_id=to, tie="tense", strength=5)
        for n, to in enumerate(("quality", "it", "purchasing", "manager"))
    }
    said = Analyses(worked(pairs={**others, **TIES})).assess(KEY).sentence
    assert "tense: head of finance and head of operations, " in said, "those who both count come first"
    assert ", 2 more; alone" in said


def test_a_new_tie_is_between_two_people_without_one_and_counts_once_it_is_said_what_it_is():
    before = worked()
    ends = REGISTRY[KEY].begins(before)
    assert frozenset(ends.values()) not in {
        frozenset((tie.from_id, tie.to_id)) for tie in before.pairs.values()
    }
    account = apply(before, [Edit("pairs/new", {**ends, "strength": 5})])
    assert read(account).totals == read(before).totals
    assert read(apply(account, [Edit("pairs/new/tie", "close")])).totals["ties"] == 8


def test_there_is_no_new_tie_without_two_people():
    assert REGISTRY[KEY].begins(house(stakeholders={}, pairs={}, private_answers={})) == {}

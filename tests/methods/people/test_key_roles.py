"""The worked example of methods.md, key_roles."""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.people.network import leads_opinion
from accountkit.model import Account, in_language
from tests.methods.people.house import CHINESE, changed, house

KEY = "key_roles"


def read(account: Account):
    return Analyses(account).read(KEY)


def test_two_of_four_traits_make_an_opinion_leader_and_one_does_not():
    people = house().stakeholders
    assert leads_opinion(people["it"]) and not leads_opinion(people["coating"])
    assert {row.id for row in read(house()).rows if row["leader"]} == {"it"}


def test_there_is_no_gap_and_the_general_manager_is_to_watch():
    reading = read(house())
    assert reading.alarms == ()
    assert {row.id: row.flags for row in reading.rows if row.flags} == {
        "manager": ("watch", "not_met"),
        "finance": ("not_met",),
    }
    assert reading.totals == {"key": 5, "not_met": 2}


def test_without_the_purchasing_manager_the_organiser_is_the_gap():
    assert read(house(without=("purchasing",))).alarms == ("no_organiser",)


def test_without_both_deciders_the_decider_is_a_gap():
    nobody = changed(changed(house(), "manager", decision_roles=()), "operations", decision_roles=())
    assert read(nobody).alarms == ("no_decider",)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        (
            "en",
            "Key people: head of operations, head of IT, head of finance; dormant: general manager; organiser: purchasing manager.",
        ),
        (
            "zh_CN",
            "关键人：运营负责人、信息化负责人、财务负责人；未介入决策者：总经理；采购组织者：采购经理。",
        ),
    ],
)
def test_the_sentence(lang, sentence):
    account = house(wording={"zh_CN": CHINESE})
    with use_language(lang):
        assert Analyses(in_language(account, lang)).assess(KEY).sentence == sentence


def test_a_list_that_is_empty_reads_none():
    alone = changed(Account(slug="a", stakeholders=house().stakeholders), "manager", decision_roles=())
    assert "dormant: none" in Analyses(alone).assess(KEY).sentence

"""Worked by hand: the check of the first quarter of 2026 on six actions of the plant."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.chain.reviews import REVIEW
from accountkit.model import Account, Contact, PlanAction, in_language
from tests.methods.plant import DAY, answer, plant

KEY = "plan_tracking"
PLAN = {
    "met": PlanAction(
        action="Meet the approver", owner="Seller", status="done", done_on=dt.date(2026, 2, 10), worked="yes"
    ),
    "trial": PlanAction(
        action="Trial", owner="Presales", status="done", done_on=dt.date(2026, 1, 5), worked="no"
    ),
    "before": PlanAction(action="Before", status="done", done_on=dt.date(2025, 12, 30), worked="yes"),
    "late": PlanAction(action="Late", owner="Seller", due=dt.date(2026, 2, 1)),
    "nobody": PlanAction(action="Nobody's", due=dt.date(2026, 3, 20)),
    "later": PlanAction(action="Next quarter", owner="Seller", due=dt.date(2026, 4, 1)),
    "dropped": PlanAction(action="Dropped", status="dropped"),
    "review": PlanAction(action="Review", origin=REVIEW),
}
TALKED = {"c": Contact(date=DAY - dt.timedelta(days=90), stakeholder_ids=("it",))}


def account(contacts: dict[str, Contact] = TALKED, **values: str) -> Account:
    known = plant().model_copy(update={"plan": PLAN, "contacts": contacts})
    return known.model_copy(update={"answers": {KEY: answer(**values)}})


def read(known: Account):
    return Analyses(known).read(KEY)


def test_two_of_four_actions_of_the_quarter_are_done_and_one_works():
    reading = read(account())
    assert reading.totals == {"all": 4, "done": 2, "working": 1}
    assert (reading.verdict, reading.alarms) == ("stands", ())
    assert "review" not in {row.id for row in reading.rows}


def test_each_action_says_what_it_needs():
    flags = {row.id: row.flags for row in read(account()).rows if row.flags}
    assert flags == {"trial": ("no_result",), "late": ("overdue",), "nobody": ("unowned",)}


@pytest.mark.parametrize(
    ("contacts", "values", "alarms"),
    [
        (TALKED, {}, ()),  # 90 days are not too old
        ({"c": TALKED["c"].model_copy(update={"date": DAY - dt.timedelta(days=91)})}, {}, ("refresh",)),
        ({}, {}, ("refresh",)),
        ({}, {"info_refreshed": "2026-02-01"}, ()),
        (TALKED, {"changed": "yes"}, ("anew",)),
        (TALKED, {"changed": "no"}, ()),
    ],
)
def test_a_changed_customer_means_a_new_plan_and_old_information_is_refreshed_first(contacts, values, alarms):
    reading = read(account(contacts, **values))
    assert reading.alarms == alarms
    assert reading.verdict == ("anew" if "anew" in alarms else "stands")


@pytest.mark.parametrize(
    ("lang", "values", "said"),
    [
        ("en", {}, "Plan check Q1 2026: done 2 of 4, working 1; the plan holds."),
        ("en", {"changed": "yes"}, "Plan check Q1 2026: done 2 of 4, working 1; plan anew."),
        ("zh_CN", {}, "2026年第1季度检查：执行2/4，有效1；规划不变。"),
    ],
)
def test_the_sentence(lang, values, said):
    with use_language(lang):
        assert Analyses(in_language(account(**values), lang)).assess(KEY).sentence == said

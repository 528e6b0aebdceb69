"""The rule of methods.md, network_resources."""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.model import Account, Answer, Row, in_language
from tests.methods.people.house import CHINESE, house

KEY = "network_resources"
FRIEND = {
    "contact": "Plant manager of a customer",
    "target": "manager",
    "hops": 1,
    "closeness": 2,
    "resource_value": 3,
}
CLOSE = {"contact": "Former colleague", "target": "manager", "hops": 1, "closeness": 4, "resource_value": 4}
FAR = {"contact": "Professor", "target": "finance", "hops": 3, "closeness": 5, "resource_value": 5}


def account(*rows: dict) -> Account:
    kept = {f"r{n}": Row(cells=cells, order=n) for n, cells in enumerate(rows)}
    other = {"Former colleague": "前同事"}
    return house(private_answers={KEY: Answer(rows=kept)}, wording={"zh_CN": {**CHINESE, **other}})


def test_the_fewest_links_come_first_then_closeness_times_value():
    rows = Analyses(account(FAR, FRIEND, CLOSE)).read(KEY).rows
    assert [(row["contact"], row["worth"]) for row in rows] == [
        ("Former colleague", 16),
        ("Plant manager of a customer", 6),
        ("Professor", 25),
    ]


def test_a_contact_whose_links_are_not_counted_comes_last():
    rows = Analyses(account({**CLOSE, "hops": None}, FAR)).read(KEY).rows
    assert [row["contact"] for row in rows] == ["Professor", "Former colleague"]


@pytest.mark.parametrize(("due", "overdue"), [("2026-02-28", True), ("2026-03-01", False), ("soon", False)])
def test_a_promise_past_its_day_is_an_alarm(due, overdue):
    reading = Analyses(account({**CLOSE, "promised": "A talk", "due": due})).read(KEY)
    assert ("overdue" in reading.alarms) is overdue
    assert "overdue" not in Analyses(account({**CLOSE, "due": due})).read(KEY).alarms


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        (
            "en",
            [
                ("Reach general manager through former colleague; links: 1.", True),
                ("An introduction to general manager is planned by 31 March 2026.", False),
            ],
        ),
        (
            "zh_CN",
            [("经前同事触达总经理；间隔1层。", True), ("计划于2026年3月31日前经介绍联系总经理。", False)],
        ),
    ],
)
def test_the_sentences(lang, sentences):
    planned = account({**CLOSE, "planned": "2026-03-31"}, FAR)
    with use_language(lang):
        said = Analyses(in_language(planned, lang)).assess(KEY).brief
    assert [(line.text, line.internal) for line in said] == sentences

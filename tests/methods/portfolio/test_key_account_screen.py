"""The screen of six accounts, worked by hand (methods.md prints no example). Thousands.

a 900 − 400 = 500; b 700 − 200 = 500, both gain; c 300 − 250 = 50; d 200 − 200 = 0; e 100 − 150 = −50; f unknown
drop        d and e: what they bring is no more than what they cost
candidates  20 % of the other three = 0.6, rounded 1: b comes before a, because both gain
"""

from __future__ import annotations

import pytest

from accountkit.methods import Analyses
from accountkit.model import Offer, Practice
from accountkit.model.account_line import Sold
from tests.methods.portfolio.plain import line, practice, sentences

KEY = "key_account_screen"
LINES = (
    line("A", brings=900, costs=400),
    line("B", brings=700, costs=200),
    line("C", brings=300, costs=250),
    line("D", brings=200, costs=200),
    line("E", brings=100, costs=150),
    line("F", brings=100),
)
OURS = practice(KEY, {"b": {"cooperation": "both"}, "a": {"cooperation": "ours"}})


def test_the_worked_example():
    reading = Analyses(OURS, accounts=LINES).read(KEY)
    assert [(row.id, row["verdict"]) for row in reading.rows] == [
        ("b", "candidate"),
        ("a", "keep"),
        ("c", "keep"),
        ("d", "drop"),
        ("e", "drop"),
        ("f", None),
    ]
    assert [row["left"] for row in reading.rows] == [500e3, 500e3, 50e3, 0, -50e3, None]


@pytest.mark.parametrize(
    ("lang", "whole", "each"),
    [
        (
            "en",
            "Key candidates: B. Serving costs more than it brings: D and E.",
            ["B: marginal surplus US$ 500 k; key candidate.", "D: marginal surplus US$ 0; drop."],
        ),
        (
            "zh_CN",
            "关键候选：B。服务成本高于收益：D和E。",
            ["B：边际盈余50万美元，关键候选。", "D：边际盈余0美元，排除。"],
        ),
    ],
)
def test_the_sentences(lang, whole, each):
    said, found = sentences(Analyses(OURS, accounts=LINES), KEY, lang)
    assert said == whole and found[:2] == each and len(found) == 3


def test_a_fifth_of_ten_is_two():
    lines = tuple(line(f"n{n}", brings=1000 - n, costs=1) for n in range(10))
    verdicts = [row["verdict"] for row in Analyses(OURS, accounts=lines).read(KEY).rows]
    assert verdicts == ["candidate"] * 2 + ["keep"] * 8


def test_another_answer_another_reading():
    rows = Analyses(practice(KEY, {"a": {"cooperation": "both"}}), accounts=LINES).read(KEY).rows
    assert [row.id for row in rows][:2] == ["a", "b"]


def test_it_counts_the_cells_of_our_offerings_that_nobody_has():
    """Two offers by two units are four cells, of which one is ours."""
    one = line("A", brings=2, costs=1).model_copy(
        update={"units": ("North", "South"), "sold": (Sold(unit="North", offer="Planning", held="ours"),)}
    )
    offers = {"planning": Offer(name="Planning"), "billing": Offer(name="Billing")}
    (row,) = Analyses(Practice(offers=offers), accounts=(one,)).read(KEY).rows
    assert row["open"] == 3
    assert Analyses(Practice(), accounts=(one,)).read(KEY).rows[0]["open"] is None


def test_an_account_of_a_group_is_named_with_the_one_above_it():
    lines = (line("A", brings=2, costs=1), line("B", brings=2, costs=1).model_copy(update={"parent": "a"}))
    rows = Analyses(Practice(), accounts=lines).read(KEY).rows
    assert {row["account"] for row in rows} == {"A", "B (A)"}

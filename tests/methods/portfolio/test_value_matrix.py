"""The value matrix of five accounts, worked by hand (methods.md prints no example). Thousands.

    current     500, 400, 300, 200, 100   median 300, on the line within 5 % = 15
    potential   120, 20, 90, 150, 10      median  90, on the line within 4.5
    a 500 / 120 core; b 400 / 20 cash; d 200 / 150 seed; e 100 / 10 minor
    c 300 / 90  at both medians: core, and on both lines, so it could be any group

Three accounts are rated instead, cut at 3.0: 4 / 2 is cash.
"""

from __future__ import annotations

import pytest

from accountkit.figures.shapes.matrix import quadrants
from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.portfolio.ranking import group_of
from accountkit.model import Practice
from tests.methods.portfolio.plain import line, sentences

KEY = "value_matrix"
LINES = (
    line("A", current=500, potential=120),
    line("B", current=400, potential=20),
    line("C", current=300, potential=90),
    line("D", current=200, potential=150),
    line("E", current=100, potential=10),
    line("F", current=100),
)


def read(lines=LINES):
    return Analyses(Practice(), accounts=lines).read(KEY)


def test_the_worked_example():
    reading = read()
    assert [group_of(reading, slug) for slug in "abcdef"] == ["core", "cash", "core", "seed", "minor", None]
    method = reading.members[0].method
    assert (method.horizontal.cut, method.horizontal.near) == (300e3, pytest.approx(15e3))
    assert (method.vertical.cut, method.vertical.near) == (90e3, pytest.approx(4.5e3))
    assert [one.subject_id for one in reading.members if one.borderline] == ["c"]
    assert {cell.key for cell in reading.members[2].borders} == {"cash", "seed", "minor"}
    assert (reading.rated, reading.total) == (5, 6)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "Value groups: core A and C; cash B; seed D; minor E."),
        ("zh_CN", "价值分组：核心A和C；现金B；种子D；普通E。"),
    ],
)
def test_the_sentence(lang, expected):
    assert sentences(Analyses(Practice(), accounts=LINES), KEY, lang) == (expected, [expected])


def test_fewer_than_four_accounts_are_rated():
    rated = (line("A", current=9, current_rating=4, potential_rating=2), *LINES[1:3])
    reading = read(rated)
    assert [group_of(reading, slug) for slug in "abc"] == ["cash", None, None]
    assert reading.members[0].method.horizontal.cut == 3.0


def test_the_picture_shows_all_accounts_with_the_cuts_in_money():
    with use_language("en"):
        drawing = quadrants(read())
    assert len(drawing.figure["data"][0]["x"]) == 5 and "A (US$" in drawing.text
    assert [row["Verdict"] for row in drawing.rows][2].startswith("core, close to cash")


def test_amounts_of_another_currency_are_not_compared_and_another_answer_gives_another_reading():
    lines = (*LINES, line("G", current=9e6, potential=9e6, currency="CNY"))
    assert group_of(read(lines), "g") is None and group_of(read(lines), "c") == "core"
    more = (*LINES[:2], line("C", current=900, potential=900), *LINES[3:])
    assert read(more) != read() and group_of(read(more), "b") == "cash"


def test_of_very_many_accounts_the_first_are_named_and_drawn():
    lines = tuple(line(f"N{n}", current=n, potential=n) for n in range(1, 301))
    said, _each = sentences(Analyses(Practice(), accounts=lines), KEY, "en")
    assert "core N300, N299, N298, N297, N296 and 145 other accounts; cash none" in said
    with use_language("en"):
        drawing = quadrants(read(lines))
    assert len(drawing.figure["data"][0]["x"]) == 60 and len(drawing.rows) == 60
    assert read(lines).rated == 300

"""What the methods beside the core analyses say in the brief, and what of it never leaves."""

from __future__ import annotations

import io
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from accountkit.brief import FORMATS, Brief, compose, customers, going_out, write
from accountkit.brief.blocks import Table
from accountkit.brief.result_tables import _in_order
from accountkit.brief.strands import _cell
from accountkit.i18n import added_words, use_language
from accountkit.methods import REGISTRY
from accountkit.methods.chain.picture import Box
from accountkit.model import Account, Answer, Value
from tests.brief.accounts import new_oriental
from tests.brief.conftest import LANGUAGES
from tests.brief.opened import everything
from tests.methods.foreign import CHINESE, METHODS, flown

SECRET = "ZQXINTERNAL"


@pytest.fixture(autouse=True)
def known() -> Iterator[None]:
    with REGISTRY.added(*METHODS), added_words("zh_CN", CHINESE):
        yield


@pytest.fixture
def marked() -> Account:
    return flown(new_oriental(), SECRET)


def tables(brief: Brief, section: str) -> dict[str, Table]:
    found = brief.section(section)
    assert found is not None, [one.key for one in brief.sections]
    return {block.key: block for block in found.blocks if isinstance(block, Table)}


def said(brief: Brief, section: str) -> list[tuple[str, str, str | None]]:
    return [
        (row[0].text, row[1].text.replace("\u202f", " "), row[2].mark)
        for row in tables(brief, section)["results"].rows
    ]


def test_each_workspace_has_its_results_with_what_they_rest_on(marked):
    brief = compose(marked)
    assert said(brief, "deal")[-1] == ("Field of flight", "Kite order should soar.", "confirmed")
    assert said(brief, "care") == [("Log of flights", "Flights: 2, 120 minutes in all.", "confirmed")]
    assert said(brief, "portfolio") == [("Yield of the kite", "Kites bring US$ 1 k.", "confirmed")]
    assert ("Ready to start", "The start is: pass.", "confirmed") in said(brief, "overview")
    assert said(brief, "numbers_results")[0] == ("Board of the kite", "The sail is red silk.", "confirmed")
    assert brief.section("numbers_results").appendix, "the decomposition stands in the story"


def test_a_shape_with_a_table_shows_it(marked):
    brief = compose(marked)
    rows = [[cell.text for cell in row] for row in tables(brief, "care")["kite_log"].rows]
    assert rows == [["hill", "90", "2 May 2023", "yes", "long"], ["beach", "30", "", "", ""]]
    (field,) = tables(brief, "deal")["kite_field"].rows
    assert [cell.text for cell in field][:4] == ["Kite order", "5.0", "4.0", "soar"]
    assert len(tables(brief, "numbers_results")["kite_board"].rows) == 2
    assert "kite_start" not in tables(brief, "overview"), "nothing is open"


def test_what_is_assumed_is_marked():
    account = flown(new_oriental())
    answers = {"kite_board": Answer(values={"sail": Value(value="paper")})}
    brief = compose(account.model_copy(update={"answers": answers}))
    table = tables(brief, "numbers_results")["results"]
    assert [row[-1].mark for row in table.rows] == ["assumed"]
    assert table.note == "", "the status is a mark, not a sentence"


def test_a_method_that_says_nothing_is_not_in_the_brief():
    assert compose(new_oriental()).section("care") is None
    without = flown(new_oriental()).model_copy(update={"answers": {}, "private_answers": {}})
    brief = compose(without)
    assert not [block for block in brief.blocks() if isinstance(block, Table) and "kite" in block.key]
    assert all(not one.private for one in brief.sections)


def test_what_a_private_method_judges_stands_apart_and_comes_last(marked):
    brief = compose(marked)
    assert brief.sections[-1].key == "people_private" and brief.sections[-1].private
    assert said(brief, "people_private")[0][1].startswith("Kite master holds the line at 4.5 of 5, in storm")
    assert "kite_grip" in tables(brief, "people_private")
    neutral = [text for _name, text, _mark in said(brief, "people")]
    assert neutral == ["Kite master flies a kite with us next week."]


def test_it_speaks_chinese(marked):
    brief = compose(marked, lang="zh_CN")
    assert said(brief, "care") == [("飞行日志", "飞行2次，共120分钟。", "confirmed")]
    assert [column.title for column in tables(brief, "deal")["kite_field"].columns][1:3] == ["风", "高度"]


def test_the_customers_edition_has_no_results_of_methods(marked):
    """They are read from an account without people and assumptions, and would tell what is missing there as missing."""
    brief = compose(marked, edition="customer")
    assert not [block for block in brief.blocks() if isinstance(block, Table) and block.key == "results"]


def test_the_answers_that_go_are_those_of_methods_that_speak_to_the_customer(marked):
    shown = customers(marked)
    assert set(shown.answers) == {"five_forces", "kite_log", "kite_start", "kite_board", "kite_yield"}
    assert not shown.private_answers and not shown.answers["kite_board"].notes
    stays = {parcel.what: parcel.count for parcel in going_out(marked).stays}
    assert stays["Answers in the methods"] == 3  # five_forces' note, the matrix about a deal, the private one


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_private_and_no_internal_sentence_leaves_with_the_customers_edition(marked, kind, lang):
    out = io.BytesIO()
    write(compose(marked, edition="customer", lang=lang), out, kind, draw=False)
    found = everything(out.getvalue(), kind)
    assert "red silk" not in found, "no result of a method goes out"
    for inside in (
        SECRET,
        "storm",
        "Kite master",
        "kite master",
        "holds the line",
        "握线",
        "We doubt",
        "骨架存疑",
    ):
        assert inside not in found, inside


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "pptx"])
def test_a_file_of_the_internal_edition_has_what_is_private_only_if_asked_for(marked, kind):
    """A deck has no room for the results of methods beside the story."""
    brief, found = compose(marked), {}
    for asked in (False, True):
        out = io.BytesIO()
        write(brief, out, kind, draw=False, with_private=asked)
        found[asked] = everything(out.getvalue(), kind)
    assert "We doubt the spars" in found[False], "an internal sentence of an open method"
    assert "storm" not in found[False] and "Grip on the line (" not in found[False]
    assert "storm" in found[True]


def test_a_record_without_a_score_stands_below_a_negative_one():
    scores = [SimpleNamespace(score=score) for score in (None, -3.0, 2.0)]
    shown = _in_order(REGISTRY["lifetime_value"], scores)
    assert [one.score for one in shown] == [2.0, -3.0, None]


def test_chinese_slides_have_chinese_signs():
    with use_language("zh_CN"):
        two = (Box("a", "finding", "甲", "", "findings/a"), Box("b", "finding", "乙", "", "findings/b"))
        assert "(" not in _cell(two).text

"""What the methods are, and what they say about an account: `methods` and `show`, as text and as JSON."""

from __future__ import annotations

import inspect
import json
import re

import pytest

from accountkit.commands import methods
from accountkit.methods import REGISTRY
from accountkit.methods.workspaces import ELSEWHERE, screens
from accountkit.model import Answer, Edit, Rating
from accountkit.store import open_store

SCORE = "influence_score"
PRIVATE = ("--with-private",)


@pytest.fixture
def rated(accountkit):
    """Walmart's account with the influence of one person rated: personal 5, organisational 4."""
    accountkit("list")
    store = open_store(None)
    person = min(store.load("walmart").stakeholders)
    keys = [entry.key for entry in REGISTRY[SCORE].entries()]
    ratings = {key: Rating(value=5 if place < 4 else 4) for place, key in enumerate(keys)}
    edit = Edit(f"private_answers/{SCORE}.{person}", Answer(ratings=ratings))
    store.apply("walmart", [edit], by="ann")
    return person


def document(accountkit, *words):
    return json.loads(accountkit(*words, "--format", "json").stdout)


def test_all_methods_are_listed(accountkit):
    listed = document(accountkit, "methods")
    assert [one["key"] for one in listed] == list(REGISTRY)
    influence = next(one for one in listed if one["key"] == SCORE)
    assert influence["name"] == {"en": "Personal influence", "zh_CN": "关键人影响力"}
    assert all(one["name_zh"] == one["name"]["zh_CN"] != one["name"]["en"] for one in listed)
    assert (influence["shape"], influence["workspace"], influence["subject"]) == (
        "scorecard",
        "people",
        "stakeholder",
    )
    assert influence["private"] is True and "power_classes" in influence["feeds"]
    text = accountkit("methods", "--lang", "zh_CN").stdout
    assert "关键人影响力" in text and "宏观环境分析" in text


def test_a_definition_is_told_with_its_entries_and_anchors(accountkit):
    whole = document(accountkit, "methods", SCORE)
    assert whole["source"] == "001/3" and "average of two means" in whole["rule"]["en"]
    (post,) = [one for one in whole["entries"] if one["key"] == "position"]
    assert post["kind"] == "rating" and post["high"]["en"] == "position with the final decision"
    assert "dormant" in whole["flags"] and set(whole["verdicts"]) == {"low", "middle", "high"}
    assert all(sentence["internal"] for sentence in whole["sentences"])
    text = accountkit("methods", SCORE).stdout
    assert (
        "position (rating): Position [1 junior position … 5 position with the final decision]" in text
        and "Private" in text
    )


def test_what_an_entry_takes_is_said_in_the_readers_language(accountkit):
    assert "position（评分）" in accountkit("methods", "influence_score", "--lang", "zh_CN").stdout


@pytest.mark.parametrize("key", list(REGISTRY))
def test_every_definition_can_be_told_in_both_forms(accountkit, key):
    assert document(accountkit, "methods", key)["key"] == key
    assert key in accountkit("methods", key, "--lang", "zh_CN").stdout


def test_a_mistyped_method_is_told_the_nearest(accountkit):
    assert "influence_score" in accountkit("methods", "influence", code=2).stderr
    wrong = accountkit("show", "walmart", "--analysis", "five_force", "--format", "json", code=2).stderr
    assert "“five_force”" in wrong and "Nearest: five_forces" in wrong


def test_where_no_method_is_near_the_list_of_all_is_named(accountkit):
    wrong = accountkit("methods", "zzz", code=2).stderr
    assert f"“zzz” or nearly so. All {len(REGISTRY)} are listed by `accountkit methods`." in wrong
    assert "Nearest" not in wrong and "three_c_scan" not in wrong


def test_where_no_record_is_near_there_are_said_to_be_some(accountkit, rated):
    wrong = accountkit("show", "walmart", "-a", f"{SCORE}.%%", *PRIVATE, code=2).stderr
    assert "has no person “%%”. There are: " in wrong and "Nearest" not in wrong
    assert rated in wrong or "…" in wrong


SCREENS = ("overview", *screens(), "brief")


@pytest.mark.parametrize("asked", [*(("walmart", one) for one in SCREENS), ("--practice", "team")])
def test_a_screen_is_shown_as_text_and_json_says_so(accountkit, asked):
    assert accountkit("show", asked[0], "-a", asked[1]).stdout.strip()
    refused = accountkit("show", asked[0], "-a", asked[1], "--format", "json", code=2).stderr
    assert f"“{asked[1]}” is a screen" in refused and "Leave out --format json" in refused
    assert "Nearest" not in refused


def test_the_help_names_the_screens():
    asked = inspect.signature(methods.show).parameters["analysis"].annotation
    for screen in (*SCREENS, *ELSEWHERE):
        assert re.search(rf"\b{screen}\b", str(asked)), screen


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_screen_of_the_other_side_is_refused_as_its_methods_are(accountkit, form):
    for screen in SCREENS:
        refused = accountkit("show", "--practice", "-a", screen, "--format", form, code=2).stderr
        assert "is about an account" in refused and screen in refused
    for screen in ELSEWHERE:
        assert (
            "Enter --practice" in accountkit("show", "walmart", "-a", screen, "--format", form, code=2).stderr
        )


def test_the_result_of_a_core_analysis_as_json(accountkit):
    forces = document(accountkit, "show", "walmart", "--analysis", "five_forces")
    assert (forces["account"], forces["key"], forces["id"]) == ("walmart", "five_forces", None)
    assert 1 <= forces["score"] <= 5 and 0 < forces["coverage"] <= 1 and forces["verdict"]
    assert forces["parts"] and forces["sentence"] and forces["confirmed_score"] is not None
    every = document(accountkit, "show", "walmart")
    assert [one["key"] for one in every] == [key for key, method in REGISTRY.items() if method.core]


def test_the_result_for_one_record(accountkit, rated):
    one = document(accountkit, "show", "walmart", "--analysis", f"{SCORE}.{rated}", *PRIVATE)
    assert (one["score"], one["band"], one["coverage"]) == (4.5, "high", 1.0)
    assert one["confirmed_score"] is None and one["flags"] == []
    assert "influence 4.5 of 5" in one["sentence"]
    every = document(accountkit, "show", "walmart", "--analysis", SCORE, *PRIVATE)
    assert {record["id"]: record["score"] for record in every["records"]}[rated] == 4.5
    text = accountkit("show", "walmart", "--analysis", f"{SCORE}.{rated}", *PRIVATE).stdout
    assert "influence 4.5 of 5" in text


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("asked", [SCORE, f"{SCORE}.s-none"])
def test_a_private_method_is_shown_only_if_asked_for(accountkit, rated, form, asked):
    refused = accountkit("show", "walmart", "--analysis", asked, "--format", form, code=2)
    assert "--with-private" in refused.stderr and "4.5" not in refused.output


def test_a_mistyped_record_is_told_the_nearest(accountkit, rated):
    wrong = accountkit("show", "walmart", "--analysis", f"{SCORE}.{rated}x", *PRIVATE, code=2).stderr
    assert f"“{rated}x”" in wrong and rated in wrong.partition("Nearest")[2]


def test_the_file_of_a_brief_has_what_is_private_only_if_asked_for(accountkit, rated, tmp_path):
    accountkit("brief", "walmart", "--out", tmp_path / "a.md")
    accountkit("brief", "walmart", "--out", tmp_path / "b.md", *PRIVATE)
    assert "influence 4.5" not in (tmp_path / "a.md").read_text("utf-8")
    assert "influence 4.5" in (tmp_path / "b.md").read_text("utf-8")

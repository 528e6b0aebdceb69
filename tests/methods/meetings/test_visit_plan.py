"""The worked example of methods.md, visit_plan."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.meetings.visit_rules import next_visit
from accountkit.model import Account, Ask, Evidence, Visit, in_language
from tests.methods.plant import DAY, plant

KEY = "visit_plan"
VISIT = Visit(
    date=dt.date(2026, 3, 12),
    stakeholder_ids=("manager",),
    purpose="Learn what the board expects of line C",
    prepare="Figures of line C on one page",
    asks={
        "high": Ask(action="Join a review of the line C figures on 26 March", stakeholder_id="manager"),
        "mid": Ask(action="Name a sponsor by 19 March", stakeholder_id="manager"),
        "low": Ask(action="Let us have the shift data by 19 March", stakeholder_id="manager"),
    },
)
CHINESE = {
    "Learn what the board expects of line C": "了解董事会对C线的期望",
    "Join a review of the line C figures on 26 March": "3月26日参加C线数据评审",
}


def account(**visits: Visit) -> Account:
    return plant().model_copy(update={"visits": visits, "wording": {"zh_CN": CHINESE}})


def reading(**change: Any):
    return Analyses(account(one=VISIT.model_copy(update=change))).read(KEY, "one")


def test_three_of_eight_are_filled_and_both_required_ones_so_go():
    found = reading()
    assert (found.rated, found.total, found.verdict, found.flags) == (3, 8, "go", ())


def test_without_the_asks_it_is_a_warning():
    assert (reading(asks={}).verdict, reading(asks={}).flags) == ("no_ask", ("visit_without_ask",))


def test_without_the_purpose_nobody_goes():
    found = reading(purpose=" ")
    assert (found.verdict, found.rated) == ("do_not_go", 2)
    assert found.method.sentence(found) == "The visit has no purpose: do not go yet."


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        (
            "en",
            "Next visit on 12 March 2026. Purpose: learn what the board expects of line C. Request: join a review of the "
            "line C figures on 26 March.",
        ),
        ("zh_CN", "下次拜访：2026年3月12日。目的：了解董事会对C线的期望；争取：3月26日参加C线数据评审。"),
    ],
)
def test_the_sentence_names_the_best_that_is_asked_for(lang, sentence):
    with use_language(lang):
        verdict = Analyses(in_language(account(one=VISIT), lang)).assess(KEY, "one")
    assert verdict.sentence == sentence
    assert [(line.text, line.internal) for line in verdict.brief] == [(sentence, True)]


def test_the_next_best_is_named_where_the_best_is_not_planned():
    asks = {level: VISIT.asks[level] for level in ("mid", "low")}
    assert "Request: name a sponsor by 19 March." in reading(asks=asks).method.sentence(reading(asks=asks))


def test_the_next_visit_is_planned_and_not_past():
    earlier = VISIT.model_copy(update={"date": DAY - dt.timedelta(days=1)})
    held = VISIT.model_copy(update={"date": DAY, "status": "held"})
    undated = VISIT.model_copy(update={"date": None})
    known = account(earlier=earlier, held=held, undated=undated, one=VISIT)
    assert next_visit(known) == "one"
    assert [line.text[:24] for line in Analyses(known).assess(KEY).brief] == ["Next visit on 12 March 2"]
    assert next_visit(account(today=VISIT.model_copy(update={"date": DAY}))) == "today"
    assert next_visit(account(earlier=earlier, held=held, undated=undated)) is None


def test_what_was_refuted_of_a_visit_counts_as_not_said():
    wrong = {"e": Evidence(source="Called off", grade="B", status="refuted")}
    known = account(one=VISIT.model_copy(update={"evidence": ("e",)})).model_copy(update={"evidence": wrong})
    found = Analyses(known).read(KEY, "one")
    assert (found.rated, found.verdict) == (0, "do_not_go")

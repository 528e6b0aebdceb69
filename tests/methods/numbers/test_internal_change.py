"""Openings, and changes without an occasion (methods.md, internal_change: the plant on 1 March 2026)."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.findings import note as finding_note
from accountkit.model import Account, Evidence, Finding, in_language
from tests.methods.plant import plant

KEY = "internal_change"
CHANGES = {
    "export": Finding(
        statement="Plan to export", source_framework=KEY, source_item="strategy", since=dt.date(2025, 6, 10)
    ),
    "head": Finding(
        statement="New head of operations appointed",
        source_framework=KEY,
        source_item="people",
        since=dt.date(2026, 1, 15),
        occasion_id="fines",
        departments="production, planning",
    ),
    "owner": Finding(
        statement="New shareholder takes 30 %",
        source_framework=KEY,
        source_item="capital",
        since=dt.date(2025, 11, 1),
    ),
}
CHINESE = {
    "New head of operations appointed": "新运营负责人到任",
    "Fines of the largest buyer for late delivery": "最大买方的延期罚款",
    "production, planning": "生产、计划",
}


def account(**update) -> Account:
    known = plant()
    fields = {"findings": known.findings | CHANGES, "wording": {"zh_CN": CHINESE}}
    return known.model_copy(update={**fields, **update})


def test_newest_first_with_openings_and_what_is_likely_to_stall():
    known = account()
    reading = Analyses(known).read(KEY)
    assert [(row.id, (known.as_of - row.value("since")).days, row.flags) for row in reading.rows] == [
        ("head", 45, ("opening",)),
        ("owner", 120, ("opening", "stalls")),
        ("export", 264, ("stalls",)),
    ]
    assert reading.totals == {"opening": 2, "stalls": 2}


def test_one_change_inside_is_no_occasion_of_another_nor_of_itself():
    known = account()
    for occasion in ("head", "owner"):
        inside = CHANGES["owner"].model_copy(update={"occasion_id": occasion})
        reading = Analyses(account(findings=known.findings | {"owner": inside})).read(KEY)
        assert next(row.flags for row in reading.rows if row.id == "owner") == ("opening", "stalls")
        assert not any(
            "answers" in line.text and "shareholder" in line.text for line in reading.method.brief((reading,))
        )


def test_rows_in_which_nothing_is_written_count_nowhere():
    blank = {str(n): Finding(source_framework=KEY, source_item="capital") for n in range(3)}
    reading = Analyses(account(findings=blank)).read(KEY)
    assert reading.totals == {"opening": 0, "stalls": 0}
    assert list(reading.method.brief((reading,))) == []
    assert reading.method.sentence(reading) == reading.method.first


def test_an_occasion_that_is_refuted_is_none():
    known = account()
    fines = known.findings["fines"].model_copy(update={"evidence": ("no",)})
    known = account(
        findings={**known.findings, "fines": fines},
        evidence={"no": Evidence(source="Withdrawn", grade="C", status="refuted")},
    )
    assert Analyses(known).read(KEY).rows[0].flags == ("opening", "stalls")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Inside, new head of operations appointed (15 January 2026) answers fines of the largest buyer for late delivery; "
            "affected: production, planning.",
        ),
        ("zh_CN", "内部变化：新运营负责人到任（2026年1月15日），应对最大买方的延期罚款，涉及生产、计划。"),
    ],
)
def test_the_sentence(lang, said):
    with use_language(lang):
        first, second, _third = Analyses(in_language(account(), lang)).assess(KEY).brief
    assert (first.text, first.internal, first.path) == (said, False, "findings/head")
    if lang == "en":
        assert second.text == "Inside: new shareholder takes 30 % (1 November 2025); no occasion is known."


def test_it_is_noted_where_the_finding_is_shown():
    assert finding_note(CHANGES["head"]) == "Internal change · threat"


def test_the_headline_counts_openings():
    assert Analyses(account()).assess(KEY).sentence == "Openings: 2; changes without an occasion: 2."

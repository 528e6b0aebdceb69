"""The rule of methods.md, sales_operations; worked by hand: three lived, two written, one none: 3 of 6."""

from __future__ import annotations

import pytest

from tests.methods.plant import answer
from tests.methods.team.house import house, read, sentence, table
from tests.methods.team.test_organisation_style import ITEMS as STYLE

KEY = "sales_operations"
WORKED = {
    "sales_process": "met",
    "management_process": "not_met",
    "ability_standard": "met",
    "climate": "met",
    "collaboration": "written",
    "executive_access": "written",
}


def practice(style: int | None = None, **values):
    answers = {f"{KEY}.all": answer(**values)}
    if style:
        answers["organisation_style.all"] = answer(rated=dict.fromkeys(STYLE, style))
    return house(answers)


def test_only_what_is_lived_counts():
    reading = read(practice(**WORKED), KEY, "all")
    assert sum(mark.value == "met" for mark in reading.marks.values()) == 3
    assert (len(reading.unmet), reading.rated, reading.verdict) == (1, 6, "open")


@pytest.mark.parametrize(
    ("style", "changed", "verdict"),
    [
        (2, {}, "pass"),
        (2, {"ability_standard": "written"}, "fail"),
        (2, {"ability_standard": None}, "open"),
        (4, {}, "fail"),
        (4, {"collaboration": "met", "sales_process": "not_met"}, "pass"),
        (3, {}, "open"),
        (None, dict.fromkeys(WORKED, "met"), "pass"),
    ],
)
def test_what_is_required_follows_from_the_style(style, changed, verdict):
    assert read(practice(style, **WORKED | changed), KEY, "all").verdict == verdict


def test_a_copied_process_is_a_warning():
    assert read(practice(**WORKED, copied="yes"), KEY, "all").flags == ("copied",)


def test_missing_operations_are_an_alarm_here_too():
    made = practice(2, **WORKED)
    supported = {**made.answers, "support_teams.all": table({"team": "marketing", "exists": "yes"})}
    found = read(made.model_copy(update={"answers": supported}), KEY, "all")
    assert found.flags == ("no_operations",)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Rules lived: 3 of 6. Written but not lived: collaboration rules and executive resources.",
        ),
        ("zh_CN", "已落地规范3/6。已成文未落地：团队协作和高层资源调配。"),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(practice(**WORKED), KEY, lang, "all") == said

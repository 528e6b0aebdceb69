"""The worked example of methods.md, funnel_grade."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from accountkit.methods import Analyses
from accountkit.model import Account, Opportunity
from tests.methods.plant import answer, sentence, with_deal

KEY = "funnel_grade"


def account(grounds: str = "said", day: dt.date | None = dt.date(2026, 9, 30), **values: Any) -> Account:
    known = with_deal({f"{KEY}.control": answer(**values)}, evidence={"when": grounds}, when=day)
    quiet = {key: one.model_copy(update={"in_post_since": None}) for key, one in known.stakeholders.items()}
    return known.model_copy(update={"stakeholders": quiet})


def read(known: Account):
    return Analyses(known).read(KEY, "control")


def test_30_september_is_seven_months_and_grade_b():
    reading = read(account())
    assert (reading.verdict, reading.results["months"], reading.flags) == ("B", 7, ())


@pytest.mark.parametrize(
    ("day", "grade"),
    [
        (dt.date(2026, 8, 31), "A"),
        (dt.date(2026, 9, 1), "A"),
        (dt.date(2026, 9, 2), "B"),
        (dt.date(2027, 3, 1), "B"),
        (dt.date(2027, 9, 1), "C"),
        (dt.date(2027, 9, 2), "D"),
        (None, None),
    ],
)
def test_the_grade_is_counted_by_the_calendar(day, grade):
    assert read(account(day=day)).verdict == grade


def test_without_evidence_the_same_date_is_at_best_c_and_it_says_so():
    known = account("guess")
    assert (read(known).verdict, read(known).flags) == ("C", ("date_assumed",))
    said = sentence(known, KEY, "en")
    assert said.endswith(
        "By its date Coating line control would be B; it stays C until the date is evidenced."
    )


def test_signed_elsewhere_is_d_and_it_says_so():
    known = account(elsewhere="yes")
    assert (read(known).verdict, read(known).flags) == ("D", ("signed_elsewhere",))
    assert "it is D because the customer has just signed" in sentence(known, KEY, "en")


def test_within_a_grade_the_likelier_and_more_attractive_deal_comes_first():
    known = account(rated={"success_chance": 4, "attractiveness": 3})
    other = known.opportunities["control"].model_copy(update={"name": "Yearly service", "order": 1})
    known = known.model_copy(
        update={
            "opportunities": {**known.opportunities, "service": other},
            "answers": known.answers
            | {f"{KEY}.service": answer(rated={"success_chance": 3, "attractiveness": 5})},
        }
    )
    readings = Analyses(known).readings(KEY)
    assert [one.results["priority"] for one in readings] == [12, 15]
    assert [one.subject_id for one in readings[0].method.ordered(readings)] == ["service", "control"]
    assert Analyses(known).assess(KEY).parts[0].label == "Yearly service"


def test_a_new_head_at_a_deal_of_grade_c_grades_it_again():
    known = account("guess")
    new = known.stakeholders["operations"].model_copy(update={"in_post_since": dt.date(2026, 1, 15)})
    known = known.model_copy(update={"stakeholders": {**known.stakeholders, "operations": new}})
    assert read(known).value("trigger") == "personnel"
    assert "regrade" in read(known).flags
    assert "regrade" not in read(account()).flags


def test_a_deal_that_is_lost_has_no_grade():
    known = account()
    lost: Opportunity = known.opportunities["control"].model_copy(update={"outcome": "lost"})
    assert read(known.model_copy(update={"opportunities": {"control": lost}})).verdict is None


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Coating line control is grade B, closing in 7 months. Treatment: limited time; cases, value for the customer, a tailored solution, a field trial with real data.",
        ),
        (
            "zh_CN",
            "涂装线管控方案：漏斗等级B，预计7个月内成交；策略：控制投入时间，案例、客户价值、量身方案、真实数据实地试验。",
        ),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(account(), KEY, lang) == said

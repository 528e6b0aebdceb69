"""The rule of methods.md, communication_basics, which has no worked example: figures worked by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit.i18n import use_language
from accountkit.methods import REGISTRY, Analyses
from accountkit.model import Account, Answer, Evidence, Value, Visit
from tests.methods.plant import plant

KEY = "communication_basics"
RULES = tuple(one.key for one in REGISTRY[KEY].conditions)


def answer(missed: tuple[str, ...] = (), unknown: tuple[str, ...] = ()) -> Answer:
    states = (
        dict.fromkeys(RULES, "met") | dict.fromkeys(missed, "not_met") | dict.fromkeys(unknown, "unknown")
    )
    return Answer(values={key: Value(value=state) for key, state in states.items()})


def account(*answers: Answer | None) -> Account:
    """Visits of one day after the other, each with its answer."""
    day = dt.date(2026, 2, 1)
    visits = {f"v{n}": Visit(date=day + dt.timedelta(days=n), order=-n) for n in range(len(answers))}
    kept = {f"{KEY}.v{n}": one for n, one in enumerate(answers) if one is not None}
    return plant().model_copy(update={"visits": visits, "answers": kept})


def last(*answers: Answer | None):
    return Analyses(account(*answers)).read(KEY, f"v{len(answers) - 1}")


def test_ten_rules_all_kept_pass():
    found = last(answer())
    assert (len(RULES), found.verdict, found.flags) == (10, "pass", ())


def test_one_missed_leaves_it_open_and_is_the_one_to_practise():
    found = last(answer(("listen",)))
    assert (found.verdict, found.flags) == ("open", ())
    assert found.method.sentence(found) == "Ground rules kept: 9 of 10. To practise: listening shown."
    with use_language("zh_CN"):
        assert found.method.sentence(found) == "基本原则做到9/10；待改进：学会倾听。"


def test_company_interest_broken_means_stop_and_report():
    found = last(answer(("company_interest",)))
    assert (found.verdict, found.flags) == ("fail", ("report",))


@pytest.mark.parametrize(
    ("before", "flags"),
    [
        ((("listen",), ("listen",)), ("coaching",)),
        (((), ("listen",)), ()),
        ((("listen",), ()), ()),
        ((("listen",), ("name",)), ()),
    ],
)
def test_three_missed_in_a_row_on_one_rule_are_a_coaching_topic(before, flags):
    found = last(*(answer(missed) for missed in before), answer(("listen", "face")))
    assert found.flags == flags


def test_a_visit_that_was_not_assessed_is_passed_over_and_a_later_one_does_not_count():
    gap = last(answer(("listen",)), answer(("listen",)), None, answer((), ("listen",)), answer(("listen",)))
    assert gap.flags == ("coaching",)
    known = Analyses(account(*(answer(("listen",)) for _n in range(3))))
    assert [known.read(KEY, f"v{n}").flags for n in range(3)] == [(), (), ("coaching",)]


def test_what_is_missed_again_and_again_is_practised_first():
    found = last(*(answer(("listen",)) for _n in range(2)), answer(("face", "listen")))
    assert found.method.sentence(found).endswith("To practise: listening shown.")


def test_a_refuted_mark_does_not_count_in_the_row():
    known = account(*(answer(("listen",)) for _n in range(3)))
    wrong = Value(value="not_met", evidence=("e",))
    kept = known.answers[f"{KEY}.v1"]
    refuted = kept.model_copy(update={"values": {**kept.values, "listen": wrong}})
    ledger = {"e": Evidence(source="Colleague", grade="C", status="refuted")}
    known = known.model_copy(update={"answers": {**known.answers, f"{KEY}.v1": refuted}, "evidence": ledger})
    assert Analyses(known).read(KEY, "v2").flags == ()


def test_the_brief_says_nothing_of_it():
    assert Analyses(account(answer())).assess(KEY).brief == ()

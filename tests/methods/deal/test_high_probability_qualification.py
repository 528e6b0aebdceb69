"""The rule of methods.md, high_probability_qualification: in order, the first clear no ends the talk."""

from __future__ import annotations

import pytest

from accountkit.methods import Analyses
from accountkit.model import Account
from tests.methods.plant import answer, motive, sentence, with_deal

KEY = "high_probability_qualification"
YES = ("need", "want", "afford", "terms", "order")


def account(on: tuple[str, ...] = (), **values: str) -> Account:
    return with_deal({f"{KEY}.control": answer(on=on, **values)}, need_ids=("capacity",))


def read(known: Account):
    return Analyses(known).read(KEY, "control")


@pytest.mark.parametrize(
    ("values", "verdict", "said"),
    [
        (
            dict.fromkeys(YES, "met"),
            "pass",
            "Coating line control qualifies on 5 of 5. Weakest evidence for Coating line control: assumption.",
        ),
        (
            {"need": "met", "want": "not_met"},
            "fail",
            "Coating line control qualifies on 1 of 5; stopped at: wants it. Weakest evidence for Coating line control: assumption.",
        ),
        (
            {"need": "met", "want": "met", "afford": "unknown"},
            "open",
            "Coating line control qualifies on 2 of 5; ask next: can pay. Weakest evidence for Coating line control: assumption.",
        ),
    ],
)
def test_the_first_clear_no_ends_it(values, verdict, said):
    assert read(account(**values)).verdict == verdict
    assert sentence(account(**values), KEY, "en") == said


def test_in_chinese():
    said = sentence(account(("said",), need="met", want="not_met"), KEY, "zh_CN")
    assert said == "涂装线管控方案：筛选结果通过1/5，止于“想要”。涂装线管控方案的最弱依据：客户原话。"


def test_need_and_means_follow_from_the_motive():
    known = account().model_copy(update={"motives": motive(budget=900_000)})
    reading = read(known)
    assert [reading.value(key) for key in YES] == ["met", None, "met", None, None]
    other = known.model_copy(update={"motives": motive(need="planning", budget=900_000)})
    assert read(other).value("need") is None, "a motive for a need that this deal does not serve"


def test_the_same_questions_are_asked_of_the_strongest_rival():
    known = account(need="met", rival="A", rival_need="met", rival_want="met")
    assert read(known).flags == ("rival_ahead",)
    assert sentence(known, KEY, "en").endswith("Strongest rival for Coating line control, A: 2 of 5.")

"""The sentences of methods.md, empathy_map: what the person is occupied with is neutral, what one feels is not."""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.model import in_language
from tests.methods.people.house import CHINESE, answers, house

KEY = "empathy_map"
WORDS = {"does": "Shift plans", "feels": "Pressure from the fines"}
OTHER = {"Shift plans": "排班", "Pressure from the fines": "罚款压力"}


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        (
            "en",
            [
                (
                    "Head of operations is occupied with shift plans; main concern: pressure from the fines.",
                    True,
                ),
                ("Head of operations works mainly on shift plans.", False),
            ],
        ),
        (
            "zh_CN",
            [
                ("运营负责人当前忙于排班；主要感受：罚款压力。", True),
                ("运营负责人目前的主要工作：排班。", False),
            ],
        ),
    ],
)
def test_the_sentences(lang, sentences):
    account = house(
        private_answers=answers(KEY, {"operations": WORDS}), wording={"zh_CN": {**CHINESE, **OTHER}}
    )
    with use_language(lang):
        said = Analyses(in_language(account, lang)).assess(KEY, "operations")
    assert [(line.text, line.internal) for line in said.brief] == sentences


def test_only_completeness_is_computed():
    account = house(private_answers=answers(KEY, {"operations": WORDS}))
    reading = Analyses(account).read(KEY, "operations")
    assert (reading.filled, reading.rated, reading.total) == (("does", "feels"), 2, 4)

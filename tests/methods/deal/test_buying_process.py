"""The worked example of methods.md, buying_process."""

from __future__ import annotations

from typing import Any

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.deal.buying_stages import ahead, who_counts
from accountkit.model import Account, Answer, Contact, Value, in_language
from tests.methods.plant import plant

WORKED = {
    "find_need": "met",
    "internal_brew": "not_met",
    "decision": ("manager", "operations"),
    "step": "analyse",
}
ENDED = dict.fromkeys(("find_need", "internal_brew", "design", "compare", "commit", "install"), "met")


def account(values: dict[str, Any], **update: Any) -> Account:
    answer = Answer(values={key: Value(value=value) for key, value in values.items()})
    wording = {"zh_CN": {"General manager": "总经理"}}
    return plant().model_copy(
        update={"answers": {"buying_process.control": answer}, "wording": wording, **update}
    )


def read(values: dict[str, Any], **update: Any):
    return Analyses(account(values, **update)).read("buying_process", "control")


def test_the_worked_example():
    reading = read(WORKED)
    assert (reading.verdict, reading.at) == ("internal_brew", 1)
    assert who_counts(reading) == ("manager", "operations")
    assert ahead(reading) == 1
    assert reading.flags == ("step_ahead", "first_meeting")


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        (
            "en",
            "Coating line control is in internal discussion. Key person: general manager. Our step (need analysis) is ahead of the customer.",
        ),
        ("zh_CN", "Coating line control处于内部酝酿阶段；关键人：总经理；我方步骤（需求分析）超前于客户。"),
    ],
)
def test_the_sentence(lang, sentence):
    with use_language(lang):
        verdict = Analyses(in_language(account(WORKED), lang)).assess("buying_process", "control")
    assert verdict.sentence == sentence
    assert [(said.text, said.internal) for said in verdict.brief] == [(sentence, True)]


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("prepare", "is behind the customer."),
        ("approach", "is in step with the customer."),
        ("win", "is ahead of the customer."),
        (None, "Key person: general manager."),
    ],
)
def test_our_step_is_in_tune_ahead_or_behind(step, words):
    verdict = Analyses(account({**WORKED, "step": step})).assess("buying_process", "control")
    assert verdict.sentence.endswith(words)


@pytest.mark.parametrize("values", [{}, {"find_need": "not_met"}, {**WORKED, "decision": ("gone",)}])
def test_nobody_is_named_where_nobody_was_entered(values):
    assert who_counts(read(values)) == ()
    assert "Key person" not in Analyses(account(values)).assess("buying_process", "control").sentence


def test_once_the_first_is_met_the_first_of_them_is_named():
    met = {"c1": Contact(stakeholder_ids=("manager",))}
    reading = read(WORKED, contacts=met)
    assert reading.flags == ("step_ahead",)
    assert "Key person: general manager." in reading.method.sentence(reading)


@pytest.mark.parametrize(
    ("values", "flags"),
    [
        ({**ENDED, "install": "not_met", "decision": ("manager",)}, ("no_decider",)),
        ({**ENDED, "install": "not_met", "decision": ("manager", "operations")}, ()),
        ({"find_need": "met", "entered": "compare"}, ("late_entry",)),
        ({"find_need": "met", "entered": "install"}, ("late_entry",)),
        ({"find_need": "met", "entered": "design"}, ()),
    ],
)
def test_the_warnings(values, flags):
    assert read(values).flags == flags


def test_the_stage_of_the_deal_is_enough():
    deal = plant().opportunities["control"].model_copy(update={"stage": "compare"})
    reading = read({"technical": ("quality",)}, opportunities={"control": deal})
    assert (reading.verdict, reading.at, who_counts(reading)) == ("compare", 3, ("quality",))


def test_when_all_has_ended_that_is_what_is_said():
    reading = read(ENDED)
    assert (reading.verdict, reading.current, ahead(reading)) == ("complete", None, None)
    assert reading.method.sentence(reading) == "Coating line control: all buying stages are complete."


def test_it_asks_for_the_people_who_count():
    offers = Analyses(account({"find_need": "met"})).assess("buying_process", "control").suggestions
    assert [offer.path for offer in offers] == ["answers/buying_process.control/values/decision"]
    assert not Analyses(account(WORKED)).assess("buying_process", "control").suggestions

"""The rule of methods.md, relationship_stages, for the people of the plant."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.paths import checked, paths
from accountkit.methods.registry import REGISTRY
from accountkit.model import Edit, apply, in_language
from tests.methods.people.house import CHINESE, changed, house
from tests.methods.plant import DAY

KEY = "relationship_stages"


def read(person: str, account=None):
    return Analyses(account or house()).read(KEY, person)


def test_a_person_is_at_the_stage_of_the_record():
    reading = read("operations")
    assert (reading.verdict, reading.at, reading.flags) == ("mutual_trust", 2, ())


def test_after_60_days_without_contact_the_stage_is_shown_one_lower():
    reading = read("it")
    assert reading.verdict == "first_impression" and "recheck" in reading.flags
    assert house().stakeholders["it"].relationship_stage == "liking", "what was entered stays"


@pytest.mark.parametrize(("days", "verdict"), [(60, "mutual_trust"), (61, "liking")])
def test_the_gap_is_longer_than_60_days(days, verdict):
    account = house()
    contact = account.contacts["operations"].model_copy(update={"date": DAY - dt.timedelta(days=days)})
    assert read("operations", account.model_copy(update={"contacts": {"c": contact}})).verdict == verdict


@pytest.mark.parametrize(
    ("stage", "flags"),
    [
        ("first_impression", ("no_strategy", "no_implication")),
        ("liking", ("no_strategy",)),
        ("mutual_trust", ()),
    ],
)
def test_what_it_is_too_early_for(stage, flags):
    assert read("operations", changed(house(), "operations", relationship_stage=stage)).flags == flags


def test_without_a_stage_nothing_is_said():
    assert (read("manager").verdict, read("manager").flags, read("manager").begun) == (None, (), False)


def test_the_one_input_is_the_field_of_the_person():
    path = "stakeholders/manager/relationship_stage"
    assert not [one for one in paths(REGISTRY[KEY]).writable if "answers" in one]
    value = checked(house(), REGISTRY[KEY], path, "liking")
    account = apply(house(), [Edit(path, value)])
    assert Analyses(account).read(KEY, "manager").marks["relationship_stage"].value == "liking"


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        (
            "en",
            "Relationship with head of operations: mutual trust; next step: the person shares strategy or problems that are not public.",
        ),
        ("zh_CN", "与运营负责人的关系处于相互信赖；下一步：分享未公开的战略或问题。"),
    ],
)
def test_the_sentence(lang, sentence):
    account = house(wording={"zh_CN": CHINESE})
    with use_language(lang):
        assert Analyses(in_language(account, lang)).assess(KEY, "operations").sentence == sentence

"""The rule of methods.md, entry_focus, for the people of the plant."""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.model import Account, Edit, apply, in_language, shareable
from tests.methods.people.house import CHINESE, changed, house

KEY = "entry_focus"
FOCUS = {"quality": ("receptive",), "coating": ("receptive", "dissatisfied")}


def worked(focus=FOCUS) -> Account:
    account = house(wording={"zh_CN": CHINESE})
    for person, points in focus.items():
        account = changed(account, person, entry_focus=points)
    return account


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        (
            "en",
            "Entry: quality engineer, coating line leader → coating line leader → none; missing: has power.",
        ),
        ("zh_CN", "切入路径：质量工程师、涂装线线长→涂装线线长→无；缺：权力者。"),
    ],
)
def test_the_route_and_what_is_missing(lang, sentence):
    with use_language(lang):
        said = Analyses(in_language(worked(), lang)).assess(KEY).brief
    assert [(line.text, line.internal) for line in said] == [(sentence, True)]


def test_who_listens_only_is_not_pitched_to_and_who_has_all_three_is_a_direct_entry():
    account = changed(worked(), "operations", entry_focus=("receptive", "dissatisfied", "power"))
    reading = Analyses(account).read(KEY)
    flags = {row.id: row.flags for row in reading.rows if row.flags}
    assert flags == {"operations": ("direct",), "quality": ("no_pitch",)}
    assert reading.alarms == ()
    assert Analyses(worked()).read(KEY).alarms == ("missing",)


def test_what_a_person_starts_from_is_private():
    account = apply(worked(), [Edit("stakeholders/it/intention", "Wants the post")])
    assert "Wants the post" not in shareable(account).model_dump_json()
    assert shareable(account).stakeholders["coating"].entry_focus == FOCUS["coating"]

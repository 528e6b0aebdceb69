"""What a page is told of an event that was not taken names what it was about, and says deleted only of what was deleted."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from accountkit.errors import InvalidEdit
from accountkit.i18n import use_language
from accountkit.methods.paths import checked
from accountkit.methods.registry import REGISTRY
from accountkit.model import Edit, apply, remove
from accountkit.panels.answers import not_taken
from accountkit.panels.events import SHARED
from accountkit.samples import sample

DELETED = "This record was deleted. Undo, or choose another."


@pytest.mark.parametrize(
    ("event", "data", "said"),
    [
        (
            "decline",
            {"offer": "x" * 201},
            "Suggestion was not saved: the text is longer than 200 characters.",
        ),
        (
            "accept",
            {"suggestion": "x" * 201},
            "Suggestion was not saved: the text is longer than 200 characters.",
        ),
        ("decline", {"suggestion": "x/y"}, "Suggestion was not saved: the form is wrong."),
        ("cite", {"target": "problems/p", "grade": "Q"}, "Evidence: Kind of evidence was not saved: "),
        ("settle", {"comment": "x y"}, "Comment was not saved: the form is wrong."),
        ("write", {"path": "x" * 401}, "The entry was not saved: the text is longer than 400 characters."),
    ],
)
def test_an_event_is_refused_by_the_name_of_what_it_is_about(event, data, said):
    with pytest.raises(ValidationError) as refused:
        SHARED[event].model_validate(data)
    assert not_taken(refused.value, sample("walmart"), event)["text"].startswith(said)


@pytest.mark.parametrize("path", ["profile/nofield", "profile/name/x/y", "slug"])
def test_what_stands_where_nothing_can_be_edited_was_not_deleted(path):
    account = sample("walmart")
    with pytest.raises(InvalidEdit) as refused:
        apply(account, [Edit(path, "x")])
    text = not_taken(refused.value, account, "write")["text"]
    assert text != DELETED and "profile" not in text and "slug" not in text


def test_a_place_of_another_method_was_not_deleted():
    account = sample("walmart")
    with pytest.raises(InvalidEdit) as refused:
        checked(account, REGISTRY["five_forces"], "profile/name", "x")
    assert not_taken(refused.value, account, "write")["text"] == (
        "Account “Walmart”: Name was not saved: it cannot be edited here."
    )
    with use_language("zh_CN"), pytest.raises(InvalidEdit) as refused:
        checked(account, REGISTRY["five_forces"], "profile/name", "x")
    assert refused.value.reason == "此处不可编辑"


def test_what_was_deleted_is_called_so():
    account = apply(sample("walmart"), [remove("commitments/c-call")])
    with pytest.raises(InvalidEdit) as refused:
        apply(account, [Edit("commitments/c-call/action", "x")])
    assert not_taken(refused.value, account, "write")["text"] == DELETED

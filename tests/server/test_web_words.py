"""What an error says on a page: no path of a document, no key of a record and no command line."""

from __future__ import annotations

import json

import pytest

from accountkit.errors import AccountkitError, InvalidEdit
from accountkit.i18n import use_language
from accountkit.model import Edit, apply, from_json, to_json
from accountkit.samples import sample
from accountkit.server.web_words import in_web_words
from accountkit.store import open_store


def told(work) -> str:
    """What the page says of an error."""
    with pytest.raises(AccountkitError) as raised:
        work()
    return in_web_words(raised.value)


def spoilt(change) -> str:
    plain = json.loads(to_json(sample("walmart")))
    change(plain)
    return json.dumps(plain)


def with_impact(plain: dict) -> None:
    plain["findings"]["f-tariffs"]["impact"] = 9


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Finding “Tariffs raise import costs”: Impact"),
        ("zh_CN", "发现“Tariffs raise import costs”：影响程度"),
    ],
)
def test_a_file_with_a_wrong_value_names_record_and_field(lang, words):
    with use_language(lang):
        said = told(lambda: from_json(spoilt(with_impact)))
    assert words in said and "9" in said
    assert "findings" not in said and "f-tariffs" not in said and "/" not in said


def test_an_account_that_is_not_there_sends_nobody_to_the_command_line(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'none.sqlite'}")
    said = told(lambda: store.load("nope"))
    assert "“nope”" in said and "`" not in said


@pytest.mark.parametrize(
    "path", ["findings/typo/impact", "problems/p-margin/current", "findings/f-tariffs/impact"]
)
def test_an_edit_that_is_refused_names_no_path(path):
    account = sample("walmart")
    with pytest.raises(InvalidEdit) as raised:
        apply(account, [Edit(path, "many")])
    assert path in str(raised.value)  # who writes Python is told the path
    assert "/" not in in_web_words(raised.value)


def test_a_text_that_is_not_json_says_where_in_both_languages():
    with use_language("zh_CN"):
        assert "第1行第2列" in told(lambda: from_json("{not json"))
    with use_language("en"):
        assert "line 1, column 2" in told(lambda: from_json("{not json"))

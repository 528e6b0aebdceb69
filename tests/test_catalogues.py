"""The translations are complete: every sentence, nothing obsolete, the same placeholders, one translation a sentence."""

from __future__ import annotations

import pytest

from accountkit.i18n import LANGUAGES
from accountkit.translations import catalogues
from tools.catalogues import LOCALE, PARTS, complaints, conflicts, everywhere, reused, wanted

TRANSLATED = [lang for lang in LANGUAGES if lang != "en"]


@pytest.mark.parametrize("part", [*PARTS, "core"])
@pytest.mark.parametrize("lang", TRANSLATED)
def test_a_part_is_translated_whole(lang, part):
    assert complaints(lang, part) == []


@pytest.mark.parametrize("lang", TRANSLATED)
def test_no_sentence_has_two_translations(lang):
    assert conflicts(lang) == []


@pytest.mark.parametrize("lang", TRANSLATED)
def test_every_catalogue_belongs_to_a_part(lang):
    assert set(catalogues(lang)) == {part for part in (*PARTS, "core") if wanted(part)}


def test_the_sentences_are_found():
    # a catalogue of nothing would be complete, too
    assert "List the accounts with their return on equity." in wanted("core")
    assert all(wanted(part) for part in PARTS)


def test_the_words_of_a_new_file_that_keep_their_translation_are_listed():
    said, new = everywhere("zh_CN"), "accountkit/methods/people/new_one.py"
    messages = wanted("methods") | {"Willingness": [new], "A sentence that nobody wrote": [new]}
    assert reused(wanted("methods"), LOCALE / "zh_CN" / "methods.po", said) == []
    assert reused(messages, LOCALE / "zh_CN" / "methods.po", said) == [
        f"{new}: 'Willingness' stays '{said['Willingness']}'"
    ]

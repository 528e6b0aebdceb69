"""What a notebook of a screen stores: what its methods say, and nothing about people."""

import pytest

from accountkit.i18n import use_language
from accountkit.methods import REGISTRY
from accountkit.methods.workspaces import cards, screens
from accountkit.model import Answer, Value
from accountkit.samples import sample
from accountkit.summaries import summary

HIDDEN = "only for our own eyes"


@pytest.mark.parametrize("slug", ["new-oriental", "walmart"])
@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_each_screen_says_what_its_methods_say_and_no_private_word(slug, lang):
    account = sample(slug)
    private = [key for screen in screens() for key in cards(screen) if REGISTRY[key].private]
    note = Answer(notes={"note": HIDDEN}, values={"note": Value(value=HIDDEN)})
    account = account.model_copy(
        update={"private_answers": {**account.private_answers, **dict.fromkeys(private, note)}}
    )
    assert private
    with use_language(lang):
        for screen in screens():
            text = summary(account, screen)
            assert HIDDEN not in text
            assert all(line.strip(" .。-") or not line for line in text.split("\n")), text
            for key in cards(screen):
                own = summary(account, key)
                assert (own in text) is not REGISTRY[key].private

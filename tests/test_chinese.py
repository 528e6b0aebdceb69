"""Chinese as it is written: full-width punctuation between characters, in the catalogues, in the samples, and in what is put
together of both."""

from __future__ import annotations

import re

import pytest
from babel.messages.pofile import read_po

from accountkit import samples, summaries
from accountkit.brief.compose import compose
from accountkit.brief.markdown import markdown
from accountkit.i18n import use_language
from accountkit.methods.registry import core
from accountkit.translations import catalogues

HALF_WIDTH = re.compile(r"[\u3400-\u9fff][,;:?!()]|[,;:?!()][\u3400-\u9fff]")
SOURCE = re.compile(r"\| \d+ \|.*https?://")
"""A row of the table of sources: titles as they were published."""


@pytest.mark.parametrize("part", catalogues("zh_CN"))
def test_punctuation_after_a_character_is_full_width(part):
    with open(catalogues("zh_CN")[part], "rb") as stream:
        found = [
            m.string
            for m in read_po(stream)
            if m.id and isinstance(m.string, str) and HALF_WIDTH.search(m.string)
        ]
    assert found == []


@pytest.mark.parametrize("slug", samples.SLUGS)
def test_the_samples_write_it_so_too(slug):
    wording = samples.sample(slug).wording["zh_CN"]
    assert wording and [text for text in wording.values() if HALF_WIDTH.search(text)] == []


@pytest.mark.parametrize("slug", samples.SLUGS)
def test_a_brief_writes_it_so_wherever_pieces_are_put_together(slug):
    account = samples.sample(slug)
    with use_language("zh_CN"):
        editions = [
            markdown(compose(account, edition=edition)).decode() for edition in ("internal", "customer")
        ]
        keys = [*core(), "overview"]
        texts = [*editions, *(summaries.summary(account, key) for key in keys)]
    lines = [line for text in texts for line in text.split("\n") if not SOURCE.match(line)]
    assert len(lines) > 400
    assert [line for line in lines if HALF_WIDTH.search(line)] == []

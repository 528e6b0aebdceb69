"""Chinese as it is written: full-width punctuation between characters, in the catalogues and in the samples."""

from __future__ import annotations

import re

import pytest
from babel.messages.pofile import read_po

from accountkit import samples
from accountkit.i18n import catalogues

HALF_WIDTH = re.compile(r"[\u3400-\u9fff][,;:?!]")


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

"""docs/methods.md and its pages are what the definitions give today."""

from __future__ import annotations

import pytest

from accountkit.methods import registry
from tools.method_pages import PAGES, ROOT, TABLE, pages

WRITTEN = pages()


@pytest.mark.parametrize("path", sorted(WRITTEN), ids=str)
def test_a_page_is_what_the_definitions_give(path):
    assert (ROOT / path).read_text("utf-8") == WRITTEN[path], "run `python -m tools.method_pages`"


def test_no_page_is_left_over_and_no_method_left_out():
    assert {path.relative_to(ROOT) for path in (ROOT / PAGES).glob("*.md")} == set(WRITTEN) - {TABLE}
    told = "".join(text for path, text in WRITTEN.items() if path != TABLE)
    assert not [
        key for key in registry.PLACES if f"`{key}`" not in WRITTEN[TABLE] or f'id="{key}"' not in told
    ]

"""What a notebook stores beside a panel: a name, the same in every run."""

from __future__ import annotations

import pytest

from accountkit import open_account, open_practice


@pytest.mark.parametrize(
    "key, text",
    [
        ("pest", "PEST environment, walmart"),
        ("workbook", "workbook, walmart"),
        ("people", "People, walmart"),
        ("influence_score", "Personal influence, walmart"),
    ],
)
def test_a_panel_is_named_by_what_it_shows_and_whose_it_is(tmp_path, key, text):
    db = f"sqlite:///{tmp_path / 'a.sqlite'}"
    first, second = (open_account("walmart", db=db).panel(key) for _run in range(2))
    assert repr(first) == repr(second) == text
    stored = first._repr_mimebundle_()
    assert (stored[0] if isinstance(stored, tuple) else stored)["text/plain"] == text


def test_a_figure_is_named_and_a_page_of_our_own_side_too(tmp_path):
    db = f"sqlite:///{tmp_path / 'a.sqlite'}"
    assert repr(open_account("walmart", db=db).panel("pest").charts["map"]) == "Figure pest/map"
    assert repr(open_practice(db=db).panel("portfolio")) == "Portfolio"
    chinese = open_account("walmart", db=db, lang="zh_CN").panel("pest")
    assert repr(chinese) == "宏观环境分析, walmart"

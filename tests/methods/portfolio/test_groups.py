"""A group: b and c below a, d below b, e alone; each account once, and nothing but what we earn is added.

past contribution, thousands    a 100, b 50, d 20 in USD; c 70 in CNY counts nowhere: 170
"""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods.portfolio.groups import group_text, in_groups, subsidiaries
from accountkit.model.account_line import AccountLine, Worth


def line(slug: str, parent: str | None = None, past: float | None = None, **more) -> AccountLine:
    known = {} if past is None else {0: past}
    return AccountLine(slug=slug, name=slug.upper(), parent=parent, past=known, **more)


LINES = (
    line("e"),
    line("d", "b", 20e3, returns=(0.05, 0.08), problems=2, largest=Worth(name="Stock is high", amount=3e6)),
    line("c", "a", 70e3, currency="CNY"),
    line("b", "a", 50e3, problems=1),
    line("a", None, 100e3, returns=(0.2,)),
)


def test_each_account_stands_once_below_its_parent():
    listed = [(depth, one.slug) for depth, one in in_groups(LINES)]
    assert listed == [(0, "e"), (0, "a"), (1, "c"), (1, "b"), (2, "d")]
    assert [(depth, one.slug) for depth, one in subsidiaries(LINES, "a")] == [(1, "c"), (1, "b"), (2, "d")]
    assert [one.slug for _depth, one in subsidiaries(LINES, "b")] == ["d"]
    assert subsidiaries(LINES, "e") == [] == subsidiaries(LINES, "nobody")


def test_a_parent_that_is_not_there_and_a_circle_lose_no_account():
    lines = (line("x", "gone"), line("y", "z"), line("z", "y"))
    assert sorted(one.slug for _depth, one in in_groups(lines)) == ["x", "y", "z"]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "en",
            [
                "Group",
                "- C: problems: 0",
                "- B: problems: 1",
                "  - D: ROE 8.0 %; problems: 2; Stock is high: US$ 3 m a year",
                "- past contribution of the group: US$ 170 k",
            ],
        ),
        (
            "zh_CN",
            [
                "集团",
                "- C：问题0项",
                "- B：问题1项",
                "  - D：净资产收益率8.0%；问题2项；Stock is high：每年300万美元",
                "- 集团过去业绩：17万美元",
            ],
        ),
    ],
)
def test_the_group_in_words(lang, expected):
    with use_language(lang):
        said = [one.replace("\u202f", " ").replace("\xa0", " ") for one in group_text(LINES, "a")]
    assert said == expected and list(group_text(LINES, "e")) == []

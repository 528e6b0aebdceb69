"""The rule of methods.md, support_teams: where presales and partners belong follows from the offer."""

from __future__ import annotations

import pytest

from tests.methods.plant import answer
from tests.methods.team.house import house, read, sentence, table
from tests.methods.team.test_organisation_style import ITEMS

KEY = "support_teams"
PRESALES = {"team": "presales", "exists": "yes", "place": "central"}
MARKETING = {"team": "marketing", "exists": "yes", "place": "own"}


def practice(*rows, mode: str | None = "motive_creating", style: int | None = None):
    answers = {f"{KEY}.all": table(*rows)}
    if style:
        answers["organisation_style.all"] = answer(rated=dict.fromkeys(ITEMS, style))
    return house(answers, team={"mode": mode})


@pytest.mark.parametrize(
    ("row", "mode", "belongs", "misplaced"),
    [
        (PRESALES, "motive_creating", "units", True),
        (PRESALES, "product_push", "central", False),
        (PRESALES, None, None, False),
        (PRESALES | {"team": "ecosystem", "place": "regions"}, "product_push", "regions", False),
        (PRESALES | {"team": "ecosystem", "place": "regions"}, "demand_creating", "units", True),
        (PRESALES | {"exists": "no"}, "motive_creating", "units", False),
        (MARKETING, "motive_creating", "own", False),
    ],
)
def test_where_a_team_belongs(row, mode, belongs, misplaced):
    found = read(practice(row, mode=mode), KEY, "all").rows[0]
    assert found["belongs"] == belongs and (found.flags == ("misplaced",)) is misplaced


@pytest.mark.parametrize(
    ("style", "rows", "alarms"),
    [
        (2, (MARKETING,), ("no_operations",)),
        (2, (MARKETING, {"team": "operations", "exists": "yes"}), ()),
        (2, ({"team": "operations", "exists": "no"},), ("no_operations",)),
        (4, (MARKETING,), ()),
        (None, (MARKETING,), ()),
    ],
)
def test_a_bureaucratic_organisation_needs_sales_operations(style, rows, alarms):
    assert read(practice(*rows, style=style), KEY, "all").alarms == alarms


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Support available: marketing and presales; missing: deal support, partner ecosystem and sales operations.",
        ),
        ("zh_CN", "可用支撑：市场和售前；缺：商务支持、生态伙伴、销售运营。"),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(practice(MARKETING, PRESALES), KEY, lang, "all") == said

"""Whitespace: two units and three offers of ours, so six cells.

production  planning: a deal about its need is won → ours;  quality: a solution names it → proposed
finance     planning: entered, with a rival
open        6 − 3 = 3
"""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.portfolio.whitespace_rules import cells_of, sold, units
from accountkit.model import Account, Answer, Edit, Offer, Practice, Row, apply

KEY = "whitespace"
OURS = Practice(offers={key: Offer(name=key.title()) for key in ("planning", "quality", "billing")})
ACCOUNT = Account.model_validate(
    {
        "slug": "a",
        "stakeholders": {
            "s1": {"role_title": "Head of operations", "unit": "Production"},
            "s2": {"role_title": "Head of finance", "unit": "Finance", "order": 1},
        },
        "problems": {"p": {"statement": "Late", "felt_by": ["s1"]}},
        "needs": {
            "n1": {"problem_id": "p", "statement": "Plan"},
            "n2": {"problem_id": "p", "statement": "Check"},
        },
        "levers": {
            "l1": {"need_id": "n1", "offer_id": "planning"},
            "l2": {"need_id": "n2", "offer_id": "quality"},
        },
        "opportunities": {"o": {"what": "Planning", "need_ids": ["n1"], "outcome": "won"}},
        "answers": {
            KEY: Answer(rows={"r": Row(cells={"unit": "Finance", "offer": "Planning", "held": "rival"})})
        },
    }
)


def test_the_worked_example():
    reading = Analyses(ACCOUNT, OURS).read(KEY)
    assert units(ACCOUNT) == ("Production", "Finance")
    assert cells_of(sold(ACCOUNT), OURS.offers) == {
        ("Production", "planning"): "ours",
        ("Production", "quality"): "proposed",
        ("Finance", "planning"): "rival",
    }
    assert reading.totals == {"open": 3, "proposed": 1, "ours": 1, "rival": 1}
    assert [row["unit"] for row in reading.rows] == ["Finance", "Production", "Production"]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "Cells with us: 1; in proposal: 1; with a rival: 1. Uncovered: 3 of 6."),
        ("zh_CN", "我方1格；方案中1格；对手1格。空白3格，共6格。"),
    ],
)
def test_the_sentence(lang, expected):
    with use_language(lang):
        assert Analyses(ACCOUNT, OURS).assess(KEY).sentence == expected


def test_a_deal_that_is_lost_leaves_the_cell_open_and_what_is_entered_stands():
    lost = apply(ACCOUNT, [Edit("opportunities/o/outcome", "lost")])
    assert Analyses(lost, OURS).read(KEY).totals == {"open": 4, "proposed": 1, "ours": 0, "rival": 1}
    entered = Row(cells={"unit": "Production", "offer": "quality", "held": "ours"})
    more = apply(ACCOUNT, [Edit(f"answers/{KEY}/rows/q", entered)])
    assert Analyses(more, OURS).read(KEY).totals["ours"] == 2


def test_a_refuted_solution_counts_nowhere_and_an_account_without_units_is_one():
    plain = {"slug": "b", "levers": {"l": {"offer_id": "quality", "evidence": ["e"]}}}
    account = Account.model_validate(plain)
    assert Analyses(account, OURS).read(KEY).totals == {"open": 2, "proposed": 1, "ours": 0, "rival": 0}
    wrong = {"e": {"source": "They", "grade": "B", "status": "refuted"}}
    assert (
        Analyses(Account.model_validate(plain | {"evidence": wrong}), OURS).read(KEY).totals["proposed"] == 0
    )

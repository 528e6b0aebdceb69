"""What is settled first is that on which most money hangs, worked by hand."""

from __future__ import annotations

import io
import re

import pytest

from accountkit import methods
from accountkit.brief import compose, write
from accountkit.methods import Analyses, open_points
from accountkit.methods.chain.open_points import Stakes
from accountkit.model import (
    Account,
    Commitment,
    Finding,
    Lever,
    Motive,
    Need,
    Opportunity,
    Problem,
    Stakeholder,
)
from accountkit.samples import sample
from accountkit.summaries import summary


@pytest.fixture
def account() -> Account:
    """A problem worth 5 m a year with its need, a small one worth 1 m, one without a value, and a deal of 900 k."""
    return Account(
        slug="stakes",
        currency="USD",
        findings={"fines": Finding(statement="Fines"), "loose": Finding(statement="Loose")},
        problems={
            "small": Problem(statement="Small", worth=1e6, finding_ids=("fines",)),
            "large": Problem(statement="Large", worth=5e6, finding_ids=("fines",)),
            "blank": Problem(statement="Blank"),
        },
        needs={
            "first": Need(problem_id="large", statement="First"),
            "second": Need(problem_id="blank", statement="Second"),
            "third": Need(problem_id="blank", statement="Third"),
        },
        levers={"robot": Lever(need_id="first", statement="Robot")},
        stakeholders={"coo": Stakeholder(role_title="Head of operations")},
        motives={"act": Motive(stakeholder_id="coo", need_id="first")},
        commitments={
            "review": Commitment(action="Review", motive_id="act", level="low"),
            "trial": Commitment(action="Trial", level="mid", opportunity_id="deal"),
            "board": Commitment(action="Board", level="high"),
        },
        opportunities={
            "deal": Opportunity(
                what="Control", how_much=9e5, need_ids=("second", "third"), commitment_ids=("board",)
            )
        },
    )


@pytest.mark.parametrize(
    ("path", "rank", "amount"),
    [
        ("problems/large", 3, 5e6),
        ("findings/fines", 3, 5e6),  # of the two problems that rest on it the larger
        ("needs/first", 3, 5e6),
        ("levers/robot", 3, 5e6),
        ("motives/act", 3, 5e6),
        ("commitments/review", 3, 5e6),  # by its motive, whatever it decides of a deal
        ("problems/small", 3, 1e6),
        ("needs/second", 1, 4.5e5),  # one of the deal's two needs
        ("commitments/board", 1, 9e5),
        ("commitments/trial", 1, 4.5e5),
        ("opportunities/deal", 1, 9e5),
        ("objective", 1, 9e5),
        ("problems/blank", 0, 0),
        ("findings/loose", 0, 0),
        ("needs/gone", 0, 0),
    ],
)
def test_the_money_that_hangs_on_a_claim(account, path, rank, amount):
    stake = Stakes(Analyses(account)).of(path)
    assert (stake.rank, stake.amount) == (rank, amount)


@pytest.mark.parametrize(("outcome", "rank"), [("stalled", 1), ("won", 0), ("lost", 0)])
def test_no_money_hangs_on_a_deal_that_is_over(account, outcome, rank):
    deal = account.opportunities["deal"].model_copy(update={"outcome": outcome})
    over = account.model_copy(update={"opportunities": {"deal": deal}})
    assert [Stakes(Analyses(over)).of(path).rank for path in ("opportunities/deal", "needs/second")] == [
        rank
    ] * 2


def test_what_has_most_at_stake_comes_first_and_what_has_none_last(account):
    points = open_points(Analyses(account))
    shown = [re.sub("[\u202f\xa0]", " ", point.money) for point in points]
    assert list(dict.fromkeys(shown)) == ["US$ 5 m a year", "US$ 1 m a year", "US$ 900 k", "US$ 450 k", ""]
    kinds = [point.kind for point in points if not point.money]
    assert kinds == sorted(kinds, key=["gap", "stale", "assumed"].index)


def test_the_app_the_brief_and_the_command_line_name_them_in_one_order():
    known = sample("walmart")
    points = open_points(Analyses(known))
    gaps = [point.text for point in points if point.kind == "gap"]
    text = summary(known, "overview")
    assert [text.index(point.text) for point in points] == sorted(text.index(point.text) for point in points)
    out = io.BytesIO()
    write(compose(known), out, "md", draw=False)
    told = out.getvalue().decode().replace("\\", "")
    told = told[told.index("Missing links:") :]
    at = [told.index(text) for text in gaps]
    assert at == sorted(at)
    assert [gap.path for gap in methods.gaps(Analyses(known))] != [
        one.path for one in points if one.kind == "gap"
    ]

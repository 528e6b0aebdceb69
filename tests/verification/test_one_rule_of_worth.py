"""What a problem is worth is worked out in one place: the register gives it the account's figures."""

import pytest

from accountkit import finance
from accountkit.methods.problems import problem_types
from accountkit.methods.problems.worth import Values
from accountkit.model import Account, Edit, Peer, Problem, apply
from tests.finance.statements import by_end, statement


@pytest.fixture
def account():
    own = dict(revenue=1000e6, net_income=40e6, total_assets=1000e6, equity=400e6)
    theirs = {**own, "net_income": 60e6}
    rival = Peer(
        name="Rival",
        name_zh="对手",
        statements=by_end(statement("2024-12-31", **theirs), statement("2025-12-31", **theirs)),
    )
    statements = by_end(statement("2024-12-31", **own), statement("2025-12-31", **own))
    return Account(slug="own", statements=statements, peers={"rival": rival})


@pytest.mark.parametrize("name", ["Rival: 6 % in 2025", "对手"])
def test_a_problem_that_names_a_peer_is_valued_by_the_gap_to_it(account, name):
    problem = Problem(driver="margin", rival=name, current=1, expected=2)
    account = apply(account, [Edit("problems/p", problem)])
    entry = problem_types.measure(account).entry("p")
    # 2 points of margin × turnover 1 × multiplier 2.5, on an equity of 400 m: 20 m a year
    assert entry.gap.primary == "pursue_ideal" and entry.worth.amount == pytest.approx(20e6)
    own = finance.dupont(account.statements)
    compared = finance.compare(own, finance.peer_returns(account.peers))
    assert entry.worth.amount == finance.worth(problem, "pursue_ideal", own, compared, peer="rival").amount
    assert Values(account).worth(problem, entry.gap) == entry.worth

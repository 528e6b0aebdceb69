"""Figures that several ask for are worked out once, and anew when what they rest on changed."""

from __future__ import annotations

from accountkit.i18n import _, use_language
from accountkit.methods.known_figures import MOST, beside_peers, case_of, latest, remembered, returns_of_peers
from accountkit.model import Edit, apply
from accountkit.samples import sample


def test_an_edit_elsewhere_leaves_them_as_they_are():
    account = sample("new-oriental")
    finding = next(iter(account.findings))
    other = apply(account, [Edit(f"findings/{finding}/impact", 2)])
    for ask in (
        lambda one: latest(one.statements),
        lambda one: returns_of_peers(one.peers),
        lambda one: beside_peers(latest(one.statements), one.peers),
        lambda one: case_of(one, latest(one.statements), one.levers),
    ):
        assert ask(other) is ask(account)


def test_what_they_rest_on_makes_them_anew():
    account = sample("new-oriental")
    lever = next(iter(account.levers))
    without = account.model_copy(update={"levers": {k: v for k, v in account.levers.items() if k != lever}})
    own = latest(account.statements)
    assert case_of(without, own, without.levers) != case_of(account, own, account.levers)
    statements = dict(account.statements)
    before = latest(statements)
    del statements[max(statements)]  # the caller's own collection, changed in place
    assert latest(statements) != before


def test_each_language_has_its_own_and_old_ones_are_let_go():
    asked = []

    @remembered
    def work(value: object) -> str:
        asked.append(value)
        return _("Overview")

    with use_language("zh_CN"):
        chinese = work(0)
    assert (work(0), work(0)) == ("Overview", "Overview") and chinese != "Overview" and asked == [0, 0]
    for value in range(1, MOST + 1):
        work(value)
    work(0)
    assert asked == [0, 0, *range(1, MOST + 1), 0]

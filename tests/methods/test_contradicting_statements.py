"""Statements that contradict each other stop no other analysis: the return says what is wrong, the rest goes on."""

from __future__ import annotations

from accountkit import methods, samples
from accountkit.methods.overview.overview import overview


def contradicting():
    account = samples.sample("new-oriental")
    one = account.statements["2023-05-31"]
    return account.model_copy(update={"statements": {"a": one, "b": one}})


def test_the_return_says_what_is_wrong_and_gives_no_figure():
    verdict = methods.assess(contradicting(), "dupont_roe")
    assert verdict.score is None and "31 May 2023" in verdict.sentence


def test_the_other_analyses_and_the_overview_go_on():
    account = contradicting()
    assert len(methods.assess(account, "problem_types").detail.entries) == 4
    assert (
        overview(methods.Analyses(account)).tiles[0].empty
        and methods.assess(account, "pest").score is not None
    )

"""The business case of the Numbers panel: terms and alternatives are written, refused and shown as what they are."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from accountkit import finance
from accountkit.errors import InvalidEdit
from accountkit.figures.case_ranges import case_ranges, case_ranges_table
from accountkit.methods.known_figures import case_of
from accountkit.model import CaseTerms, Edit, apply, from_json, inverse, remove, shareable, to_json
from accountkit.panels.own.numbers_case import added, view
from accountkit.panels.own.numbers_levers import solution
from accountkit.samples import sample


def shown(account) -> dict:
    own = finance.dupont(account.statements)
    return view(account, account, case_of(account, own, account.levers), solution(account, own, None))


def test_the_samples_compare_with_two_alternatives_that_are_assumed():
    for slug in ("walmart", "new-oriental"):
        card = shown(sample(slug))
        assert {row["kind"] for row in card["rows"]} == {"rival", "internal"}
        assert all(row["claim"]["standing"] == "assumed" for row in card["rows"])
        assert all(row["switching_cost"]["base"] for row in card["rows"])
        assert [row["key"] for row in card["compared"]][:2] == ["nothing", "ours"]


def test_an_alternative_comes_last_and_goes_again():
    account = sample("walmart")
    edits = added(account)
    more = apply(account, edits)
    assert len(shown(more)["rows"]) == 3 and shown(more)["rows"][-1]["skipped"] == "Enter the annual benefit."
    assert apply(more, inverse(account, edits)) == account


@pytest.mark.parametrize(
    ("path", "value"), [("discount_rate", 1.5), ("horizon_years", 2.5), ("horizon_years", 0)]
)
def test_terms_beyond_their_bounds_are_refused(path: str, value: float):
    with pytest.raises(InvalidEdit):
        apply(sample("walmart"), [Edit(f"business_case/{path}", value)])


def test_without_levers_there_is_no_case():
    account = sample("walmart")
    bare = apply(account, [remove(f"levers/{key}") for key in account.levers])
    assert not shown(bare)["there"] and shown(bare)["compared"] == []


def test_an_account_without_a_case_opens_and_one_with_a_case_comes_back():
    account = shareable(sample("walmart"))
    assert from_json(to_json(account)) == account
    old = account.model_copy(update={"business_case": CaseTerms(), "alternatives": {}})
    text = to_json(old)
    assert "business_case" not in text and "alternatives" not in text and from_json(text) == old


def test_the_figure_is_valid_and_has_a_row_for_each_way():
    account = sample("walmart")
    case = case_of(account, finance.dupont(account.statements), account.levers)
    drawn = go.Figure(case_ranges(case))
    assert len(drawn.data[2].x) == 3 == len(case_ranges_table(case)) - 1
    assert drawn.data[2].x[0] == case.whole.cases["base"].net_present_value
    assert drawn.data[1].x[0] == case.whole.floor.net_present_value

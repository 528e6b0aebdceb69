"""All accounts on the page of our own side, and a group on its account's overview."""

from __future__ import annotations

import pytest

from accountkit.errors import InvalidEdit
from accountkit.methods.workspaces import cards, is_begun
from accountkit.model import Account, Profile
from accountkit.panels.registry import panel_class
from accountkit.panels.session import Session
from accountkit.store import PRACTICE


@pytest.fixture
def ours(store):
    return Session(store, PRACTICE, by="head of sales")


def test_the_page_has_the_cards_of_all_accounts(ours):
    assert {"account_tier", "key_account_screen", "value_matrix"} <= set(cards("portfolio"))
    assert is_begun("value_matrix", ours.analyses) and is_begun("account_tier", ours.analyses)
    rows = panel_class("account_tier")(ours).view["grid"]["rows"]
    assert [row["cells"]["account"] for row in rows] == ["Walmart", "New Oriental"]
    assert rows[0]["cells"]["tier"] == "Key, proven"


def test_a_judgement_is_entered_in_the_table_of_all_accounts_and_taken_back(ours, opened):
    _panel, say, _sent = opened("account_tier", ours)
    reason = "answers/account_tier/rows/walmart/cells/blacklist_reason"
    say("write", path=reason, value="Left the market")
    assert ours.analyses.read("account_tier").rows[-1].id == "walmart"
    assert ours.undo() and ours.analyses.read("account_tier").rows[0].id == "walmart"


def test_what_follows_from_all_accounts_is_not_written(ours):
    from accountkit.methods import REGISTRY
    from accountkit.methods.paths import checked

    row = "answers/account_tier/rows/walmart/cells"
    assert checked(ours.document, REGISTRY["account_tier"], f"{row}/benchmark", 4) == 4
    with pytest.raises(InvalidEdit):
        checked(ours.document, REGISTRY["account_tier"], f"{row}/tier", "normal")


def test_the_overview_of_a_groups_account_tells_of_the_others(store):
    store.create(Account(slug="sub", profile=Profile(name="Sub", parent="walmart")), by="ann")
    shown = panel_class("overview")(Session(store, "walmart", by="ann")).view["group"]
    assert shown[:2] == ["Group", "- Sub: problems: 0"] and len(shown) == 4
    assert panel_class("overview")(Session(store, "sub", by="ann")).view["group"] == []

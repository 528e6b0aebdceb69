"""All accounts on the page of our own side, and a group on its account's overview."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from accountkit.errors import InvalidEdit
from accountkit.methods.workspaces import cards, is_begun
from accountkit.model import Account, Edit, Profile
from accountkit.model.meetings import Contact
from accountkit.panels.all_accounts import AllAccounts
from accountkit.panels.events import Choose
from accountkit.panels.practice import page_class
from accountkit.panels.registry import panel_class
from accountkit.panels.session import Session
from accountkit.server.bar import bar
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


@pytest.fixture
def beside(ours):
    return AllAccounts(ours)


def test_all_accounts_stand_beside_each_other(beside):
    view = beside.view
    assert plain(view["sentence"]) == "Walmart brought 92 % of past results. Key accounts: 1 of 2."
    walmart, education = view["rows"]
    assert (walmart["tier"], walmart["value"], education["value"]) == ("Key, proven", "core", "seed")
    # 3.8 m and 3.33 m are Walmart's profit of past years and what is expected of it: the longest bar is the largest amount
    assert [plain(one["text"]) for one in walmart["amounts"]] == ["US$ 3.8 m", "US$ 3.33 m"]
    assert walmart["amounts"][0]["share"] == 100 and 0 < education["amounts"][1]["share"] < 10
    assert (walmart["overdue"], education["overdue"]) == ("Overdue: 1", "")
    assert walmart["next"].startswith("Name two regions"), "as the list of accounts says it"


def test_who_waits_too_long_is_named_first(store, ours):
    """30 accounts: with a contact of 61 to 90 days ago, one each, all of them are late but the first; the limit is 60 days."""
    day = dt.date(2026, 5, 1)
    for n in range(30):
        met = {"k": Contact(date=day - dt.timedelta(days=60 + n), note="Call")}
        account = Account(slug=f"a{n}", profile=Profile(name=f"A{n}"), review_date=day, contacts=met)
        store.create(account, by="ann")
    panel = AllAccounts(ours)
    assert "Longer without a contact than their tier allows: A29, A28, A27 and 26 other accounts." in plain(
        panel.view["sentence"]
    )
    panel.on_choose(Choose(name="order", value="contact"))
    first = panel.view["rows"][0]
    assert (first["name"], plain(first["contact"]), first["late"]) == ("A29", "89 d of 60", True)
    assert len(panel.view["rows"]) == 20 and panel.view["last"] == 1
    panel.on_choose(Choose(name="page", value=1))
    assert len(panel.view["rows"]) == 12 and plain(panel.view["told"]) == "Rows 21 to 32 of 32"
    panel.on_choose(Choose(name="owner", value="Account manager, retail"))
    assert [row["name"] for row in panel.view["rows"]] == ["Walmart"]
    panel.on_choose(Choose(name="order", value="nonsense"))
    assert panel.order == "contact"


def plain(text):
    return re.sub("[\u202f\xa0]", " ", text)


def test_owners_and_measures_are_told_in_the_readers_language(store):
    """The filter of owners says what the week says; the measures of an offering are a list."""
    store.apply(
        "walmart",
        [Edit("profile/owner", "Account manager"), Edit("wording/zh_CN/Account manager", "客户经理")],
        by="ann",
    )
    ours = Session(store, PRACTICE, by="head of sales", lang="zh_CN")
    ours.edit([Edit("offers/o1", {"name": "Help desk", "metric": "churn;renewal；流失率"})])
    assert {"key": "Account manager", "name": "客户经理"} in AllAccounts(ours).view["owners"]
    (offers,) = [table for table in page_class("portfolio")(ours).view["tables"] if table["list"] == "offers"]
    (row,) = [row for row in offers["grid"]["rows"] if row["id"] == "o1"]
    assert row["cells"]["metric"] == "churn；renewal；流失率"


def test_an_opening_for_us_is_good_news(opened, session):
    change = {"statement": "New head of IT", "source_framework": "internal_change", "source_item": "people"}
    since = session.account.as_of.isoformat()
    session.edit([Edit("findings/f1", change | {"since": since, "effect": "opportunity"})])
    panel, _say, _sent = opened("internal_change")
    flags = {flag["text"]: flag["tone"] for row in panel.view["grid"]["rows"] for flag in row["flags"]}
    assert flags["an opening for us"] == "green"


def test_of_an_account_without_claims_no_share_is_said(store, opened):
    store.create(Account(slug="new", profile=Profile(name="New")), by="ann")
    overview, _say, _sent = opened("overview", Session(store, "new", by="ann"))
    assert overview.view["founded"]["begun"] is False
    assert bar(store, store.load("new"), "workbook", "/").confirmed == ""
    assert bar(store, store.load("walmart"), "workbook", "/").confirmed

"""The page's import asks the same reader as the command line: one file of each new form, seen before it is stored."""

from __future__ import annotations

import pytest

from accountkit.model import Account
from accountkit.panels.session import Session
from accountkit.server.landing import account_in
from tests.panels.test_statements_in import in_pieces
from tests.sources.exports import EXPORTS
from tests.sources.filings import inline


@pytest.fixture
def blank(store):
    store.create(Account(slug="blank"), "t")
    return Session(store, "blank", by="consultant")


def test_inline_xbrl_and_an_export_come_in_by_the_panel(opened, blank):
    panel, say, _sent = opened("dupont_roe", blank)
    in_pieces(say, inline(), "aapl-20240928.htm")
    assert "Net income" in [row["name"] for row in panel.view["incoming"]["table"]["rows"]]
    say("adopt", target="customer")
    # by hand: 93,736 over the average of 56,950 and 62,146
    assert panel.view["tree"][0]["text"] == "157.4\u202f%"
    say("undo")
    in_pieces(say, EXPORTS["capital_iq.xlsx"][0](), "capital_iq.xlsx")
    say("adopt", target="customer")
    # by hand: 19,436 over the average of 91,013 and 83,861
    assert panel.view["tree"][0]["text"] == "22.2\u202f%"


@pytest.mark.parametrize(
    ("content", "name", "customer"),
    [(inline(), "a.htm", "Apple Inc."), (EXPORTS["yfinance.csv"][0](), "WMT yearly.csv", "WMT yearly")],
)
def test_a_file_dropped_on_the_landing_page_begins_an_account(store, content, name, customer):
    account, _to_check = account_in(content, name, store)
    assert account.profile.name == customer and len(account.statements) == 2

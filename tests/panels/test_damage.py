"""What is damaged beside the account is said, and keeps no panel from opening."""

from __future__ import annotations

from sqlalchemy import text

from accountkit.panels.session import Session
from accountkit.store import open_store


def test_problems_open_where_our_own_data_are_damaged(store, opened):
    with store._database.writing() as connection:
        connection.execute(text("UPDATE edits SET path = 'offers/nothing/x' WHERE account_id = 0"))
    again = open_store(store.url)
    panel, _say, _sent = opened("problem_types", on=Session(again, "new-oriental", by="consultant"))
    assert "own data" in panel.view["difference"] and panel.view["rows"]
    assert panel.view["needs"] and all(need["proposals"] == [] for need in panel.view["needs"])
    again.close()

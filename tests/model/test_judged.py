"""What claims rest on is worked out once for a ledger, and anew when the ledger is another."""

from __future__ import annotations

import datetime as dt

from accountkit.model import Account, Edit, apply
from accountkit.model.evidence import judged
from accountkit.samples import sample


def test_an_edit_elsewhere_leaves_what_was_judged():
    account = sample("new-oriental")
    finding = next(iter(account.findings))
    other = apply(account, [Edit(f"findings/{finding}/impact", 2)])
    assert judged(other.evidence) is judged(account.evidence)


def test_a_changed_entry_is_judged_anew_and_each_limit_by_itself():
    entry = {"source": "Report", "date": "2025-01-01", "grade": "A", "status": "confirmed"}
    account = Account(slug="a", evidence={"e": entry}, review_date=dt.date(2026, 1, 2))
    assert (account.standing(("e",)), account.stale(("e",))) == ("confirmed", True)
    assert not account.model_copy(update={"stale_after_days": 366}).stale(("e",))
    refuted = apply(account, [Edit("evidence/e/status", "refuted"), Edit("evidence/e/date", "2025-06-01")])
    assert (refuted.standing(("e",)), refuted.stale(("e",))) == ("refuted", False)
    assert (account.standing(["e"]), account.standing(("gone",)), account.standing(())) == (
        "confirmed",
        "assumed",
        "assumed",
    )
    assert account.stale_from(("gone",)) is None

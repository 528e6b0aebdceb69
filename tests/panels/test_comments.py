"""What a reader remarks reaches the owner on the claim, and goes when it is settled."""

from __future__ import annotations

from accountkit.model import Edit


def test_a_remark_shows_on_the_claim_and_the_overview_until_it_is_settled(session, opened):
    key = next(key for key, item in session.account.findings.items() if item.source_framework == "pest")
    remark = {
        "target": f"findings/{key}",
        "text": "this is wrong, the CFO left",
        "by": "sales",
        "at": "2026-05-07T10:00:00",
    }
    session.edit([Edit("comments/c1", remark)])
    panel, say, _sent = opened("pest")
    assert [item["text"] for item in panel.view["comments"][f"findings/{key}"]] == [
        "this is wrong, the CFO left"
    ]
    overview, _say, _sent = opened("overview")
    assert [item["path"] for item in overview.view["remarks"]] == [f"findings/{key}"]
    say("settle", comment="c1")
    assert panel.view["comments"] == {} and overview.view["remarks"] == []
    assert say("settle", comment="nobody")["kind"] == "error"


def test_a_remark_on_what_was_deleted_says_what_kind_it_was(session, opened):
    session.edit([Edit("comments/c1", {"target": "findings/gone", "text": "why?"})])
    overview, _say, _sent = opened("overview")
    assert overview.view["remarks"][0]["about"] == "Finding"


def test_a_remark_on_what_a_method_says_shows_on_its_card_until_it_is_settled(session, opened):
    remark = {"target": "answers/swot", "text": "not so weak", "by": "sales", "at": "2026-05-07T10:00:00"}
    session.edit([Edit("comments/c1", remark)])
    panel, say, _sent = opened("swot")
    assert panel.view["remarked"] == ["answers/swot"]
    assert [item["text"] for item in panel.view["comments"]["answers/swot"]] == ["not so weak"]
    overview, _say, _sent = opened("overview")
    assert overview.view["remarks"][0]["tab"] and "SWOT" in overview.view["remarks"][0]["about"]
    say("settle", comment="c1")
    assert panel.view["remarked"] == []

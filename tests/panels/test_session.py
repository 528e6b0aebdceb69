"""A session stores every edit at once, tells the panels, and knows what colleagues did meanwhile."""

from __future__ import annotations

from accountkit.model import Edit
from accountkit.panels.session import Session


def finding(session):
    return next(key for key, item in session.account.findings.items() if item.source_framework == "pest")


def test_an_edit_is_in_the_store_when_the_click_returns(session, store, opened):
    key = finding(session)
    _panel, say, _sent = opened("pest")
    say("write", path=f"findings/{key}/impact", value=2)
    assert store.load("new-oriental").findings[key].impact == 2


def test_undo_brings_back_what_was_and_redo_what_came(session, opened):
    key = finding(session)
    before = session.account
    _panel, say, _sent = opened("pest")
    say("write", path=f"findings/{key}/impact", value=1)
    changed = session.account
    say("undo")
    assert session.account == before
    say("redo")
    assert session.account == changed


def test_a_colleagues_change_shows_after_a_look(store, session, opened):
    key = finding(session)
    panel, _say, sent = opened("pest")
    Session(store, "new-oriental", by="colleague").edit(
        [Edit(f"findings/{key}/statement", "changed elsewhere")]
    )
    assert session.look_again()
    assert next(row for row in panel.view["rows"] if row["id"] == key)["statement"] == "changed elsewhere"
    assert sent.of("patch") and not session.look_again()


def test_who_saves_over_a_colleague_is_told_so(store, session, opened):
    key = finding(session)
    _panel, say, _sent = opened("pest")
    Session(store, "new-oriental", by="colleague").edit([Edit(f"findings/{key}/impact", 1)])
    answer = say("write", path=f"findings/{key}/impact", value=2)
    assert answer["kind"] == "told" and "colleague" in answer["text"]


def test_who_saves_over_what_came_while_they_typed_is_told_so_too(store, session, opened):
    """The page shows the colleague's edit elsewhere by then, and the field what is being typed."""
    key = finding(session)
    panel, say, _sent = opened("pest")
    begun = panel.view["patch"]
    colleague = Session(store, "new-oriental", by="colleague")
    for text in ("changed elsewhere", "changed elsewhere again"):
        colleague.edit([Edit(f"findings/{key}/statement", text)])
    colleague.edit([Edit(f"findings/{key}/impact", 1)])
    assert session.look_again()
    answer = say("write", path=f"findings/{key}/statement", value="typed", seen=begun)
    assert answer["kind"] == "told" and "colleague" in answer["text"]
    answer = say("write", path=f"findings/{key}/statement", value="typed again", seen=panel.view["patch"])
    assert answer["kind"] == "saved"


def test_who_is_overwritten_is_told_so(store, session, opened):
    key, other = [key for key, item in session.account.findings.items() if item.source_framework == "pest"][
        :2
    ]
    _panel, say, sent = opened("pest")
    say("write", path=f"findings/{key}/impact", value=2)
    colleague = Session(store, "new-oriental", by="colleague")
    colleague.edit([Edit(f"findings/{other}/impact", 1)])
    assert session.look_again() and not said_unasked(sent)
    colleague.edit([Edit(f"findings/{key}/impact", 1)])
    assert session.look_again()
    [told] = said_unasked(sent)
    assert told["kind"] == "told" and "colleague" in told["text"]
    assert session.account.findings[key].statement[:20] in told["text"]


def test_two_pages_of_one_name_are_told_of_each_other(store, session, opened):
    """Without sign-in all have one name: who typed into the field on another page must know it all the same."""
    key = finding(session)
    panel, say, sent = opened("pest")
    begun = panel.view["patch"]
    say("write", path=f"findings/{key}/impact", value=2)
    answer = say("write", path=f"findings/{key}/impact", value=3, seen=begun)
    assert answer["kind"] == "saved", "its own edit is no other page's"
    other = Session(store, "new-oriental", by=session.by)
    other.edit([Edit(f"findings/{key}/statement", "typed there")])
    assert session.look_again() and not said_unasked(sent), "over nothing that this page had written"
    answer = say("write", path=f"findings/{key}/statement", value="typed here", seen=begun)
    assert answer["kind"] == "told" and "another page" in answer["text"].lower()
    assert other.look_again()
    other.edit([Edit(f"findings/{key}/statement", "typed there again")])
    assert session.look_again()
    [told] = said_unasked(sent)
    assert told["kind"] == "told" and "another page" in told["text"].lower()


def said_unasked(sent):
    """What a panel said that answers no event."""
    return [answer for [answer] in sent.of("done") if "n" not in answer]


def test_a_panel_out_of_sight_computes_nothing_until_it_is_seen(session, opened, monkeypatch):
    panel, _say, sent = opened("pest")
    panel.look(False)
    monkeypatch.setattr(panel, "shown", lambda: (_ for _ in ()).throw(AssertionError("computed")))
    session.edit([Edit(f"findings/{finding(session)}/impact", 1)])
    assert not sent.of("patch")
    monkeypatch.undo()
    panel.look(True)
    key = finding(session)
    assert next(row for row in panel.view["rows"] if row["id"] == key)["impact"] == 1

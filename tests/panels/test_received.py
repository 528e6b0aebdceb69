"""An edit that a page sends again, to this kernel or to the next, is answered and not applied twice."""

from __future__ import annotations

import pytest

from accountkit.errors import StoreUnavailable
from accountkit.model import Edit
from accountkit.panels.session import Session

CHANGING = {
    "write": lambda s: {"path": f"findings/{finding(s)}/impact", "value": 2},
    "remove": lambda s: {"path": f"findings/{finding(s)}"},
    "add": lambda _s: {"dimension": "social"},
    "cite": lambda s: {"target": f"findings/{finding(s)}", "source": "Annual report"},
    "undo": lambda _s: {},
}


def finding(session):
    return next(key for key, item in session.account.findings.items() if item.source_framework == "pest")


@pytest.mark.parametrize("name", CHANGING)
def test_a_repeat_to_a_new_kernel_changes_nothing(name, store, session, opened):
    _panel, say, _sent = opened("pest")
    say("add", dimension="legal", edit="e-0")
    data = CHANGING[name](session)
    first = say(name, edit="e-1", **data)
    assert first["kind"] == "saved" and first["edit"] == "e-1"
    after, revision = store.load("new-oriental"), store.revision("new-oriental")
    fresh = Session(store, "new-oriental", by="consultant")
    _panel, again, _sent = opened("pest", on=fresh)
    assert again(name, edit="e-1", again=True, **data)["kind"] == "saved"
    assert store.load("new-oriental") == after and store.revision("new-oriental") == revision


def test_an_edit_for_a_panel_that_is_not_open_reaches_it(session, opened):
    _panel, say, _sent = opened("overview")
    key = finding(session)
    answer = say("write", panel="pest", edit="e-1", path=f"findings/{key}/impact", value=1)
    assert answer == {"kind": "saved", "text": "", "edit": "e-1", "n": 1}
    assert session.account.findings[key].impact == 1
    assert say("write", panel="brief", edit="e-2", path=f"findings/{key}/impact", value=2)["kind"] == "error"
    assert say("write", panel="../pest", path=f"findings/{key}/impact", value=2)["kind"] == "error"


def test_a_store_that_is_away_is_told_apart_from_an_edit_that_is_refused(session, opened, monkeypatch):
    panel, say, _sent = opened("pest")
    path = f"findings/{finding(session)}/impact"

    def away(*_arguments, **_options):
        raise StoreUnavailable("The disk is full.")

    monkeypatch.setattr(session.store, "apply", away)
    answer = say("write", edit="e-1", path=path, value=2)
    assert answer["kind"] == "later" and answer["text"] == "The disk is full."
    monkeypatch.undo()
    monkeypatch.setattr(panel, "send", lambda *_a, **_k: None)
    assert panel._answer("write", {"edit": "e-1", "again": True, "path": path, "value": 2})["kind"] == "saved"
    assert panel._answer("write", {"edit": "e-2", "path": path, "value": "much"})["kind"] == "error"


def test_a_page_that_was_cut_off_gets_everything_again(opened):
    panel, say, sent = opened("pest")
    say("resend")
    assert sent.of("whole") == [[panel.view]]


def test_a_page_that_arrives_gets_what_changed_since_its_view_was_sent(session, opened):
    panel, say, sent = opened("pest")
    say("resend", seen=panel.view["patch"])
    assert sent.of("whole") == []
    session.edit([Edit(f"findings/{finding(session)}/impact", 1)])
    say("resend", seen=0)
    assert sent.of("whole") == [[panel.view]]

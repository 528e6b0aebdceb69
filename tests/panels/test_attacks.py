"""Whatever a browser sends is untrusted: only a panel's named events do anything, and only within their bounds."""

from __future__ import annotations

import datetime as dt
from typing import Literal, get_args, get_origin

import ipywidgets
import pytest

from accountkit.panels import output_only, vue
from accountkit.panels.events import SHARED
from accountkit.panels.figure_view import FigureView
from accountkit.panels.registry import PANELS
from accountkit.panels.session import Session


def test_a_state_update_from_the_browser_changes_no_trait(opened):
    panel, _say, _sent = opened("pest")
    before = (panel.view, panel.template, panel.charts, panel.words)
    for method in ("update",):
        panel._handle_msg(
            {
                "content": {
                    "data": {
                        "method": method,
                        "state": {"view": {"rows": []}, "template": "<b/>", "words": {}},
                        "buffer_paths": [],
                    }
                },
                "buffers": [],
            }
        )
    assert (panel.view, panel.template, panel.charts, panel.words) == before


def test_a_figure_cannot_be_set_from_the_browser():
    view = FigureView({"data": [], "layout": {}})
    before = view.figure
    view._handle_msg(
        {
            "content": {
                "data": {
                    "method": "update",
                    "state": {"figure": "{}x", "_esm": "alert(1)"},
                    "buffer_paths": [],
                }
            },
            "buffers": [],
        }
    )
    assert view.figure == before and "alert" not in str(view._esm)


@pytest.mark.parametrize(
    "message",
    [
        {
            "create_widget": ["subprocess", "Popen"],
            "id": "x",
            "props": {"args": ["touch", "/tmp/accountkit-was-here"]},
        },
        {"update_ref": {"objectRef": "session"}, "id": "x", "prop": "by"},
        {"destroy_widget": "x"},
        {"event": "say", "data": {"event": "on_write"}},
        {"event": "say", "data": {"event": "__init__"}},
        {"event": "refresh", "data": {}},
        {"event": "say", "data": {"event": ["write"]}},
        {"event": "say"},
        "say",
        7,
        None,
        [],
        {"event": {}},
    ],
)
def test_what_is_no_named_event_does_nothing(opened, session, message, tmp_path):
    panel, _say, sent = opened("pest")
    account = session.account
    panel._handle_event(panel, message, None)
    assert session.account is account and not sent.of("done")


@pytest.mark.parametrize("key", PANELS)
@pytest.mark.parametrize(
    "path",
    [
        "slug",
        "schema_version",
        "wording/zh_CN/x",
        "evidence/e1/status",
        "comments/c1",
        "statements/2023-05-31/currency",
        "findings/../slug",
        "findings//impact",
        "findings/x/evidence",
        "problems/x/nodes",
        "",
        "a" * 500,
    ],
)
def test_paths_outside_a_panels_own_are_refused(opened, session, key, path):
    _panel, say, _sent = opened(key)
    account = session.account
    for event, data in (("write", {"path": path, "value": "x"}), ("remove", {"path": path})):
        assert say(event, **data)["kind"] == "error"
    assert session.account is account


@pytest.mark.parametrize("value", [6, 0, "5", 4.5, True, [4], {"a": 1}, float("inf")])
def test_a_rating_takes_whole_numbers_from_one_to_five_alone(opened, session, value):
    key = next(key for key, finding in session.account.findings.items() if finding.source_framework == "pest")
    before = session.account.findings[key].impact
    _panel, say, _sent = opened("pest")
    assert say("write", path=f"findings/{key}/impact", value=value)["kind"] == "error"
    assert session.account.findings[key].impact == before


def test_a_text_over_its_limit_is_refused_with_the_limit(opened, session):
    key = next(iter(session.account.findings))
    _panel, say, _sent = opened("pest")
    answer = say("write", path=f"findings/{key}/statement", value="x" * 20_001)
    assert answer["kind"] == "error" and "20000" in answer["text"].replace(",", "")


def test_author_and_account_come_from_the_session(opened, session, store):
    key = next(key for key, finding in session.account.findings.items() if finding.source_framework == "pest")
    _panel, say, _sent = opened("pest")
    assert say("write", path=f"findings/{key}/impact", value=3, by="boss", slug="walmart")["kind"] == "error"
    assert say("write", path=f"findings/{key}/impact", value=3)["kind"] == "saved"
    assert store.history("new-oriental")[-1].by == "consultant"


def test_a_link_that_runs_script_is_no_evidence(opened, session):
    key = next(iter(session.account.findings))
    _panel, say, _sent = opened("pest")
    answer = say("cite", target=f"findings/{key}", source="x", url="javascript:alert(1)")
    assert answer["kind"] == "error"


def test_markup_stays_text(opened, session):
    key = next(key for key, finding in session.account.findings.items() if finding.source_framework == "pest")
    panel, say, _sent = opened("pest")
    text = "<img src=x onerror=alert(1)>"
    say("write", path=f"findings/{key}/statement", value=text)
    assert session.account.findings[key].statement == text
    assert next(row for row in panel.view["rows"] if row["id"] == key)["statement"] == text
    assert "v-html" not in vue.composed("pest.vue")


def refusal(panel, say, event: str) -> str:
    """Why an event is refused that is valid in itself: each field holds what its type allows."""
    model = panel._known[event]
    data = {
        name: valid(field.annotation, name)
        for name, field in model.model_fields.items()
        if field.is_required()
    }
    model.model_validate(data)
    answer = say(event, **data)
    assert answer["kind"] == "error", event
    return answer["text"]


def valid(annotation, name: str):
    """A value that a field of an event takes."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)[0]
    by_name = {
        "upload": "upload-0001",
        "path": "findings/x/impact",
        "target": "findings/x",
        "whose": "",
        "currency": "USD",
        "unit": 1.0,
    }
    if get_origin(annotation) in (list, tuple):
        return ["x"]
    by_type = {bool: True, int: 1, float: 1.0, dict: {}, dt.date: "2025-01-31"}
    return by_name.get(name, by_type.get(annotation, "x"))


@pytest.mark.parametrize("key", PANELS)
def test_a_reader_changes_nothing(opened, store, key):
    reading = Session(store, "new-oriental", by="reader", editable=False)
    panel, say, _sent = opened(key, on=reading)
    refused = [
        said
        for event in sorted(set(panel._known) - panel.READING - {"resend", "look"})
        if (said := refusal(panel, say, event))
    ]
    # one refusal for all of them: that of the page, whatever the event asks for
    assert len(refused) >= len(SHARED) - 2 and len(set(refused)) == 1
    assert (
        reading.account == store.load("new-oriental") and store.revision("new-oriental") == reading.revision
    )


def test_a_repeated_message_is_taken_once(opened, session, store):
    panel, _say, _sent = opened("pest")
    message = {"event": "say", "data": {"event": "add", "n": 1, "edit": "e-1", "dimension": "social"}}
    count = len(session.account.findings)
    panel._handle_event(panel, message, None)
    panel._handle_event(panel, message, None)
    assert len(session.account.findings) == count + 1


def test_a_failure_inside_is_told_without_its_insides(opened, monkeypatch):
    panel, say, _sent = opened("pest")

    def fail(event):
        raise RuntimeError("secret path /etc")

    monkeypatch.setattr(panel, "on_add", fail)
    answer = say("add", dimension="social")
    assert answer["kind"] == "error" and "secret" not in answer["text"]


def test_a_closed_kernel_refuses_state_of_every_widget(monkeypatch):
    monkeypatch.setattr(ipywidgets.Widget, "set_state", ipywidgets.Widget.set_state)
    output_only.close_kernel_to_browser()
    layout = ipywidgets.Layout(width="10px")
    layout._handle_msg(
        {
            "content": {"data": {"method": "update", "state": {"width": "99px"}, "buffer_paths": []}},
            "buffers": [],
        }
    )
    assert layout.width == "10px"

"""An account in a store of its own, and panels without a browser."""

from __future__ import annotations

import shutil
from contextlib import closing

import pytest

from accountkit.panels.registry import panel_class
from accountkit.panels.session import Session
from accountkit.store import open_store


@pytest.fixture
def store(loaded, tmp_path):
    """A copy of both samples for one test."""
    own = shutil.copy(loaded, tmp_path / "accounts.sqlite")
    with closing(open_store(f"sqlite:///{own}")) as store:
        yield store


@pytest.fixture
def session(store):
    return Session(store, "new-oriental", by="consultant")


class Sent(list):
    """What a panel sent to the browser besides its state, as (method, arguments)."""

    def of(self, method: str) -> list:
        return [args for name, args in self if name == method]


@pytest.fixture
def opened(request, monkeypatch):
    """Open a panel, of the test's own session where no other is given; `say` sends it an event as the browser does and returns the answer."""

    def open_panel(key: str, on=None):
        panel = panel_class(key)(on or request.getfixturevalue("session"))
        sent = Sent()
        monkeypatch.setattr(
            panel,
            "send",
            lambda content, buffers=None: sent.append((content.get("method"), content.get("args"))),
        )
        count = iter(range(1, 10_000))

        def say(event: str, **data):
            message = {"event": "say", "data": {"event": event, "n": next(count), **data}}
            panel._handle_event(panel, message, None)
            answers = sent.of("done")
            return answers[-1][0] if answers else None

        return panel, say, sent

    return open_panel

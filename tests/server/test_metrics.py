"""What the server counts, who may read it, and that it believes a kernel no more than it must."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import time

import pytest

from accountkit.panels.following import SERVER
from accountkit.server.sessions import Opening

KERNEL = "00000000-0000-0000-0000-000000000001"
REPORT = {"event": "write", "outcome": "saved", "seconds": 0.02, "account": "walmart", "revision": 7}


def number(text: str, name: str) -> float:
    (line,) = (line for line in text.splitlines() if line.startswith(f"{name} "))
    return float(line.rsplit(" ", 1)[1])


@pytest.fixture
def kernel(served, monkeypatch):
    """A session of Ann's whose kernel says what the test has it say."""
    monkeypatch.setattr(served.app.sessions, "_lives", lambda _kernel: asyncio.sleep(0, True))
    began = Opening("ann-id", {})
    served.call(lambda: _now(lambda: served.app.sessions.began(began, KERNEL)))
    line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    line.bind(str(served.app.news.folder / f"{KERNEL}.0"))
    yield lambda said: line.sendto(said, str(served.app.news.folder / SERVER))
    line.close()
    (served.app.news.folder / f"{KERNEL}.0").unlink()
    served.app.sessions.live.pop(KERNEL, None)


async def _now(work):
    return work()


def edits(served, outcome="saved"):
    """The count, as soon as the server has read what was sent before."""
    time.sleep(0.3)
    return served.app.app.settings["accountkit_metrics"].edits.labels(outcome)._value.get()


def test_the_holder_of_the_token_reads_the_numbers_and_nobody_else(served):
    assert served.stranger().get("/metrics").status_code == 403
    visitor = served.visitor()
    assert visitor.get("/nowhere").status_code == 404
    answer = visitor.get("/metrics")
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/plain")
    assert number(answer.text, "accountkit_sessions_most") == served.app.max_sessions
    assert number(answer.text, "accountkit_store_seconds_count") > 0
    assert number(answer.text, 'accountkit_refusals_total{status="404"}') >= 1


def test_an_edit_is_counted_and_noted_with_the_id_of_its_person(served, kernel, caplog):
    before = edits(served)
    with caplog.at_level(logging.INFO, logger=served.app.log.name):
        kernel(json.dumps(REPORT).encode())
        assert edits(served) == before + 1
    noted = [json.loads(line) for line in caplog.messages if line.startswith("{")]
    assert noted == [{"person": "ann-id", "kernel": KERNEL, **REPORT}]


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"not JSON",
        json.dumps({**REPORT, "seconds": -1}).encode(),
        json.dumps({**REPORT, "outcome": "invented"}).encode(),
        json.dumps({**REPORT, "person": "ben-id"}).encode(),
        json.dumps({**REPORT, "event": "write\n{forged}"}).encode(),
    ],
)
def test_what_is_no_report_is_left_out(served, kernel, said):
    before = edits(served)
    kernel(said)
    assert edits(served) == before


def test_a_report_of_no_session_is_left_out(served, kernel):
    served.app.sessions.live.pop(KERNEL)
    before = edits(served)
    kernel(json.dumps(REPORT).encode())
    assert edits(served) == before

"""A server for many: sockets and files for hundreds of sessions, pages that rest, kernels that end by themselves."""

import contextlib
import os
import resource
import socket
import subprocess
import sys
import time

import pytest
import websocket
import zmq

from accountkit.server import app, spool
from accountkit.server.limits import FILES_A_SESSION, FILES_OF_THE_SERVER
from tests.server.conftest import xsrf
from tests.server.test_sessions import connected, opened


def test_the_context_has_sockets_for_more_than_168_sessions(start):
    assert start().app.kernel_manager.context.get(zmq.MAX_SOCKETS) > 10_000


def test_files_are_allowed_for_all_sessions_as_far_as_the_system_lets():
    code = (
        "import resource; from accountkit.server.limits import allow_files\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (300, 2000))\n"
        "print(allow_files(2), allow_files(20), allow_files(1000), resource.getrlimit(resource.RLIMIT_NOFILE)[0])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    few, some = (FILES_OF_THE_SERVER + FILES_A_SESSION * count for count in (2, 20))
    assert list(map(int, said)) == [few, some, 2000, 2000]
    assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] >= 300  # of this process: untouched


def test_a_page_that_rests_stays_connected(start, monkeypatch):
    monkeypatch.setattr(app, "PING_MILLISECONDS", 300)
    running = start()
    visitor = running.visitor()
    socket = connected(running, visitor, opened(visitor)[1]["kernelId"])
    socket.settimeout(0.2)
    end, pings = time.monotonic() + 4, 0
    while time.monotonic() < end:
        try:
            opcode, _data = socket.recv_data(control_frame=True)
        except websocket.WebSocketTimeoutException:
            continue
        assert opcode != websocket.ABNF.OPCODE_CLOSE
        pings += opcode == websocket.ABNF.OPCODE_PING
    assert pings >= 6


def test_a_page_that_answers_nothing_is_taken_for_gone(start, monkeypatch):
    monkeypatch.setattr(app, "PING_MILLISECONDS", 100)
    running = start()
    visitor = running.visitor()
    kernel = opened(visitor)[1]["kernelId"]
    connected(running, visitor, kernel)  # and never reads, so never answers
    end = time.monotonic() + 20
    while running.app.sessions.live[kernel].sockets and time.monotonic() < end:
        time.sleep(0.1)
    assert not running.app.sessions.live[kernel].sockets


def test_ending_a_kernel_that_has_ended_is_no_error(start):
    running = start()
    kernel = opened(running.visitor())[1]["kernelId"]
    kernels = running.app.kernel_manager
    for _time in range(2):
        running.call(lambda: kernels.shutdown_kernel(kernel, now=True))
    assert kernel not in kernels


def test_who_sends_slowly_is_cut_and_others_are_served(start, monkeypatch):
    monkeypatch.setattr(app, "HEADER_SECONDS", 1.0)
    monkeypatch.setattr(app, "BODY_SECONDS", 1.0)
    running = start()
    visitor = running.visitor()
    cookies = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    head = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
    body = (
        f"POST /accounts HTTP/1.1\r\nHost: localhost\r\nCookie: {cookies}\r\nX-XSRFToken: {visitor.cookies['_xsrf']}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nname="
    ).encode()
    with contextlib.ExitStack() as open_ones:
        slow = []
        for begun in (head, body) * 20:
            sender = open_ones.enter_context(socket.create_connection(("127.0.0.1", running.app.port), 10))
            sender.sendall(begun)
            slow.append(sender)
        assert visitor.get("/healthz").elapsed.total_seconds() < 1
        for sender in slow:
            answer, end = b"", time.monotonic() + 10
            while time.monotonic() < end:
                try:
                    sender.sendall(b"x")  # a byte now and then keeps no connection
                    sender.settimeout(0.2)
                    answer += (got := sender.recv(4096))
                    if not got:
                        break
                except TimeoutError:
                    continue
                except OSError:
                    break
            else:
                pytest.fail("a slow sender was not cut")
            assert b"200 OK" not in answer
    assert visitor.get("/").status_code == 200


def test_files_on_their_way_have_places_by_person_and_are_for_nobody_else(start, monkeypatch):
    monkeypatch.setattr(spool, "MOST_FOR_ONE", 2)
    running = start()
    ann, ben = running.visitor("ann"), running.visitor("ben")

    def sent(visitor):
        return visitor.post("/upload", content=b"no,table", headers={**xsrf(visitor), "X-File-Name": "x.csv"})

    def imported(visitor, upload):
        form = {"upload": upload, "name": "x.csv"}
        return visitor.post("/import", data=form, headers={**xsrf(visitor), "Accept": "application/json"})

    first, _second = sent(ann).json()["upload"], sent(ann)
    refused = sent(ann)
    assert refused.status_code == 503 and "Wait for them" in refused.json()["message"]
    assert sent(ben).status_code == 200
    folder = running.app.spool.folder
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert "expired" in imported(ben, first).json()["message"] and (folder / first).exists()
    assert imported(ann, first).status_code == 400
    assert not (folder / first).exists()  # what was refused is kept for nobody
    assert sent(ann).status_code == 200
    os.utime(folder / _second.json()["upload"], (0, time.time() - spool.LEFT_SECONDS - 1))
    assert sent(ann).status_code == 200  # what was left makes room


def test_a_person_has_few_imports_at_once(start):
    running = start()
    visitor = running.visitor()
    upload = visitor.post("/upload", content=b"a", headers={**xsrf(visitor), "X-File-Name": "x.csv"}).json()[
        "upload"
    ]
    me = running.app.spool._whose[upload]
    running.app.app.settings["accountkit_imports"].taken[me] = 2
    answer = visitor.post("/import", data={"upload": upload, "name": "x.csv"}, headers=xsrf(visitor))
    assert answer.status_code == 503 and int(answer.headers["Retry-After"]) > 0

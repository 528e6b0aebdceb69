"""A server for many: sockets and files for hundreds of sessions, pages that rest, kernels that end by themselves."""

import resource
import subprocess
import sys
import time

import websocket
import zmq

from accountkit.server import app
from accountkit.server.limits import FILES_A_SESSION, FILES_OF_THE_SERVER
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

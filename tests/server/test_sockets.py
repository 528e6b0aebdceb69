"""The socket of a kernel that is not there: a clean refusal, and no fault in the server's log."""

import contextlib
import logging
import os
import signal
import socket
import time
import uuid
from pathlib import Path

import pytest
import websocket

from tests.server.conftest import xsrf
from tests.server.test_frames import WHOLE
from tests.server.test_sessions import connected, opened, until

pytestmark = pytest.mark.slow


@pytest.fixture
def faults(served, caplog):
    """What the server logs as more than a piece of news."""
    served.app.log.propagate = True

    def so_far():
        return [one.getMessage() for one in caplog.records if one.levelno >= logging.ERROR or one.exc_info]

    return so_far


def ended(running, visitor):
    """The id of a kernel that was, and is no more."""
    kernel = opened(visitor)[1]["kernelId"]
    assert visitor.post(f"/voila/api/shutdown/{kernel}", headers=xsrf(visitor)).status_code == 204
    return kernel


def never(_running, _visitor):
    """An id that no kernel ever had."""
    return str(uuid.uuid4())


@pytest.mark.parametrize("of_a_kernel", [never, ended])
def test_no_kernel_has_no_socket(served, faults, of_a_kernel):
    visitor = served.visitor()
    kernel = of_a_kernel(served, visitor)
    with pytest.raises(websocket.WebSocketBadStatusException) as refused:
        connected(served, visitor, kernel)
    assert refused.value.status_code == 404
    assert visitor.get(f"/api/kernels/{kernel}/channels").status_code == 404
    assert faults() == []


def test_what_asks_for_a_socket_and_is_no_websocket_is_refused(served, faults):
    visitor = served.visitor()
    kernel = opened(visitor)[1]["kernelId"]
    assert visitor.get(f"/api/kernels/{kernel}/channels").status_code == 400
    assert served.stranger().get(f"/api/kernels/{kernel}/channels").status_code == 403
    assert faults() == []


def pid_of(running, kernel):
    return running.app.kernel_manager.get_kernel(kernel).provisioner.process.pid


def is_dead(pid):
    """Whether a process has ended with all its threads, also where nobody has asked how yet."""
    ended = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    return ended and len(list(Path(f"/proc/{pid}/task").iterdir())) == 1


def knocking(running, visitor, kernel):
    """A connection that has asked for the socket, and has no answer yet."""
    cookie = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    lines = (
        f"GET /api/kernels/{kernel}/channels?session_id=1 HTTP/1.1",
        f"Host: 127.0.0.1:{running.app.port}",
        f"Cookie: {cookie}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    )
    connection = socket.create_connection(("127.0.0.1", running.app.port), timeout=60)
    connection.sendall("\r\n".join([*lines, "", ""]).encode())
    return connection


def left(running, visitor):
    """A kernel whose page was connected and is not any more: who comes back waits for its answer."""
    kernel = opened(visitor)[1]["kernelId"]
    connected(running, visitor, kernel).shutdown()
    until(lambda: not running.app.sessions.live[kernel].sockets)
    return kernel


def test_the_first_socket_of_a_page_waits_for_no_answer(served, faults):
    visitor = served.visitor()
    kernel = opened(visitor)[1]["kernelId"]
    os.kill(pid_of(served, kernel), signal.SIGSTOP)
    with knocking(served, visitor, kernel) as connection:
        assert connection.recv(12) == b"HTTP/1.1 101"
    visitor.post(f"/voila/api/shutdown/{kernel}", headers=xsrf(visitor))
    assert faults() == []


def test_a_kernel_that_ends_while_its_socket_waits_for_it_is_gone(served, faults):
    visitor = served.visitor()
    kernel = left(served, visitor)
    os.kill(pid_of(served, kernel), signal.SIGSTOP)
    with knocking(served, visitor, kernel) as connection:
        time.sleep(1)
        visitor.post(f"/voila/api/shutdown/{kernel}", headers=xsrf(visitor))
        assert connection.recv(12) == b"HTTP/1.1 404"
    assert faults() == []


def test_a_kernel_that_has_died_unnoticed_is_gone(served, faults):
    visitor = served.visitor()
    kernel = opened(visitor)[1]["kernelId"]
    os.kill(pid_of(served, kernel), signal.SIGKILL)
    until(lambda: is_dead(pid_of(served, kernel)))
    with pytest.raises(websocket.WebSocketBadStatusException) as refused:
        connected(served, visitor, kernel)
    assert refused.value.status_code == 404
    assert faults() == []


def test_a_page_that_leaves_before_its_kernel_has_answered_is_forgotten(served, faults):
    visitor = served.visitor()
    kernel = left(served, visitor)
    pid = pid_of(served, kernel)
    os.kill(pid, signal.SIGSTOP)
    knocking(served, visitor, kernel).close()
    time.sleep(1)
    os.kill(pid, signal.SIGCONT)
    held = connected(served, visitor, kernel)  # the kernel has answered by now, to whoever still asks
    until(lambda: served.app.sessions.live[kernel].sockets == 1)
    held.close()
    assert faults() == []


def test_what_a_page_sends_while_its_kernel_ends_is_let_go(served, faults):
    """The server has closed the socket, and reads what had come before the page could know."""
    visitor = served.visitor()
    kernel = opened(visitor)[1]["kernelId"]
    page = connected(served, visitor, kernel)
    os.kill(pid_of(served, kernel), signal.SIGKILL)
    with contextlib.suppress(websocket.WebSocketException, OSError):  # until the page notices
        while True:
            page.send(WHOLE)
    assert faults() == []

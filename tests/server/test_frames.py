"""What a browser may send over a kernel's socket: no message, however made, keeps the server from answering others."""

import json
import struct
from uuid import uuid4

import httpx
import pytest
import websocket

from accountkit.server.frames import V1, fault
from tests.server.test_sessions import opened

PARTS = [b'{"msg_id": "m", "msg_type": "kernel_info_request", "session": "s"}', b"{}", b"{}", b"{}"]


def framed(channel=b"shell", parts=PARTS, count=None, offsets=None):
    """A message of the newer protocol; its count and its offsets may be wrong."""
    body = [channel, *parts]
    where = [8 * (len(body) + 2)]
    for part in body:
        where.append(where[-1] + len(part))
    numbers = [len(where) if count is None else count, *(offsets or where)]
    return b"".join(number.to_bytes(8, "little") for number in numbers) + b"".join(body)


def framed_old(message, count=None, offset=None):
    """A message of the older protocol in binary."""
    return struct.pack("!II", 1 if count is None else count, offset or 8) + message


WHOLE = json.dumps({"channel": "shell", "header": {}, "parent_header": {}, "metadata": {}, "content": {}})
FIRST = 8 * 7
HOSTILE = {
    "2^60 parts": (V1, framed(count=2**60)),
    "2^63 parts": (V1, b"\xff" * 8),
    "as many parts as it just does not hold": (V1, framed(count=1 << 9)),
    "no parts": (V1, framed(count=0)),
    "empty": (V1, b""),
    "short": (V1, b"\x06\x00\x00"),
    "offsets beyond the end": (V1, framed(offsets=[FIRST, FIRST + 5, 2**62, 2**62, 2**62, 2**63])),
    "offsets that go back": (V1, framed(offsets=[FIRST + 5, FIRST, FIRST, FIRST, FIRST, FIRST])),
    "offsets inside the numbers": (V1, framed(offsets=[0, 5, 9, 12, 14, 16])),
    "no JSON": (V1, framed(parts=[b"{", b"", b"}", b"nothing"])),
    "JSON, but a list": (V1, framed(parts=[b"[]", b"{}", b"{}", b"{}"])),
    "a deep nest": (V1, framed(parts=[*PARTS[:3], b"[" * 200_000])),
    "a channel in no letters": (V1, framed(channel=b"\xff\xfe\xfd\xfc\xfb")),
    "old: 2^31 parts": (None, framed_old(WHOLE.encode(), count=2**31)),
    "old: 2^30 parts": (None, framed_old(WHOLE.encode(), count=2**30)),
    "old: outside": (None, framed_old(WHOLE.encode(), offset=2**31)),
    "old: no header": (None, framed_old(b"{}")),
    "old: short": (None, b"\x00"),
}


def wired(running, visitor, kernel_id, protocol):
    cookie = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    address = f"ws://127.0.0.1:{running.app.port}/api/kernels/{kernel_id}/channels?session_id={uuid4().hex}"
    return websocket.create_connection(
        address,
        cookie=cookie,
        origin=running.address,
        timeout=20,
        subprotocols=[protocol] if protocol else None,
    )


@pytest.fixture(scope="module")
def page(served):
    visitor = served.visitor()
    return visitor, opened(visitor)[1]["kernelId"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_message_ends_its_connection_and_nothing_else(served, page, name):
    visitor, kernel = page
    protocol, frame = HOSTILE[name]
    socket = wired(served, visitor, kernel, protocol)
    socket.send_binary(frame)
    code = None
    while code is None:
        opcode, data = socket.recv_data()
        if opcode == websocket.ABNF.OPCODE_CLOSE:
            code = struct.unpack("!H", data[:2])[0]
    assert code == 1007
    assert httpx.get(f"{served.address}/healthz", timeout=20).status_code == 200
    assert visitor.get(f"/api/kernels/{kernel}").status_code == 200


@pytest.mark.parametrize("protocol", [V1, None])
def test_an_honest_message_is_answered(served, page, protocol):
    visitor, kernel = page
    socket = wired(served, visitor, kernel, protocol)
    header = {
        **json.loads(PARTS[0]),
        "msg_id": uuid4().hex,
        "version": "5.3",
        "username": "",
        "date": "2026-11-24T10:00:00Z",
    }
    if protocol:
        socket.send_binary(framed(parts=[json.dumps(header).encode(), *PARTS[1:]]))
    else:
        socket.send(json.dumps({**json.loads(WHOLE), "header": header}))
    assert any(b"kernel_info_reply" in socket.recv_data()[1] for _message in range(20))
    socket.close()


def test_what_the_numbers_bear_out_is_let_through():
    assert fault(framed(), V1) is None
    assert fault(framed(parts=[*PARTS, b"a buffer", b""]), V1) is None
    assert fault(framed_old(WHOLE.encode()), None) is None and fault(WHOLE, None) is None
    assert fault("text", V1) and fault("[]", None) and fault("{", None)

"""What a browser may send over a kernel's socket: no message, however made, keeps the server from answering others."""

import json
import struct
from uuid import uuid4

import httpx
import pytest
import websocket

from accountkit.server.frames import V1, fault, order
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


ORDERS = {
    "a widget": ("comm_open", {"comm_id": "x", "target_name": "jupyter.widget", "data": {"state": {}}}),
    "a class": (
        "comm_msg",
        {"comm_id": "x", "data": {"method": "custom", "content": {"create_widget": ["os", "x"]}}},
    ),
    "a call": (
        "comm_msg",
        {"comm_id": "x", "data": {"method": "custom", "content": {"update_ref": {}, "id": "y"}}},
    ),
}
HONEST = {
    "an event": (
        "comm_msg",
        {"comm_id": "x", "data": {"method": "custom", "content": {"event": "say", "data": {}}}},
    ),
    "a state": ("comm_msg", {"comm_id": "x", "data": {"method": "update", "state": {"value": 3}}}),
    "the states": ("comm_open", {"comm_id": "x", "target_name": "jupyter.widget.control", "data": {}}),
    "no data": ("comm_msg", {"comm_id": "x"}),
}


def each_way(kind, content):
    """A message in each form that a page may send it in."""
    header = {"msg_id": "m", "msg_type": kind, "session": "s"}
    text = json.dumps({**json.loads(WHOLE), "header": header, "content": content})
    parts = [json.dumps(header).encode(), b"{}", b"{}", json.dumps(content).encode()]
    return [(framed(parts=parts), V1), (text, None), (framed_old(text.encode()), None)]


@pytest.mark.parametrize("name", ORDERS)
def test_no_page_has_anything_made_imported_or_called(name):
    for frame, protocol in each_way(*ORDERS[name]):
        assert fault(frame, protocol) is None and order(frame, protocol)


@pytest.mark.parametrize("name", HONEST)
def test_what_widgets_say_to_their_kernel_is_no_order(name):
    for frame, protocol in each_way(*HONEST[name]):
        assert fault(frame, protocol) is None and order(frame, protocol) is None


def test_a_widget_that_a_page_wants_made_never_reaches_the_kernel(served, page):
    visitor, kernel_id = page
    socket = wired(served, visitor, kernel_id, V1)
    header = {"msg_id": "open", "msg_type": "comm_open", "session": "s", "username": "", "version": "5.3"}
    content = json.dumps(ORDERS["a widget"][1]).encode()
    socket.send_binary(framed(parts=[json.dumps(header).encode(), b"{}", b"{}", content]))
    info = {**header, "msg_id": "info", "msg_type": "kernel_info_request"}
    socket.send_binary(framed(parts=[json.dumps(info).encode(), b"{}", b"{}", b"{}"]))
    heard = b""
    while b"kernel_info_reply" not in heard:
        heard += socket.recv_data()[1]
    assert b'"msg_id": "open"' not in heard and b'"msg_id":"open"' not in heard
    socket.close()


def test_a_page_of_the_older_protocol_gets_a_message_with_buffers_whole(monkeypatch):
    """Voilà would take its first eight bytes for a count of offsets, and count through them."""
    from voila.tornado import kernel_websocket_handler as voila

    from accountkit.server.sockets import KernelSocket

    sent, parsed = [], []
    monkeypatch.setattr(
        voila.WebsocketHandler, "write_message", lambda _self, message, _binary: sent.append(message)
    )
    monkeypatch.setattr(voila, "read_header_from_binary_message", parsed.append)
    monkeypatch.setattr(KernelSocket, "selected_subprotocol", None, raising=False)
    object.__new__(KernelSocket).write_message(b"\xff" * 8 + b"rest", binary=True)
    assert sent == [b"\xff" * 8 + b"rest"] and not parsed

"""What comes over the websocket of a kernel, looked at before it is taken apart.

jupyter_server believes the numbers at the front of a message and walks through as many parts as they name; a
browser can name 2⁶⁰. Here only what the length of the message bears out gets through.
"""

from __future__ import annotations

import json
from itertools import pairwise

V1 = "v1.kernel.websocket.jupyter.org"
WIDGET = "jupyter.widget"
IMPORTS = frozenset({"create_widget", "update_ref", "destroy_widget"})
"""The messages with which ipyvue's templates make and change Python objects."""
MOST_PARTS = 1024
"""Parts of one message: four of its own, and its buffers. Ours have none at all."""


def fault(frame: str | bytes, protocol: str | None) -> str | None:
    """What is wrong with a message in this protocol (`V1`, or the older one without a name); None where it can be
    read.
    """
    if protocol == V1:
        return _fault_of_v1(frame) if isinstance(frame, bytes) else "text where bytes are due"
    if isinstance(frame, bytes):
        parts = _parts_of_old(frame)
        return parts if isinstance(parts, str) else _fault_of_message(frame[parts[0] : parts[1]])
    return _fault_of_message(frame)


def order(frame: str | bytes, protocol: str | None) -> str | None:
    """What a message, found to be without fault, orders that no page has a reason to; None where it orders nothing.

    Widgets are made by the notebook alone. ipyvue's own messages would import and call what they name.
    """
    header, content = _header_and_content(frame, protocol)
    if not isinstance(header.get("msg_type"), str):
        return "something without a name"
    if header.get("msg_type") == "comm_open" and content.get("target_name") == WIDGET:
        return "a widget to be made"
    data = content.get("data")
    said = data.get("content") if isinstance(data, dict) else None
    if (
        header.get("msg_type") == "comm_msg"
        and isinstance(said, dict)
        and not said.keys().isdisjoint(IMPORTS)
    ):
        return "something to be imported or called"
    return None


def _header_and_content(frame: str | bytes, protocol: str | None) -> tuple[dict, dict]:
    if protocol == V1 and isinstance(frame, bytes):
        count = int.from_bytes(frame[:8], "little")
        offsets = [int.from_bytes(frame[8 * at : 8 * (at + 1)], "little") for at in range(1, count + 1)]
        return json.loads(frame[offsets[1] : offsets[2]]), json.loads(frame[offsets[4] : offsets[5]])
    if isinstance(frame, bytes):
        parts = _parts_of_old(frame)
        if isinstance(parts, str):
            raise ValueError(parts)
        frame = frame[parts[0] : parts[1]]
    message = json.loads(frame)
    return message["header"], message["content"]


def _fault_of_v1(frame: bytes) -> str | None:
    """Little-endian, eight bytes each: the count of the offsets, then the offsets: the channel's name, the four
    parts of the message, its buffers, and the end.
    """
    count = int.from_bytes(frame[:8], "little")
    if not 6 <= count <= MOST_PARTS or len(frame) < 8 * (count + 1):
        return "a count of parts that it does not hold"
    offsets = [int.from_bytes(frame[8 * at : 8 * (at + 1)], "little") for at in range(1, count + 1)]
    if _out_of_place(offsets, 8 * (count + 1), len(frame)):
        return "parts that lie outside of it"
    channel, *parts = [frame[start:stop] for start, stop in pairwise(offsets)]
    if not channel.isascii():
        return "no name of a channel"
    return next(filter(None, map(_fault_of_object, parts[:4])), None)


def _parts_of_old(frame: bytes) -> list[int] | str:
    """The offsets of the older form: big-endian, four bytes each, without the end."""
    count = int.from_bytes(frame[:4], "big")
    if not 1 <= count <= MOST_PARTS or len(frame) < 4 * (count + 1):
        return "a count of parts that it does not hold"
    offsets = [int.from_bytes(frame[4 * at : 4 * (at + 1)], "big") for at in range(1, count + 1)]
    if _out_of_place(offsets, 4 * (count + 1), len(frame)):
        return "parts that lie outside of it"
    return [*offsets, len(frame)]


def _out_of_place(offsets: list[int], first: int, last: int) -> bool:
    return offsets[0] < first or offsets[-1] > last or any(start > stop for start, stop in pairwise(offsets))


def _fault_of_object(text: str | bytes) -> str | None:
    return None if isinstance(_read(text), dict) else "a part that is no object in JSON"


def _fault_of_message(text: str | bytes) -> str | None:
    """Whether it is a whole message in one object, as the older protocol has it."""
    message = _read(text)
    parts = ("header", "parent_header", "metadata", "content")
    if not isinstance(message, dict) or any(not isinstance(message.get(part), dict) for part in parts):
        return "no message in JSON"
    return None if isinstance(message.get("channel", ""), str) else "no name of a channel"


def _read(text: str | bytes) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None

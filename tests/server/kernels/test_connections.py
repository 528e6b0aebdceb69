"""The server's side of a kernel's sockets."""

from __future__ import annotations

import asyncio
import time

import zmq
import zmq.asyncio
from jupyter_client.channels import AsyncZMQSocketChannel
from jupyter_client.session import Session

from accountkit.server.kernels.connections import AttentiveChannel


async def answered(channel_class: type[AsyncZMQSocketChannel], folder) -> bool:
    """Whether an answer is heard that came while the loop was busy, just before it sent something else."""
    context, session = zmq.asyncio.Context(), Session(key=b"")
    address = f"ipc://{folder}/kernel"
    with zmq.Context() as kernels, kernels.socket(zmq.ROUTER) as kernel, context.socket(zmq.DEALER) as socket:
        kernel.bind(address)
        socket.connect(address)
        channel = channel_class(socket, session)
        channel.send(session.msg("execute_request"))
        asked = kernel.recv_multipart()
        waiting = asyncio.create_task(channel.get_msg(timeout=None))
        await asyncio.sleep(0.05)  # the task waits for the socket by now
        kernel.send_multipart([asked[0], *session.serialize(session.msg("execute_reply"))])
        time.sleep(0.05)  # the answer arrives; the loop has not looked yet
        channel.send(session.msg("comm_msg"))
        try:
            async with asyncio.timeout(2):
                return (await waiting)["msg_type"] == "execute_reply"
        except TimeoutError:
            return False
        finally:
            context.destroy(linger=0)


def test_an_answer_is_heard_that_came_before_something_else_was_sent(tmp_path):
    assert asyncio.run(answered(AttentiveChannel, tmp_path))


def test_the_inherited_channel_does_not_hear_it(tmp_path):
    heard = asyncio.run(answered(AsyncZMQSocketChannel, tmp_path))
    assert not heard, "jupyter_client hears it now: AttentiveChannel can go"

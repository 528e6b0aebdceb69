"""What the system allows a process, and how much of it a session takes."""

from __future__ import annotations

import zmq
import zmq.asyncio

MOST_SOCKETS = 65_000
FILES_A_SESSION = 30
"""Sockets, their pairs for waking up, the line and the pidfd of a kernel: 15 with 200 sessions, more while one opens."""
FILES_OF_THE_SERVER = 256


def context_for_sessions() -> zmq.Context:
    """A context of ZeroMQ for many kernels; the usual one ends at 1,023 sockets, which are 168 sessions."""
    context = zmq.asyncio.Context()
    context.set(zmq.MAX_SOCKETS, MOST_SOCKETS)
    return context


def allow_files(sessions: int) -> int | None:
    """Raise this process's limit of open files as far as so many sessions need, or as it may be raised; the limit.

    None on a system without such limits.
    """
    try:
        import resource
    except ImportError:
        return None
    needed = FILES_OF_THE_SERVER + FILES_A_SESSION * sessions
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= needed:
        return soft
    raised = needed if hard == resource.RLIM_INFINITY else min(needed, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (raised, hard))
    return raised

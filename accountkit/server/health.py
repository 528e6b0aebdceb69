"""Whether the server and its database answer: for load balancers, which hold no token."""

from __future__ import annotations

from jupyter_server.auth.decorator import allow_unauthenticated

from accountkit.server.page import Page
from accountkit.server.threads import HEALTH, asked

LIMIT = 2.0
"""Seconds within which the database answers, or counts as away."""


class Health(Page):
    """GET: 200 and ``{"status": "ok"}``; 503 with the reason where the database does not answer. Says nothing else."""

    @allow_unauthenticated
    async def get(self) -> None:
        await asked(lambda: self.store.recall("health", "check"), LIMIT, HEALTH)
        self.answer({"status": "ok"})

    def wants_json(self) -> bool:
        return True

"""Whether the server and its database answer: for load balancers, which hold no token."""

from __future__ import annotations

import json

from jupyter_server.auth.decorator import allow_unauthenticated

from accountkit.server.page import Page, in_thread


class Health(Page):
    """GET: 200 and ``{"status": "ok"}``; an error where the database does not answer. Says nothing else."""

    @allow_unauthenticated
    async def get(self) -> None:
        await in_thread(lambda: self.store.recall("health", "check"))
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps({"status": "ok"}))

    def wants_json(self) -> bool:
        return True

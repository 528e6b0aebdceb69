"""Whether the server and its database answer: for load balancers, which hold no token."""

from __future__ import annotations

import json

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.ioloop import IOLoop

from accountkit.server.page import Page


class Health(Page):
    """GET: 200 and ``{"status": "ok"}``; 503 where the database does not answer. Says nothing else."""

    @allow_unauthenticated
    async def get(self) -> None:
        await IOLoop.current().run_in_executor(None, self.store.accounts)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps({"status": "ok"}))

    def wants_json(self) -> bool:
        return True

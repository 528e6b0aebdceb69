"""What the server did, in numbers for Prometheus and in lines of the log, one JSON object each with the person's id.

What happens in a kernel the kernel reports (`panels.following`); whose it is the server knows by the address, and takes
nobody's word for it.
"""

from __future__ import annotations

import json
import logging
from typing import Any

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from accountkit.panels.following import Outcome
from accountkit.server.admission import demand_administrator
from accountkit.server.page import Page
from accountkit.server.sessions import Sessions
from accountkit.server.threads import STORE_SECONDS, asked


class Report(BaseModel):
    """What a kernel says of one event of its page."""

    model_config = ConfigDict(extra="forbid", strict=True)

    event: str = Field(pattern="^[a-z_]{1,40}$")
    outcome: Outcome
    seconds: float = Field(ge=0, le=3600)
    account: str = Field(max_length=60)
    revision: int = Field(ge=0)


class Metrics:
    """The numbers of one server since it was started."""

    def __init__(self, sessions: Sessions, log: logging.Logger) -> None:
        self._sessions, self._log = sessions, log
        self.registry = registry = CollectorRegistry()
        live = Gauge("accountkit_sessions", "Pages that are live.", registry=registry)
        live.set_function(lambda: len(sessions.live))
        reserve = Gauge("accountkit_reserve", "Kernels that wait for a page.", registry=registry)
        reserve.set_function(lambda: len(sessions.kernels.reserve))
        most = Gauge("accountkit_sessions_most", "Pages that may be live at once.", registry=registry)
        most.set(sessions.most)
        self.opens = Counter("accountkit_opens", "Pages that got a kernel.", registry=registry)
        self.edits = Counter(
            "accountkit_edits",
            "Events of pages that are for editing, by what became of them: saved; told (over a colleague's newer "
            "value); error (refused); later (the database did not take it, the page tries again).",
            ["outcome"],
            registry=registry,
        )
        self.seconds = Histogram(
            "accountkit_edit_seconds",
            "From an event's arrival in the kernel to its answer, storing included.",
            registry=registry,
        )
        registry.register(STORE_SECONDS)
        self.refusals = Counter(
            "accountkit_refusals",
            "Requests that were not answered, by status.",
            ["status"],
            registry=registry,
        )

    def opened(self, kernel_id: str, person: str) -> None:
        self.opens.inc()
        self._note(event="open", person=person, kernel=kernel_id)

    def refused(self, status: int) -> None:
        self.refusals.labels(str(status)).inc()

    def heard(self, kernel_id: str, said: bytes) -> None:
        """Take in a kernel's report; what is none is left out, and so is one of no session of ours."""
        session = self._sessions.live.get(kernel_id)
        try:
            report = Report.model_validate_json(said)
        except ValidationError:
            return
        if session is None:
            return
        self.edits.labels(report.outcome).inc()
        self.seconds.observe(report.seconds)
        self._note(person=session.owner, kernel=kernel_id, **report.model_dump())

    def _note(self, **fields: Any) -> None:
        self._log.info(json.dumps(fields, ensure_ascii=False))

    def text(self) -> bytes:
        return generate_latest(self.registry)


class MetricsPage(Page):
    """GET: the numbers, in Prometheus' text format; for administrators, and where a token opens everything for its holder."""

    async def get(self) -> None:
        await asked(lambda: demand_administrator(self.store))
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.finish(self.settings["accountkit_metrics"].text())

    def wants_json(self) -> bool:
        return True

"""The page of a notebook of one's own: everything that it shows, under the rights of who may edit.

Its code is its author's, so its kernel gets neither the server's token nor the store's address in its environment; the
address is handed over (`store.handed`). Whoever looks at the page sends messages to widgets, and no code.
"""

from __future__ import annotations

import copy
import logging
from collections.abc import AsyncGenerator
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

from accountkit.server import notebook_run
from accountkit.server.headers import OWN
from accountkit.server.own_notebooks import OneFolder, OwnNotebooks, demand_readable
from accountkit.server.sessions import Opening
from accountkit.server.threads import asked, in_thread
from accountkit.server.workbook_page import Live
from accountkit.store import handed
from accountkit.store.rows import Applied


class NotebookPage(Live):
    """GET ``/notebook/SLUG/NAME``."""

    voila_configuration: Any

    @property
    def scripts(self) -> str:
        return OWN

    def initialize(self, **kwargs: Any) -> None:
        super().initialize(**kwargs)
        self.voila_configuration = copy.copy(self.voila_configuration)
        self.voila_configuration.show_tracebacks = True  # what a cell raises is the author's to see, in words

    async def get(self, slug: str, name: str) -> None:
        stored = await asked(lambda: self.store.loaded(slug))
        own: OwnNotebooks = self.settings["accountkit_own"]
        self.file: Path = own.path(slug, name)
        await in_thread(lambda: demand_readable(self.file))
        self.notebook_path = self.file.name
        await self.open_live(lambda: self._notebook_head(stored), lambda: self._own_opening(slug))

    def pieces(self) -> AsyncGenerator[str, None]:
        return notebook_run.pieces(self)

    @cached_property
    def contents_manager(self) -> OneFolder:
        return OneFolder(root_dir=str(self.file.parent), log=logging.getLogger("accountkit.notebooks"))

    def _notebook_head(self, stored: Applied) -> str:
        return self.first_half(stored, key="", notebook=self.file.stem, paint=None)

    def _own_opening(self, slug: str) -> Opening:
        asked = [pair for pair in parse_qsl(self.request.query) if pair[0] != "account"]
        environment = {
            "ACCOUNTKIT_OWN": "1",
            "QUERY_STRING": urlencode([("account", slug), *asked]),
            **handed.hand_over(self.store.url, self.settings["accountkit_private"]),
            **self.common_environment(),
        }
        return Opening(
            self.current_user.username,
            environment,
            withheld=handed.WITHHELD,
            folder=self.file.parent,
            about=slug,
        )

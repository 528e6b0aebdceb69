"""Our addresses in an ordinary JupyterLab: plotly.js once per browser, and uploads that do not travel over
the websocket.

An extension of jupyter_server, enabled for one run by ``accountkit lab``; nothing is written into Jupyter's
own configuration. Without it the panels work all the same and ask the kernel for both.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jupyter_server.base.handlers import APIHandler, JupyterHandler
from jupyter_server.utils import url_path_join
from tornado.web import authenticated, stream_request_body

from accountkit.server.assets import FOREVER, Assets
from accountkit.server.spool import Arrival, Spool
from accountkit.server.threads import in_thread

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

MODULE = "accountkit.server.lab"
ENABLED = f"--ServerApp.jpserver_extensions={{'{MODULE}': True}}"
"""What starts JupyterLab with this extension: an argument of its command line."""


class Plotly(JupyterHandler):
    """GET: plotly.js of the installed plotly package, compressed, kept for good under its hash."""

    @authenticated
    async def get(self, hashed: str) -> None:
        assets: Assets = self.settings["accountkit_assets"]
        compressed = "gzip" in self.request.headers.get("Accept-Encoding", "")
        body = await in_thread(lambda: assets.bytes_of("plotly.min.js", compressed=compressed))
        self.set_header("Content-Type", "text/javascript")
        self.set_header("Cache-Control", FOREVER if hashed == assets.hash else "no-store")
        self.set_header("Vary", "Accept-Encoding")
        if compressed:
            self.set_header("Content-Encoding", "gzip")
        self.finish(body)


@stream_request_body
class Upload(Arrival, APIHandler):
    """POST: a file for the kernels of this Lab."""


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": MODULE}]


def _load_jupyter_server_extension(app: ServerApp) -> None:
    base = app.web_app.settings["base_url"]
    assets, spool = Assets(base), Spool()
    app.web_app.settings.update(accountkit_assets=assets, accountkit_spool=spool)
    os.environ["ACCOUNTKIT_SPOOL"] = str(spool.folder)  # kernels inherit it
    page = app.web_app.settings.setdefault("page_config_data", {})
    page.update(
        accountkitPlotlyUrl=assets.url("plotly.min.js"),
        accountkitUploadUrl=url_path_join(base, "accountkit/upload"),
    )
    app.web_app.add_handlers(
        ".*$",
        [
            (url_path_join(base, r"/static/accountkit/([0-9a-f]+)/plotly\.min\.js"), Plotly),
            (url_path_join(base, r"/accountkit/upload"), Upload),
        ],
    )

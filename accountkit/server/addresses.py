"""Which address is answered by what."""

from __future__ import annotations

from typing import Any

from accountkit.methods.workspaces import ELSEWHERE
from accountkit.server.assets import AssetHandler
from accountkit.server.briefs import Brief
from accountkit.server.calendars import CALENDAR_ROUTES
from accountkit.server.health import Health
from accountkit.server.landing import Import, Landing, NewAccount
from accountkit.server.links import Links, RevokeLink
from accountkit.server.metrics import MetricsPage
from accountkit.server.notebook_page import NotebookPage
from accountkit.server.palette import Palette
from accountkit.server.people_page import PEOPLE_ROUTES
from accountkit.server.readers import READER_ROUTES
from accountkit.server.shared import SHARED_ROUTES
from accountkit.server.sign_in_elsewhere import SIGN_IN_ROUTES
from accountkit.server.sockets import KernelEnd, KernelSocket, KernelState
from accountkit.server.spool import Upload
from accountkit.server.week_page import WEEK_ROUTES
from accountkit.server.workbook_page import LivePage, Painted, PracticePage

KERNEL = r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"


def addresses(live: dict[str, Any], sign_in: str) -> list[tuple[Any, ...]]:
    """All addresses below the server's own, for a way of signing in; `live` is what a page with a kernel is made with."""
    return [
        (r"/", Landing),
        (r"/accounts", NewAccount),
        (r"/import", Import),
        (r"/upload", Upload),
        (r"/workbook", LivePage, live),
        (r"/analysis/([^/]+)", LivePage, live),
        *((f"/{page}", PracticePage, {**live, "page": page}) for page in sorted(ELSEWHERE)),
        (r"/notebook/([^/]+)/([^/]+)", NotebookPage, live),
        (r"/paint", Painted),
        (r"/palette", Palette),
        (r"/brief/([^/]+)\.([a-z]+)", Brief),
        (r"/links", Links),
        (r"/links/([0-9a-f]{16})/revoke", RevokeLink),
        (r"/static/accountkit/([0-9a-f]+)/(.+)", AssetHandler),
        (r"/healthz", Health),
        (r"/metrics", MetricsPage),
        *WEEK_ROUTES,
        *CALENDAR_ROUTES,
        *READER_ROUTES,
        *SHARED_ROUTES,
        *PEOPLE_ROUTES,
        *SIGN_IN_ROUTES.get(sign_in, ()),
        (rf"/api/kernels/{KERNEL}", KernelState),
        (rf"/api/kernels/{KERNEL}/channels", KernelSocket),
        (rf"/voila/api/shutdown/{KERNEL}", KernelEnd),
    ]

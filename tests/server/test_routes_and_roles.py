"""Each address of the running application, asked by each role: what `TABLE` says, and no address is missing from it.

``yes`` is an answer, ``no`` is refused (403), ``–`` is not there for them (404): they do not learn whether there is such an
account. What a form is asked for is `test_people`'s.
"""

from __future__ import annotations

import shutil

import pytest

from accountkit.server.access import Access
from tests.server.conftest import NOTEBOOKS, Running, xsrf
from tests.server.people import ROLES, browsers
from tests.server.test_closed import EXAMPLES, patterns

WIDE = {role: "yes" for role in ROLES}
EDITING = {**WIDE, "commenter": "no", "reader": "no", "nobody": "no"}
OF_ACCOUNT = {**EDITING, "nobody": "–"}
READING = {**WIDE, "nobody": "–"}
COMMENTING = {**READING, "reader": "no"}
NEVER = {role: "–" for role in ROLES}
"""Of a kernel or a secret that is nobody's: there is nothing for anybody."""

TABLE: dict[tuple[str, str], dict[str, str]] = {
    ("GET", "/"): WIDE,
    ("POST", "/accounts"): EDITING,
    ("POST", "/import"): EDITING,
    ("POST", "/upload"): EDITING,
    ("GET", "/workbook?account=walmart"): READING,
    ("GET", "/analysis/pest?account=walmart"): READING,
    ("GET", "/portfolio"): EDITING,
    ("GET", "/team"): EDITING,
    ("GET", "/notebook/walmart/walmart"): OF_ACCOUNT,
    ("GET", "/paint?account=walmart"): OF_ACCOUNT,
    ("GET", "/palette?account=walmart"): {**OF_ACCOUNT, "nobody": "no"},
    ("GET", "/brief/walmart.md"): READING,
    ("GET", "/links?account=walmart"): OF_ACCOUNT,
    ("POST", "/links?account=walmart"): OF_ACCOUNT,
    ("POST", "/links/0000000000000000/revoke"): NEVER,
    ("GET", "/static/accountkit/000000000000/plotly.min.js"): WIDE,
    ("GET", "/healthz"): WIDE,
    ("GET", "/metrics"): {**dict.fromkeys(ROLES, "no"), "administrator": "yes"},
    ("GET", "/week"): EDITING,
    ("POST", "/week/act?account=walmart"): EDITING,
    ("POST", "/week/undo?account=walmart"): EDITING,
    ("GET", "/review?account=walmart"): {**OF_ACCOUNT, "nobody": "no"},
    ("POST", "/review?account=walmart"): {**OF_ACCOUNT, "nobody": "no"},
    ("POST", "/week/calendar"): EDITING,
    ("POST", "/week/calendar/revoke"): {
        **EDITING,
        **dict.fromkeys(("administrator", "owner", "editor"), "–"),
    },
    ("GET", "/shared/walmart"): READING,
    ("POST", "/shared/walmart/comment"): COMMENTING,
    ("GET", "/shared/walmart/brief.md"): READING,
    ("GET", "/people"): WIDE,
    ("POST", "/people?do=role&account=walmart&person=the+nobody&role="): {
        **dict.fromkeys(ROLES, "no"),
        "administrator": "yes",
        "owner": "yes",
        "nobody": "–",
    },
    ("GET", "/api/kernels/K"): NEVER,
    ("GET", "/api/kernels/K/channels"): NEVER,
    ("POST", "/voila/api/shutdown/K"): NEVER,
}
BY_SECRET = ("/read/", "/invitation/", "/sign-out")
"""What a secret opens, whoever asks; and the way out."""
READS = {**EXAMPLES, r"([a-z]+)": "md"}


@pytest.fixture(scope="module")
def team(tmp_path_factory):
    folder = tmp_path_factory.mktemp("work")
    (folder / "walmart").mkdir()
    for name in ("walmart/walmart", "workbook", "pest", "portfolio", "team"):
        shutil.copy(NOTEBOOKS / "workbook.ipynb", folder / f"{name}.ipynb")
    # without a place for a kernel a live page says so to those who may open it, and costs nothing
    running = Running(
        db=str(folder / "accounts.sqlite"), access=Access("invite"), folder=folder, max_sessions=0
    )
    running.app.notebooks = running.app.app.settings["accountkit_templates"] = folder
    running.browsers = browsers(running)
    yield running
    for browser in running.browsers.values():
        browser.close()
    running.close()


def plain(path: str) -> str:
    return path.partition("?")[0].replace("/K", f"/{next(iter(EXAMPLES.values()))}")


def test_no_address_is_missing_from_the_table(team):
    walked = set()
    for pattern in patterns(team.app.app.default_router):
        path = pattern.rstrip("$")
        for group, example in READS.items():
            path = path.replace(group, example)
        walked.add(path.replace("\\", ""))
    known = {plain(path).replace("/pest", "/walmart") for _method, path in TABLE}
    left = {path for path in walked if not path.startswith(BY_SECRET)}
    assert left == known


def answer(client, method: str, path: str) -> str:
    path = path.replace("/K", f"/{next(iter(EXAMPLES.values()))}")
    if method == "GET":
        code = client.get(path).status_code
    else:
        route, _mark, query = path.partition("?")
        code = client.post(
            route,
            content=query,
            headers={**xsrf(client), "Content-Type": "application/x-www-form-urlencoded"},
        ).status_code
    # an empty form is refused with 400 after the right was asked for; a notebook that is not there is 404 to who may look
    return {403: "no", 404: "–"}.get(code, "yes")


@pytest.mark.parametrize(("method", "path"), TABLE)
def test_each_role_gets_what_the_table_says(team, method, path):
    found = {role: answer(team.browsers[role], method, path) for role in ROLES}
    assert found == TABLE[method, path]

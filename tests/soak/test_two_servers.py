"""Two servers on one PostgreSQL behind nginx: one is killed, its people continue on the other, nothing is lost."""

from __future__ import annotations

import re
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
import websocket

from accountkit.model import Edit
from accountkit.store import open_store
from tests.e2e.conftest import chromium, visit  # noqa: F401
from tests.e2e.outages import TOKEN, Site
from tests.e2e.test_lasting import PAGE, PROVOKED, Desk
from tests.soak.conftest import option
from tests.soak.nginx import before
from tests.soaking import soaked
from tests.store.postgresql_server import running

pytestmark = pytest.mark.browser
KERNEL = re.compile(r'data-kernel="([0-9a-f-]{36})"')


class Person:
    """A browser without a screen: it opens a page, keeps its socket, which answers the server's pings, and opens it again."""

    def __init__(self, address: str) -> None:
        self.address, self.socket, self.reading = address, None, None
        self.client = httpx.Client(base_url=address, timeout=300, follow_redirects=True)

    def opens(self) -> bool:
        """Whether the page came, with a kernel that takes its socket."""
        self.leaves()
        if "_xsrf" not in self.client.cookies:
            self.client.get("/", params={"token": TOKEN})
        answer = self.client.get("/workbook?account=walmart")
        kernel = KERNEL.search(answer.text)
        if answer.status_code != 200 or not kernel:
            return False
        cookies = "; ".join(f"{one.name}={one.value}" for one in self.client.cookies.jar)
        self.socket = websocket.create_connection(
            f"{self.address.replace('http', 'ws')}/api/kernels/{kernel[1]}/channels",
            cookie=cookies,
            origin=self.address,
            timeout=60,
        )
        self.socket.settimeout(None)
        self.reading = threading.Thread(target=self._reads, args=(self.socket,), daemon=True)
        self.reading.start()
        return True

    @staticmethod
    def _reads(socket: websocket.WebSocket) -> None:
        with suppress(OSError, websocket.WebSocketException):
            while socket.connected:
                socket.recv()

    def is_cut_off(self) -> bool:
        return not self.reading.is_alive()

    def leaves(self) -> None:
        if self.socket:
            with suppress(OSError, websocket.WebSocketException):
                self.socket.send_close()
            self.reading.join(10)
            self.socket.shutdown()
            self.socket = None


@pytest.fixture
def two(tmp_path):
    """The database's address, both servers, and nginx's port before them."""
    with tempfile.TemporaryDirectory(prefix="accountkit-pg-", dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        with running(Path(folder)) as url:
            sites = []
            for name in ("one", "two"):
                (tmp_path / name).mkdir()
                sites.append(Site(tmp_path / name, url))
            with before([site.port for site in sites], tmp_path / "nginx") as port:
                yield url, sites, port
            for site in sites:
                site.server.stop()


def connections(url: str) -> int:
    store = open_store(url)
    with store._database.reading() as connection:
        held = connection.exec_driver_sql(
            "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        ).scalar_one()
    store.close()
    return held


def test_one_of_two_servers_is_killed(two, visit, record_property):  # noqa: F811
    url, sites, port = two
    visit.expected.extend(PROVOKED)
    address, people = f"http://localhost:{port}", option("sessions", 60)
    page = visit(sites[0].server, "", sign_in=False)
    sockets = []
    page.on("websocket", lambda one: sockets.append(one.url))
    page.goto(f"{address}/?token={TOKEN}")
    page.goto(address + PAGE)
    desk = Desk(page)
    others = [Person(address) for _person in range(people - 1)]
    with ThreadPoolExecutor(4) as opening:
        assert all(opening.map(Person.opens, others))
    time.sleep(15)  # what nobody uses is given back
    held = connections(url)
    desk.write("typed before")
    desk.is_saved()
    where = next(site for site in sites if serves(site, page, sockets[-1]))
    where.kill()
    desk.write("typed to a server that is gone")
    page.wait_for_selector("#away:not([hidden]), #gone:not([hidden])", timeout=20_000)
    said = page.inner_text("#gone:not([hidden])") if page.is_visible("#gone") else page.inner_text("#away")
    page.click("#continue")
    page.wait_for_selector("[aria-labelledby=ak-tab-pest] .ak-pest:visible")
    desk.is_saved()
    cut = [person for person in others if person.is_cut_off()]
    with ThreadPoolExecutor(4) as opening:
        back = list(opening.map(Person.opens, cut))
    for person in others:
        person.leaves()
        person.client.close()
    stored = open_store(url)
    stored.apply("walmart", [Edit("profile/name", "Walmart Inc.")], by="after")
    findings = stored.load("walmart").findings
    lost = sum(findings[key].statement != text for key, text in desk.typed.items())
    soaked(
        record_property,
        f"one of two servers behind nginx is killed under {people} live pages; {len(cut) + 1} of them were its own",
        len(desk.typed) + len(cut),
        lost + back.count(False),
        f"{' '.join(said.split())} ({held} connections were held by {people} idle pages and both servers)",
    )


def serves(site: Site, page, address: str) -> bool:
    """Whether the kernel of a page's socket is one of this server's."""
    kernel = address.split("/api/kernels/")[1][:36]
    cookies = {one["name"]: one["value"] for one in page.context.cookies()}
    headers = {"Host": address.split("/")[2]}  # the cookie is that of the address that people see
    asked = f"http://localhost:{site.port}/api/kernels/{kernel}"
    return httpx.get(asked, cookies=cookies, headers=headers).status_code == 200

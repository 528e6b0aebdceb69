import asyncio
import os
import shutil
import threading
from pathlib import Path

import httpx
import pytest

from accountkit.server import app as server_app

TOKEN = "a-token-of-the-tests"
NOTEBOOKS = Path(__file__).parent / "notebooks"


class Running:
    """A server in a thread of its own, with its address and its parts at hand."""

    def __init__(self, **options):
        self.app = server_app.server(port=0, kernels_mode="ordinary", **{"token": TOKEN, **options})
        self.app.notebooks = NOTEBOOKS
        self.app.build()
        self._browsers = []
        self._ready, self._loop = threading.Event(), asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        assert self._ready.wait(30)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.app.port}"

    def visitor(self, name="ann", **options):
        """A browser that has opened the printed link."""
        client = self.stranger(follow_redirects=True, **options)
        answer = client.get("/", params={"token": TOKEN, "name": name})
        assert answer.status_code == 200
        return client

    def stranger(self, **options):
        """A browser without the token."""
        one_request_each = httpx.Limits(
            max_keepalive_connections=0
        )  # an answer before the body came ends a connection
        client = httpx.Client(base_url=self.address, timeout=60, limits=one_request_each, **options)
        self._browsers.append(client)
        return client

    def call(self, work):
        """Run a coroutine function in the server's loop."""
        return asyncio.run_coroutine_threadsafe(work(), self._loop).result(60)

    def close(self):
        for browser in self._browsers:
            browser.close()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(60)

    def _run(self):
        asyncio.set_event_loop(self._loop)
        self._loop.call_soon(self._open)
        self._loop.run_forever()
        self.app.http_server.stop()
        self._loop.run_until_complete(self.app.kernel_manager.shutdown_all(now=True))
        self.app.sessions.stop()
        self.app.spool.close()
        self.app.app.settings["accountkit_briefs"].close()
        self.app.news.close()
        self.app.store.close()

    def _open(self):
        self.app.open_port()
        self._ready.set()


FOLDER = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """What starts a server or kernels for itself is slow: seconds each, most of them waited for."""
    kernels = f"{FOLDER / 'kernels'}{os.sep}"
    for item in items:
        own = "start" in getattr(item, "fixturenames", ()) and item.path.parent == FOLDER
        if own or str(item.path).startswith(kernels):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="module")
def served(loaded, tmp_path_factory):
    running = Running(db=str(shutil.copy(loaded, tmp_path_factory.mktemp("db") / "accounts.sqlite")))
    yield running
    running.close()


@pytest.fixture
def start(loaded, tmp_path):
    """Start a server with options of one's own, on the samples or on what a server before it left; closed after the test."""
    started, file = [], tmp_path / "accounts.sqlite"

    def begin(**options):
        if "db" not in options and not file.exists():
            shutil.copy(loaded, file)
        started.append(Running(**{"db": str(file), **options}))
        return started[-1]

    yield begin
    for running in started:
        running.close()


def xsrf(client):
    return {"X-XSRFToken": client.cookies["_xsrf"]}

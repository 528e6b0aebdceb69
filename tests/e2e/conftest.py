"""A real browser on the real server: the tests here exist because a page can fail while every part of it passes."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from accountkit.brief.pictures import browser as browser_path
from accountkit.model import Edit
from accountkit.samples import sample
from accountkit.store import Store, open_store
from tests.e2e.waiting import PATIENCE, wait_for_function

expect.set_options(timeout=PATIENCE)

CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
Page.wait_for_function = wait_for_function


@pytest.fixture(scope="module")
def chromium():
    """One browser for the tests of a file, Debian's; each test has a profile of its own.

    Not for the whole session: while it is open an event loop counts as running in this process, and tests of the kernels
    start loops of their own.
    """
    path = browser_path()
    assert path, "No Chromium found: run `make test`, which installs Debian's package."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield browser
        browser.close()


class Served:
    """A running server: its address with the token, and its log."""

    def __init__(self, command: list[str], folder: Path, pattern: str, **env: str) -> None:
        self.log = folder / "server.log"
        own = {
            "ACCOUNTKIT_DB": f"sqlite:///{folder / 'accounts.sqlite'}",
            "HOME": str(folder),
            "ACCOUNTKIT_TABS_AHEAD": "0",  # a page has what its test opens, and nothing else comes meanwhile
        }
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=folder,
                env={**os.environ, **own, **env},
            )
        given = env.get("ACCOUNTKIT_TOKEN")  # which is not printed
        self.url = self._address(pattern) + (f"?token={given}" if given else "")

    @property
    def base(self) -> str:
        """The address without path and token."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    @cached_property
    def store(self) -> Store:
        """The accounts that it serves, as stored."""
        return open_store(f"sqlite:///{self.log.parent / 'accounts.sqlite'}")

    def _address(self, pattern: str) -> str:
        for _try in range(600):
            found = re.search(pattern, self.log.read_text(errors="replace"))
            if found:
                return found[0]
            assert self.process.poll() is None, self.log.read_text(errors="replace")
            time.sleep(0.1)
        raise AssertionError("the server did not say its address:\n" + self.log.read_text(errors="replace"))

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if "store" in vars(self):
            self.store.close()


@pytest.fixture(scope="session")
def app(tmp_path_factory):
    """`accountkit serve` on a store of its own with both samples."""
    folder = tmp_path_factory.mktemp("app")
    served = Served(
        [sys.executable, "-m", "accountkit", "serve", "--no-browser", "--port", str(free_port())],
        folder,
        r"http://\S+\?token=\S+",
    )
    yield served
    served.stop()


@pytest.fixture(scope="session")
def open_app(tmp_path_factory):
    """The same without a token, for this machine alone."""
    folder = tmp_path_factory.mktemp("open")
    command = [sys.executable, "-m", "accountkit", "serve", "--no-browser", "--no-token"]
    served = Served([*command, "--port", str(free_port())], folder, r"http://\S+")
    yield served
    served.stop()


@pytest.fixture(scope="session")
def reading_app(tmp_path_factory):
    """The same where panels are for reading."""
    folder = tmp_path_factory.mktemp("reading")
    command = [sys.executable, "-m", "accountkit", "serve", "--no-browser", "--port", str(free_port())]
    served = Served(command, folder, r"http://\S+\?token=\S+", ACCOUNTKIT_READ_ONLY="1")
    yield served
    served.stop()


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """`accountkit lab` on a copy of the workbooks."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(Path(__file__).parents[2] / "workbooks", folder / "workbooks")
    served = Served(
        [
            sys.executable,
            "-m",
            "accountkit",
            "lab",
            "--no-browser",
            "--folder",
            str(folder / "workbooks"),
            "--port",
            str(free_port()),
        ],
        folder,
        r"http://(?:localhost|127\.0\.0\.1):\d+/lab\S*\?token=\S+",
    )
    yield served
    served.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


SILENT_WHEN_LEFT = """for (const going of ["beforeunload", "pagehide"])
  addEventListener(going, () => { console.error = () => {}; });"""
"""A page that is left cannot finish what it had begun, as a figure out of sight, and logs so; nobody is there to see it."""


class Watched:
    """A page that remembers its console errors and every request that left this machine."""

    def __init__(self, page) -> None:
        self.page, self.errors, self.outside = page, [], []
        page.add_init_script(SILENT_WHEN_LEFT)
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: self._error(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self._error(error.stack or str(error)))
        page.on("request", lambda request: self._request(request.url))

    def _error(self, said: str) -> None:
        self.errors.append(f"{said} [{self.page.url}]")

    def _request(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in (
            "127.0.0.1",
            "localhost",
            "::1",
        ):
            self.outside.append(url)


@pytest.fixture
def visit(chromium):
    """Open pages of a server, signed in, wide or narrow; at the end no page has complained or asked another host."""
    contexts, watched, expected = [], [], []

    def open_page(served: Served, path: str, width: int = 1280, *, sign_in: bool = True, **profile):
        context = chromium.new_context(
            viewport={"width": width, "height": 1000}, accept_downloads=True, **profile
        )
        contexts.append(context)
        seen = Watched(context.new_page())
        watched.append(seen)
        if sign_in and path:
            context.request.get(served.url)  # for its cookie, without the page
        if path or sign_in:
            seen.page.goto(served.base + path if path else served.url)
        return seen.page

    open_page.expected = expected  # what a test provokes: parts of console errors
    yield open_page
    for context in contexts:
        context.close()
    errors = [error for seen in watched for error in seen.errors]
    assert [error for error in errors if not any(part in error for part in expected)] == []
    assert [url for seen in watched for url in seen.outside] == []


@pytest.fixture
def read(visit):
    """Open a page as somebody without the token: a reader who was sent its link."""

    def open_page(served: Served, path: str, width: int = 1280, **profile):
        return visit(served, path, width, sign_in=False, **profile)

    open_page.expected = visit.expected
    return open_page


@pytest.fixture
def account_of_its_own(app):
    """A copy of Walmart under another name, which a test may change as it likes."""

    def copy(slug: str) -> str:
        app.store.create(sample("walmart").model_copy(update={"slug": slug}), by="test")
        return slug

    return copy


@pytest.fixture
def account(app, request):
    """A copy of New Oriental for one test, with two readers' comments on it."""
    slug = f"crawled-{abs(hash(request.node.nodeid)) % 10**8}"
    # of the sample itself: other tests of this run have changed the one in the store
    app.store.create(sample("new-oriental").model_copy(update={"slug": slug}), by="ann")
    factor = {"statement": "Rents rise", "source_framework": "pest", "source_item": "political"}
    factor |= {"effect": "threat", "impact": 5, "likelihood": 4}
    strong = [Edit(f"findings/f-strong-{n}", factor) for n in range(4)]
    factors = [*app.store.load(slug).findings, *(edit.path.split("/")[1] for edit in strong)]
    remarks = [Edit(f"comments/{key}", {"target": f"findings/{key}", "text": "Really?"}) for key in factors]
    app.store.apply(slug, [*strong, *remarks], by="ann")
    return slug

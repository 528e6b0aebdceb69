"""A page whose notebook comes to no end says so within seconds, and opens at a click when the fault is gone."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from tests.e2e import own_notebooks
from tests.e2e.conftest import Served, free_port
from tests.e2e.outages import Site

pytestmark = pytest.mark.browser
SEEN = 20_000
"""Milliseconds within which a page says it; it waited for ever before."""
DIES = ["print('before')", "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "print('after')"]
SLEEPS = ["print('before')", "import time\ntime.sleep(600)"]
FINE = ["print('before')", "print('after')"]
PROVOKED = ("WebSocket", "Failed to load resource", "ERR_")
READY = "document.body.classList.contains('ready')"


@pytest.fixture
def begin(tmp_path, visit):
    """`accountkit serve` beside a `workbooks` folder, with what else its command and its environment hold."""
    visit.expected.extend(PROVOKED)
    started = []

    def serve(*options: str, **env: str) -> Served:
        command = [sys.executable, "-m", "accountkit", "serve", "--no-browser", "--port", str(free_port())]
        started.append(Served([*command, *options], tmp_path, r"http://\S+\?token=\S+", **env))
        return started[-1]

    yield serve
    for served in started:
        served.stop()


@pytest.fixture
def site(tmp_path, visit):
    visit.expected.extend(PROVOKED)
    site = Site(tmp_path)
    yield site
    site.server.stop()


@pytest.fixture
def write(tmp_path):
    """Write the notebook that the tests open."""
    shutil.copytree(Path(__file__).parents[2] / "workbooks" / "walmart", tmp_path / "workbooks" / "walmart")

    def notebook(cells: list[str], kernel: str = "python3") -> str:
        spec = {"name": kernel, "display_name": kernel, "language": "python"}
        own_notebooks.write(tmp_path / "workbooks" / "walmart" / "n.ipynb", cells, kernelspec=spec)
        return "/notebook/walmart/n"

    return notebook


def says_that_it_failed(page) -> None:
    page.wait_for_selector("#failed:not([hidden])", timeout=SEEN)
    assert not page.locator(".waiting").is_visible() and not page.evaluate(READY)


def notes(served: Served) -> int:
    return served.log.read_text().count("was not run to its end")


def test_a_kernel_that_dies_while_a_cell_runs(write, begin, visit):
    served = begin()
    page = visit(served, write(DIES))
    says_that_it_failed(page)
    cells = page.locator("#rendered_cells")
    cells.get_by_text("before").wait_for()
    assert cells.get_by_role("alert").inner_text() == "The kernel stopped while this cell ran."
    assert "after" not in cells.inner_text() and notes(served) == 1
    assert "Traceback" not in served.log.read_text()
    write(FINE)
    page.click("#failed button")
    page.wait_for_function(READY)
    assert (
        "after" in page.locator("#rendered_cells").inner_text() and not page.locator("#failed").is_visible()
    )


@pytest.mark.parametrize(
    ("path", "command"),
    [
        ("/workbook?account=walmart", "/bin/false"),
        ("/notebook/walmart/n", "/nowhere/python"),
        pytest.param("/workbook?account=walmart", "/nowhere/python", marks=pytest.mark.soak),
        pytest.param("/notebook/walmart/n", "/bin/false", marks=pytest.mark.soak),
    ],
)
def test_a_kernel_that_does_not_come_up(write, begin, visit, tmp_path, command, path):
    spec = tmp_path / "jupyter" / "kernels" / "python3" / "kernel.json"
    spec.parent.mkdir(parents=True)
    spec.write_text(json.dumps({"argv": [command], "display_name": "Python 3", "language": "python"}))
    served = begin("--kernels", "ordinary", JUPYTER_PATH=str(tmp_path / "jupyter"))
    write(FINE)
    page = visit(served, path)
    says_that_it_failed(page)
    assert max(notes(served), served.log.read_text().count("Traceback (most recent call last)")) == 1
    spec.unlink()
    page.click("#failed button")
    page.wait_for_function(READY)
    assert not page.locator("#failed").is_visible()


def test_a_server_that_is_killed_while_a_cell_runs(write, site, visit):
    page = visit(site.server, "")
    page.goto(site.server.base + write(SLEEPS), wait_until="commit")
    page.locator("#rendered_cells script[type*=output]").first.wait_for(state="attached")
    site.kill()
    page.wait_for_selector("#away:not([hidden])", timeout=SEEN)
    write(FINE)
    site.start_again()
    page.wait_for_selector("#gone:not([hidden])", timeout=SEEN)
    assert not page.locator(".waiting").is_visible()
    page.click("#continue")
    page.wait_for_function(READY)


def test_a_notebook_for_a_kernel_that_is_not_there_runs_on_the_servers(write, begin, visit):
    page = visit(begin(), write(FINE, kernel="of-another-machine"))
    page.wait_for_function(READY)
    assert "after" in page.locator("#rendered_cells").inner_text()

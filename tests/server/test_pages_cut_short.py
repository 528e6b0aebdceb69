"""A live page whose notebook comes to no end: it ends all the same, its session is freed, and the log says why, once."""

import logging
import shutil
from pathlib import Path

import pytest
from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
from tornado.web import HTTPError
from voila.execute import VoilaExecutor

from accountkit.server import notebook_run
from accountkit.server.kernels.line import Line
from accountkit.server.own_notebooks import OneFolder
from tests.server.test_own_notebooks import notebook

PAGE = "/notebook/walmart/n"
DIES = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"


@pytest.fixture
def begin(start, tmp_path, caplog):
    """A server with one notebook of these cells; what its log holds of faults."""

    def served(*cells, **metadata):
        place = tmp_path / "workbooks" / "walmart"
        notebook(place / "n.ipynb", *cells, **metadata)
        shutil.copy(Path(__file__).parents[2] / "workbooks" / "walmart" / "account.json", place)
        running = start(folder=tmp_path / "workbooks")
        running.app.log.propagate = True
        return running

    served.log = lambda: [
        record.getMessage()
        for record in caplog.records
        if record.levelno >= logging.ERROR and record.name != "traitlets"  # nobody reads that one
    ]
    return served


def read(running, path=PAGE):
    """What comes after the head of a page."""
    return running.visitor().get(path).text.partition('<div id="rendered_cells">')[2]


def nothing_is_left(running):
    return not [
        *running.app.sessions.live,
        *running.app.sessions.opening,
        *running.app.kernel_manager.list_kernel_ids(),
        *running.app.kernel_manager._pending_kernels,
    ]


def test_a_kernel_that_dies_in_a_cell_ends_the_page_there(begin):
    running = begin("print('one')", DIES, "print('three')", "print('four')")
    page = read(running)
    assert "one" in page and "The kernel stopped while this cell ran." in page
    assert "three" not in page and "Traceback" not in page
    assert "data-complete" not in page
    assert nothing_is_left(running)
    assert begin.log() == ["n.ipynb was not run to its end: Kernel died"]


async def _raises(*_args, **_kwargs):
    raise RuntimeError("no answer from the kernel")


def _no_such_kernel(*_args, **_kwargs):
    raise NoSuchKernel("python3")


def _deleted(*_args, **_kwargs):
    raise HTTPError(404, "no file n.ipynb")


async def _broken(_self, notebook, _kernel):
    yield notebook.cells[0]
    raise RuntimeError("a fault of the template")


FAULTS = {
    "the kernel does not start": (KernelSpecManager, "get_kernel_spec", _no_such_kernel),
    "the kernel does not answer": (VoilaExecutor, "async_start_new_kernel_client", _raises),
    "the file is deleted": (OneFolder, "get", _deleted),
    "the page cannot be made": (notebook_run.Renderer, "_jinja_cell_generator", _broken),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_fails_after_the_head_ends_the_page_and_frees_its_session(begin, monkeypatch, fault):
    running = begin("print('one')")
    monkeypatch.setattr(*FAULTS[fault])
    page = read(running)
    assert "data-complete" not in page and "Traceback" not in page
    assert nothing_is_left(running)
    assert len(begin.log()) == 1, begin.log()


def test_a_page_of_ours_is_no_different(begin, monkeypatch):
    running = begin()
    monkeypatch.setattr(Line, "stand", _raises)
    assert "data-complete" not in read(running, "/workbook?account=walmart")
    assert nothing_is_left(running)
    assert len(begin.log()) == 1 and "workbook.ipynb" in begin.log()[0]


def test_a_slow_cell_keeps_the_connection_busy(begin, monkeypatch):
    running = begin("import time\ntime.sleep(2.5)\nprint('at last')")
    running.app.voila_configuration.http_keep_alive_timeout = 1
    page = read(running)
    assert page.count("still running") >= 2
    assert page.index("still running") < page.index("at last") < page.index("data-complete")


@pytest.mark.parametrize(
    "metadata",
    [
        {},
        {"kernelspec": {"name": "of-another-machine", "display_name": "x", "language": "python"}},
        {"kernelspec": {"name": "of-another-machine", "display_name": "x"}},
    ],
)
def test_a_kernel_that_is_not_there_is_replaced_by_the_servers(begin, metadata):
    running = begin("print(6 * 7)", **metadata)
    page = read(running)
    assert '"text": "42\\n"' in page and "data-complete" in page
    assert begin.log() == []

"""A real Voilà server, opened over HTTP, in both modes."""

import os
import re
import signal
import socket
import subprocess
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import nbformat
import pytest

from tests.server.kernels.processes import TIMEOUT, alive, wait_until

pytestmark = pytest.mark.slow

CELL = (
    "import os, ipyvue\n"
    "print('<<', os.getpid(), os.getppid(), os.environ['QUERY_STRING'], os.getcwd(), '>>')\n"
    "ipyvue.Html(tag='button', children=['Save'])"
)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """The server and what its page says about the kernel behind it."""

    def __init__(self, python: str, folder: Path, mode: str) -> None:
        cell = nbformat.v4.new_code_cell(CELL)
        spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
        notebook = nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": spec})
        nbformat.write(notebook, folder / "page.ipynb")
        self.address = f"http://127.0.0.1:{(port := free_port())}"
        self.log_file = folder / "log.txt"
        command = [
            python,
            str(Path(__file__).with_name("voila_server.py")),
            folder / "page.ipynb",
            str(port),
            mode,
        ]
        with self.log_file.open("w") as log:
            self.process = subprocess.Popen(command, stderr=log, stdout=log)

    @property
    def log(self) -> str:
        return self.log_file.read_text()

    def page(self, query: str) -> str:
        deadline = time.monotonic() + TIMEOUT
        while True:
            try:
                return urlopen(f"{self.address}/?{query}", timeout=TIMEOUT).read().decode()
            except URLError:
                assert time.monotonic() < deadline and self.process.poll() is None, self.log
                time.sleep(0.05)

    def kernel(self, query: str) -> tuple[int, int, str, str]:
        """Number of the kernel's process and of its parent, the query and the directory that it sees."""
        pid, parent, seen, folder = re.search(
            r"&lt;&lt; (\d+) (\d+) (\S+) (\S+) &gt;&gt;", self.page(query)
        ).groups()
        return int(pid), int(parent), seen, folder

    def files_of_kernels(self) -> list[Path]:
        folder = re.search(r"connection files in (\S+)\.\n", self.log)[1]
        return list(Path(folder).glob("kernel-*"))


@pytest.fixture
def serve(python, tmp_path):
    servers = []

    def start(mode: str) -> Server:
        servers.append(Server(python, tmp_path, mode))
        return servers[-1]

    yield start
    for server in servers:
        server.process.kill()
        server.process.wait()


def test_two_viewers_have_forked_kernels_with_their_own_queries(serve, tmp_path, template):
    server = serve("forked")
    pid_1, parent_1, query_1, folder = server.kernel("account=one")
    pid_2, parent_2, query_2, _folder = server.kernel("account=two")
    assert pid_1 != pid_2
    assert parent_1 == parent_2 != server.process.pid
    assert (query_1, query_2) == ("account=one", "account=two")
    assert folder == str(tmp_path)


def test_ordinary_kernels_are_children_of_the_server(serve):
    server = serve("ordinary")
    _pid, parent, query, _folder = server.kernel("account=one")
    assert parent == server.process.pid
    assert query == "account=one"


@pytest.mark.parametrize("death", [signal.SIGTERM, signal.SIGKILL])
def test_kernels_end_with_the_server_and_leave_no_file(serve, template, death):
    server = serve("forked")
    pid, parent, *_rest = server.kernel("account=one")
    assert server.files_of_kernels()
    server.process.send_signal(death)
    server.process.wait(timeout=TIMEOUT)
    assert wait_until(lambda: not alive(pid) and not alive(parent))
    assert wait_until(lambda: not server.files_of_kernels())


def test_pages_open_again_after_the_template_process_died(serve, template):
    server = serve("forked")
    pid, first, *_rest = server.kernel("account=one")
    os.kill(first, signal.SIGKILL)
    assert wait_until(lambda: not alive(pid))
    _pid, second, query, _folder = server.kernel("account=two")
    assert second not in (first, server.process.pid)
    assert query == "account=two"
    assert "being restarted" in server.log

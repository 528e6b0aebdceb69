"""A template process and kernels forked from it, without a server around them."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from accountkit.server.kernels import obstacle
from accountkit.server.kernels.connections import PrivateKernelManager
from accountkit.server.kernels.specs import ForkedKernelSpecs
from accountkit.server.kernels.template import Template
from tests.server.kernels.processes import TIMEOUT


class Viewer:
    """One forked kernel and a client of it."""

    def __init__(self, runner: asyncio.Runner, kernel: PrivateKernelManager) -> None:
        self.runner, self.kernel = runner, kernel
        self.client = kernel.client()

    @property
    def pid(self) -> int:
        return self.kernel.provisioner.pid

    def connect(self) -> None:
        self.client.start_channels()
        self.runner.run(self.client.wait_for_ready(timeout=TIMEOUT))

    def run(self, code: str) -> str:
        """What the code prints; its error where it raises."""
        messages: list[dict] = []
        reply = self.runner.run(
            self.client.execute_interactive(
                code, timeout=TIMEOUT, output_hook=messages.append, store_history=False
            )
        )
        assert reply["content"]["status"] == "ok", reply["content"]
        return "".join(m["content"]["text"] for m in messages if m["msg_type"] == "stream")

    def shut_down(self) -> None:
        self.client.stop_channels()
        self.runner.run(self.kernel.shutdown_kernel())


@pytest.fixture(scope="session")
def runner():
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture(scope="session")
def template(runner):
    assert not (reason := obstacle()), reason
    template = Template()
    template.start()
    runner.run(template.ready())
    yield template
    template.close()


@pytest.fixture
def open_viewer(runner, template, tmp_path):
    """Opens a kernel for a viewer: ``open_viewer(cwd=…, NAME="value")``; all are shut down at the end."""
    viewers: list[Viewer] = []

    def open_one(cwd: Path | None = None, **environment: str) -> Viewer:
        async def start() -> Viewer:
            kernel = PrivateKernelManager(
                connection_file=str(tmp_path / f"kernel-{len(viewers)}.json"),
                kernel_name="python3",
                kernel_spec_manager=ForkedKernelSpecs(template=template),
                autorestart=False,
            )
            await kernel.start_kernel(env=os.environ | environment, cwd=str(cwd or tmp_path))
            return Viewer(runner, kernel)

        viewer = runner.run(start())
        viewers.append(viewer)
        viewer.connect()
        return viewer

    yield open_one
    for viewer in viewers:
        if viewer.kernel.has_kernel:
            viewer.shut_down()


@pytest.fixture(scope="session")
def python() -> str:
    return sys.executable

"""Kernels end when they should, with whatever ends them, and leave nothing behind."""

import os
import signal
import socket
import subprocess
import textwrap
from pathlib import Path

import pytest

from accountkit.server.kernels.template import MOST_FAILURES, NoFork, Template
from tests.server.kernels.processes import alive, wait_until

pytestmark = pytest.mark.slow


def test_shutdown_ends_the_kernel_and_removes_its_files(open_viewer, tmp_path):
    viewer = open_viewer()
    assert (tmp_path / "kernel-0.json").exists()
    pid = viewer.pid
    viewer.shut_down()
    assert not alive(pid)
    assert not list(tmp_path.glob("kernel-*"))


def test_exit_handlers_of_the_notebook_run_at_shutdown(open_viewer, tmp_path):
    viewer = open_viewer()
    viewer.run(f"import atexit, pathlib; atexit.register(pathlib.Path({str(tmp_path / 'ended')!r}).touch)")
    viewer.shut_down()
    assert (tmp_path / "ended").exists()


def test_death_of_a_kernel_is_seen_with_its_exit_code(open_viewer, runner):
    viewer = open_viewer()
    viewer.client.execute("import os; os._exit(7)")
    wait_until(lambda: viewer.kernel.provisioner.process.poll() is not None, runner)
    assert runner.run(viewer.kernel.provisioner.poll()) == 7
    assert not runner.run(viewer.kernel.is_alive())


def test_death_of_a_kernel_leaves_the_others_running(open_viewer, runner):
    one, other = open_viewer(), open_viewer()
    os.kill(one.pid, signal.SIGKILL)
    wait_until(lambda: one.kernel.provisioner.process.poll() is not None, runner)
    assert other.run("print('still here')") == "still here\n"


def test_signals_to_a_kernel_that_has_ended_reach_nobody(open_viewer, runner):
    viewer = open_viewer()
    process = viewer.kernel.provisioner.process
    os.kill(viewer.pid, signal.SIGKILL)
    wait_until(lambda: process.poll() is not None, runner)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    process.send_signal(signal.SIGKILL)


def test_interrupt_stops_the_running_code_and_not_the_kernel(open_viewer, runner):
    viewer = open_viewer()
    message = viewer.client.execute("import time\nopen('running', 'w').close()\ntime.sleep(600)")
    here = Path(viewer.kernel.provisioner.cwd) / "running"
    wait_until(here.exists, runner)
    runner.run(viewer.kernel.interrupt_kernel())
    reply = runner.run(viewer.client._async_recv_reply(message, timeout=30))
    assert reply["content"]["ename"] == "KeyboardInterrupt"
    assert viewer.run("print('again')") == "again\n"


def test_a_restarted_kernel_is_forked_anew_and_keeps_its_address(open_viewer, runner, template):
    viewer = open_viewer()
    viewer.run("before = 1")
    first = viewer.pid
    runner.run(viewer.kernel.restart_kernel())
    # a client of its own: the old one's subscription comes back by itself, but nothing says when
    viewer.client.stop_channels()
    viewer.client = viewer.kernel.client()
    viewer.connect()
    assert viewer.pid != first
    assert viewer.run("import os; print(os.getppid(), 'before' in globals())") == f"{template.pid} False\n"


def test_a_kernel_is_reaped(open_viewer):
    viewer = open_viewer()
    pid = viewer.pid
    viewer.shut_down()
    assert not Path(f"/proc/{pid}").exists()


class TestTemplateProcess:
    """Each test has a template process of its own, which it brings to an end."""

    @pytest.fixture
    def template(self, runner):
        template = Template()
        template.start()
        runner.run(template.ready())
        yield template
        template.close()

    def test_its_death_ends_its_kernels(self, open_viewer, runner, template):
        viewers = [open_viewer(), open_viewer()]
        os.kill(template.pid, signal.SIGKILL)
        assert wait_until(lambda: not any(alive(viewer.pid) for viewer in viewers), runner)
        process = viewers[0].kernel.provisioner.process
        assert wait_until(lambda: process.poll() == -signal.SIGKILL, runner)

    def test_it_is_started_again_when_it_dies_and_forks_again(self, open_viewer, runner, template):
        first = template.pid
        os.kill(first, signal.SIGKILL)
        wait_until(lambda: template.pid not in (None, first), runner)
        assert open_viewer().run("import os; print(os.getppid())") == f"{template.pid}\n"

    def test_closing_it_ends_its_kernels_and_removes_their_files(
        self, open_viewer, runner, template, tmp_path
    ):
        viewer, pid = open_viewer(), template.pid
        template.close()
        assert not alive(pid)
        assert wait_until(lambda: not alive(viewer.pid), runner)
        assert not list(tmp_path.glob("kernel-*"))
        with pytest.raises(NoFork):
            runner.run(template.fork("unused.json", {}, None))

    def test_it_does_not_end_when_somebody_presses_control_c(self, open_viewer, runner, template):
        os.kill(template.pid, signal.SIGINT)
        assert open_viewer().run("print('here')") == "here\n"

    def test_a_request_that_nobody_completes_does_not_stop_the_next(self, open_viewer, template):
        ours, theirs = socket.socketpair()
        socket.send_fds(template.control, [b"kernel"], [theirs.fileno()])
        theirs.close()
        ours.close()
        assert open_viewer().run("print('here')") == "here\n"

    def test_a_kernel_that_nobody_holds_any_more_ends_and_leaves_no_file(self, open_viewer, runner, tmp_path):
        viewer = open_viewer()
        viewer.kernel.provisioner.process.close()
        assert wait_until(lambda: not alive(viewer.pid), runner)
        assert wait_until(lambda: not list(tmp_path.glob("kernel-*")), runner)


def test_a_template_process_that_cannot_start_is_given_up_after_a_few_attempts(runner, monkeypatch):
    monkeypatch.setattr("accountkit.server.kernels.template.sys.executable", "/bin/false")
    template = Template()

    template.start()
    with pytest.raises(NoFork, match=str(MOST_FAILURES)):
        runner.run(template.ready())
    template.close()


def test_a_template_process_that_died_before_anybody_looked_is_started_again(runner, python):
    template = Template()
    template.start()
    os.kill(first := template.pid, signal.SIGKILL)
    runner.run(template.ready())
    assert template.pid not in (None, first)
    template.close()


SERVER = """
    import asyncio, os, signal, sys
    from accountkit.server.kernels.connections import PrivateKernelManager
    from accountkit.server.kernels.specs import ForkedKernelSpecs
    from accountkit.server.kernels.template import Template

    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have had it ignored

    async def serve():
        template = Template()
        specs = ForkedKernelSpecs(template=template)
        kernels = [PrivateKernelManager(connection_file=f"{sys.argv[1]}/kernel-{n}.json", kernel_name="python3",
                                        kernel_spec_manager=specs) for n in range(2)]
        for kernel in kernels:
            await kernel.start_kernel(env=dict(os.environ))
        print(template.pid, *(kernel.provisioner.pid for kernel in kernels), flush=True)
        await asyncio.sleep(600)

    asyncio.run(serve())
"""


@pytest.mark.parametrize("death", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_when_the_server_dies_everything_ends_and_no_file_is_left(tmp_path, python, template, death):
    server = subprocess.Popen(
        [python, "-c", textwrap.dedent(SERVER), str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    processes = [int(number) for number in server.stdout.readline().split()]
    assert len(processes) == 3
    assert all(map(alive, processes))
    server.send_signal(death)
    server.communicate()
    assert wait_until(lambda: not any(map(alive, processes)))
    assert wait_until(lambda: not list(tmp_path.iterdir()))

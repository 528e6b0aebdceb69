"""What must hold in a process before it may fork: nothing of it is shared by accident, nobody else can speak to it."""

import os
from pathlib import Path

from accountkit.server.kernels import template_process
from accountkit.server.kernels.template_process import PRELOADED


def test_it_has_one_thread(template):
    assert len(os.listdir(f"/proc/{template.pid}/task")) == 1


def test_it_holds_one_socket_besides_its_standard_streams(template):
    """A ZMQ context would show as event descriptors, a database as a file."""
    targets = [
        os.readlink(entry) for entry in Path(f"/proc/{template.pid}/fd").iterdir() if int(entry.name) > 2
    ]
    assert [target.partition(":")[0] for target in targets if target != "anon_inode:[eventpoll]"] == [
        "socket"
    ]


def test_its_socket_has_no_name_that_anybody_could_connect_to(template):
    inodes = {
        os.readlink(entry).removeprefix("socket:[").rstrip("]")
        for entry in Path(f"/proc/{template.pid}/fd").iterdir()
        if os.readlink(entry).startswith("socket:")
    }
    rows = [row.split() for row in Path("/proc/net/unix").read_text().splitlines()[1:]]
    ours = [row for row in rows if row[6] in inodes]
    assert ours
    assert all(len(row) == 7 for row in ours)  # an eighth column would be the name


def test_the_template_process_is_of_the_same_user_and_out_of_the_terminals_reach(template):
    status = Path(f"/proc/{template.pid}/status").read_text()
    assert f"Uid:\t{os.getuid()}\t{os.geteuid()}" in status
    assert os.getsid(template.pid) == template.pid


def test_a_kernel_imports_nothing_of_what_notebooks_use_again(open_viewer, template):
    """The modules that a kernel has before its first cell include all that exist of the list."""
    loaded = set(open_viewer().run("import sys; print(*sys.modules)").split())
    assert loaded >= set(PRELOADED) - set(template.missing)


def test_a_kernel_has_the_validators_of_notebooks_without_their_grammars(open_viewer):
    """A figure of one's own imports them; building the grammars took longer than the rest of the page."""
    shown = open_viewer().run(
        "import sys; print('jsonschema' in sys.modules, 'rfc3987_syntax' in sys.modules)"
    )
    assert shown.strip() == "True False"
    figure = (
        "import plotly.graph_objects as go, plotly.io as pio; go.FigureWidget(); print(pio.renderers.default)"
    )
    assert open_viewer().run(figure).strip() == "plotly_mimetype"


def test_a_module_that_is_not_installed_is_left_out_and_named(monkeypatch):
    monkeypatch.setattr(template_process, "PRELOADED", ("json", "no_such_module_anywhere"))
    assert template_process.preload() == ["no_such_module_anywhere"]


def test_a_served_kernel_keeps_no_history_and_starts_no_thread_for_it(open_viewer):
    show = "import threading; print(get_ipython().history_manager.enabled, [t.name for t in threading.enumerate()])"
    text = open_viewer().run(show)
    assert text.startswith("False")
    assert "IPythonHistorySavingThread" not in text

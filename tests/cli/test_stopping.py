"""Ctrl-C and a request to end stop a refresh in order: said, with the code that a shell expects, and nothing is left running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest

SLOW = "import os, pathlib, time; pathlib.Path('started').write_text(str(os.getpid())); time.sleep(120)"


@pytest.fixture
def refreshing(tmp_path):
    """A refresh whose first notebook takes two minutes, and where the pid of its kernel is written."""
    environment = {**os.environ, "ACCOUNTKIT_DB": f"sqlite:///{tmp_path}/a.sqlite", "ACCOUNTKIT_LANG": "en"}
    command = [sys.executable, "-m", "accountkit"]
    subprocess.run([*command, "new", "Acme"], cwd=tmp_path, env=environment, check=True, capture_output=True)
    place = tmp_path / "workbooks" / "acme"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(SLOW)])
    nbformat.write(notebook, place / "a.ipynb")
    words = [*command, "refresh", "acme"]
    process = subprocess.Popen(words, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True)
    yield process, place / "started"
    process.kill()
    process.communicate()


def _there(file: Path) -> int:
    end = time.monotonic() + 60
    while not (file.exists() and file.read_text()):
        assert time.monotonic() < end, "the notebook has not begun"
        time.sleep(0.1)
    return int(file.read_text())


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_stops_a_refresh_and_its_kernel(refreshing, number, code):
    process, started = refreshing
    kernel = _there(started)
    process.send_signal(number)
    told = process.communicate(timeout=60)[1]
    assert process.returncode == code, told
    assert "Stopped. " in told and "a.ipynb keeps its earlier results" in told and "failed" not in told
    end = time.monotonic() + 20
    while Path(f"/proc/{kernel}").exists() and time.monotonic() < end:
        time.sleep(0.1)
    assert not Path(f"/proc/{kernel}").exists()

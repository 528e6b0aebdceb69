"""Files that a command writes: whole, or as they were before."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

import pytest

from accountkit.errors import CannotWrite
from accountkit.whole import put

LIMITED = """
import resource, signal, sys
from pathlib import Path
from accountkit.whole import put
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
put(sys.argv[1], b"x" * 5000)
"""


def test_what_was_there_stands_when_the_new_file_cannot_be_completed(tmp_path):
    file = tmp_path / "good.json"
    file.write_text("good")
    done = subprocess.run([sys.executable, "-c", LIMITED, file], capture_output=True, text=True)
    assert done.returncode != 0 and str(file) in done.stderr.splitlines()[-1]
    assert file.read_text() == "good" and os.listdir(tmp_path) == ["good.json"]


def test_a_link_and_permissions_stay_and_a_device_is_written_to(tmp_path):
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_text("before")
    file.chmod(0o600)
    link.symlink_to(file)
    put(link, b"after")
    assert link.is_symlink() and file.read_bytes() == b"after"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    put("/dev/null", b"after")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_missing_folder_and_a_folder_say_so(tmp_path):
    with pytest.raises(CannotWrite, match="nodir"):
        put(tmp_path / "nodir" / "x.md", b"")
    with pytest.raises(CannotWrite, match="is a folder"):
        put(tmp_path, b"")

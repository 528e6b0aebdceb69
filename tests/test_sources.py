"""What belongs to the sources."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_nothing_that_git_ignores_is_tracked():
    """A tracked link to a folder of packages replaces that folder wherever the commit arrives. Mend it with
    ``git rm --cached PATH`` in a commit that is squashed into the one that added it."""
    command = ["git", "ls-files", "--ignored", "--cached", "--exclude-standard"]
    tracked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert tracked.split() == []

"""Our own server, of this tree or of another commit's."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.competitors import OWN_PYTHON, Competitor
from benchmarks.environments import served
from benchmarks.history import ROOT, git


@dataclass(frozen=True)
class Side:
    """A version of accountkit: its commit and the tree that it runs from, in the environment of this one."""

    name: str
    tree: Path = ROOT

    @property
    def environment(self) -> dict[str, str]:
        apps = self.tree / "benchmarks" / "apps"
        return os.environ | {"PYTHONPATH": os.pathsep.join([str(self.tree), str(apps)])}

    @contextmanager
    def serving(self, work: Path) -> Iterator[tuple[str, int]]:
        """Its server on a folder: the address without a path, and the number of its process."""
        with served(ours_with_templates(), work, self.environment) as (address, process):
            yield address.partition("/workbook")[0], process

    def told(self, code: str) -> str:
        """What a piece of Python says that runs in this version."""
        done = subprocess.run(
            [OWN_PYTHON, "-c", code],
            env=self.environment,
            cwd=tempfile.gettempdir(),
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()


def ours_with_templates() -> Competitor:
    """Our server with its own notebooks."""
    command = ("{python}", "{apps}/ours/serve.py", "{port}", "{work}/roe.db", "-")
    return Competitor(
        "ours", "accountkit", (), command, path="/workbook?account=new-oriental", version_of="accountkit"
    )


@contextmanager
def of_commit(revision: str) -> Iterator[Side]:
    """A commit in a work tree of its own, which is gone afterwards. Raises `CalledProcessError` where there is none."""
    name = git("rev-parse", "--short", f"{revision}^{{commit}}")
    with tempfile.TemporaryDirectory(prefix="accountkit-bench-") as folder:
        tree = Path(folder) / name
        git("worktree", "add", "--detach", str(tree), name)
        try:
            yield Side(name, tree)
        finally:
            git("worktree", "remove", "--force", str(tree))

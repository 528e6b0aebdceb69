"""Memory of a server and everything it started, from the kernel's ``smaps_rollup``.

Proportional memory (PSS) counts a page that n processes share as one n-th for each: summed over a tree it is what the tree
takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

KERNELS_OF = "template_process"
"""What stands in the command line of the process whose children are kernels."""


def tree(root: int) -> list[int]:
    """The process and all its descendants."""
    children = _children()
    found, waiting = [], [root]
    while waiting:
        found.append(process := waiting.pop())
        waiting += children.get(process, [])
    return found


def _children() -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            found.setdefault(int(fields[1]), []).append(int(entry.name))
    return found


def kernels(root: int) -> list[int]:
    """The kernels of a server of ours: the children of its template process, those kept in reserve among them."""
    children = _children()
    return [one for process in tree(root) if _forks(process) for one in children.get(process, [])]


def _forks(process: int) -> bool:
    """Whether this is a template process itself: a kernel that it forked has the same command line."""
    return KERNELS_OF in _command(process) and KERNELS_OF not in _command(_parent(process))


def _command(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def _parent(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0


def _lines(process: int) -> Iterator[tuple[str, float]]:
    """Each figure of a process in megabytes; none where it has ended."""
    try:
        rows = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]
    except (FileNotFoundError, ProcessLookupError):
        return
    for row in rows:
        name, kilobytes, *_unit = row.split()
        yield name, int(kilobytes) / 1024


def pss(process: int) -> float:
    """Proportional megabytes of one process."""
    return sum(mb for name, mb in _lines(process) if name == "Pss:")


def pss_of_tree(root: int, without: tuple[int, ...] = ()) -> float:
    """Proportional megabytes of a server and all it started, less some processes: kernels that wait in reserve."""
    return sum(pss(one) for one in tree(root) if one not in without)

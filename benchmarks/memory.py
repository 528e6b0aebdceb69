"""Private memory of a server and everything it started, from the kernel's ``smaps_rollup``."""

from __future__ import annotations

from pathlib import Path


def tree(root: int) -> list[int]:
    """The process and all its descendants."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            parents.setdefault(int(fields[1]), []).append(int(entry.name))
    found, waiting = [], [root]
    while waiting:
        found.append(process := waiting.pop())
        waiting += parents.get(process, [])
    return found


def private(process: int) -> float:
    """Megabytes that this process alone holds; none where it has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024


def private_of_tree(root: int) -> float:
    """Megabytes of a server and all it started."""
    return sum(map(private, tree(root)))

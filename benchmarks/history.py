"""What was measured when: one line of ``history.jsonl`` for each part of each run, with commit and machine."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from accountkit.methods import REGISTRY

HISTORY = Path(__file__).with_name("history.jsonl")
ROOT = Path(__file__).parents[1]


def git(*words: str, folder: Path = ROOT) -> str:
    """What git says. Raises `CalledProcessError` where it refuses."""
    return subprocess.run(
        ["git", *words], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


def commit() -> str:
    """The commit that is measured, with a plus where files differ from it."""
    return git("rev-parse", "--short", "HEAD") + ("+" if git("status", "--porcelain", "accountkit") else "")


def keep(part: str, machine: dict, rows: Any, **more: Any) -> None:
    """Add a line."""
    line = {
        "part": part,
        "commit": commit(),
        "methods": len(REGISTRY),
        "machine": machine,
        "rows": rows,
        **more,
    }
    with HISTORY.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def kept(part: str) -> Iterator[dict]:
    """The lines of a part, the oldest first."""
    if HISTORY.exists():
        lines = (json.loads(line) for line in HISTORY.read_text(encoding="utf-8").splitlines())
        yield from (line for line in lines if line["part"] == part)

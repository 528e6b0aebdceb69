"""Prints how large the source of the package is: by folder, and what it is made of.

    python -m tools.source_size [DEPTH]

It counts the characters that are not white space in what people wrote: Python, Vue, CSS and JavaScript below `accountkit/`
and `frontend/src/`. Not counted are generated scripts and the two modules of names and tags that are data. DEPTH is how
many folders deep it tells apart, one by default.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tokenize
from collections import Counter, defaultdict
from io import StringIO
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
STATIC = "accountkit/server/share/static/"
GENERATED = tuple(
    STATIC + name for name in ("panels/", "panels.css", "host.js", "charts.js", "shims.js", "whole.")
)
DATA = ("accountkit/sources/lines/names/", "accountkit/sources/lines/tags/")
LINES = 300
"""What a file should not be longer than."""


def files() -> list[str]:
    """What is counted: what git tracks and a person wrote."""
    asked = ["git", "ls-files", "accountkit", "frontend/src"]
    tracked = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    return [
        path
        for path in tracked
        if path.endswith((".py", ".vue", ".css", ".js")) and not path.startswith((*GENERATED, *DATA))
    ]


def dense(text: str) -> int:
    """The characters of a text that are not white space."""
    return len(re.sub(r"\s", "", text))


def parts(source: str) -> Counter[str]:
    """What of a module is docstrings, comments, imports, and texts for readers."""
    found: Counter[str] = Counter()
    for token in tokenize.generate_tokens(StringIO(source).readline):
        found["comments"] += dense(token.string) * (token.type == tokenize.COMMENT)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found["docstrings"] += dense(ast.get_source_segment(source, node) or "")
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found["imports"] += dense(ast.get_source_segment(source, node) or "")
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("_", "N_"):
            found["texts"] += sum(dense(str(arg.value)) for arg in node.args if isinstance(arg, ast.Constant))
    return found


def is_definition(path: str, source: str) -> bool:
    """Whether a module defines a method, or several."""
    return path.startswith("accountkit/methods/") and bool(re.search(r"^METHODS?\b", source, re.MULTILINE))


def main() -> None:
    depth = 1 + int(sys.argv[1] if len(sys.argv) > 1 else 1)
    folders: defaultdict[str, Counter[str]] = defaultdict(Counter)
    definitions, long = [], []
    for path in files():
        source = (ROOT / path).read_text("utf-8")
        folder = "/".join(path.split("/")[:-1][:depth])
        counted = Counter(all=dense(source), files=1)
        counted += parts(source) if path.endswith(".py") else Counter(browser=dense(source))
        for name in (folder, "all"):
            folders[name] += counted
        if is_definition(path, source):
            definitions.append(dense(source))
        if source.count("\n") > LINES:
            long.append((source.count("\n"), path))
    columns = ("all", "files", "docstrings", "comments", "imports", "texts", "browser")
    print("| Folder | " + " | ".join(columns) + " |")
    print("|---|" + "---:|" * len(columns))
    for folder, counted in sorted(folders.items(), key=lambda one: -one[1]["all"]):
        print(f"| {folder} | " + " | ".join(f"{counted[name]:,}" for name in columns) + " |")
    print(
        f"\n{len(definitions)} modules of definitions, median {median(definitions):,.0f}, largest {max(definitions):,}"
    )
    print(
        f"over {LINES} lines: " + ", ".join(f"{path} {count}" for count, path in sorted(long, reverse=True))
    )


if __name__ == "__main__":
    main()

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
from collections.abc import Collection, Mapping
from io import StringIO
from pathlib import Path
from statistics import median

from accountkit.methods.registry import PLACES

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


def definitions() -> list[str]:
    """The modules of the methods, as the registry names them."""
    return [f"accountkit/methods/{place.replace('.', '/')}.py" for place in PLACES.values()]


def imported(source: str, known: Collection[str]) -> set[str]:
    """The files of `known` that a module imports, anywhere in it."""
    named: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            named |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            named |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
    places = {name.replace(".", "/") for name in named}
    return {file for place in places for file in (f"{place}.py", f"{place}/__init__.py") if file in known}


def alone(definition: str, users: Mapping[str, Collection[str]], others: Collection[str]) -> set[str]:
    """A definition, and the modules that nothing else uses: by the modules that use each, without `others`, which are
    counted by themselves."""
    found = {definition}
    while more := {
        name for name, by in users.items() if by and name not in {*found, *others} and found.issuperset(by)
    }:
        found |= more
    return found


def described(texts: Mapping[str, str]) -> str:
    """How large the definitions are: each by itself, and with the modules that it alone uses."""
    users: defaultdict[str, set[str]] = defaultdict(set)
    for path, text in texts.items():
        for name in imported(text, texts):
            users[name].add(path)
    sizes = {path: dense(text) for path, text in texts.items()}
    every = definitions()
    by_itself = [sizes[path] for path in every]
    whole = [sum(sizes[name] for name in alone(path, users, every)) for path in every]
    return (
        f"{len(every)} definitions, median {median(by_itself):,.0f}, largest {max(by_itself):,}; "
        f"with the modules that each alone uses: median {median(whole):,.0f}, largest {max(whole):,}"
    )


def main() -> None:
    depth = 1 + int(sys.argv[1] if len(sys.argv) > 1 else 1)
    folders: defaultdict[str, Counter[str]] = defaultdict(Counter)
    modules, long = {}, []
    for path in files():
        source = (ROOT / path).read_text("utf-8")
        folder = "/".join(path.split("/")[:-1][:depth])
        counted = Counter(all=dense(source), files=1)
        counted += parts(source) if path.endswith(".py") else Counter(browser=dense(source))
        for name in (folder, "all"):
            folders[name] += counted
        if path.endswith(".py"):
            modules[path] = source
        if source.count("\n") > LINES:
            long.append((source.count("\n"), path))
    columns = ("all", "files", "docstrings", "comments", "imports", "texts", "browser")
    print("| Folder | " + " | ".join(columns) + " |")
    print("|---|" + "---:|" * len(columns))
    for folder, counted in sorted(folders.items(), key=lambda one: -one[1]["all"]):
        print(f"| {folder} | " + " | ".join(f"{counted[name]:,}" for name in columns) + " |")
    print(f"\n{described(modules)}")
    print(
        f"over {LINES} lines: " + ", ".join(f"{path} {count}" for count, path in sorted(long, reverse=True))
    )


if __name__ == "__main__":
    main()

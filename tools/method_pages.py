"""Writes docs/methods.md and docs/methods/: all methods in a table, and a page for each screen, from their definitions.

    python -m tools.method_pages

Nothing there is written by hand: question, rule, items with their anchors and sentences are those of the definition, the figures
those of its docstring and of its test.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from accountkit.i18n import translated
from accountkit.methods import REGISTRY, Method, registry
from accountkit.methods.described import definition
from accountkit.methods.method import SHAPES, WORKSPACES
from accountkit.methods.subjects import KINDS

ROOT = Path(__file__).resolve().parents[1]
TABLE = Path("docs/methods.md")
PAGES = Path("docs/methods")


def pages() -> dict[Path, str]:
    """Every page by its path below the project."""
    found = {TABLE: _table()}
    for screen in _screens():
        found[PAGES / f"{screen}.md"] = _page(screen)
    return found


def _screens() -> list[str]:
    known = {method.workspace for method in REGISTRY.values()}
    return [screen for screen in WORKSPACES if screen in known]


def _of(screen: str) -> list[Method]:
    return [
        method for key, method in REGISTRY.items() if method.workspace == screen and key in registry.PLACES
    ]


def _table() -> str:
    rows = [
        f"[{_cell(method.name)}](methods/{screen}.md#{method.key}) | {translated(method.name, 'zh_CN')} | "
        f"{WORKSPACES[screen]} | {SHAPES[method.shape]} | {KINDS[method.subject]}{', private' if method.private else ''} | "
        f"{method.source} | `{method.key}`"
        for screen in _screens()
        for method in _of(screen)
    ]
    head = (
        "# Methods\n",
        f"{len(rows)} methods, by screen. Written by `python -m tools.method_pages` from their definitions.\n",
        "Method | 中文 | Screen | Shape | About | Source | Key",
        "-|-|-|-|-|-|-",
    )
    return "\n".join((*head, *rows, ""))


def _page(screen: str) -> str:
    name = WORKSPACES[screen]
    parts = [f"# {name} ({translated(name, 'zh_CN')})\n", "[All methods](../methods.md)\n"]
    return "\n".join((*parts, *("\n".join(_told(method)) for method in _of(screen))))


def _told(method: Method) -> Iterator[str]:
    whole = definition(method)
    about = f"{SHAPES[method.shape].lower()}, about: {KINDS[method.subject]}"
    yield f'<a id="{method.key}"></a>\n## {method.name} ({translated(method.name, "zh_CN")})\n'
    yield f"`{method.key}` · {about}{', private' if method.private else ''} · source {method.source}\n"
    yield f"**Question:** {method.question}\n"
    yield f"**Rule:** {method.rule}\n"
    if whole["entries"]:
        yield "Item | Kind | From, to, or choices\n-|-|-"
        yield from (_item(entry) for entry in whole["entries"])
        yield ""
    if whole["settings"]:
        yield f"Set once for all: {'; '.join(one['name']['en'] for one in whole['settings'])}.\n"
    for title, names in (("Results", whole["verdicts"]), ("Warnings", whole["flags"])):
        if names:
            yield f"{title}: {'; '.join(dict.fromkeys(one['en'] for one in names.values()))}.\n"
    spoken = [one["texts"][0]["en"] for one in whole["sentences"]]
    if spoken:
        yield "Says: " + " ".join(f"“{text}”" for text in spoken) + "\n"
    for title, keys in (("Uses", method.reads), ("Used by", method.feeds)):
        if keys:
            yield f"{title}: {', '.join(f'`{key}`' for key in keys)}.\n"
    if words := "\n\n".join(_worked(method)):
        yield f"```text\n{words}\n```\n"


def _item(entry: dict[str, Any]) -> str:
    span = ""
    if "low" in entry or "high" in entry:
        span = f"1 {entry.get('low', {}).get('en', '')}, 5 {entry.get('high', {}).get('en', '')}"
    elif "choices" in entry:
        span = "; ".join(one["en"] for one in entry["choices"].values())
    kind = f"{entry['kind']}, worked out" if entry.get("derived") else entry["kind"]
    return f"{_cell(entry['name']['en'])} | {kind} | {_cell(span)}"


def _worked(method: Method) -> Iterator[str]:
    """The formula and the figures: what the definition says below its first line, and what its test works by hand."""
    whole = inspect.getdoc(import_module(f"accountkit.methods.{registry.PLACES[method.key]}")) or ""
    _first, _blank, rest = whole.partition("\n\n")
    yield from filter(None, [rest.strip()])
    test = next(iter(ROOT.glob(f"tests/methods/**/test_{method.key}.py")), None)
    said = ast.get_docstring(ast.parse(test.read_text("utf-8"))) if test else None
    if said and re.search(r"\d", said):
        yield said


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def main() -> None:
    for path, text in pages().items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

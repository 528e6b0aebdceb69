"""A panel's .vue file as the browser gets it: its own template and script, with what all panels share put in."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files

_TEXT = re.compile(r"""\bt\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")""")

LISTS: dict[str, list[str]] = json.loads(
    (files("accountkit.panels") / "vue.json").read_text(encoding="utf-8")
)
"""Where the .vue files lie: the folders of the panels and of the components that they share (each file has a name of its
own), and the scripts that all panels share, in the order in which they are put before a panel's own. `frontend/` reads it too.
"""


def panels() -> dict[str, str]:
    """The panels' .vue files: name (``pest.vue``) → place in this package (``own/pest.vue``)."""
    return {name: folder + name for folder in LISTS["panels"] for name in _vue_files(folder)}


@cache
def source(name: str) -> str:
    """The text of a file of this package (``pest.vue``, ``shared/dots.vue``)."""
    place = name if "/" in name else panels()[name]
    return (files("accountkit.panels") / place).read_text(encoding="utf-8")


@cache
def composed(name: str) -> str:
    """The .vue file with the shared script before its own (as the mixin ``accountkit``) and the shared styles."""
    text = source(name)
    if "<script>" not in text:
        text += "\n<script>\nexport default { mixins: [accountkit] }\n</script>\n"
    shared = "".join(map(source, LISTS["scripts"]))
    text = text.replace("<script>", "<script>\n" + shared, 1)
    return text + "\n<style>\n" + source("shared/panel.css") + "</style>\n"


@cache
def components() -> dict[str, str]:
    """The shared components: tag (``ak-dots``) → place in this package (``shared/dots.vue``)."""
    return {
        f"ak-{name.removesuffix('.vue')}": folder + name
        for folder in LISTS["components"]
        for name in _vue_files(folder)
    }


def _vue_files(folder: str) -> list[str]:
    found = (file.name for file in (files("accountkit.panels") / folder).iterdir())
    return sorted(name for name in found if name.endswith(".vue"))


@cache
def used(name: str) -> tuple[str, ...]:
    """The sources of the .vue file and of the shared components that it uses, directly or through one another."""
    found = {name: source(name)}
    waiting = [source(name)]
    while waiting:
        for tag in sorted(
            set(re.findall(r"<(ak-[a-z\-]+)", waiting.pop())) & components().keys() - found.keys()
        ):
            found[tag] = source(components()[tag])
            waiting.append(found[tag])
    return tuple(found.values())


@cache
def texts(name: str) -> tuple[str, ...]:
    """The English texts that the .vue file, its shared components and the shared scripts show, in order of appearance."""
    found = [
        (a or b).replace("\\'", "'").replace('\\"', '"')
        for text in (*used(name), *map(source, LISTS["scripts"]))
        for a, b in _TEXT.findall(text)
    ]
    return tuple(dict.fromkeys(found))

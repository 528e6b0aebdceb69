"""A panel's .vue file as the browser gets it: its own template and script, with what all panels share put in."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_TEXT = re.compile(r"""\bt\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")""")


@cache
def source(name: str) -> str:
    """The text of a file of this package (``pest.vue``, ``shared/dots.vue``)."""
    return (files("accountkit.panels") / name).read_text(encoding="utf-8")


@cache
def composed(name: str) -> str:
    """The .vue file with the shared script before its own (as the mixin ``accountkit``) and the shared styles."""
    text = source(name)
    if "<script>" not in text:
        text += "\n<script>\nexport default { mixins: [accountkit] }\n</script>\n"
    text = text.replace("<script>", "<script>\n" + source("shared/panel.js"), 1)
    return text + "\n<style>\n" + source("shared/panel.css") + "</style>\n"


@cache
def components(name: str) -> dict[str, str]:
    """The shared components that the .vue file uses, directly or through one another: tag → source."""
    found: dict[str, str] = {}
    waiting = [source(name)]
    while waiting:
        text = waiting.pop()
        for part in sorted(set(re.findall(r"<ak-([a-z\-]+)", text))):
            if f"ak-{part}" not in found:
                found[f"ak-{part}"] = source(f"shared/{part}.vue")
                waiting.append(found[f"ak-{part}"])
    return found


@cache
def texts(name: str) -> tuple[str, ...]:
    """The English texts that the .vue file and its shared components show, in order of appearance."""
    sources = [source(name), *components(name).values()]
    found = [(a or b).replace("\\'", "'").replace('\\"', '"') for text in sources for a, b in _TEXT.findall(text)]
    return tuple(dict.fromkeys(found))

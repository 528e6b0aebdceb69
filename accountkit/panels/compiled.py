"""How a panel's .vue file reaches the browser: as text that ipyvue compiles there, or, on our server's pages, compiled before.

Each panel is compiled into a module of its own, and what panels share into one that they import (`frontend/`). The server's
pages load them and the browser keeps them. Where no address of a module is given (JupyterLab, tests, a module older than its
.vue file), the text is sent.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from importlib.resources import files

from ipyvue import Template
from ipyvue.esm import define_module
from ipyvue.VueComponentRegistry import register_component_from_string, vue_component_registry

from accountkit.panels import vue

ADDRESSES = "ACCOUNTKIT_PANELS"
"""The environment variable with the addresses of the compiled panels by name, as JSON."""
SHARED = "shared"
"""The module of what all panels share."""
_HEADING = re.compile(r"^/\* accountkit (\S+) ([0-9a-f]{16}) \*/$", re.MULTILINE)


def told(addresses: Mapping[str, str]) -> dict[str, str]:
    """What the environment of a kernel says of the compiled panels."""
    return {ADDRESSES: json.dumps(dict(addresses))}


def template_of(name: str) -> Template | str:
    """What ipyvue takes as the template of a .vue file (``pest.vue``)."""
    panel = name.removesuffix(".vue")
    if address := json.loads(os.environ.get(ADDRESSES) or "{}").get(panel):
        module = f"accountkit/{panel}"
        define_module(module, url=address, dependencies=[])  # what it needs it imports itself
        return Template(esm_module=module, esm_export="default")
    _introduce_components()
    return vue.composed(name)


def modules() -> dict[str, tuple[str, ...]]:
    """The compiled modules: name (``pest``) → the files of this package that each is built from, in order."""
    shared = (*vue.LISTS["scripts"], *vue.components().values())
    return {SHARED: shared} | {name.removesuffix(".vue"): (place,) for name, place in vue.panels().items()}


def outdated(module: str, text: str) -> list[str]:
    """The files that a compiled module has not, or not as they are now; each stands there below its name and its hash."""
    built = dict(_HEADING.findall(text))
    now = {place: hash_of(place) for place in modules()[module]}
    return sorted(place for place in built | now if built.get(place) != now.get(place))


def hash_of(place: str) -> str:
    """Sixteen characters that change when a file of this package does."""
    return hashlib.sha256((files("accountkit.panels") / place).read_bytes()).hexdigest()[:16]


def _introduce_components() -> None:
    """Make the shared components known to the page: compiled there once, and each can use the others."""
    for tag, place in vue.components().items():
        if tag not in vue_component_registry:
            register_component_from_string(tag, vue.source(place), source_url=f"{tag}.vue")

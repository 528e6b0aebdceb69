"""How a panel's .vue file reaches the browser: as text that ipyvue compiles there, or, on our server's pages, compiled before.

All panels are compiled into one module (`frontend/`), which the server's pages load once and the browser keeps. Where no
address of it is given (JupyterLab, tests, a module older than the .vue files), the text is sent.
"""

from __future__ import annotations

import hashlib
import os
from importlib.resources import files

from ipyvue import Template
from ipyvue.esm import define_module
from ipyvue.VueComponentRegistry import register_component_from_string, vue_component_registry

from accountkit.panels import vue

ADDRESS = "ACCOUNTKIT_PANELS"
"""The environment variable with the address of the compiled panels."""
MODULE = "accountkit"


def template_of(name: str) -> Template | str:
    """What ipyvue takes as the template of a .vue file (``pest.vue``)."""
    if address := os.environ.get(ADDRESS):
        define_module(MODULE, url=address)
        return Template(esm_module=MODULE, esm_export=name.removesuffix(".vue"))
    _introduce_components()
    return vue.composed(name)


def hash_of_sources() -> str:
    """Sixteen characters that change when a .vue file, or the script that they share, does."""
    folder = files("accountkit.panels")
    shared = (f"shared/{file.name}" for file in (folder / "shared").iterdir())
    digest = hashlib.sha256()
    for name in (*vue.panels().values(), *sorted(name for name in shared if name.endswith(".vue"))):
        digest.update((folder / name).read_bytes())
    for script in vue.SCRIPTS:
        digest.update((folder / "shared" / script).read_bytes())
    return digest.hexdigest()[:16]


def _introduce_components() -> None:
    """Make the shared components known to the page: compiled there once, and each can use the others."""
    for tag, text in vue.components().items():
        if tag not in vue_component_registry:
            register_component_from_string(tag, text, source_url=f"{tag}.vue")

"""The rehearsal: what a viewer's kernel does first, done once before any kernel is forked.

Opening a panel for the first time imports late modules, compiles templates and queries, builds validators and reads
catalogues: most of a second and 20 MB that every kernel would spend again. Afterwards the caches are full, and nothing
else is left: the store was a temporary one, its connections and the widgets are closed.
"""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ipywidgets.widgets.widget import _instances as live_widgets

from accountkit.i18n import LANGUAGES, use_language
from accountkit.panels import compiled
from accountkit.panels.registry import PANELS
from accountkit.panels.session import Session
from accountkit.samples import SLUGS, load_into
from accountkit.store import Store, open_store
from accountkit.workbook import Workbook


def rehearse() -> list[str]:
    """Open every panel of a sample account in every language; the panels that could not be opened."""
    made_by_imports = set(live_widgets)
    with TemporaryDirectory(prefix="accountkit-") as folder, told_of_compiled_panels():
        store = open_store(str(Path(folder) / "rehearsal.db"))
        try:
            load_into(store)
            failed = [
                key for lang in LANGUAGES for key in ("workbook", *PANELS) if not opens(store, lang, key)
            ]
        finally:
            store.close()
    for model, widget in list(live_widgets.items()):
        if model not in made_by_imports:
            widget.close()
    gc.collect()
    return failed


@contextmanager
def told_of_compiled_panels() -> Iterator[None]:
    """As in a served kernel, which has the addresses of the panels in its environment."""
    before = os.environ.get(compiled.ADDRESSES)
    os.environ.update(compiled.told({name: f"{name}.js" for name in compiled.modules()}))
    yield
    del os.environ[compiled.ADDRESSES]
    if before is not None:
        os.environ[compiled.ADDRESSES] = before


def opens(store: Store, lang: str, key: str) -> bool:
    """Open one panel and its summary. An error is the viewer's to see, not a reason to have no kernels."""
    with use_language(lang):
        try:
            Workbook(Session(store, SLUGS[0], lang=lang)).panel(key)
        except Exception:
            traceback.print_exc(file=sys.stderr)
            return False
        return True

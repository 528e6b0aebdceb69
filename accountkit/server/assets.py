"""What pages load: scripts, styles and fonts, at addresses that change when they do.

Voilà sends its assets uncompressed and marked never to be kept. Here the address holds a hash over all of
them, so a browser keeps each for good; they are compressed once and kept in memory. Only what is listed is
served: a name is looked up, never turned into a path.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path, PurePosixPath

from jupyter_core.paths import jupyter_path
from tornado.web import HTTPError
from voila.utils import get_voila_labextensions_path

from accountkit.panels import compiled
from accountkit.server.page import Page
from accountkit.server.threads import in_thread

NEEDED_EXTENSIONS = ("jupyter-vue", "anywidget")
"""The lab extensions that our panels need, in the order in which they share their modules."""
EXTENSIONS = "labextensions/"
SERVED = {".js", ".css", ".woff", ".woff2", ".ttf", ".svg", ".png", ".json"}
COMPRESSED = {".js", ".css", ".svg", ".json", ".ttf"}
MOST_PRELOADS = 200
FOREVER = "private, max-age=31536000, immutable"
EAGER = b"//# allFunctionsCalledOnLoad\n"
"""As a script's first line: V8 compiles all of it beside the main thread, and keeps that for the next visit, in place of each
function when it is first called, at every visit anew (decision 0122). To other engines it is a comment."""


@dataclass(frozen=True)
class Extension:
    """A lab extension: its script below the folder of all, and the module in it that registers the widgets."""

    name: str
    load: str
    entry: str

    @classmethod
    def installed(cls, name: str) -> Extension:
        folder = extension_folder(name) or Path(name)
        package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        build = package["jupyterlab"]["_build"]
        return cls(name, f"{name}/{PurePosixPath(build['load'])}", build["extension"])


class Assets:
    """The files by name, the hash over them, and their compressed bytes."""

    def __init__(self, base_url: str = "/") -> None:
        self.base_url = base_url
        self._compressed: dict[str, bytes] = {}
        self._asked_for: dict[str, None] = {}

    @cached_property
    def files(self) -> dict[str, Path]:
        """All files that may be asked for, by name."""
        found = dict(_ours())
        found["plotly.min.js"] = Path(str(files("plotly") / "package_data" / "plotly.min.js"))
        for name in NEEDED_EXTENSIONS:
            if folder := extension_folder(name):
                found.update(_below(folder, EXTENSIONS + name))
        return found

    @cached_property
    def hash(self) -> str:
        """Twelve characters that change when any file does (its size, for files of installed packages)."""
        digest = hashlib.sha256()
        for name, path in sorted(self.files.items()):
            digest.update(f"{name} {path.stat().st_size}\n".encode())
            if not name.startswith(EXTENSIONS) and name != "plotly.min.js":
                digest.update(path.read_bytes())
        digest.update(EAGER)
        return digest.hexdigest()[:12]

    def url(self, name: str = "") -> str:
        """The address of a file, or of the folder of all."""
        return f"{self.base_url}static/accountkit/{self.hash}/{name}"

    def bytes_of(self, name: str, *, compressed: bool) -> bytes:
        """The content of a file; compressing costs up to half a second, once."""
        if not compressed:
            return self._sent(name)
        if name not in self._compressed:
            self._compressed[name] = gzip.compress(self._sent(name), 6, mtime=0)
        return self._compressed[name]

    def _sent(self, name: str) -> bytes:
        """The file; before a script of which a page runs most, the line that says so."""
        most_runs = name == "charts.js" or (name.endswith(".js") and name.startswith(("panels/", EXTENSIONS)))
        return (EAGER if most_runs else b"") + self.files[name].read_bytes()

    def warm(self) -> None:
        """Compress what every live page loads, before anybody asks."""
        for name in self._seeds:
            self.bytes_of(name, compressed=True)

    @property
    def preloads(self) -> list[str]:
        """The addresses that a live page asks the browser to fetch while the kernel works.

        An extension's scripts name the next ones only when they run, a round trip each. Which they are depends on
        the versions installed, so it is learnt: what earlier pages of this server asked for is named to the
        later ones.
        """
        return [self.url(name) for name in (*self._seeds, "paint.js", "dark.js", *self._asked_for)]

    @cached_property
    def panels(self) -> dict[str, str]:
        """The addresses of the compiled panels by name; none of one that is older than its .vue file or what it shares."""
        current = [name for name in compiled.modules() if self._is_current(name)]
        if compiled.SHARED not in current:
            return {}
        return {name: self.url(f"panels/{name}.js") for name in current if name != compiled.SHARED}

    @cached_property
    def is_compiled(self) -> bool:
        """Whether every panel has a compiled module, as it has unless somebody edits its .vue file."""
        return self.panels.keys() == compiled.modules().keys() - {compiled.SHARED}

    def _is_current(self, module: str) -> bool:
        path = self.files.get(f"panels/{module}.js")
        return path is not None and not compiled.outdated(module, path.read_text(encoding="utf-8"))

    def modules(self, *names: str) -> list[str]:
        """The addresses of the modules of which a page shows these panels. Where one has no module of its own name, it
        cannot be said before which it will be: then those of all.
        """
        shown = names if self.panels.keys() >= {*names} else self.panels
        shared = [self.url(f"panels/{compiled.SHARED}.js")] if self.panels else []
        return [*shared, *(self.panels[name] for name in shown)]

    def note(self, name: str, query: str) -> None:
        """A page's script asked for a file of an extension."""
        if name.startswith(EXTENSIONS) and name not in self._seeds and len(self._asked_for) < MOST_PRELOADS:
            self._asked_for.setdefault(f"{name}?{query}" if query else name)

    @cached_property
    def _seeds(self) -> tuple[str, ...]:
        return ("host.js", "charts.js", *(EXTENSIONS + one.load for one in self.extensions))

    @cached_property
    def extensions(self) -> tuple[Extension, ...]:
        """The lab extensions that a live page loads."""
        return tuple(Extension.installed(name) for name in NEEDED_EXTENSIONS if extension_folder(name))

    @property
    def containers(self) -> list[dict[str, str]]:
        """Name, address and entry of each extension, as the page's script takes them."""
        return [
            {"name": one.name, "address": self.url(EXTENSIONS + one.load), "extension": one.entry}
            for one in self.extensions
        ]


def extension_folder(name: str) -> Path | None:
    """Where a lab extension is installed."""
    for folder in [*get_voila_labextensions_path(), *jupyter_path("labextensions")]:
        if (found := Path(folder) / name / "package.json").is_file():
            return found.parent
    return None


class AssetPage(Page):
    """Sends a file; one that is asked for under an old hash is sent, but not kept."""

    async def send(self, hashed: str, name: str) -> None:
        assets: Assets = self.settings["accountkit_assets"]
        if name not in assets.files:
            raise HTTPError(404)
        if self.request.headers.get("Sec-Fetch-Dest") == "script":
            assets.note(name, self.request.query)
        suffix = Path(name).suffix
        compressed = suffix in COMPRESSED and "gzip" in self.request.headers.get("Accept-Encoding", "")
        body = await in_thread(lambda: assets.bytes_of(name, compressed=compressed))
        self.set_header("Content-Type", mimetypes.types_map.get(suffix, "application/octet-stream"))
        self.set_header("Cache-Control", FOREVER if hashed == assets.hash else "no-store")
        self.set_header("Vary", "Accept-Encoding")
        if compressed:
            self.set_header("Content-Encoding", "gzip")
        self.finish(body)


class AssetHandler(AssetPage):
    """GET: any of the files."""

    async def get(self, hashed: str, name: str) -> None:
        await self.send(hashed, name)


def _ours() -> Iterator[tuple[str, Path]]:
    folder = Path(str(files("accountkit.server") / "share" / "static"))
    for path in (*folder.iterdir(), *(folder / "panels").iterdir()):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path
    yield "dark.js", Path(str(files("accountkit.figures") / "dark.js"))
    yield "panel.css", Path(str(files("accountkit.panels") / "shared" / "panel.css"))


def _below(folder: Path, prefix: str) -> Iterator[tuple[str, Path]]:
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix in SERVED:
            yield f"{prefix}/{path.relative_to(folder).as_posix()}", path

"""Pictures of a brief's figures, all from one browser.

A headless Chromium has a page with plotly.js and draws the figures that it is given through a pipe; it stays ready for a
minute (`chromium`). On Windows, where a process inherits no pipes by number, each brief has a browser of its own, which
prints the page it made (``--dump-dom``). No driver and no port, and nothing is fetched: the page forbids every address
but plotly's own file (docs/decisions/0003, 0077).

Where no Chromium or no plotly.js is found, or it fails, there are no pictures and `Pictures.missing` says why; the
writers then show each figure's table.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote_to_bytes

from accountkit.brief.blocks import Figure
from accountkit.brief.chromium import PAGE, PATIENCE, draw
from accountkit.i18n import _

WIDTH = 720
SCALE = {"svg": 1, "png": 2.5}
BROWSERS = (
    "chromium-headless-shell",  # the same engine without windows
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--mute-audio",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--allow-file-access-from-files",
)
DUMP = ("--virtual-time-budget=60000", "--dump-dom")
"""Print the page once its scripts have run."""
FONT = "Arial, 'Liberation Sans', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif"
NARROWED, PLOTLY_SIZE = 0.93, 12
"""Figures are laid out for Source Sans, whose letters are so much narrower than Arial's; what plotly sets by itself."""

_DUMPED = """<script>drawn({figures}, {options}).then((made) => {{
  for (const one of made) {{
    const place = document.createElement("script");
    place.type = "text/plain";
    place.className = "picture";
    place.textContent = btoa(unescape(encodeURIComponent(JSON.stringify(one))));
    document.body.append(place);
  }}
}});
</script></body></html>"""
_MADE = re.compile(r'<script type="text/plain" class="picture">([A-Za-z0-9+/=]*)</script>')


@dataclass(frozen=True)
class Picture:
    """One figure drawn, as the bytes of an SVG or a PNG file, and its size in CSS pixels."""

    image: bytes
    width: int
    height: int


@dataclass(frozen=True)
class Pictures:
    """The pictures by the figures' keys, and, where some are missing, why."""

    of: Mapping[str, Picture] = field(default_factory=dict)
    missing: str = ""


Form = Literal["svg", "png"]
_drawn: OrderedDict[str, Picture] = OrderedDict()
_REMEMBERED = 60


def pictures(figures: Iterable[Figure], form: Form) -> Pictures:
    """The pictures of `figures`; those drawn lately are not drawn again, the others by one browser."""
    figures = tuple(figures)
    wanted = {figure.key: _signature(figure, form) for figure in figures}
    new = [figure for figure in figures if wanted[figure.key] not in _drawn]
    missing = _draw(new, wanted, form) if new else ""
    made = {key: _drawn[signature] for key, signature in wanted.items() if signature in _drawn}
    while len(_drawn) > _REMEMBERED:
        _drawn.popitem(last=False)
    return Pictures(made, missing)


def forget() -> None:
    """Draw everything anew from here on (for measuring, and for tests)."""
    _drawn.clear()


def plotly_script() -> Path | None:
    """The plotly.min.js of the installed plotly package (found without importing it)."""
    spec = find_spec("plotly")
    places = spec.submodule_search_locations if spec else None
    script = Path(next(iter(places))) / "package_data" / "plotly.min.js" if places else None
    return script if script and script.is_file() else None


def browser() -> str | None:
    """The Chromium to draw with: ``ACCOUNTKIT_CHROMIUM``, else one on the path; ``none`` in it turns drawing off."""
    named = os.environ.get("ACCOUNTKIT_CHROMIUM")
    if named:
        return None if named == "none" else shutil.which(named)
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def _signature(figure: Figure, form: Form) -> str:
    drawn = json.dumps([form, figure.plotly, figure.height], sort_keys=True, default=str)
    return hashlib.sha256(drawn.encode("utf-8", "surrogatepass")).hexdigest()


def _draw(figures: list[Figure], signatures: dict[str, str], form: Form) -> str:
    chromium, script = browser(), plotly_script()
    if chromium is None:
        return _(
            "Chromium was not found, so figures are shown as tables. Install it, or set ACCOUNTKIT_CHROMIUM."
        )
    if script is None:
        return _("plotly.js was not found, so figures are shown as tables. Install the plotly package.")
    try:
        made = _made(chromium, script, figures, {"format": form, "scale": SCALE[form], "width": WIDTH})
    except (OSError, subprocess.SubprocessError):
        return _(
            "Chromium could not draw the figures, so they are shown as tables. Run {path} manually to see why."
        ).format(path=chromium)
    heights = {figure.key: figure.height for figure in figures}
    for one in made:
        if "image" in one:
            _drawn[signatures[one["key"]]] = Picture(_bytes(one["image"]), WIDTH, heights[one["key"]])
    if all(signatures[figure.key] in _drawn for figure in figures):
        return ""
    return _("Some figures could not be drawn and are shown as tables.")


def _made(
    chromium: str, script: Path, figures: list[Figure], options: dict[str, Any]
) -> list[dict[str, str]]:
    """What the browser made of each figure: by the one that is ready, or, where no pipes lead to it, by one of its own."""
    asked = [
        {"key": figure.key, "plotly": _in_one_font(figure.plotly), "height": figure.height}
        for figure in figures
    ]
    if hasattr(os, "posix_spawn"):
        return draw(chromium, (*FLAGS, *as_root()), script, asked, **options)
    told = json.dumps(asked, default=str).replace("<", "\\u003c")
    page = PAGE.format(plotly=script.as_uri()).removesuffix("</body></html>")
    page += _DUMPED.format(figures=told, options=json.dumps(options))
    return [json.loads(base64.b64decode(text)) for text in _MADE.findall(_dumped(chromium, page))]


def _in_one_font(figure: dict) -> dict:
    """The figure in Arial's widths, which every reader's machine has in some font; letters are as tall as they were."""
    figure = _narrowed(figure)
    layout = dict(figure.get("layout", {}))
    font = layout.get("font", {})
    layout["font"] = {**font, "size": font.get("size", PLOTLY_SIZE * NARROWED), "family": FONT}
    layout.pop("autosize", None)
    return {"data": figure.get("data", []), "layout": layout}


def _narrowed(value: Any) -> Any:
    """The figure with each font so much smaller that Arial takes the room that the figure was laid out for."""
    if isinstance(value, list | tuple):
        return [_narrowed(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: {**_narrowed(item), "size": item["size"] * NARROWED}
        if key.endswith("font") and isinstance(item, dict) and isinstance(item.get("size"), int | float)
        else _narrowed(item)
        for key, item in value.items()
    }


def _dumped(chromium: str, page: str) -> str:
    """The page after its scripts ran. The profile is a fresh folder, removed with everything that the browser kept."""
    with tempfile.TemporaryDirectory(prefix="accountkit-", ignore_cleanup_errors=True) as folder:
        place = Path(folder) / "figures.html"
        place.write_text(page, "utf-8")
        command = [
            chromium,
            *FLAGS,
            f"--user-data-dir={folder}/profile",
            *as_root(),
            *DUMP,
            place.as_uri(),
        ]
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True, cwd=folder)
    return done.stdout.decode("utf-8", "replace")


def as_root() -> tuple[str, ...]:
    """Chromium refuses to sandbox itself for root, as whom a container runs."""
    return ("--no-sandbox",) if sys.platform != "win32" and os.geteuid() == 0 else ()


def _bytes(url: str) -> bytes:
    head, _comma, content = url.partition(",")
    return base64.b64decode(content) if head.endswith(";base64") else unquote_to_bytes(content)
